import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { watchStatements } from '../../bench/statements.ts'
import { type Db, openApiDb, openDb } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { leadershipsIn } from '../../db/leaderships.ts'
import { teamsAnsweredFor } from '../../db/leads-on.ts'
import { peopleToPrintFor } from '../../db/mail-people.ts'
import { linesAbove } from '../../db/people.ts'
import { talkAndStanding } from '../../db/standing.ts'
import { teamTalks } from '../../db/home.ts'
import type { Viewer } from '../../db/viewer.ts'
import { day } from '../../domain/calendar/day.ts'
import { holderOf, holdersOf } from '../../domain/notices/roles.ts'
import type { Who } from '../../domain/permissions.ts'
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

/** Anna acts for somebody above her, alone or with Eva. */
const ownMatters = states.flatMap((ben) =>
  states.flatMap((carl) =>
    (['for Ben', 'for Carl'] as const).flatMap((acts) =>
      [false, true].map((evaToo) => ({ ben, carl, acts, evaToo })),
    ),
  ),
)

/** A person without any job or role. */
const nobody = {
  employmentIds: [],
  units: { hr: new Set(), 'works-council': new Set(), administrator: new Set(), 'break-glass': new Set() },
  isProgram: false,
} satisfies Omit<Who, 'personId'>

test('who leads whom is asked in statements that a connection reads once', async () => {
  const { addPerson, addRound, addTalk } = await addOrganisation(db)
  const ben = await addPerson('Ben')
  const anna = await addPerson('Anna', { leader: ben })
  const talkId = await addTalk(await addRound({ status: 'running' }), Date.UTC(2026, 10, 2), {
    employee: anna,
  })
  const watch = watchStatements()
  const ask = async () => {
    await talkAndStanding(db, talkId, { ...nobody, personId: ben.personId }, TODAY)
    await teamsAnsweredFor(db, ben.personId, TODAY)
  }
  await ask()
  watch.begin()
  await ask()
  const asked = watch.end()
  watch.stop()
  expect(asked).toHaveLength(2)
  for (const { name } of asked) expect(name).toMatch(/./)
})

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
      const { teams } = await teamsAnsweredFor(db, personId, TODAY)
      const behindFence = await teamsBehindFence(personId)
      expect({ mix, name, teams: behindFence }).toEqual({ mix, name, teams: teams.toSorted() })
    }
  }

  function namesOf(personIds: string[]): string[] {
    return people.filter(({ personId }) => personIds.includes(personId)).map(({ name }) => name)
  }
})

test('nobody acts for a leader in their own matter: that talk alone is listed, led and shown to whom mail finds, who prints their letters', async () => {
  const { addPerson, addRound, addTalk } = await addOrganisation(db)
  const doris = await addPerson('Doris')
  const carl = await addPerson('Carl', { leader: doris })
  const ben = await addPerson('Ben', { leader: carl })
  const anna = await addPerson('Anna', { leader: ben, email: null })
  const gerd = await addPerson('Gerd', { leader: ben, email: null })
  const eva = await addPerson('Eva')
  const roundId = await addRound({ status: 'running' })
  const opened = Date.UTC(2026, 10, 2)
  const talks = [
    { of: anna, id: await addTalk(roundId, opened, { employee: anna }) },
    { of: gerd, id: await addTalk(roundId, opened, { employee: gerd }) },
  ]
  const people = [doris, carl, ben, anna, gerd, eva]

  for (const mix of ownMatters) {
    await db.$executeRaw`TRUNCATE leave, deputy`
    await Promise.all([become(ben, mix.ben), become(carl, mix.carl)])
    await deputise(mix.acts === 'for Ben' ? ben : carl, anna)
    if (mix.evaToo) await deputise(ben, eva)
    for (const { of, id } of talks) {
      const mailed = holdersOf('leader', { ...(await lineOf(of)), hr: [] })
      const found = []
      for (const { personId, name } of people) {
        const who = { ...nobody, personId }
        const standing = (await talkAndStanding(db, id, who, TODAY))?.standing
        const answered = await teamsAnsweredFor(db, personId, TODAY)
        const listed = await teamTalks(db, { personId, ...answered }, TODAY)
        const printed = await peopleToPrintFor(db, { personId, unitIds: [] }, TODAY)
        const shown = await asViewer(
          viewerOf(personId),
          () => fenced.$queryRaw<{ id: string }[]>`
          SELECT id::text FROM fence.led_talks() id`,
        )
        found.push({
          name,
          leads: standing?.party === 'leader',
          isListed: listed.some((talk) => talk.id === id),
          isShown: shown.some((talk) => talk.id === id),
          prints: printed.some((one) => one.personId === of.personId),
          isMailed: mailed.includes(personId),
        })
      }
      const differing = found.filter((one) =>
        [one.isListed, one.isShown, one.prints].some((may) => may !== one.leads),
      )
      const unable = found.filter(({ leads, isMailed }) => isMailed && !leads)
      expect({ mix, talk: of.name, differing, unable }).toEqual({
        mix,
        talk: of.name,
        differing: [],
        unable: [],
      })
      const own = found.find(({ name }) => name === of.name)
      expect(own).toMatchObject({ leads: false, isListed: false, isShown: false, prints: false })
    }
  }
  await db.$executeRaw`TRUNCATE leave, deputy`
  await Promise.all([become(ben, 'on leave'), become(carl, 'here'), deputise(ben, anna)])
  const answered = await teamsAnsweredFor(db, carl.personId, TODAY)
  expect(answered.ofOne).toEqual([{ leaderId: ben.employmentId, personId: anna.personId }])
  expect(answered.teams).not.toContain(ben.employmentId)

  async function lineOf({ employmentId }: TestPerson) {
    const line = (await linesAbove(db, [employmentId], TODAY)).get(employmentId)
    if (line === undefined) throw new Error('expected a line above')
    return line
  }
})

/** As the database's own fence finds them. */
async function teamsBehindFence(personId: string): Promise<string[]> {
  const rows = await asViewer(
    viewerOf(personId),
    () => fenced.$queryRaw<{ id: string }[]>`SELECT DISTINCT id::text FROM fence.teams() id ORDER BY id`,
  )
  return rows.map(({ id }) => id)
}

function viewerOf(personId: string): Viewer {
  return { personId, on: TODAY, at: Date.parse(TODAY) }
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
