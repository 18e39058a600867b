import type { Block, MailContent } from './content.ts'

/** The text part: everything the laid-out part says, links written out. */
export function plainText(content: MailContent): string {
  const parts = [content.title, ...content.blocks.map(textOf), `-- \n${content.footer}\n`]
  return parts.join('\n\n')
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return block.text
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'button':
      return `${block.label}:\n${block.href}`
    case 'links':
      return block.links.map(({ label, href }) => `${label}: ${href}`).join('\n')
    case 'list':
      return [
        block.heading.toUpperCase(),
        ...block.items.map(({ text, href }) => `- ${text}\n  ${href}`),
      ].join('\n')
  }
}
