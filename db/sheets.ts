import type { Instant } from '../domain/calendar/day.ts'
import type { Party } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
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

/** Whose sheet it is. */
export interface OwnSheet {
  readonly talkId: string
  readonly author: Party
  readonly authorPersonId: string
}

/** What stands in it, null where there is none, and whether somebody was shown it: the other side, or a colleague. */
export async function ownSheetOf(
  db: Tx,
  { talkId, author, authorPersonId }: OwnSheet,
): Promise<{ content: unknown; isShown: boolean }> {
  const [row] = await db.$queryRaw<[{ content: unknown; isShown: boolean }]>`
    SELECT s.content, s.shared_at IS NOT NULL OR asked.author = 'employee'
        AND EXISTS (SELECT FROM share WHERE share.talk_id = asked.talk_id AND share.what = 'sheet') AS "isShown"
    FROM (SELECT ${talkId}::uuid AS talk_id, ${author} AS author) asked
    LEFT JOIN sheet s ON s.talk_id = asked.talk_id AND s.author = asked.author
      AND s.author_person_id = ${authorPersonId}::uuid`
  return row
}

export interface SheetSave extends OwnSheet {
  readonly content: object
  /** The version the author saw; 0 where there was none. */
  readonly version: number
  readonly at: Instant
}

/** Saves over the version that the author saw and answers the new one; null where another save came between. */
export async function saveSheet(db: Db, save: SheetSave): Promise<number | null> {
  const { talkId, author, authorPersonId, content, version, at } = save
  if (version > 0) return saveOver(db, save, null)
  const jobGroup = await jobGroupOfTalk(db, talkId)
  const begun = { content, version: 1, updatedAt: new Date(at), jobGroup }
  const { count } = await db.sheet.createMany({
    data: { talkId, author, authorPersonId, ...begun },
    skipDuplicates: true,
  })
  // Called ready or shown before anything was written, there is one already.
  return count === 1 ? 1 : saveOver(db, save, jobGroup)
}

/** @param jobGroup null = as it is */
async function saveOver(db: Db, save: SheetSave, jobGroup: string | null): Promise<number | null> {
  const { talkId, author, authorPersonId, content, version, at } = save
  const next = version + 1
  const count = await db.$executeRaw`
    UPDATE sheet SET content = ${JSON.stringify(content)}::jsonb, version = ${next}::int, updated_at = ${new Date(at)}::timestamptz,
      job_group = coalesce(${jobGroup}, job_group)
    WHERE talk_id = ${talkId}::uuid AND author = ${author} AND author_person_id = ${authorPersonId}::uuid
      AND version = ${version}::int`
  return count === 1 ? next : null
}

/** The author's sheet is shown to the other side from now on; there is one even if nothing was written. */
export async function shareSheet(db: Tx, own: OwnSheet, at: Instant): Promise<void> {
  await db.sheet.createMany({ data: { ...own, content: {}, updatedAt: new Date(at) }, skipDuplicates: true })
  await db.sheet.updateMany({ where: { ...own, sharedAt: null }, data: { sharedAt: new Date(at) } })
}

/**
 * Notes whether the author calls the sheet ready; with `revealed`, the sheets of these people are shared (R5.3): the two
 * of today, for what a leader before this one called ready is never shown to the new one (R13.2).
 */
export async function markSheetReady(
  db: Tx,
  own: OwnSheet,
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
