import { createCalendar } from '../domain/calendar/calendar.ts'
import { addMonths, type Instant } from '../domain/calendar/day.ts'
import { defaultPolicy } from '../domain/policy/policy.ts'
import type { Db } from './client.ts'
import { policyOf, zoneFactsOf } from './rounds.ts'

/**
 * Drafts next year's round of one that recurs, with the same texts and rules and the dates a year later; HR looks at it
 * and starts it. Null when the round does not recur or its next year is drafted already (R1.3).
 */
export async function draftNextRound(
  db: Db,
  roundId: string,
  at: Instant,
  zone: string,
): Promise<string | null> {
  const round = await db.round.findUniqueOrThrow({ where: { id: roundId } })
  if (!round.recurs || (await db.round.count({ where: { previousRoundId: roundId } })) > 0) return null
  const policy = await policyOf(db, roundId)
  const calendar = createCalendar({
    zone: zoneFactsOf(zone, at),
    closed: policy.closed,
    quietPeriods: policy.quietPeriods,
    closings: [],
  })
  const dates = defaultPolicy(addMonths(policy.talksFrom, 12), addMonths(policy.talksTo, 12), calendar)
  const {
    leaderKickoffOn,
    orientationOn,
    talksFrom,
    talksTo,
    inviteBy,
    groupFeedbackBy,
    evaluationBy,
    closesOn,
  } = dates
  const next = await db.round.create({
    data: {
      unitId: round.unitId,
      name: round.name.replaceAll(String(round.year), String(round.year + 1)),
      year: round.year + 1,
      kind: round.kind,
      sector: round.sector,
      focusText: round.focusText,
      orientationText: round.orientationText,
      links: round.links as object,
      committee: round.committee,
      recurs: true,
      previousRoundId: round.id,
      createdAt: new Date(at),
      policies: {
        create: {
          version: 1,
          createdAt: new Date(at),
          policy: {
            ...policy,
            ...{
              leaderKickoffOn,
              orientationOn,
              talksFrom,
              talksTo,
              inviteBy,
              groupFeedbackBy,
              evaluationBy,
              closesOn,
            },
          } as object,
        },
      },
    },
  })
  return next.id
}
