import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import { calendarOf } from '../domain/policy/policy.ts'
import { yearLater } from '../domain/policy/year-later.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { copyMaterials } from './materials.ts'
import { policyOf, zoneFactsOf } from './rounds.ts'

/** Rounds that recur and whose next year is not drafted yet, with the first day of this year's talks. */
export async function recurringRounds(db: Db): Promise<{ roundId: string; talksFrom: Day }[]> {
  return db.$queryRaw<{ roundId: string; talksFrom: Day }[]>`
    SELECT DISTINCT ON (r.id) r.id::text AS "roundId", p.policy->>'talksFrom' AS "talksFrom"
    FROM round r JOIN round_policy p ON p.round_id = r.id
    WHERE r.recurs AND NOT EXISTS (SELECT 1 FROM round next WHERE next.previous_round_id = r.id)
    ORDER BY r.id, p.version DESC`
}

/**
 * Drafts next year's round of one that recurs, with the same texts, rules and materials and the dates a year later; HR
 * looks at it and starts it. Null when the round does not recur, is gone, was never started, or has its next year already (R1.3).
 */
export async function draftNextRound(
  db: Db,
  roundId: string,
  at: Instant,
  zone: string,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM round WHERE id = ${roundId}::uuid FOR NO KEY UPDATE`
    const round = await tx.round.findUnique({ where: { id: roundId } })
    const isDrafted = (await tx.round.count({ where: { previousRoundId: roundId } })) > 0
    if (!round?.recurs || round.status === 'draft' || isDrafted) return null
    const id = derivedId('next-round', roundId)
    const { unitId } = round
    const before = await policyOf(tx, roundId)
    const closings = (await closingsOf(tx, [unitId])).get(unitId) ?? []
    const policy = yearLater(before, calendarOf(before, zoneFactsOf(zone, at), closings))
    const createdAt = new Date(at)
    const { kind, sector, focusText, orientationText, committee } = round
    await tx.round.create({
      data: {
        id,
        name: round.name.replaceAll(String(round.year), String(round.year + 1)),
        year: round.year + 1,
        links: round.links as object,
        recurs: true,
        previousRoundId: roundId,
        createdAt,
        unitId,
        kind,
        sector,
        focusText,
        orientationText,
        committee,
        policies: { create: { version: 1, createdAt, policy: policy as unknown as Prisma.InputJsonValue } },
      },
    })
    await copyMaterials(tx, id, roundId, at)
    await tellHr(tx, id, createdAt)
    return id
  })
}

/** HR of the round's unit is told that the draft is there to be looked at (R1.3). */
async function tellHr(tx: Tx, roundId: string, decidedAt: Date): Promise<void> {
  await tx.notice.create({
    data: {
      subject: roundId,
      obligation: 'draft-ready' satisfies NoticeKind,
      occurrence: 1,
      step: 'told',
      audience: 'hr',
      roundId,
      whileOpen: false,
      decidedAt,
    },
  })
}
