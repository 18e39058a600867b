import type { Day, Instant } from '../domain/calendar/day.ts'
import type { PlanContent } from '../domain/plan/content.ts'
import type { Party } from '../domain/talk/talk.ts'
import { namesOf } from './accesses.ts'
import type { Db, Tx } from './client.ts'
import { actedFor } from './acted-for.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'

/** Who writes of a plan, and for which leader as their deputy. */
interface Writer {
  readonly byPersonId: string
  readonly onBehalfOf: string | null
}

/** The autosaved draft that both write; only a proposed version reaches the rules (design §4). */
export interface PlanDraftRow<Content> {
  readonly content: Content
  /** Counts up with every save. */
  readonly version: number
  readonly by: string | null
  /** The leader whose deputy wrote it, by name. */
  readonly onBehalfOf: string | null
  readonly updatedAt: Instant
}

export async function planDraft<Content>(db: Tx, talkId: string): Promise<PlanDraftRow<Content> | null> {
  const row = await db.planDraft.findFirst({ where: { talkId } })
  if (row === null) return null
  const { byPersonId, onBehalfOf } = row
  const names = await namesOf(db, [byPersonId ?? [], onBehalfOf ?? []].flat())
  return {
    content: row.content as Content,
    version: row.version,
    by: nameIn(names, byPersonId),
    onBehalfOf: nameIn(names, onBehalfOf),
    updatedAt: row.updatedAt.getTime(),
  }
}

/** Saves over the version that the writer saw and answers the new one; null where another save came between. */
export async function savePlanDraft(
  db: Db,
  draft: { talkId: string; content: object; version: number; at: Instant } & Writer,
): Promise<number | null> {
  const { talkId, version, byPersonId, onBehalfOf, at } = draft
  const content = draft.content as Prisma.InputJsonValue
  const values = { content, version: version + 1, byPersonId, onBehalfOf, updatedAt: new Date(at) }
  if (version === 0) {
    const { count } = await db.planDraft.createMany({ data: { talkId, ...values }, skipDuplicates: true })
    return count === 1 ? 1 : null
  }
  const { count } = await db.planDraft.updateMany({ where: { talkId, version }, data: values })
  return count === 1 ? version + 1 : null
}

/** The draft goes on from what was proposed, so that an action keeps its id in the next version. */
export async function replacePlanDraft(
  db: Tx,
  draft: { talkId: string; content: object; at: Instant } & Writer,
): Promise<void> {
  const { talkId, byPersonId, onBehalfOf, at } = draft
  const content = draft.content as Prisma.InputJsonValue
  const values = { content, byPersonId, onBehalfOf, updatedAt: new Date(at) }
  await db.planDraft.upsert({
    where: { talkId },
    create: { talkId, version: 1, ...values },
    update: { ...values, version: { increment: 1 } },
  })
}

/** Writes an immutable version before the rules are asked; the same request sent again writes the same row. */
export async function insertPlanVersion(
  db: Tx,
  version: {
    id: string
    talkId: string
    content: object
    hash: string
    byPersonId: string | null
    onBehalfOf: string | null
    createdAt: Instant
    /** The first version of a plan that ended as not agreed before anything was proposed. */
    ended?: boolean
  },
): Promise<void> {
  const { ended = false, ...row } = version
  await db.planVersion.createMany({
    data: {
      ...row,
      content: version.content,
      createdAt: new Date(version.createdAt),
      ...(ended && { status: 'not-agreed', number: 1 }),
    },
    skipDuplicates: true,
  })
}

/** What a version of the talk says; null where the talk has no such version. */
export async function versionContent(db: Tx, talkId: string, versionId: string): Promise<PlanContent | null> {
  const row = await db.planVersion.findFirst({ where: { id: versionId, talkId }, select: { content: true } })
  return row && (row.content as unknown as PlanContent)
}

export interface PlanVersionRow {
  readonly id: string
  readonly number: number
  readonly status: 'current' | 'replaced' | 'agreed' | 'not-agreed'
  readonly hash: string
  readonly content: PlanContent
  readonly by: string | null
  readonly onBehalfOf: string | null
  readonly createdAt: Instant
  readonly approvals: readonly { party: Party; by: string | null; onBehalfOf: string | null; at: Instant }[]
  readonly comments: readonly PlanCommentRow[]
}

export interface PlanCommentRow {
  readonly kind: 'returned' | 'statement'
  readonly party: Party
  readonly by: string | null
  readonly onBehalfOf: string | null
  readonly text: string
  readonly at: Instant
}

/** The versions that were ever made current, newest first; others are ignored. */
export async function planVersions(db: Tx, talkId: string): Promise<PlanVersionRow[]> {
  const rows = await db.planVersion.findMany({
    where: { talkId, number: { not: null } },
    include: { approvals: { where: { voidedAt: null } }, comments: { orderBy: { at: 'asc' } } },
    orderBy: { number: 'desc' },
  })
  const approvedFor = await actedFor(db, talkId)
  const approvalsOf = (row: (typeof rows)[number]) =>
    row.approvals.map((approval) => ({ ...approval, onBehalfOf: approvedFor(approval) }))
  const writers = rows.flatMap((row) => [row, ...row.comments, ...approvalsOf(row)])
  const names = await namesOf(
    db,
    writers.flatMap(({ byPersonId, onBehalfOf }) => [byPersonId ?? [], onBehalfOf ?? []].flat()),
  )
  const writerOf = ({ byPersonId, onBehalfOf }: (typeof writers)[number]) => ({
    by: nameIn(names, byPersonId),
    onBehalfOf: nameIn(names, onBehalfOf),
  })
  return rows.map((row) => ({
    id: row.id,
    number: row.number ?? 0,
    status: row.status as PlanVersionRow['status'],
    hash: row.hash,
    content: row.content as unknown as PlanContent,
    ...writerOf(row),
    createdAt: row.createdAt.getTime(),
    approvals: approvalsOf(row).map((approval) => ({
      party: approval.party as Party,
      ...writerOf(approval),
      at: approval.at.getTime(),
    })),
    comments: row.comments.map((comment) => ({
      kind: comment.kind === 'returned' ? 'returned' : 'statement',
      party: comment.party as Party,
      ...writerOf(comment),
      text: comment.text,
      at: comment.at.getTime(),
    })),
  }))
}

