import type { Instant } from '../domain/calendar/day.ts'
import type { Party } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { jobGroupOfTalk } from './job-groups.ts'

/** A preparation sheet, or the leader's feedback for the employee (R5.3, R5.4). */
export interface SheetRow {
  readonly id: string
  readonly talkId: string
  readonly author: Party
  readonly authorPersonId: string
  /** Answers by question id, and what the author added. */
  readonly content: unknown
  /** Counts up with every save; 0 = never saved. */
  readonly version: number
  readonly sharedAt: Instant | null
  readonly updatedAt: Instant
}

export async function sheetsOf(db: Tx, talkId: string): Promise<SheetRow[]> {
  const rows = await db.sheet.findMany({ where: { talkId }, orderBy: { updatedAt: 'asc' } })
  return rows.map((row) => ({
    id: row.id,
    talkId: row.talkId,
    author: row.author === 'employee' ? 'employee' : 'leader',
    authorPersonId: row.authorPersonId,
    content: row.content,
    version: row.version,
    sharedAt: row.sharedAt?.getTime() ?? null,
    updatedAt: row.updatedAt.getTime(),
  }))
}

export interface SheetSave {
  readonly talkId: string
  readonly author: Party
  readonly authorPersonId: string
  readonly content: object
  /** The version the author saw; 0 where there was none. */
  readonly version: number
  readonly at: Instant
}

/** Saves over the version that the author saw and answers the new one; null where another save came between. */
export async function saveSheet(db: Db, save: SheetSave): Promise<number | null> {
  const { talkId, author, authorPersonId, version, at } = save
  const content = save.content as Prisma.InputJsonValue
  const own = { talkId, author, authorPersonId }
  const next = { content, version: version + 1, updatedAt: new Date(at) }
  if (version > 0) return update(db, { ...own, version }, next)
  const begun = { ...next, jobGroup: await jobGroupOfTalk(db, talkId) }
  const { count } = await db.sheet.createMany({ data: { ...own, ...begun }, skipDuplicates: true })
  // Called ready or shown before anything was written, there is one already.
  return count === 1 ? 1 : update(db, { ...own, version }, begun)
}

async function update(
  db: Db,
  where: { talkId: string; author: Party; authorPersonId: string; version: number },
  next: { content: Prisma.InputJsonValue; version: number; updatedAt: Date; jobGroup?: string },
): Promise<number | null> {
  const { count } = await db.sheet.updateMany({ where, data: next })
  return count === 1 ? next.version : null
}

/** The author's sheet is shown to the other side from now on; there is one even if nothing was written. */
export async function shareSheet(
  db: Tx,
  own: { talkId: string; author: Party; authorPersonId: string },
  at: Instant,
): Promise<void> {
  await db.sheet.createMany({ data: { ...own, content: {}, updatedAt: new Date(at) }, skipDuplicates: true })
  await db.sheet.updateMany({ where: { ...own, sharedAt: null }, data: { sharedAt: new Date(at) } })
}

/**
 * Notes whether the author calls the sheet ready; with `revealed`, the sheets of these people are shared (R5.3): the two
 * of today, for what a leader before this one called ready is never shown to the new one (R13.2).
 */
export async function markSheetReady(
  db: Tx,
  own: { talkId: string; author: Party; authorPersonId: string },
  change: { ready: boolean; revealed: readonly string[]; at: Instant },
): Promise<void> {
  const at = new Date(change.at)
  await db.sheet.createMany({ data: { ...own, content: {}, updatedAt: at }, skipDuplicates: true })
  await db.sheet.updateMany({ where: own, data: { readyAt: change.ready ? at : null } })
  if (change.revealed.length === 0) return
  const authorPersonId = { in: [...change.revealed] }
  await db.sheet.updateMany({
    where: { talkId: own.talkId, authorPersonId, sharedAt: null, readyAt: { not: null } },
    data: { sharedAt: at },
  })
}

/** Sheets that a person wrote as leader and never shared, of talks that somebody else leads now (R13.2). */
export async function unsharedLeaderSheets(db: Tx, personId: string): Promise<SheetRow[]> {
  const rows = await db.sheet.findMany({
    where: { authorPersonId: personId, author: 'leader', sharedAt: null },
    select: { talkId: true },
  })
  const sheets = await Promise.all(rows.map(({ talkId }) => sheetsOf(db, talkId)))
  return sheets.flat().filter((sheet) => sheet.authorPersonId === personId && sheet.sharedAt === null)
}

export async function deleteSheet(db: Tx, sheetId: string): Promise<void> {
  await db.sheet.delete({ where: { id: sheetId } })
}
