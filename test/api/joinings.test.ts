import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { signedTables } from '../../db/joined-people.ts'
import type { PersonLine } from '../../db/people-list.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const NOW = Date.UTC(2027, 1, 15, 9)

let api: TestApi
let organisation: Organisation
let school: string
let hr: Caller
let ben: TestPerson
/** One human, stored twice: as teacher at the school, and for some hours a week elsewhere. */
let anna: TestPerson
let again: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => NOW } })
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.db.$executeRaw`TRUNCATE person, unit, round CASCADE`
  organisation = await addOrganisation(api.db)
  school = await organisation.addUnit('Ådalskolen', organisation.top)
  const dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  hr = await api.signIn(dora.personId)
  ben = await organisation.addPerson('Ben', { unitId: school })
  anna = await organisation.addPerson('Anna', { unitId: school, leader: ben })
  again = await organisation.addPerson('Anna', { unitId: organisation.top })
  await api.db.person.updateMany({
    where: { id: { in: [anna.personId, again.personId] } },
    data: { email: 'anna@by.example', birthDate: new Date('1980-05-17') },
  })
})

interface Preview {
  keeps: PersonLine[]
  moves: PersonLine[]
  sheets: number
  readings: number
  mails: number
  refused: { code: string; sentence: string } | null
}

const path = (to: TestPerson) => `/people/${to.personId}/joining`
const preview = (to: TestPerson, second: TestPerson) => hr.get<Preview>(`${path(to)}/${second.personId}`)
const join = (to: TestPerson, second: TestPerson, headers?: Record<string, string>) =>
  hr.post<PersonLine[] & { code: string; sentence: string }>(
    path(to),
    { withPersonId: second.personId },
    headers,
  )

/** Notes that somebody wrote as the leader of a talk. */
const writeSheet = (talkId: string, author: TestPerson, text: string, at: string) =>
  api.db.sheet.create({
    data: {
      talkId,
      author: 'leader',
      authorPersonId: author.personId,
      content: { text },
      updatedAt: new Date(at),
    },
  })

describe('Two persons that are one', () => {
  test('are previewed with what would move, and joined: one person with both employments', async () => {
    const roundId = await organisation.addRound({ status: 'running' })
    const talkId = await organisation.addTalk(roundId, NOW, { leader: ben })
    await writeSheet(talkId, again, 'Mine noter', '2027-02-01T09:00:00Z')
    await api.db.planVersion.create({
      data: { talkId, content: {}, hash: 'a', createdAt: new Date(NOW), byPersonId: again.personId },
    })
    const before = (await preview(anna, again)).body
    expect(before.keeps.map(({ number }) => number)).toEqual([anna.number])
    expect(before.moves.map(({ number }) => number)).toEqual([again.number])
    expect(before).toMatchObject({ sheets: 1, readings: 0, mails: 0, refused: null })
    expect(await api.db.person.count({ where: { id: again.personId } })).toBe(1)

    const { status, body } = await join(anna, again)
    expect(status).toBe(200)
    expect(body.map(({ number, personId }) => [number, personId])).toEqual(
      expect.arrayContaining([
        [anna.number, anna.personId],
        [again.number, anna.personId],
      ]),
    )
    expect(await api.db.person.count({ where: { id: again.personId } })).toBe(0)
    expect(await api.db.sheet.findMany()).toMatchObject([{ authorPersonId: anna.personId }])
    expect(await api.db.planVersion.findMany()).toMatchObject([{ byPersonId: anna.personId }])
  })

  test('are joined once, however often the same request is sent', async () => {
    const headers = { 'idempotency-key': 'join-1' }
    const first = await join(anna, again, headers)
    const second = await join(anna, again, headers)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
  })

  test('keep what was written last, where both had notes on the same talk', async () => {
    const roundId = await organisation.addRound({ status: 'running' })
    const talkId = await organisation.addTalk(roundId, NOW, { leader: ben })
    await writeSheet(talkId, anna, 'Ældst', '2027-02-01T09:00:00Z')
    await writeSheet(talkId, again, 'Nyest', '2027-02-02T09:00:00Z')
    expect((await join(anna, again)).status).toBe(200)
    expect(await api.db.sheet.findMany()).toMatchObject([
      { authorPersonId: anna.personId, content: { text: 'Nyest' } },
    ])
  })
})

test('every table that says who did something says so after a joining too', async () => {
  const tables = await api.db.$queryRaw<{ table_name: string }[]>`
    SELECT table_name::text FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'by_person_id' AND table_name <> 'audit_entry'`
  expect(tables.map(({ table_name }) => table_name).sort()).toEqual(signedTables)
})

describe('Persons are not joined', () => {
  test('who differ in mail, name or birth date', async () => {
    await api.db.person.update({ where: { id: again.personId }, data: { birthDate: null } })
    expect((await preview(anna, again)).body.refused?.code).toBe('not-one-person')
    const { status, body } = await join(anna, again)
    expect([status, body.code]).toEqual([409, 'not-one-person'])
    expect(await api.db.person.count({ where: { id: again.personId } })).toBe(1)
  })

  test('of whom one leads the other', async () => {
    await api.db.reportingLine.create({
      data: { employmentId: again.employmentId, leaderId: anna.employmentId, fromOn: new Date('2027-01-01') },
    })
    for (const answer of [await join(anna, again), await join(again, anna)])
      expect([answer.status, answer.body.code, answer.body.sentence]).toEqual([
        409,
        'leads-the-other',
        'Den ene ansættelse er leder for den anden. Ret først, hvem der er leder.',
      ])
  })

  test('where one is unknown, the same, or not of the units of whoever asks', async () => {
    const unknown = { ...again, personId: '00000000-0000-4000-8000-000000000001' }
    for (const [to, second] of [
      [anna, unknown],
      [unknown, anna],
      [anna, anna],
    ] as const) {
      expect((await join(to, second)).status).toBe(404)
      expect((await preview(to, second)).status).toBe(404)
    }
    await organisation.grant(ben, 'hr', school)
    hr = await api.signIn(ben.personId)
    expect((await join(anna, again)).status).toBe(404)
    expect((await preview(again, anna)).status).toBe(404)
  })
})
