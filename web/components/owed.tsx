import type { Day } from '../../domain/calendar/day.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { homeTexts } from '../texts/home.ts'
import { owedSentences } from '../texts/owed.ts'

export interface Owed {
  readonly obligation: string
  readonly subject: string
  readonly talkId: string | null
  readonly roundId: string
  readonly roundName: string
  readonly owedBy: 'employee' | 'leader' | 'hr'
  readonly employee: string | null
  readonly dueOn: Day
  readonly isOverdue: boolean
  readonly isPaused: boolean
  readonly onBehalfOf: string | null
}

/** Something somebody owes: what to do, by when, and a way to do it. */
export function OwedItem({ frame, owed }: { frame: Frame; owed: Owed }) {
  const texts = homeTexts[frame.language]
  return (
    <li class={owed.isOverdue ? 'late' : ''}>
      <a href={owedHref(owed)}>{owedText(frame, owed)}</a>
      <p>
        {owed.isPaused ? (
          <span class="mark mark-quiet">{texts.paused}</span>
        ) : owed.isOverdue ? (
          <span class="mark mark-late">{texts.lateSince(dayText(frame, owed.dueOn))}</span>
        ) : (
          texts.dueOn(dayText(frame, owed.dueOn))
        )}
      </p>
      {owed.onBehalfOf && <p class="on-behalf">{texts.onBehalfOf(owed.onBehalfOf)}</p>}
    </li>
  )
}

function owedText(frame: Frame, { obligation, owedBy, employee, roundName }: Owed): string {
  const sentence = owedSentences[frame.language][obligation as ObligationKind][owedBy]
  return sentence({ employee: employee ?? '', talk: frame.talkName, round: roundName })
}

/** The page where the thing is done. */
export function owedHref({
  obligation,
  talkId,
  roundId,
  subject,
}: Pick<Owed, 'obligation' | 'talkId' | 'roundId' | 'subject'>): string {
  if (obligation === 'group-feedback') return `/rounds/${roundId}/group-feedback`
  if (obligation === 'evaluation') return `/rounds/${roundId}/evaluation`
  if (obligation === 'prepare' || obligation === 'leader-prepare') return `/talks/${talkId}/preparation`
  if (obligation === 'agree-plan' || obligation === 'journal') return `/talks/${talkId}/plan`
  if (obligation === 'action') return `/talks/${talkId}#action-${subject}`
  if (obligation === 'status-talk') return `/talks/${talkId}#status-talk-${subject}`
  return `/talks/${talkId}`
}
