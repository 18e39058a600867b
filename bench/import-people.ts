/**
 * A people file of a whole region, over HTTP as HR brings it: shown first, then written; then the same file once more.
 * The first time beside a program that copies the file into a staging table and fills the same tables from there, in one
 * transaction, without a check of any value; the second time beside parsing the file alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Client } from 'pg'
import type { Db } from '../db/client.ts'
import { addOrganisation } from '../test/support/organisation.ts'
import { post } from './post.ts'
import { openInstallation } from './processes.ts'
import type { Bench, Subject } from './subject.ts'
import { ms, type Row, whole } from './table.ts'

const SIZES = { small: 20_000, full: 100_000 } as const
const TEAM = 30
const UNITS = 500

export const importPeople: Subject = { name: 'import', measure }

async function measure(bench: Bench): Promise<Row[]> {
  const servers = await bench.servers()
  const people = bench.isFull ? SIZES.full : SIZES.small
  const file = join(servers.folder, 'people.csv')
  writeFileSync(file, peopleFile(people), { mode: 0o644 })
  const bytes = new Uint8Array(readFileSync(file))
  const installation = await openInstallation(servers, 'import')
  const bareUrl = await servers.createDatabase('import_bare')
  const bare = new Client({ connectionString: bareUrl })
  await bare.connect()
  try {
    const { db, url } = installation
    const { top, addPerson, grant } = await addOrganisation(db)
    const hr = await addPerson('Dora')
    await grant(hr, 'hr')
    await writeUnits(installation.databaseUrl, top)
    await writeUnits(bareUrl, null)
    await installation.startApi()
    const headers = await installation.signIn(hr.personId)
    const copied = await copy(bare, file)
    bench.say(`import, staging alone: ${ms(copied.staged)}, with the tables ${ms(copied.whole)}`)
    const first = await bring(db, url, headers, bytes)
    bench.say(`import, first: ${ms(first.took)}, ${whole(first.written)} rows written`)
    const parsed = parseOnly(bytes)
    const again = await bring(db, url, headers, bytes)
    bench.say(`import, again: ${ms(again.took)}, parse only ${ms(parsed)}`)
    return [
      {
        what: `import of ${whole(people)} people: shown and written`,
        measured: `${ms(first.took)} (shown ${ms(first.shown)})`,
        baseline: `${ms(copied.whole)} (staging alone ${ms(copied.staged)}: ratio ${(first.took / copied.staged).toFixed(1)})`,
        ratio: first.took / copied.whole,
        reach: '≤ 3',
        isReached: first.took <= 3 * copied.whole,
      },
      {
        what: 'the same file again',
        measured: `${ms(again.took)} (shown ${ms(again.shown)})`,
        baseline: `${ms(parsed)}, parse only`,
        ratio: again.took / parsed,
        reach: '≤ 1.2',
        isReached: again.took <= 1.2 * parsed,
      },
      {
        what: 'rows of people that the second import writes',
        measured: whole(again.written),
        baseline: '0',
        ratio: null,
        reach: '0',
        isReached: again.written === 0,
      },
    ]
  } finally {
    await bare.end()
    await installation.stop()
  }
}

/** As HR does it: uploaded and shown, looked at, written. */
async function bring(
  db: Db,
  url: string,
  headers: Record<string, string>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ took: number; shown: number; written: number }> {
  const before = await rowsWritten(db)
  const begun = performance.now()
  const { id } = await post<{ id: string }>(`${url}/api/v1/imports?fileName=people.csv`, headers, bytes)
  const shown = performance.now() - begun
  await post(`${url}/api/v1/imports/${id}/commit`, headers, {})
  const took = performance.now() - begun
  return { took, shown, written: (await rowsWritten(db)) - before }
}

/** Rows inserted, changed or deleted so far in the tables of people, as the database counts them. */
async function rowsWritten(db: Db): Promise<number> {
  // A connection tells its counts when it has been idle for a while, or is asked to.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const [row] = await db.$queryRaw<{ rows: number }[]>`
    SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS rows FROM pg_stat_user_tables
    WHERE relname IN ('person', 'employment', 'unit_membership', 'reporting_line', 'leave', 'fact')`
  return row?.rows ?? 0
}

async function copy(client: Client, file: string): Promise<{ staged: number; whole: number }> {
  await client.query(`CREATE TABLE staging (number text, given text, family text, email text, title text, unit text,
    leader text, employed_from text, hours text, born text, language text)`)
  const begun = performance.now()
  await client.query('BEGIN')
  await client.query(`COPY staging FROM '${file}' (FORMAT csv, DELIMITER ';', HEADER)`)
  const staged = performance.now() - begun
  await client.query(`CREATE TEMP TABLE made ON COMMIT DROP AS
    SELECT staging.*, gen_random_uuid() AS person_id, gen_random_uuid() AS employment_id FROM staging`)
  await client.query(`INSERT INTO person (id, given_name, family_name, email, birth_date, language)
    SELECT person_id, given, family, lower(email), to_date(born, 'DD.MM.YYYY'), language FROM made`)
  await client.query(`INSERT INTO employment (id, person_id, number, title, employed_from, hours_per_week)
    SELECT employment_id, person_id, number, title, to_date(employed_from, 'DD.MM.YYYY'),
      replace(hours, ',', '.')::numeric FROM made`)
  await client.query(`INSERT INTO unit_membership (id, employment_id, unit_id, from_on)
    SELECT gen_random_uuid(), employment_id, unit.id, to_date(employed_from, 'DD.MM.YYYY')
    FROM made JOIN unit ON unit.number = made.unit`)
  await client.query(`INSERT INTO reporting_line (id, employment_id, leader_id, from_on)
    SELECT gen_random_uuid(), made.employment_id, leader.employment_id, to_date(made.employed_from, 'DD.MM.YYYY')
    FROM made JOIN made leader ON leader.number = made.leader`)
  await client.query('COMMIT')
  return { staged, whole: performance.now() - begun }
}

/** The least that reading the file can be: its text cut into records and cells. */
function parseOnly(bytes: Uint8Array): number {
  const begun = performance.now()
  parse(new TextDecoder().decode(bytes), { delimiter: ';', record_delimiter: '\r\n' })
  return performance.now() - begun
}

async function writeUnits(databaseUrl: string, parentId: string | null): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `INSERT INTO unit (id, number, name, parent_id)
     SELECT gen_random_uuid(), 'E' || n, 'Enhed ' || n, $1 FROM generate_series(0, $2 - 1) n`,
    [parentId, UNITS],
  )
  await client.end()
}

const HEADER =
  'Medarbejdernr;Fornavn;Efternavn;E-mail;Stilling;Enhedsnr;Leders medarbejdernr;Ansat fra;Timer pr. uge;Fødselsdato;Sprog'

/** Teams of thirty, each with a leader who is in the file too. */
function peopleFile(people: number): string {
  const lines = [HEADER]
  for (let n = 0; n < people; n++) {
    const leader = n % TEAM === 0 ? '' : String(100_000 + n - (n % TEAM))
    const unit = `E${Math.floor(n / TEAM) % UNITS}`
    const born = `${String((n % 28) + 1).padStart(2, '0')}.03.19${70 + (n % 30)}`
    const number = 100_000 + n
    const cells = [number, `Åse ${n % 977}`, `Sørensen ${n % 7919}`, `m${number}@by.example`, 'Lærer', unit]
    lines.push([...cells, leader, '01.08.2015', '37,0', born, 'da'].join(';'))
  }
  return `${lines.join('\r\n')}\r\n`
}
