import type { Language } from '../../domain/language.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { devMailsTexts } from '../texts/dev-mails.ts'

export interface DevMailsView {
  readonly sent: readonly {
    readonly name: string
    /** Local date and time, as people read it. */
    readonly sentAt: string
    readonly to: string
    readonly subject: string
    readonly hasCalendar: boolean
  }[]
  readonly samples: readonly { readonly name: string; readonly subjects: readonly SampleSubject[] }[]
}

interface SampleSubject {
  readonly language: Language
  readonly subject: string
}

/** Every mail that was written to the outbox folder, newest first, and a sample of each template. */
export function devMailsPage(frame: Frame, { sent, samples }: DevMailsView): string {
  const texts = devMailsTexts[frame.language]
  return renderPage({
    frame,
    title: texts.title,
    children: (
      <>
        <h2>{texts.sent}</h2>
        {sent.length === 0 ? <p>{texts.none}</p> : null}
        <ul>
          {sent.map(({ name, sentAt, to, subject, hasCalendar }) => (
            <li key={name}>
              {sentAt} · {to} · <a href={`/dev/mails/sent/${name}`}>{subject}</a> ·{' '}
              <a href={`/dev/mails/sent/${name}/text`}>{texts.text}</a>
              {hasCalendar ? (
                <>
                  {' · '}
                  <a href={`/dev/mails/sent/${name}/calendar`}>{texts.calendar}</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
        <h2>{texts.samples}</h2>
        <ul>
          {samples.map(({ name, subjects }) => (
            <li key={name}>
              {subjects.map((sample, index) => (
                <span key={sample.language}>
                  {index > 0 ? ' · ' : ''}
                  <a href={`/dev/mails/samples/${name}/${sample.language}`} lang={sample.language}>
                    {sample.subject}
                  </a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
