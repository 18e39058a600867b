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
}

/** What a mail says, as far as paper can say it: an address of many letters is nothing to type. */
export type LetterBlock =
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'list'; readonly heading: string; readonly lines: readonly string[] }
  /** What the reader finds after signing in. */
  | { readonly kind: 'found'; readonly names: readonly string[] }

export interface PrintedMailsView {
  readonly letters: readonly Letter[]
  /** Of the service, as it is typed. */
  readonly address: string
  readonly isHr: boolean
}

/** What somebody must print and hand over: people without an address (R13.1). */
export function printedMailsPage(frame: Frame, { letters, address, isHr }: PrintedMailsView): string {
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
          <LetterText key={letter.id} frame={frame} letter={letter} address={address} />
        ))}
      </>
    ),
  })
}

function LetterText({ frame, letter, address }: { frame: Frame; letter: Letter; address: string }) {
  const { letters: texts } = personMailsTexts[frame.language]
  const { name, at, language, title, blocks } = letter
  const { paper } = personMailsTexts[language].letters
  return (
    <article class="panel letter">
      <p class="muted">
        {texts.to(name)} · {dayText(frame, frame.localTime(at).on)}
      </p>
      <div lang={language}>
        <h2>{title}</h2>
        {blocks.map((block, index) => (
          <BlockText key={index} block={block} language={language} />
        ))}
        <p>
          {paper.signIn} <strong class="address">{address}</strong>
        </p>
        <p>{paper.whatToDo}</p>
        <p class="muted">{paper.footer}</p>
      </div>
    </article>
  )
}

function BlockText({ block, language }: { block: LetterBlock; language: Language }) {
  switch (block.kind) {
    case 'facts':
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
    case 'list':
      return (
        <>
          <h3>{block.heading}</h3>
          <ul>
            {block.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )
    case 'found':
      return <p>{personMailsTexts[language].letters.paper.found(block.names)}</p>
    case 'text':
    case 'note':
      return <p class={block.kind === 'note' ? 'muted' : undefined}>{block.text}</p>
  }
}
