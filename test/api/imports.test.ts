import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { loadSample } from '../../prisma/sample.ts'
import { type Answer, type Caller, startApi, type TestApi } from '../support/api.ts'
import { peopleCsv, sampleFile } from '../support/people-files.ts'
import { connectTemporal, type TestTemporal } from '../support/temporal.ts'

const NOVEMBER = Date.UTC(2026, 10, 2, 9)
const JANUARY = Date.UTC(2027, 0, 4, 9)

let now = NOVEMBER
let temporal: TestTemporal
let api: TestApi
let trine: Caller

beforeAll(async () => {
  temporal = await connectTemporal()
  const { client, taskQueue } = temporal
  api = await startApi({ clock: { now: () => now }, client, taskQueue })
})
afterAll(async () => {
  await api.close()
  await temporal.close()
})
beforeEach(async () => {
  now = NOVEMBER
  await api.db.$executeRaw`TRUNCATE person, unit, import_run CASCADE`
  await loadSample(api.db, { now: () => NOVEMBER })
  trine = await signedIn('41003')
})

async function signedIn(number: string): Promise<Caller> {
  const { personId } = await api.db.employment.findUniqueOrThrow({ where: { number } })
  return api.signIn(personId)
}

interface ImportBody {
  id: string
  status: string
  validFrom: string
  byName: string
  code: string
  sentence: string
  fields: { place: string; sentence: string }[]
  preview: { bad: BadRow[]; unchanged: number } & Record<string, { number: string; sentence: string }[]>
  summary: { counts: Record<string, number>; leftOut: number[] }
  reacting: boolean
}
interface BadRow {
  line: number
  problems: { code: string; sentence: string; reason: string }[]
}

