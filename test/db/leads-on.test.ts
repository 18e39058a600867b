import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Db, openApiDb, openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { leadershipsIn } from '../../db/leaderships.ts'
import { linesAbove, teamsAnsweredFor } from '../../db/people.ts'
import { day } from '../../domain/calendar/day.ts'
import { holderOf, holdersOf } from '../../domain/notices/roles.ts'
import { addOrganisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { asViewer } from '../support/viewer.ts'

const TODAY = day('2027-02-10')
const YESTERDAY = toDate(day('2027-02-09'))

let database: TestDatabase
let db: Db
let fenced: Db
beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  fenced = openApiDb(database.url, 2)
})
afterAll(async () => {
  await db.$disconnect()
  await fenced.$disconnect()
  await database.drop()
})

const states = ['here', 'on leave', 'gone'] as const
type State = (typeof states)[number]

/** Every mix of who of Anna's line is there, and who of them has a deputy who is. */
const mixes = states.flatMap((ben) =>
  states.flatMap((carl) =>
    states.flatMap((doris) =>
      [false, true].flatMap((benHas) =>
        [false, true].map((carlHas) => ({ ben, carl, doris, benHas, carlHas })),
      ),
    ),
  ),
)

test('whoever mail finds as Anna’s leader may act as the leader, and nobody else but a leader who has a deputy or is on leave', async () => {
  const { addPerson, addRound, addTalk } = await addOrganisation(db)
  const doris = await addPerson('Doris')
  const carl = await addPerson('Carl', { leader: doris })
  const ben = await addPerson('Ben', { leader: carl })
  const anna = await addPerson('Anna', { leader: ben })
  const [finn, eva] = [await addPerson('Finn'), await addPerson('Eva')]
  const roundId = await addRound({ status: 'running' })
  await addTalk(roundId, Date.UTC(2026, 10, 2), { employee: anna })
  const people = [doris, carl, ben, finn, eva]

  for (const mix of mixes) {
    await db.$executeRaw`TRUNCATE leave, deputy`
    await Promise.all([become(ben, mix.ben), become(carl, mix.carl), become(doris, mix.doris)])
    if (mix.benHas) await deputise(ben, finn)
    if (mix.carlHas) await deputise(carl, eva)
    const line = (await linesAbove(db, [anna.employmentId], TODAY)).get(anna.employmentId)
    if (line === undefined) throw new Error('expected a line above Anna')
    const mailed = new Set(holdersOf('leader', { ...line, hr: [] }))
    if (mix.ben !== 'gone') mailed.add(ben.personId)
    // A leader who is there loses nothing to the deputy.
    const nearest = line.leaders.find((leader) => holderOf(leader) !== null)
    if (nearest?.present) mailed.add(nearest.personId)
    const acting = []
    for (const { personId } of people) {
      const teams = await leadershipsIn(db, roundId, personId, TODAY)
      if (teams.some(({ leaderId }) => leaderId === ben.employmentId)) acting.push(personId)
    }
    expect({ mix, acting: namesOf(acting) }).toEqual({ mix, acting: namesOf([...mailed]) })
    for (const { personId, name } of people) {
      const teams = await teamsAnsweredFor(db, personId, TODAY)
      const behindFence = await teamsBehindFence(personId)
      expect({ mix, name, teams: behindFence }).toEqual({ mix, name, teams: teams.toSorted() })
    }
  }

  function namesOf(personIds: string[]): string[] {
    return people.filter(({ personId }) => personIds.includes(personId)).map(({ name }) => name)
  }
})

/** As the database's own fence finds them. */
async function teamsBehindFence(personId: string): Promise<string[]> {
  const viewer = { personId, on: TODAY, at: Date.parse(TODAY) }
  const rows = await asViewer(
    viewer,
    () => fenced.$queryRaw<{ id: string }[]>`SELECT DISTINCT id::text FROM fence.teams() id ORDER BY id`,
  )
  return rows.map(({ id }) => id)
}

async function become({ employmentId }: TestPerson, state: State): Promise<void> {
  const lastDay = state === 'gone' ? YESTERDAY : null
  await db.employment.update({ where: { id: employmentId }, data: { lastDay } })
  if (state === 'on leave') await db.leave.create({ data: { employmentId, fromOn: YESTERDAY } })
}

async function deputise(leader: TestPerson, deputy: TestPerson): Promise<void> {
  const span = { fromOn: YESTERDAY, toOn: toDate(TODAY) }
  await db.deputy.create({
    data: { leaderId: leader.employmentId, deputyId: deputy.employmentId, ...span },
  })
}
