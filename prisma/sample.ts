import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { systemClock } from '../db/clock.ts'
import { toDate } from '../db/days.ts'
import { commitImport, previewImport } from '../db/imports.ts'
import type { ImportFile } from '../directory/decide-import.ts'
import { decideImport } from '../directory/decide-import.ts'
import { readPeopleFile } from '../directory/people-file.ts'
import { readUnitsFile } from '../directory/units-file.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { day, earlierOf } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import { zoneOffsets } from '../domain/calendar/zone-offsets.ts'
import type { GrantedRole } from '../domain/permissions.ts'
import { loadMaterials } from './default-materials.ts'

/** Who holds which role over the whole sample organisation, by employee number. */
export const SAMPLE_ROLES: readonly { role: GrantedRole; number: string }[] = [
  { role: 'hr', number: '41003' },
  { role: 'hr', number: '41006' },
  { role: 'hr', number: '41014' },
  { role: 'works-council', number: '41146' },
  { role: 'administrator', number: '41030' },
]

const TOP_UNIT = '5000'
const ROLES_FROM = day('2026-11-01')

/**
 * Loads the sample organisation: 29 units, the people of November 2026, their roles and the default materials. Loading
 * it again changes nothing.
 */
export async function loadSample(
  db: Db,
  clock: Clock = systemClock,
  zone = 'Europe/Copenhagen',
): Promise<void> {
  const at = await clock.now()
  const year = new Date(at).getUTCFullYear()
  const today = createZone(zoneOffsets(zone, year, year)).localTime(at).on
  const units = sampleFile('units.csv')
  await importFile(db, { kind: 'units', file: await readUnitsFile(units) }, { bytes: units, at, today })
  const people = sampleFile('people-2026-11.csv')
  const file = { kind: 'people', file: await readPeopleFile(people), completeFor: null } as const
  await importFile(db, file, { bytes: people, at, today })
  await grantRoles(db, earlierOf(today, ROLES_FROM))
  await loadMaterials(db, at)
}

/** The compiled program is in a folder of its own; the files stay where they are. */
function sampleFile(name: string): Uint8Array {
  const folder = import.meta.url.endsWith('.js') ? '../../prisma/sample/' : './sample/'
  return readFileSync(new URL(`${folder}${name}`, import.meta.url))
}

async function importFile(
  db: Db,
  file: ImportFile,
  { bytes, at, today }: { bytes: Uint8Array; at: Instant; today: Day },
): Promise<void> {
  const decide = decideImport(today, null)
  const order = {
    fileName: `sample-${file.kind}.csv`,
    bytes,
    file,
    validFrom: today,
    today,
    at,
    byPersonId: null,
  }
  const { id } = await previewImport(db, order, decide)
  const outcome = await commitImport(db, { id, leaveOut: false, today, at }, decide)
  if ('refused' in outcome) throw new Error(`the sample's ${file.kind} were refused: ${outcome.refused}`)
}

async function grantRoles(db: Db, from: Day): Promise<void> {
  if ((await db.roleGrant.count()) > 0) return
  const unit = await db.unit.findUniqueOrThrow({ where: { number: TOP_UNIT } })
  const holders = await db.employment.findMany({
    where: { number: { in: SAMPLE_ROLES.map(({ number }) => number) } },
  })
  const personOf = new Map(holders.map(({ number, personId }) => [number, personId]))
  await db.roleGrant.createMany({
    data: SAMPLE_ROLES.map(({ role, number }) => {
      const personId = personOf.get(number)
      if (personId === undefined)
        throw new Error(`the sample has no employee '${number}' for the role ${role}`)
      return { id: randomUUID(), personId, role, unitId: unit.id, fromOn: toDate(from) }
    }),
  })
}
