import type { Instant } from '../domain/calendar/day.ts'
import type {
  EmploymentRecord,
  PeopleChanges,
  PeopleFact,
  SpanChange,
  UnitChanges,
} from '../domain/people/changes.ts'
import type { DirectoryPerson } from '../domain/people/directory.ts'
import { followChangedAddresses } from './changed-addresses.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { type LeaderChangeMailData, queueLeaderChangeMails } from './outbox.ts'
import { followFurtherNumbers } from './further-numbers.ts'
import { takeAwayFromGroupTalks } from './group-talk-acts.ts'

/** Rows that go to the database in one statement: few enough for its memory, many enough to be quick. */
const BATCH = 10_000

/**
 * Writes what an import has decided and the facts that tell the talks. A fixed number of statements for each
 * ten thousand rows, whatever changes.
 */
export async function writePeopleChanges(tx: Tx, changes: PeopleChanges, knownAt: Instant): Promise<void> {
  await insertPeople(tx, changes.people.added)
  await updatePeople(tx, changes.people.changed, knownAt)
  await insertEmployments(tx, changes.employments.added)
  await followFurtherNumbers(tx, furtherOnes(changes), knownAt)
  await updateEmployments(tx, changes.employments.changed)
  const joiners = new Set(changes.employments.added.map(({ id }) => id))
  await writeSpans(tx, changes.lines, joiners, LINES)
  await writeSpans(tx, changes.memberships, joiners, MEMBERSHIPS)
  await writeLeaves(tx, changes.leaves)
  await takeAwayFromGroupTalks(tx, knownAt)
  await insertFacts(tx, changes.facts, knownAt)
  await queueLeaderChangeMails(tx, newLeaders(changes.facts), knownAt)
}

/** Employments of people who are stored already, who might be others than those whose number it is. */
function furtherOnes({ people, employments }: PeopleChanges): string[] {
  const newcomers = new Set(people.added.map(({ id }) => id))
  return employments.added.filter(({ personId }) => !newcomers.has(personId)).map(({ id }) => id)
}

function newLeaders(facts: readonly PeopleFact[]): LeaderChangeMailData[] {
  return facts.flatMap(({ employmentId, effectiveOn: on, ...fact }) => {
    if (fact.kind !== 'leader-changed' || fact.data.leaderId === null) return []
    return [{ employmentId, leaderId: fact.data.leaderId, on }]
  })
}

/** Adds units and changes names, places in the tree and union representatives. */
export async function writeUnitChanges(tx: Tx, { added, changed }: UnitChanges): Promise<void> {
  const names = added.map(({ id, number, name, tr }) => ({ id, number, name, tr }))
  await eachBatch(
    names,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO unit (id, number, name, tr_name) SELECT id, number, name, tr
      FROM json_to_recordset(${rows}::json) AS r(id uuid, number text, name text, tr text)`,
  )
  // A unit may come before the one above it, so the tree is tied when all are there.
  const after = [...added, ...changed.map((change) => change.after)]
  await eachBatch(
    after,
    (rows) =>
      tx.$executeRaw`
      UPDATE unit u SET name = r.name, tr_name = r.tr, parent_id = above.id
      FROM json_to_recordset(${rows}::json) AS r(id uuid, name text, tr text, parent text)
      LEFT JOIN unit above ON above.number = r.parent
      WHERE u.id = r.id`,
  )
}

async function insertPeople(tx: Tx, people: readonly DirectoryPerson[]): Promise<void> {
  await eachBatch(
    people,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO person (id, given_name, family_name, email, phone, birth_date, language)
      SELECT id, "givenName", "familyName", email, phone, "birthDate", language
      FROM json_to_recordset(${rows}::json) AS r(id uuid, "givenName" text, "familyName" text, email text,
        phone text, "birthDate" date, language text)`,
  )
}

async function updatePeople(tx: Tx, people: readonly DirectoryPerson[], at: Instant): Promise<void> {
  await eachBatch(people, async (rows) => {
    await followChangedAddresses(tx, rows, at)
    await tx.$executeRaw`
      UPDATE person p SET given_name = r."givenName", family_name = r."familyName", email = r.email,
        phone = r.phone, birth_date = r."birthDate", language = r.language
      FROM json_to_recordset(${rows}::json) AS r(id uuid, "givenName" text, "familyName" text, email text,
        phone text, "birthDate" date, language text)
      WHERE p.id = r.id`
  })
}

