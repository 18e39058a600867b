import { randomUUID } from 'node:crypto'
import type { Db } from '../db/client.ts'
import { toDate } from '../db/days.ts'
import { day, type Day } from '../domain/calendar/day.ts'
import { loadMaterials } from '../prisma/default-materials.ts'
import { cast, emailOf } from './cast.ts'

/** What an installation's set-up does before anybody can sign in: the texts, the top unit, and one person with roles for it. */
export async function setUp(db: Db, startsOn: Day): Promise<void> {
  await loadMaterials(db, Date.parse(`${startsOn}T00:00:00Z`))
  const { number, family, title } = cast.Dora
  const from = toDate(day('2015-08-01'))
  const unit = await db.unit.create({ data: { number: cast.Dora.unit, name: 'Skoleforvaltningen' } })
  const personId = randomUUID()
  await db.person.create({
    data: {
      id: personId,
      givenName: 'Dora',
      familyName: family,
      email: emailOf('Dora'),
      employments: {
        create: {
          number,
          title,
          employedFrom: from,
          memberships: { create: { unitId: unit.id, fromOn: from } },
        },
      },
      roleGrants: {
        create: ['hr', 'administrator', 'break-glass'].map((role) => ({
          role,
          unitId: unit.id,
          fromOn: toDate(startsOn),
        })),
      },
    },
  })
}
