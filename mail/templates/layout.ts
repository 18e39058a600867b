import mjml2html from 'mjml'
import type { Language } from '../../domain/language.ts'
import type { Block, Fact, MailContent, MailPlace, RenderedMail } from './content.ts'
import { plainText } from './plain-text.ts'

/**
 * Lays a mail out for mail programs. MJML is slow, so it compiles each *shape* of a mail (which blocks, in which
 * order) once, with markers in place of the words; the words are then filled in, escaped.
 */
export async function layOut(
  content: MailContent,
  language: Language,
  place: MailPlace,
): Promise<RenderedMail> {
  const shape = content.blocks.map(shapeOf).join(' ')
  const compiled = await compiledShape(shape, language, () => mjmlOf(content.blocks, language))
  const words = wordsOf(content, place)
  const html = compiled.replace(/%%(\d+)%%/g, (marker, index) => words[Number(index)] ?? marker)
  return { subject: content.subject, html, text: plainText(content) }
}

const compiledShapes = new Map<string, Promise<string>>()

function compiledShape(shape: string, language: Language, mjml: () => string): Promise<string> {
  const key = `${language} ${shape}`
  let compiled = compiledShapes.get(key)
  if (compiled === undefined) {
    compiled = mjml2html(mjml(), { validationLevel: 'strict', keepComments: false, fonts: {} }).then(
      ({ html }) => html,
    )
    compiledShapes.set(key, compiled)
    // What went wrong once is tried anew with the next mail of the shape.
    compiled.catch(() => compiledShapes.delete(key))
  }
  return compiled
}

/** A list and a table of facts are each filled in as one piece, so their length is no part of the shape. */
function shapeOf(block: Block): string {
  return block.kind
}

const ink = '#1f2933'
const quiet = '#52606d'
const accent = '#0b5563'
const line = '#d9e2ec'

/** Markers 0–3 are preview, employer, title and footer; each block then takes its own two. */
function mjmlOf(blocks: Block[], language: Language): string {
  const body = blocks.map((block, index) => blockMjml(block, 4 + 2 * index)).join('')
  return `<mjml lang="${language}">
<mj-head>
  <mj-title>%%2%%</mj-title>
  <mj-preview>%%0%%</mj-preview>
  <mj-attributes>
    <mj-all font-family="'Segoe UI', 'Helvetica Neue', Arial, sans-serif" />
    <mj-text font-size="16px" line-height="1.5" color="${ink}" padding="8px 32px" />
    <mj-section padding="0" />
  </mj-attributes>
  <mj-style>a { color: ${accent}; }</mj-style>
</mj-head>
<mj-body background-color="#f0f4f5" width="600px">
  <mj-section padding="24px 0 0"><mj-column padding="0"><mj-text font-size="14px" font-weight="600" color="${quiet}" padding="0 32px 12px">%%1%%</mj-text></mj-column></mj-section>
  <mj-section background-color="#ffffff" border-top="4px solid ${accent}" padding="24px 0 24px"><mj-column>
    <mj-text font-size="22px" line-height="1.3" font-weight="600" padding="0 32px 12px">%%2%%</mj-text>
    ${body}
  </mj-column></mj-section>
  <mj-section padding="12px 0 32px"><mj-column><mj-text font-size="13px" color="${quiet}" padding="0 32px">%%3%%</mj-text></mj-column></mj-section>
</mj-body>
</mjml>`
}

function blockMjml(block: Block, first: number): string {
  switch (block.kind) {
    case 'text':
      return `<mj-text>%%${first}%%</mj-text>`
    case 'note':
      return `<mj-text font-size="14px" color="${quiet}">%%${first}%%</mj-text>`
    case 'facts':
      return `<mj-table padding="8px 32px" table-layout="fixed" font-size="16px" line-height="1.5" color="${ink}">%%${first}%%</mj-table>`
    case 'button':
      return `<mj-button align="left" background-color="${accent}" color="#ffffff" border-radius="4px" font-size="16px" font-weight="600" inner-padding="12px 22px" padding="16px 32px" href="%%${first}%%">%%${first + 1}%%</mj-button>`
    case 'links':
      return `<mj-text line-height="1.9">%%${first}%%</mj-text>`
    case 'list':
      return `<mj-text font-size="17px" font-weight="600" padding="16px 32px 0">%%${first}%%</mj-text><mj-text padding="0 32px 8px">%%${first + 1}%%</mj-text>`
  }
}

function wordsOf(content: MailContent, place: MailPlace): string[] {
  return [
    escaped(content.preview),
    escaped(place.employerName),
    escaped(content.title),
    escaped(content.footer),
    ...content.blocks.flatMap(blockWords),
  ]
}

function blockWords(block: Block): [string, string] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [escaped(block.text).replaceAll('\n', '<br />'), '']
    case 'facts':
      return [block.rows.map(factRow).join(''), '']
    case 'button':
      return [escaped(block.href), escaped(block.label)]
    case 'links':
      return [block.links.map(({ label, href }) => anchor(label, href)).join('<br />'), '']
    case 'list':
      return [escaped(block.heading), listItems(block.items)]
  }
}

function factRow({ label, value, href }: Fact): string {
  const said = href === undefined ? escaped(value) : anchor(value, href, 'word-break: break-all;')
  const cell = `padding: 4px 0; vertical-align: top; border-bottom: 1px solid ${line};`
  return `<tr><td style="${cell} color: ${quiet}; width: 34%; padding-right: 12px;">${escaped(label)}</td><td style="${cell}">${said}</td></tr>`
}

function listItems(items: { text: string; href: string }[]): string {
  const item = `margin: 0; padding: 8px 0; border-bottom: 1px solid ${line};`
  // Each line is a link as a whole: underlined, a list of them would be hard to read.
  return items
    .map(({ text, href }) => `<p style="${item}">${anchor(text, href, 'text-decoration: none;')}</p>`)
    .join('')
}

function anchor(label: string, href: string, look = ''): string {
  return `<a href="${escaped(href)}" style="color: ${accent}; ${look}">${escaped(label)}</a>`
}

/** Escaped, and with a week and a time kept on one line. */
function escaped(text: string): string {
  return text
    .replace(/\b(uge|week|kl\.) (?=\d)/g, '$1\u00a0')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
