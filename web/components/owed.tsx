import type { Day } from '../../domain/calendar/day.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { theTalk } from '../talk-name.ts'
import { homeTexts } from '../texts/home.ts'
import { manyOwedSentences, owedSentences } from '../texts/owed.ts'

export interface Owed {
  readonly obligation: string
  readonly subject: string
  readonly talkId: string | null
  readonly roundId: string
  readonly roundName: string
  readonly kind: RoundKind
  readonly owedBy: 'employee' | 'leader' | 'hr'
  readonly employee: string | null
  readonly dueOn: Day
  readonly isOverdue: boolean
  readonly rest: 'pause' | 'leave' | 'answer' | null
  readonly onBehalfOf: string | null
}

/** Something somebody owes: what to do, by when, and a way to do it. */
export function OwedItem({ frame, owed }: { frame: Frame; owed: Owed }) {
  const texts = homeTexts[frame.language]
  return (
    <li class={owed.isOverdue && owed.rest === null ? 'late' : ''}>
      <a href={owedHref(owed)}>{owedText(frame, owed)}</a>
      <p>
        {owed.rest !== null ? (
          <span class="mark mark-quiet">{texts.rests[owed.rest]}</span>
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

type OwedWords = Pick<Owed, 'obligation' | 'owedBy' | 'employee' | 'roundName' | 'kind' | 'dueOn'>

function owedText(frame: Frame, { obligation, owedBy, employee, roundName, kind }: OwedWords): string {
  const sentence = owedSentences[frame.language][obligation as ObligationKind][owedBy]
  return sentence({ employee: employee ?? '', talk: theTalk(frame, kind), round: roundName })
}

/** The same thing that is owed in several talks of a team. */
export function OwedInMany({ frame, owed }: { frame: Frame; owed: readonly [Owed, ...Owed[]] }) {
  const texts = homeTexts[frame.language]
  const [first] = owed
  const last = owed.at(-1) ?? first
  const from = dayText(frame, first.dueOn)
  const by = first.dueOn === last.dueOn ? texts.dueOn(from) : texts.dueFrom(from, dayText(frame, last.dueOn))
  return (
    <li class={first.isOverdue ? 'late' : ''}>
      <a href={first.isOverdue ? '/team?show=late' : '/team'}>{manyOwedText(frame, owed)}</a>
      <p>{first.isOverdue ? <span class="mark mark-late">{texts.lateSince(from)}</span> : by}</p>
      {first.onBehalfOf && <p class="on-behalf">{texts.onBehalfOf(first.onBehalfOf)}</p>}
    </li>
  )
}

function manyOwedText(frame: Frame, owed: readonly [OwedWords, ...OwedWords[]]): string {
  const [first] = owed
  const sentence = manyOwedSentences[frame.language][first.obligation as ObligationKind]
  if (owed.length === 1 || sentence === undefined) return owedText(frame, first)
  return sentence(owed.length, theTalk(frame, first.kind))
}

/** What comes first of all that asks for nobody yet, with its date. */
export function Coming({ frame, owed }: { frame: Frame; owed: readonly OwedWords[] }) {
  const byDay = owed.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const [first] = byDay
  if (first === undefined) return null
  const alike = byDay.filter(
    (one) =>
      one !== first &&
      (['obligation', 'owedBy', 'kind', 'dueOn'] as const).every((part) => one[part] === first[part]),
  )
  const what = manyOwedText(frame, [first, ...alike])
  return <p>{homeTexts[frame.language].coming(what, dayText(frame, first.dueOn))}</p>
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
