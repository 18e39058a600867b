import type { Instant } from '../../domain/calendar/day.ts'
import type {
  AttemptOutcome,
  MailReason,
  MailState,
  MailTemplate,
} from '../../domain/notices/mail-outcome.ts'
import type { Resending } from '../../domain/notices/resend.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { mailsTexts } from '../texts/mails.ts'

/** One mail of the log: never what it said. */
export interface MailLine {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly template: MailTemplate
  readonly subject: string | null
  readonly recipient: string | null
  readonly state: MailState
  readonly reason: MailReason | null
  readonly createdAt: Instant
  readonly endedAt: Instant | null
  readonly resentAt: Instant | null
  readonly resentBy: string | null
  readonly resending: Resending
  readonly attempts: readonly {
    readonly at: Instant
    readonly outcome: AttemptOutcome
    readonly answer: string
  }[]
}

/** When something last happened to it. */
export function lastAt({ endedAt, resentAt, createdAt }: MailLine): Instant {
  return endedAt ?? resentAt ?? createdAt
}

/** Its subject; before it is handed over only what kind of mail it is. */
export function MailWhat({ frame, mail }: { frame: Frame; mail: MailLine }) {
  const { templates } = mailsTexts[frame.language]
  const kind = templates[mail.template]
  return (
    <>
      {mail.subject ?? kind}
      <span class="under">{[mail.subject && kind, mail.recipient].filter(Boolean).join(' · ')}</span>
    </>
  )
}

const tones: Readonly<Record<MailState, string>> = {
  queued: 'quiet',
  deferred: 'wait',
  sent: 'good',
  refused: 'late',
  unknown: 'wait',
  dropped: 'quiet',
  printed: 'quiet',
}

/** How it went, and why, in plain words. */
export function MailOutcome({ frame, mail }: { frame: Frame; mail: MailLine }) {
  const texts = mailsTexts[frame.language]
  const { state, reason, resentAt, resentBy } = mail
  return (
    <>
      <span class={`mark mark-${tones[state]}`}>{texts.states[state]}</span>
      {reason && <span class="under">{texts.reasons[reason]}</span>}
      {resentAt !== null && <span class="under">{texts.resent(instantText(frame, resentAt), resentBy)}</span>}
    </>
  )
}

/** Each try, with the server's own code for whoever looks after the mail server. */
export function MailAttempts({ frame, mail }: { frame: Frame; mail: MailLine }) {
  const texts = mailsTexts[frame.language]
  const { attempts } = mail
  if (attempts.length === 0) return null
  return (
    <details>
      <summary>{texts.attempts(attempts.length)}</summary>
      <ul>
        {attempts.map(({ at, outcome, answer }) => (
          <li key={at}>{texts.attempt(texts.outcomes[outcome], instantText(frame, at), answer)}</li>
        ))}
      </ul>
    </details>
  )
}