async function insertEmployments(tx: Tx, employments: readonly EmploymentRecord[]): Promise<void> {
  await eachBatch(
    employments,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO employment (id, number, person_id, title, job_group, case_number, employed_from, last_day, hours_per_week)
      SELECT id, number, "personId", title, "jobGroup", "caseNumber", "employedFrom", "lastDay",
        "hoursPerWeek"
      FROM json_to_recordset(${rows}::json) AS r(id uuid, number text, "personId" uuid, title text,
        "jobGroup" text, "caseNumber" text, "employedFrom" date, "lastDay" date, "hoursPerWeek" numeric)`,
  )
}

async function updateEmployments(tx: Tx, employments: readonly EmploymentRecord[]): Promise<void> {
  await eachBatch(
    employments,
    (rows) =>
      tx.$executeRaw`
      UPDATE employment e SET title = r.title, job_group = r."jobGroup", case_number = r."caseNumber", employed_from = r."employedFrom",
        last_day = r."lastDay", hours_per_week = r."hoursPerWeek"
      FROM json_to_recordset(${rows}::json) AS r(id uuid, title text, "jobGroup" text, "caseNumber" text, "employedFrom" date,
        "lastDay" date, "hoursPerWeek" numeric)
      WHERE e.id = r.id`,
  )
}

const LINES = { table: Prisma.raw('reporting_line'), target: Prisma.raw('leader_id') }
const MEMBERSHIPS = { table: Prisma.raw('unit_membership'), target: Prisma.raw('unit_id') }

/** @param joiners employments that have nothing to be changed yet */
async function writeSpans(
  tx: Tx,
  spans: readonly SpanChange[],
  joiners: ReadonlySet<string>,
  { table, target }: typeof LINES,
): Promise<void> {
  await eachBatch(
    spans.filter(({ employmentId }) => !joiners.has(employmentId)),
    async (rows) => {
      await tx.$executeRaw`
        DELETE FROM ${table} s USING json_to_recordset(${rows}::json) AS r("employmentId" uuid, cut date)
        WHERE s.employment_id = r."employmentId" AND s.from_on >= r.cut`
      await tx.$executeRaw`
        UPDATE ${table} s SET to_on = r."heldTo"
        FROM json_to_recordset(${rows}::json) AS r("employmentId" uuid, cut date, "heldTo" date)
        WHERE s.employment_id = r."employmentId" AND (s.to_on IS NULL OR s.to_on >= r.cut - 1)`
    },
  )
  const next = spans.flatMap((span) => (span.next === null ? [] : [{ id: span.employmentId, ...span.next }]))
  await eachBatch(
    next,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO ${table} (id, employment_id, ${target}, from_on)
      SELECT gen_random_uuid(), id, "targetId", "from"
      FROM json_to_recordset(${rows}::json) AS r(id uuid, "targetId" uuid, "from" date)`,
  )
}

async function writeLeaves(tx: Tx, { set, removed }: PeopleChanges['leaves']): Promise<void> {
  await eachBatch(
    removed,
    (rows) =>
      tx.$executeRaw`
      DELETE FROM leave l USING json_to_recordset(${rows}::json) AS r(id uuid) WHERE l.id = r.id`,
  )
  await eachBatch(
    set,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO leave (id, employment_id, from_on, to_on) SELECT id, "employmentId", "from", "to"
      FROM json_to_recordset(${rows}::json) AS r(id uuid, "employmentId" uuid, "from" date, "to" date)
      ON CONFLICT (id) DO UPDATE SET from_on = excluded.from_on, to_on = excluded.to_on`,
  )
}

async function insertFacts(tx: Tx, facts: readonly PeopleFact[], knownAt: Instant): Promise<void> {
  await eachBatch(
    facts,
    (rows) =>
      tx.$executeRaw`
      INSERT INTO fact (id, employment_id, kind, effective_on, data, known_at)
      SELECT gen_random_uuid(), "employmentId", kind, "effectiveOn", data, ${new Date(knownAt)}
      FROM json_to_recordset(${rows}::json) AS r("employmentId" uuid, kind text, "effectiveOn" date, data jsonb)`,
  )
}

/** Hands the rows over as JSON text, ten thousand at a time, in their order. */
async function eachBatch(rows: readonly object[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await write(JSON.stringify(rows.slice(start, start + BATCH)))
  }
}
