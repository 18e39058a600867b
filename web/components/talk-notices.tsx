import type { Instant } from '../../domain/calendar/day.ts'
import type { MailReason, NoticeStatus } from '../../domain/notices/mail-outcome.ts'
import type { NoticeAudience } from '../../domain/talk/effects.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { mailsTexts } from '../texts/mails.ts'
import { noticeWords, stepWords } from '../texts/notice-kinds.ts'
import { roundTalksTexts } from '../texts/round-talks.ts'

/** One thing told about a talk, with what became of it. */
export interface NoticeLine {
  readonly kind: string
  readonly step: string
  readonly audience: NoticeAudience
  readonly status: NoticeStatus
  readonly reason: MailReason | null
  readonly decidedAt: Instant
  readonly endedAt: Instant | null
  readonly name: string | null
}

const tones: Readonly<Record<NoticeStatus, string>> = {
  queued: 'quiet',
  sent: 'good',
  refused: 'late',
  dropped: 'quiet',
}

/** What was told about a talk, what waits and what was dropped, and why (R11.5): the newest first. */
export function TalkNotices({ frame, notices }: { frame: Frame; notices: readonly NoticeLine[] }) {
  const texts = roundTalksTexts[frame.language].talk
  const { noticeColumns: columns } = texts
  return (
    <details class="panel" id="notices">
      <summary>
        {texts.notices} ({notices.length})
      </summary>
      <p class="muted">{notices.length === 0 ? texts.noNotices : texts.noticesLead}</p>
      {notices.length > 0 && (
        <table class="list cards">
          <caption class="sr-only">{texts.notices}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.to}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.when}</th>
            </tr>
          </thead>
          <tbody>
            {notices.toReversed().map((notice) => (
              <Row key={`${notice.kind} ${notice.step} ${notice.decidedAt}`} frame={frame} notice={notice} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}

function Row({ frame, notice }: { frame: Frame; notice: NoticeLine }) {
  const texts = roundTalksTexts[frame.language].talk
  const mails = mailsTexts[frame.language]
  const { noticeColumns: columns } = texts
  const { kind, step, audience, status, reason, decidedAt, endedAt, name } = notice
  return (
    <tr>
      <th scope="row">
        {noticeWords(frame.language, kind)}
        <span class="under">{stepWords(frame.language, step)}</span>
      </th>
      <td data-label={columns.to}>
        {texts.roles[audience]}
        {name && <span class="under">{name}</span>}
      </td>
      <td data-label={columns.state}>
        <span class={`mark mark-${tones[status]}`}>{mails.states[status]}</span>
        {reason && <span class="under">{mails.reasons[reason]}</span>}
      </td>
      <td data-label={columns.when}>{instantText(frame, endedAt ?? decidedAt)}</td>
    </tr>
  )
}
