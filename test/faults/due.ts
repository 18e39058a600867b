import { day } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { type Simulation, simulateTalk } from '../../domain/simulation/simulate-talk.ts'
import type { TalkOpening } from '../../domain/talk/talk.ts'
import type { Due, Evidence } from './evidence.ts'
import { scriptOf } from './meaning.ts'
import { schoolDays } from './school-days.ts'
import type { World } from './world.ts'

/**
 * Everybody's talk, played by the rules alone from what people asked for and were answered: nothing that the service
 * decided. Where no worker was there for days, a talk still decides on its old days: the engine's clock, which is moved by hand here,
 * stands still without one. What a talk decides late is left to the tests of the rules.
 */
export async function dueByTheRules(world: World): Promise<Due[]> {
  const { db, roundId, roster, people, player } = world
  const written = await db.roundPolicy.findFirstOrThrow({ where: { roundId }, orderBy: { version: 'desc' } })
  const policy = written.policy as unknown as Policy
  const employments = await db.employment.findMany()
  const until = await player.now()
  return roster.flatMap(({ employmentId }) => {
    const employment = employments.find(({ id }) => id === employmentId)
    const opening = openingOf(world, policy, employmentId)
    const about = [opening.talkId, employmentId]
    const asked = people.asked.filter(({ path }) => about.includes(path.split('/')[2] ?? ''))
    const script = scriptOf(asked, employment?.personId ?? '', policy)
    return dueIn(simulateTalk(opening, script, until))
  })
}

/** What was decided otherwise than the rules say, and what is owed otherwise in the end. */
export function decidedOtherwise({ due, notices, mails, obligations }: Evidence): string[] {
  const found: Due[] = [
    ...notices.flatMap(({ talkId, obligation, occurrence, step, audience, decidedAt }) =>
      talkId === null || obligation === BY_CHANCE
        ? []
        : {
            talkId,
            what: noticeNamed(obligation, occurrence, step, audience),
            on: schoolDays.dayOf(decidedAt),
          },
    ),
    ...mails.flatMap(({ event, createdAt }) =>
      event === null || event.party === 'former'
        ? []
        : {
            talkId: event.talkId,
            what: eventNamed(event.method, event.sequence, event.party),
            on: schoolDays.dayOf(createdAt),
          },
    ),
    ...obligations.map(({ talkId, obligation, occurrence, dueOn }) => ({
      talkId,
      what: owedNamed(obligation, occurrence),
      on: dueOn,
    })),
  ]
  const lines = (those: readonly Due[]) =>
    those.map(({ talkId, what, on }) => `${what} (talk ${talkId}, ${on})`)
  const missing = lines(due)
  const surplus: string[] = []
  for (const line of lines(found)) {
    const at = missing.indexOf(line)
    if (at === -1) surplus.push(line)
    else missing.splice(at, 1)
  }
  return [
    ...missing.map((line) => `by the rules, and not in the tables: ${line}`),
    ...surplus.map((line) => `in the tables, and not by the rules: ${line}`),
  ]
}

/** Told or not as the personnel file's troubles fall. */
const BY_CHANCE = 'filing-failed'

function dueIn({ state, effects }: Simulation): Due[] {
  const { talkId } = state
  const told = effects.flatMap(({ at, effect }) => {
    const on = schoolDays.dayOf(at)
    if (effect.type === 'notice') {
      const { obligation, occurrence, step, audience } = effect
      return [{ talkId, what: noticeNamed(obligation, occurrence, step, audience), on }]
    }
    if (effect.type !== 'calendar') return []
    return effect.to.map((party) => ({ talkId, what: eventNamed(effect.method, effect.sequence, party), on }))
  })
  const owed = state.obligations.map(({ obligation, occurrence, dueOn }) => ({
    talkId,
    what: owedNamed(obligation, occurrence),
    on: dueOn,
  }))
  return [...told, ...owed]
}

function noticeNamed(obligation: string, occurrence: number, step: string, audience: string): string {
  return `${obligation} ${occurrence} ${step} to ${audience}`
}

function eventNamed(method: string, sequence: number, party: string): string {
  return `calendar ${method} ${sequence} to ${party}`
}

function owedNamed(obligation: string, occurrence: number): string {
  return `${obligation} ${occurrence} is owed`
}

/** Whoever has been there for long. */
function openingOf({ roundId, startedAt }: World, policy: Policy, employmentId: string): TalkOpening {
  const employedFrom = LONG_AGO
  return {
    talkId: derivedId('talk', roundId, employmentId),
    roundId,
    policy,
    calendar: schoolDays.facts,
    journaling: 'gateway',
    openedAt: startedAt,
    employedFrom,
    lastDay: null,
    eligibleFrom: employedFrom,
    exemptReason: null,
    hasLeader: true,
    leaves: [],
    actions: [],
    actionObligations: [],
  }
}

const LONG_AGO = day('2020-01-01')
