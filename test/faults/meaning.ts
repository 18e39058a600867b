import { addDays, type Day, MINUTE } from '../../domain/calendar/day.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { ScriptedEvent } from '../../domain/simulation/simulate-talk.ts'
import type { TalkEvent } from '../../domain/talk/events.ts'
import type { Asked } from './evidence.ts'
import type { Json } from './people.ts'

/** What people asked for and were answered, in a talk or about its employee, as the talk's rules hear of it. */
export function scriptOf(asked: readonly Asked[], employeeId: string, policy: Policy): ScriptedEvent[] {
  let versions = 0
  return asked
    .filter(({ expects, answers }) => expects === 'done' && answers.some(({ status }) => status < 300))
    .flatMap((one) => {
      const [, , , what = '', ...more] = one.path.split('/')
      if (what === 'plan-versions' && more.length === 0) versions += 1
      const party = one.personId === employeeId ? 'employee' : 'leader'
      const meant = meaningOf([what, more.at(-1)].filter(Boolean).join(' '), one, {
        party,
        policy,
        version: String(versions),
      })
      return meant === null ? [] : { at: one.at, ...meant }
    })
}

interface Around {
  party: 'employee' | 'leader'
  policy: Policy
  /** Of the plan, the newest. */
  version: string
}

/** Null for what no rule of a talk decides. */
function meaningOf(
  what: string,
  { sent, decisionId }: Asked,
  { party, policy, version }: Around,
): Omit<ScriptedEvent, 'at'> | null {
  const body: Json = sent
  const act = (event: TalkEvent) => ({ event })
  switch (what) {
    case 'appointment': {
      const startsAt = Date.parse(body.startsAt)
      const span = { startsAt, endsAt: startsAt + policy.talkMinutes * MINUTE }
      return act({ type: 'set-appointment', appointmentId: decisionId, ...span, picked: false })
    }
    case 'appointment acceptance':
      return act({ type: 'accept-appointment' })
    case 'appointment other-time':
      return act({ type: 'ask-other-time' })
    case 'not-invited':
      return act({ type: 'report-not-invited' })
    case 'readiness':
      return act({ type: 'mark-ready', party, ready: body.ready })
    case 'outcome':
      return act({ type: 'report-held', on: body.on })
    case 'plan-versions': {
      const actions = body.content.actions.map(({ owner, dueOn }: Json, index: number) => ({
        id: `${version}-${index}`,
        owner,
        dueOn,
      }))
      return act({ type: 'propose-plan', party, versionId: version, hash: version, actions })
    }
    case 'plan-versions approval':
      return act({ type: 'approve-plan', party, versionId: version, hash: version })
    case 'leaves': {
      const { from, to } = body
      return { event: { type: 'leave-set', leaveId: decisionId, from, to }, effectiveOn: from }
    }
    case 'leader':
      return {
        event: { type: 'leader-changed', hasLeader: body.leaderId !== null },
        effectiveOn: body.from,
      }
    case 'last-day':
      return {
        event: { type: 'leaves', lastDay: body.lastDay },
        effectiveOn: addDays(body.lastDay as Day, 1),
      }
    default:
      return null
  }
}
