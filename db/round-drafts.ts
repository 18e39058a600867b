import { type Calendar, createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RoundKind } from '../domain/round/round.ts'
import { closingsOf } from './closings.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { changeKindOfMaterials, copyMaterials } from './materials.ts'
import type { RoundLink, Sector } from './round-reading.ts'
import { zoneFactsOf } from './rounds.ts'

/** What HR writes about a round beside its policy; may be changed while it runs. */
export interface RoundTexts {
  name: string
  sector: Sector
  focusText: string
  orientationText: string
  links: RoundLink[]
  guidelinesDiscussedOn: Day | null
  committee: string
  recurs: boolean
}

export interface RoundDraft extends RoundTexts {
  id: string
  unitId: string
  year: number
  kind: RoundKind
  policy: Policy
}

/** The calendar in which a draft's default dates are counted: the installation's, with the unit's closing days. */
export async function calendarForDraft(db: Tx, unitId: string, zone: string, at: Instant): Promise<Calendar> {
  const closings = await closingsOf(db, [unitId])
  const { closed, quietPeriods } = defaultCalendarSettings
  return createCalendar({
    zone: zoneFactsOf(zone, at),
    closed,
    quietPeriods,
    closings: closings.get(unitId) ?? [],
  })
}

/** Writes a new draft with its first policy and materials of its own; the same id twice writes it once. */
export async function createDraft(db: Db, draft: RoundDraft, byPersonId: string, at: Instant): Promise<void> {
  const { policy, id, unitId, year, kind, ...texts } = draft
  await db.$transaction(async (tx) => {
    const { count } = await tx.round.createMany({
      data: [{ id, unitId, year, kind, name: draft.name, createdAt: new Date(at), ...textColumns(texts) }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await addPolicyVersion(tx, { id: derivedId('policy', id), roundId: id, policy, byPersonId, at })
    await copyMaterials(tx, id, null, at)
  })
}

/** Changes texts of a round; what is not named stays. */
export async function editRoundTexts(db: Tx, id: string, texts: Partial<RoundTexts>): Promise<void> {
  await db.round.update({ where: { id }, data: textColumns(texts) })
}

/** Changes what only a draft may change; whether the round was still a draft. */
export async function editDraft(
  db: Db,
  id: string,
  change: { unitId?: string; year?: number; kind?: RoundKind },
  at: Instant,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { kind } = change
    const isOther = kind !== undefined && (await tx.round.count({ where: { id, kind: { not: kind } } })) > 0
    const { count } = await tx.round.updateMany({ where: { id, status: 'draft' }, data: change })
    if (count > 0 && isOther) await changeKindOfMaterials(tx, id, at)
    return count > 0
  })
}

/** Whether the round was still a draft and is gone now. */
export async function deleteDraft(db: Tx, id: string): Promise<boolean> {
  const { count } = await db.round.deleteMany({ where: { id, status: 'draft' } })
  return count > 0
}

/**
 * Writes the round's next policy version, which is in force at once; answers its number. The same id twice writes it
 * once.
 */
export async function addPolicyVersion(
  tx: Tx,
  added: { id: string; roundId: string; policy: Policy; byPersonId: string; at: Instant },
): Promise<number> {
  const { id, roundId, policy, byPersonId, at } = added
  await tx.$queryRaw`SELECT id FROM round WHERE id = ${roundId}::uuid FOR UPDATE`
  const known = await tx.roundPolicy.findUnique({ where: { id }, select: { version: true } })
  if (known !== null) return known.version
  const newest = await tx.roundPolicy.aggregate({ where: { roundId }, _max: { version: true } })
  const version = (newest._max.version ?? 0) + 1
  await tx.roundPolicy.create({
    data: {
      id,
      roundId,
      version,
      policy: policy as unknown as Prisma.InputJsonValue,
      byPersonId,
      createdAt: new Date(at),
    },
  })
  return version
}

function textColumns(texts: Partial<RoundTexts>) {
  const { guidelinesDiscussedOn, links, ...plain } = texts
  return {
    ...plain,
    ...(links && { links: links as unknown as Prisma.InputJsonValue }),
    ...(guidelinesDiscussedOn !== undefined && {
      guidelinesDiscussedOn: guidelinesDiscussedOn && toDate(guidelinesDiscussedOn),
    }),
  }
}
