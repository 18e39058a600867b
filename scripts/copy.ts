/**
 * `npm run copy -- --number 41003 --to FILE`: writes the copy of what is known about a person (GDPR art. 15) for the data
 * protection officer, such as of somebody who has left and cannot sign in. It is what they would get themselves: the
 * database is asked in their name. Noted in the audit.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { zoneOf } from '../api/context.ts'
import { ownDataFile } from '../api/own-data-file.ts'
import { noteReadingAbout } from '../db/accesses.ts'
import { openApiDb } from '../db/client.ts'
import { personByNumber } from '../db/legal-holds.ts'
import { ownData } from '../db/own-data.ts'
import { nameViewer, withViewer } from '../db/viewer.ts'
import { connectToDatabase } from './infrastructure/installation.ts'

const { values } = parseArgs({ options: { number: { type: 'string' }, to: { type: 'string' } } })
const { config, clock, close } = connectToDatabase()
const db = openApiDb(config.databaseUrl, 1)
try {
  const complaint = await withViewer(() => copy(values.number ?? '', values.to ?? ''))
  if (complaint !== null) {
    console.error(complaint)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await db.$disconnect()
  await close()
}

/** Writes it; or says what is wrong with what was asked. */
async function copy(number: string, to: string): Promise<string | null> {
  if (to === '') return '--to is not set: expected the file to write, such as copy.zip'
  const found = await personByNumber(db, number)
  if (found === null) return `--number is '${number}': expected the employee number of somebody in the tables`
  const { personId, name } = found
  const now = await clock.now()
  const { localTime } = zoneOf(config.zone)
  const today = localTime(now).on
  nameViewer({ personId, on: today, at: now })
  const data = await ownData(db, personId)
  const { bytes } = ownDataFile(data, { language: data.person.language, today, localTime, now })
  await noteReadingAbout(db, { personId, what: 'own-data', byPersonId: null, at: now })
  await writeFile(to, bytes, { mode: 0o600 })
  // The file may be where a program's words go.
  console.error(`The copy of what is known about ${name} is in ${to}.`)
  return null
}
