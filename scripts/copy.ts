/**
 * `npm run copy -- --number 41003 --to FILE`: writes the copy of what is known about a person (GDPR art. 15) for the data
 * protection officer, such as of somebody who has left and cannot sign in. It is what they would get themselves: the
 * database is asked in their name. Noted in the audit.
 */
import { writeFile } from 'node:fs/promises'
import { zoneOf } from '../api/context.ts'
import { ownDataFile } from '../api/own-data-file.ts'
import { noteReadingAbout } from '../db/accesses.ts'
import { type Db, openApiDb } from '../db/client.ts'
import { personByNumber } from '../db/legal-holds.ts'
import { ownData } from '../db/own-data.ts'
import { nameViewer, withViewer } from '../db/viewer.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given } from './infrastructure/given.ts'
import { connectToDatabase, type InstallationDatabase } from './infrastructure/installation.ts'

const { values } = given('npm run copy -- --number 41003 --to copy.zip', {
  options: { number: { type: 'string' }, to: { type: 'string' } },
})
await attempt(async () => {
  const { number, to } = values
  if (!number) throw new CommandError('--number is not given: expected an employee number such as 41003')
  if (!to) throw new CommandError('--to is not given: expected the file to write, such as copy.zip')
  const installation = connectToDatabase()
  const db = openApiDb(installation.config.databaseUrl, 1)
  try {
    await withViewer(() => copy(installation, db, { number, to }))
  } finally {
    await db.$disconnect()
    await installation.close()
  }
})

async function copy(
  { config, clock }: InstallationDatabase,
  db: Db,
  { number, to }: { number: string; to: string },
): Promise<void> {
  const found = await personByNumber(db, number)
  if (found === null)
    throw new CommandError(`--number is '${number}': expected the employee number of somebody in the tables`)
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
}