/** Which of these ids are actions of the talk's own proposed versions. */
export async function knownActionIds(db: Tx, talkId: string): Promise<Set<string>> {
  const rows = await db.planVersion.findMany({ where: { talkId }, select: { content: true } })
  return new Set(
    rows.flatMap(({ content }) => (content as unknown as PlanContent).actions.map(({ id }) => id)),
  )
}

/** A comment at returning a version, or a party's statement when the plan is not agreed (R7.2). */
export async function insertPlanComment(
  db: Tx,
  comment: {
    id: string
    planVersionId: string
    kind: 'returned' | 'statement'
    party: Party
    text: string
    at: Instant
  } & Writer,
): Promise<void> {
  await db.planComment.createMany({ data: { ...comment, at: new Date(comment.at) }, skipDuplicates: true })
}

export interface Statement extends Writer {
  readonly planVersionId: string
  readonly party: Party
  readonly text: string
  readonly at: Instant
}

/** A party's statement; writing it again replaces it until the plan is filed. */
export async function writeStatement(tx: Tx, statement: Statement): Promise<void> {
  const { planVersionId, party } = statement
  await tx.planComment.deleteMany({ where: { planVersionId, party, kind: 'statement' } })
  await tx.planComment.create({ data: { ...statement, kind: 'statement', at: new Date(statement.at) } })
}

/** The version that ended as not agreed; null where none was ever proposed. */
export async function notAgreedVersion(db: Tx, talkId: string): Promise<string | null> {
  const row = await db.planVersion.findFirst({
    where: { talkId, status: 'not-agreed' },
    select: { id: true },
    orderBy: { number: 'desc' },
  })
  return row?.id ?? null
}

export interface VersionFiling {
  readonly versionId: string
  readonly status: string
  readonly number: number | null
  readonly hash: string
  readonly journal: {
    readonly key: string
    readonly gateway: string
    readonly status: string
    readonly receipt: string
    readonly caseReference: string
    readonly filedAt: Instant | null
  } | null
}

/** One version of a talk with where it is filed; null where the talk has no such version. */
export async function versionFiling(
  db: Tx,
  talkId: string,
  versionId: string,
): Promise<VersionFiling | null> {
  const row = await db.planVersion.findFirst({
    where: { id: versionId, talkId, number: { not: null } },
    include: { journal: true },
  })
  if (row === null) return null
  const { journal } = row
  return {
    versionId: row.id,
    status: row.status,
    number: row.number,
    hash: row.hash,
    journal: journal && {
      key: journal.key,
      gateway: journal.gateway,
      status: journal.status,
      receipt: journal.receipt,
      caseReference: journal.caseReference,
      filedAt: journal.filedAt?.getTime() ?? null,
    },
  }
}

/** The case number the leader filed the plan under; `record` then marks it as filed (R8.2). */
export async function writeCaseNumber(db: Tx, versionId: string, caseNumber: string): Promise<void> {
  await db.journalEntry.updateMany({
    where: { planVersionId: versionId, status: { not: 'filed' } },
    data: { caseReference: caseNumber, receipt: caseNumber },
  })
}

/** The newest agreed plan of a talk (R5.5); null where it ended without one. */
async function agreedPlan(db: Tx, talkId: string): Promise<PlanVersionRow | null> {
  return (await planVersions(db, talkId)).find(({ status }) => status === 'agreed') ?? null
}

/** The newest agreed plan of the talks before one, whatever kinds these were (R5.5); null without one. */
export async function lastAgreedPlan(
  db: Tx,
  { id, employmentId }: { id: string; employmentId: string },
): Promise<PlanVersionRow | null> {
  const earlier = await db.$queryRaw<{ id: string }[]>`
    SELECT before.id::text FROM talk JOIN talk before ON before.opened_at < talk.opened_at
    WHERE talk.id = ${id}::uuid AND before.employment_id = ${employmentId}::uuid ORDER BY before.opened_at DESC`
  for (const talk of earlier) {
    const plan = await agreedPlan(db, talk.id)
    if (plan !== null) return plan
  }
  return null
}

export interface OpenAction {
  readonly id: string
  readonly what: string
  readonly owner: Party
  readonly dueOn: Day
}

/** The employee's open actions, whichever talk reminds about them (R9.3). */
export async function openActionsOf(db: Tx, employmentId: string): Promise<OpenAction[]> {
  const rows = await db.action.findMany({
    where: { employmentId, status: 'open' },
    orderBy: { dueOn: 'asc' },
  })
  return rows.map(({ id, what, owner, dueOn }) => ({ id, what, owner: owner as Party, dueOn: toDay(dueOn) }))
}

function nameIn(names: ReadonlyMap<string, string>, personId: string | null): string | null {
  return personId === null ? null : (names.get(personId) ?? null)
}
