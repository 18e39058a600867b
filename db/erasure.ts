import type { Day, Instant } from '../domain/calendar/day.ts'
import {
  type DeletedKind,
  type ErasureRefusal,
  erasureRefusal,
  type ErasureStanding,
} from '../domain/retention/retention.ts'
import type { Db, Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { writeReceipt } from './deletion-receipts.ts'
import { isNotHeld, isNotHeldTalk } from './legal-holds.ts'

/** What a plan says whose words are deleted. */
export const emptyPlan = JSON.stringify({
  goals: [],
  actions: [],
  notDoing: [],
  plannedTraining: [],
  completedTraining: [],
})

/** How somebody stands, and how much of theirs an erasure would take; null where there is no such person. */
export async function erasureStanding(
  db: Tx,
  personId: string,
  today: Day,
): Promise<(ErasureStanding & { name: string; counts: ErasureCounts }) | null> {
  const rows = await db.$queryRaw<(ErasureStanding & { name: string } & ErasureCounts)[]>`
    WITH job AS (SELECT id, last_day FROM employment WHERE person_id = ${personId}::uuid),
      own AS (SELECT id FROM talk WHERE employment_id IN (SELECT id FROM job))
    SELECT p.given_name || ' ' || p.family_name AS name, p.erased_at IS NOT NULL AS "isErased",
      EXISTS (SELECT 1 FROM job WHERE last_day IS NULL OR last_day >= ${today}::date) AS "isEmployed",
      EXISTS (SELECT 1 FROM legal_hold h WHERE h.person_id = p.id AND h.lifted_at IS NULL) AS "isHeld",
      fence.has_part_in_held_talks(p.id) AS "isHeldByOthers",
      (SELECT count(*)::int FROM course.plan_version v JOIN journal_entry j ON j.plan_version_id = v.id
        WHERE v.talk_id IN (SELECT id FROM own) AND j.status <> 'filed') AS "openFilings",
      (SELECT count(*)::int FROM own) AS talks,
      (SELECT count(*)::int FROM course.sheet WHERE talk_id IN (SELECT id FROM own)
        OR author_person_id = p.id AND shared_at IS NULL) AS sheets,
      (SELECT count(*)::int FROM course.plan_version WHERE talk_id IN (SELECT id FROM own)) AS plans,
      (SELECT count(*)::int FROM course.mail WHERE person_id = p.id) AS mails,
      (SELECT count(*)::int FROM access_entry WHERE talk_id IN (SELECT id FROM own)) AS accesses
    FROM person p WHERE p.id = ${personId}::uuid`
  const [row] = rows
  if (row === undefined) return null
  const { name, isErased, isEmployed, isHeld, isHeldByOthers, openFilings, ...counts } = row
  return { name, isErased, isEmployed, isHeld, isHeldByOthers, openFilings, counts }
}

export interface ErasureCounts {
  readonly talks: number
  readonly sheets: number
  readonly plans: number
  readonly mails: number
  readonly accesses: number
}

/** What is outside the tables and goes too. */
export interface OutsideTables {
  /** Talks whose workflows are deleted from the engine. */
  readonly talkIds: readonly string[]
  /** Message ids of mails that lie as files in the embedded mode. */
  readonly messageIds: readonly string[]
}

/** The talks and mails of a person; asked before the rows are gone. */
export async function outsideTables(db: Tx, personId: string): Promise<OutsideTables> {
  const talks = await db.talk.findMany({ where: { employment: { personId } }, select: { id: true } })
  const mails = await db.$queryRaw<{ messageId: string }[]>`
    SELECT message_id AS "messageId" FROM mail WHERE message_id IS NOT NULL
      AND (person_id = ${personId}::uuid OR ${isNotHeld(Prisma.sql`mail.person_id`)} AND ${isAbout(personId)})`
  return {
    talkIds: talks.map(({ id }) => id),
    messageIds: mails.map(({ messageId }) => messageId),
  }
}

/**
 * Takes everything of a person out of the tables, in one transaction, unless something has come to stand against it since
 * it was asked for, such as a hold. What closed rounds count stays as rows without a name and without words: the talk with
 * its outcome, the plan version that was filed. What belongs to others stays theirs, such as shared feedback to their own
 * employees. Audit entries hold ids and hashes only and are not touched.
 * @param again a restored copy has brought them back: nothing stands against it
 * @param progress called between two statements; where it throws nothing is taken
 */
export async function erasePerson(
  db: Db,
  personId: string,
  order: { today: Day; at: Instant; again: boolean; progress?: () => void },
): Promise<ErasureRefusal | null> {
  const { today, at, again, progress } = order
  return db.$transaction(
    async (tx) => {
      // Whoever holds them back meanwhile waits for this, or this for them.
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`
      const standing = await erasureStanding(tx, personId, today)
      // Done a second time, it finds nothing left.
      const refusal = standing === null || standing.isErased || again ? null : erasureRefusal(standing)
      if (refusal !== null) return refusal
      const counts = new Map<DeletedKind, number>()
      for (const [kind, statement] of statements(personId)) {
        progress?.()
        const count = await tx.$executeRaw(statement)
        counts.set(kind, (counts.get(kind) ?? 0) + count)
      }
      for (const [kind, count] of counts)
        await writeReceipt(tx, { on: today, cause: 'erasure', kind, count }, at)
      await makeNameless(tx, personId, at)
      await writeReceipt(tx, { on: today, cause: 'erasure', kind: 'people', count: 1 }, at)
      // Its own chain says when, and names nobody; who asked for it stands in theirs.
      const erased = { subject: personId, decisionId: `erased/${at}`, version: 0, event: 'erased' }
      await tx.auditEntry.createMany({ data: { ...erased, at: new Date(at) }, skipDuplicates: true })
      return null
    },
    { timeout: 10 * 60_000, maxWait: 60_000 },
  )
}

function statements(personId: string): [DeletedKind, Prisma.Sql][] {
  const jobs = Prisma.sql`(SELECT id FROM employment WHERE person_id = ${personId}::uuid)`
  const talks = Prisma.sql`(SELECT id FROM talk WHERE employment_id IN ${jobs})`
  const versions = Prisma.sql`(SELECT id FROM plan_version WHERE talk_id IN ${talks})`
  const isOwn = Prisma.sql`person_id = ${personId}::uuid`
  return [
    [
      'preparation',
      Prisma.sql`DELETE FROM sheet WHERE talk_id IN ${talks} OR author_person_id = ${personId}::uuid AND shared_at IS NULL`,
    ],
    ['preparation', Prisma.sql`DELETE FROM share WHERE talk_id IN ${talks} OR with_employment_id IN ${jobs}`],
    ['preparation', Prisma.sql`DELETE FROM topic WHERE talk_id IN ${talks}`],
    ['preparation', Prisma.sql`DELETE FROM plan_draft WHERE talk_id IN ${talks}`],
    ['preparation', Prisma.sql`DELETE FROM theme_tag WHERE talk_id IN ${talks}`],
    ['plan', Prisma.sql`DELETE FROM plan_comment WHERE plan_version_id IN ${versions}`],
    ['plan', Prisma.sql`UPDATE plan_version SET content = ${emptyPlan}::jsonb WHERE talk_id IN ${talks}`],
    ['plan', Prisma.sql`UPDATE action SET what = '' WHERE employment_id IN ${jobs}`],
    ['plan', Prisma.sql`UPDATE status_talk SET note = '' WHERE talk_id IN ${talks} AND note <> ''`],
    [
      'plan',
      Prisma.sql`UPDATE journal_entry SET case_reference = '', receipt = '', last_outcome = NULL WHERE plan_version_id IN ${versions}`,
    ],
    [
      'times',
      Prisma.sql`UPDATE appointment SET place = '', online_url = '', wish = '' WHERE talk_id IN ${talks}`,
    ],
    ['times', Prisma.sql`DELETE FROM slot WHERE leader_id IN ${jobs}`],
    ['texts', Prisma.sql`DELETE FROM local_orientation WHERE leader_id IN ${jobs}`],
    [
      'texts',
      Prisma.sql`UPDATE group_feedback SET text = '' WHERE leader_id IN ${jobs} AND status <> 'sent' AND text <> ''`,
    ],
    [
      'nudges',
      Prisma.sql`DELETE FROM nudge WHERE talk_id IN ${talks} OR leader_id IN ${jobs} OR id IN (${nudgesNaming(personId)})`,
    ],
    ['mails', withoutName(personId)],
    ['mails', Prisma.sql`DELETE FROM mail WHERE ${isOwn}`],
    ['accesses', Prisma.sql`DELETE FROM access_entry WHERE talk_id IN ${talks}`],
    ['accesses', Prisma.sql`DELETE FROM plan_opening WHERE talk_id IN ${talks}`],
    ['sign-in', Prisma.sql`DELETE FROM session WHERE ${isOwn}`],
    ['sign-in', Prisma.sql`DELETE FROM sign_in_link WHERE ${isOwn}`],
    ['sign-in', Prisma.sql`DELETE FROM answered_request WHERE ${isOwn}`],
    ['sign-in', Prisma.sql`DELETE FROM service_token WHERE ${isOwn}`],
    ['roles', Prisma.sql`DELETE FROM role_grant WHERE ${isOwn}`],
    [
      'roles',
      Prisma.sql`UPDATE unit SET tr_name = '' WHERE tr_name <> '' AND ${isNamedIn(personId, Prisma.sql`tr_name`)}`,
    ],
    ['roles', Prisma.sql`DELETE FROM deputy WHERE leader_id IN ${jobs} OR deputy_id IN ${jobs}`],
    ['times', Prisma.sql`DELETE FROM leave WHERE employment_id IN ${jobs}`],
    ['times', Prisma.sql`DELETE FROM fact WHERE employment_id IN ${jobs}`],
    ['times', Prisma.sql`DELETE FROM obligation WHERE talk_id IN ${talks}`],
    ['previews', Prisma.sql`DELETE FROM import_run WHERE status = 'previewed'`],
    ['texts', Prisma.sql`DELETE FROM legal_hold WHERE ${isOwn}`],
  ]
}

/** Others' mails about the person lose their words, but those to somebody who is held back. */
function withoutName(personId: string): Prisma.Sql {
  return Prisma.sql`UPDATE mail SET subject_line = NULL, data = data - 'print'
    WHERE person_id IS DISTINCT FROM ${personId}::uuid AND (subject_line IS NOT NULL OR data ? 'print')
      AND ${isNotHeld(Prisma.sql`mail.person_id`)} AND ${isAbout(personId)}`
}

/**
 * A mail to somebody else that may name the person: by the ids of what it is about, which its row holds whatever the
 * person is called today, or by their name.
 */
function isAbout(personId: string): Prisma.Sql {
  return Prisma.sql`(mail.data::text ~ (
    WITH job AS (SELECT id FROM employment WHERE person_id = ${personId}::uuid),
      own AS (SELECT id FROM talk WHERE employment_id IN (SELECT id FROM job))
    SELECT string_agg(named.id::text, '|') FROM (
      SELECT ${personId}::uuid AS id UNION SELECT id FROM job UNION SELECT id FROM own
      UNION SELECT id FROM notice WHERE talk_id IN (SELECT id FROM own) OR leader_id IN (SELECT id FROM job)
      UNION SELECT id FROM plan_opening WHERE talk_id IN (SELECT id FROM own)
      UNION SELECT group_talk_id FROM group_talk_part WHERE talk_id IN (SELECT id FROM own)
      -- Whoever was taken off a team talk's list was told so.
      UNION SELECT (told.data->>'groupTalkId')::uuid FROM mail told
        WHERE told.template = 'group-talk' AND told.data->>'talkId' IN (SELECT id::text FROM own)) named)
    OR ${isNamedIn(personId, Prisma.sql`concat(mail.subject_line, ' ', mail.data->>'print')`)})`
}

/**
 * HR's own words to somebody else that name the person and nobody else: found by the database, for the worker does not
 * read them.
 */
function nudgesNaming(personId: string): Prisma.Sql {
  return Prisma.sql`SELECT n.id FROM fence.nudges_naming(${personId}::uuid) naming(id) JOIN nudge n ON n.id = naming.id
    LEFT JOIN talk t ON t.id = n.talk_id JOIN employment e ON e.id = coalesce(t.employment_id, n.leader_id)
    WHERE ${isNotHeld(Prisma.sql`e.person_id`)} AND (n.talk_id IS NULL OR ${isNotHeldTalk(Prisma.sql`n.talk_id`)})`
}

function isNamedIn(personId: string, text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM person p WHERE p.id = ${personId}::uuid AND p.erased_at IS NULL
    AND position(lower(p.given_name || ' ' || p.family_name) in lower(${text})) > 0)`
}

/**
 * What is left counts in closed rounds and names nobody; no workflow is started from it again, and one that still runs
 * finds the row ahead of it. An open talk that had not noticed yet that its employee has left, such as on a day when the
 * unit is closed, ends here as it would have: its round can never close without an outcome (R1.5).
 */
async function makeNameless(tx: Tx, personId: string, at: Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE talk SET status = 'left', outcome = CASE WHEN outcome IS NULL OR outcome = 'postponed' THEN 'left' ELSE outcome END
    WHERE closed_at IS NULL AND employment_id IN (SELECT id FROM employment WHERE person_id = ${personId}::uuid)`
  await tx.$executeRaw`
    UPDATE talk SET version = version + 1, closed_at = coalesce(closed_at, ${new Date(at)}), next_due_at = NULL, disagrees = false,
      snapshot = snapshot || '{"closed": true, "leaves": [], "heldFacts": [], "obligations": []}'::jsonb
        || jsonb_build_object('status', status, 'outcome', outcome)
    WHERE employment_id IN (SELECT id FROM employment WHERE person_id = ${personId}::uuid)`
  await tx.$executeRaw`
    UPDATE employment SET number = 'slettet-' || gen_random_uuid(), title = '', job_group = '', case_number = '', hours_per_week = NULL
    WHERE person_id = ${personId}::uuid`
  await tx.person.update({
    where: { id: personId },
    data: {
      givenName: 'Slettet',
      familyName: 'person',
      email: null,
      emailChangedAt: null,
      phone: null,
      birthDate: null,
      language: 'da',
      erasedAt: new Date(at),
    },
  })
}

/** Which of these people are in the tables and not erased: what a restored copy has brought back. */
export async function notErased(db: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { id: { in: [...personIds] }, erasedAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}