async function upload(caller: Caller, bytes: Uint8Array, query = ''): Promise<Answer<ImportBody>> {
  const answer = await fetch(`${api.url}/api/v1/imports${query}`, {
    method: 'POST',
    headers: { cookie: caller.cookie, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as ImportBody }
}

const commit = (importId: string, body: object = {}) =>
  trine.post<ImportBody>(`/imports/${importId}/commit`, body)

describe('A people file', () => {
  test('that says what is stored already changes nothing', async () => {
    const { status, body } = await upload(trine, sampleFile('people-2026-11.csv'))
    expect([status, body.status, body.validFrom]).toEqual([201, 'previewed', '2026-11-03'])
    expect(body.preview).toMatchObject({
      joiners: [],
      leavers: [],
      leaderChanges: [],
      bad: [],
      unchanged: 315,
    })
  })

  test('two months later shows what changes, and writes it when HR agrees', async () => {
    now = JANUARY
    const { body } = await upload(trine, sampleFile('people-2027-01.csv'), '?fileName=januar.csv')
    const joiners = body.preview.joiners?.map(({ number }) => number) ?? []
    expect(joiners.length).toBeGreaterThan(0)
    expect(await api.db.employment.count({ where: { number: { in: joiners } } })).toBe(0)
    const { names } = body.preview as unknown as {
      names: Record<'employees' | 'units', Record<string, string>>
    }
    const numbers = body.preview.leaderChanges?.flatMap((change) => Object(change).to ?? []) as string[]
    expect(numbers.map((number) => names.employees[number])).not.toContain(undefined)
    expect(names.units['5000']).toBe('Børn og Unge')
    const committed = await commit(body.id)
    expect(committed.body).toMatchObject({ status: 'committed', preview: null, reacting: true })
    expect(committed.body.byName).toBe('Trine Christiansen')
    expect(committed.body.summary.counts.joiners).toBe(joiners.length)
    expect(await api.db.employment.count({ where: { number: { in: joiners } } })).toBe(joiners.length)
    expect(await api.db.fact.count()).toBeGreaterThan(joiners.length)
    const again = await upload(trine, sampleFile('people-2027-01.csv'))
    expect(again.body.preview).toMatchObject({ joiners: [], leavers: [], leaderChanges: [], unitMoves: [] })
  })

  test('with bad rows names each with its line and reason, and is written only without them', async () => {
    const { body } = await upload(trine, sampleFile('people-with-errors.csv'))
    expect(body.preview.bad.length).toBeGreaterThan(5)
    const mail = body.preview.bad
      .flatMap(({ problems }) => problems)
      .find(({ code }) => code === 'invalid-mail')
    expect(mail?.reason).toMatch(/^».+« er ikke en mailadresse\.$/)
    expect(mail?.sentence).toMatch(/^Linje \d+, E-mail: ».+« er ikke en mailadresse\.$/)
    const refused = await commit(body.id)
    expect([refused.status, refused.body.code]).toEqual([409, 'import-has-bad-rows'])
    const committed = await commit(body.id, { leaveOut: true })
    expect(committed.body.summary.leftOut).toHaveLength(body.preview.bad.length)
  })

  test('that is complete for a unit makes leavers of those whom HR confirms, and of nobody else', async () => {
    const absent = { Medarbejdernr: '41001', Enhedsnr: '5010', 'Ansat fra': '1.4.2010' }
    const { body } = await upload(trine, peopleCsv([absent], ['Leders medarbejdernr']), '?completeFor=5010')
    const missing = body.preview.absent?.map(({ number }) => number) ?? []
    expect(missing).toEqual(expect.arrayContaining(['41006', '41014']))
    const completeFor = { unit: '5010', leavers: ['41006'] }
    const confirmed = await trine.patch<ImportBody>(`/imports/${body.id}`, { completeFor })
    expect(confirmed.body.preview.leavers?.map(({ number }) => number)).toEqual(['41006'])
    expect(confirmed.body.preview).toMatchObject({ completeFor: '5010' })
    await commit(confirmed.body.id)
    const left = await api.db.employment.findMany({
      where: { number: { in: missing }, lastDay: { not: null } },
    })
    expect(left.map(({ number }) => number)).toEqual(['41006'])
  })

  test('is refused once its day to take effect is over', async () => {
    const { body } = await upload(trine, sampleFile('people-2027-01.csv'))
    now = JANUARY
    const outdated = await commit(body.id)
    expect([outdated.status, outdated.body.code]).toEqual([409, 'import-outdated'])
    const past = await upload(trine, sampleFile('people-2027-01.csv'), '?validFrom=2026-12-24')
    expect([past.status, past.body.fields[0]?.place]).toEqual([422, 'validFrom'])
  })

  test('is written once, however often it is committed', async () => {
    const { body } = await upload(trine, peopleCsv([{ Medarbejdernr: '9', Enhedsnr: '5010' }]))
    const headers = { 'idempotency-key': 'commit-once' }
    const answers = await Promise.all(
      [1, 2].map(() => trine.post<ImportBody>(`/imports/${body.id}/commit`, {}, headers)),
    )
    expect(answers.map(({ status }) => status)).toContain(200)
    expect((await commit(body.id)).body.code).toBe('import-committed')
    expect(await api.db.employment.count({ where: { number: '9' } })).toBe(1)
  })

  test('that was replaced by a newer upload says so', async () => {
    const first = await upload(trine, peopleCsv([{ Medarbejdernr: '9', Enhedsnr: '5010' }]))
    await upload(trine, peopleCsv([{ Medarbejdernr: '10', Enhedsnr: '5010' }]))
    const answer = await commit(first.body.id)
    expect([answer.status, answer.body.code]).toEqual([410, 'import-unknown'])
    expect(answer.body.sentence).toContain('Intet fra den ældre fil er taget i brug')
    const shown = await trine.get<ImportBody>(`/imports/${first.body.id}`)
    expect([shown.status, shown.body.code]).toEqual([410, 'import-unknown'])
  })

  test('that cannot be read as a whole is answered with the reason', async () => {
    const { status, body } = await upload(trine, new TextEncoder().encode('Fornavn;Efternavn\nAnna;Holm\n'))
    expect(status).toBe(422)
    expect(body.fields[0]?.sentence).toMatch(/^Kolonnen »Medarbejdernr«? ?.*mangler/)
  })
})

describe('Imports', () => {
  test('are for HR of everything: a file may name anybody', async () => {
    const leader = await signedIn('41050')
    expect((await upload(leader, sampleFile('people-2026-11.csv'))).status).toBe(404)
    const { personId } = await api.db.employment.findUniqueOrThrow({ where: { number: '41050' } })
    const school = await api.db.unit.findUniqueOrThrow({ where: { number: '5110' } })
    const fromOn = new Date('2026-01-01')
    await api.db.roleGrant.create({ data: { personId, role: 'hr', unitId: school.id, fromOn } })
    const ofSchool = await signedIn('41050')
    expect((await upload(ofSchool, sampleFile('people-2026-11.csv'))).status).toBe(404)
  })

  test('that were written are listed with counts, without names', async () => {
    const { body } = await upload(trine, peopleCsv([{ Medarbejdernr: '9', Enhedsnr: '5010' }]))
    await commit(body.id)
    const listed = await trine.get<ImportBody[]>('/imports')
    const mine = listed.body.find(({ id }) => id === body.id)
    expect(mine).toMatchObject({ summary: { counts: { joiners: 1 } } })
    expect(JSON.stringify(listed.body)).not.toContain('Nr 9')
  })

  test('of units add schools and move them', async () => {
    const csv = 'Enhedsnr;Enhedsnavn;Overenhedsnr\r\n5000;Børn og Unge;\r\n5140;Ny Skole;5100\r\n'
    const { body } = await upload(trine, new TextEncoder().encode(csv), '?kind=units')
    expect(body.preview.added).toMatchObject([{ number: '5140', name: 'Ny Skole', parent: '5100' }])
    await commit(body.id)
    expect(await api.db.unit.count({ where: { number: '5140' } })).toBe(1)
  })
})
