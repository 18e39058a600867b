import type { Instant } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { personMailsTexts } from '../texts/person-mails.ts'

/** A mail to somebody without an address, as a letter. */
export interface Letter {
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly language: Language
  readonly title: string
  readonly blocks: readonly LetterBlock[]
  readonly footer: string
}

export type LetterBlock =
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** Paper has no links: their addresses are printed. */
  | {
      readonly kind: 'links'
      readonly heading: string
      readonly links: readonly { readonly label: string; readonly href: string }[]
    }

/** What somebody must print and hand over: people without an address (R13.1). */
export function printedMailsPage(
  frame: Frame,
  { letters, isHr }: { letters: readonly Letter[]; isHr: boolean },
): string {
  const { letters: texts, back } = personMailsTexts[frame.language]
  return renderPage({
    frame,
    section: isHr ? 'mails' : 'team',
    ...(isHr && { back: { href: '/mails', text: back } }),
    title: texts.title,
    lead: <p class="no-print">{texts.lead}</p>,
    children: (
      <>
        <section class="panel next no-print">
          <h2>{letters.length === 0 ? texts.none : texts.print(letters.length)}</h2>
          <p>{letters.length === 0 ? texts.noneHint : texts.printHint}</p>
        </section>
        {letters.map((letter) => (
          <LetterText key={letter.id} frame={frame} letter={letter} />
        ))}
      </>
    ),
  })
}

function LetterText({ frame, letter }: { frame: Frame; letter: Letter }) {
  const { letters: texts } = personMailsTexts[frame.language]
  const { name, at, language, title, blocks, footer } = letter
  return (
    <article class="panel letter">
      <p class="muted">
        {texts.to(name)} · {dayText(frame, frame.localTime(at).on)}
      </p>
      <div lang={language}>
        <h2>{title}</h2>
        {blocks.map((block, index) => (
          <BlockText key={index} block={block} />
        ))}
        <p class="muted">{footer}</p>
      </div>
    </article>
  )
}

function BlockText({ block }: { block: LetterBlock }) {
  if (block.kind === 'facts') {
    return (
      <dl class="facts">
        {block.rows.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    )
  }
  if (block.kind !== 'links') return <p class={block.kind === 'note' ? 'muted' : undefined}>{block.text}</p>
  return (
    <>
      {block.heading && <h3>{block.heading}</h3>}
      <ul>
        {block.links.map(({ label, href }) => (
          <li key={`${label} ${href}`}>
            {label}: <span class="address">{href}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
