import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'

const NOW = Date.UTC(2026, 10, 24, 9)

let api: TestApi
let cast: Cast
let dora: Caller
let roundId: string

beforeAll(async () => {
  api = await startApi({ clock: { now: () => NOW } })
  cast = await addCast(api.db)
  dora = await api.signIn(cast.dora.personId)
  const draft = {
    unitId: cast.school,
    name: 'MUS 2027',
    year: 2027,
    talksFrom: '2027-02-01',
    talksTo: '2027-04-30',
  }
  roundId = (await dora.post<{ id: string }>('/rounds', draft)).body.id
})
afterAll(() => api.close())

interface DryRun {
  total: number
  days: { on: string; single: number; digest: number }[]
  steps: { kind: string; step: string; audience: string; count: number; firstOn: string }[]
  lines: { kind: string; step: string; recipientName: string; employeeName: string | null }[]
  code: string
}

const run = async (query = '') => (await dora.get<DryRun>(`/rounds/${roundId}/dry-run${query}`)).body

describe('The dry run', () => {
  test('gives every step of the worked example on its day, if nobody does a thing', async () => {
    const { steps } = await run()
    const first = (kind: string, step: string) =>
      steps.find((one) => one.kind === kind && one.step === step)?.firstOn
    expect({
      kickOff: first('kick-off', 'told'),
      orientation: first('orientation', 'told'),
      reminder: first('invite', 'reminder'),
      overdue: first('invite', 'overdue'),
      above: first('invite', 'leaders-leader'),
      hr: first('invite', 'hr'),
      hrAgain: first('invite', 'hr-2'),
    }).toEqual({
      kickOff: '2026-12-10',
      orientation: '2027-01-04',
      reminder: '2027-02-08',
      overdue: '2027-02-16',
      above: '2027-02-19',
      hr: '2027-02-25',
      hrAgain: '2027-03-11',
    })
  })

  test('names for one day who would hear what about whom', async () => {
    const { lines } = await run('?on=2027-02-19')
    const told = lines.map(({ kind, step, recipientName, employeeName }) => [
      kind,
      step,
      recipientName,
      employeeName,
    ])
    expect(told).toContainEqual(['invite', 'leaders-leader', 'Carl Test', 'Anna Test'])
  })

  test('counts mails for each day, the news for one leader as one digest', async () => {
    const { days, total } = await run()
    expect(days.find(({ on }) => on === '2027-01-04')).toMatchObject({ single: 2 })
    expect(days.every(({ single, digest }) => single + digest > 0)).toBe(true)
    expect(total).toBeGreaterThan(days.length)
  })

  test('is quiet up the line when everyone is on time', async () => {
    const { steps } = await run('?behaviour=everyone-on-time')
    expect(steps.filter(({ audience }) => audience === 'leaders-leader')).toEqual([])
    expect(steps.map(({ kind }) => kind)).toContain('invitation')
  })

  test('comes as a file, writes nothing and sends nothing', async () => {
    const { body } = await dora.get<string>(`/rounds/${roundId}/dry-run.csv`)
    expect(body).toContain('2027-02-19;Leders leder;Carl Test;Indkaldelse;til leders leder;Anna Test')
    expect(await api.db.mail.count({ where: { template: { not: 'sign-in' } } })).toBe(0)
    expect([await api.db.notice.count(), await api.db.talk.count()]).toEqual([0, 0])
  })

  test('is for drafts, and for HR', async () => {
    const running = await cast.organisation.addRound({
      status: 'running',
      unitId: cast.school,
      kind: 'senior',
    })
    const { body } = await dora.get<DryRun>(`/rounds/${running}/dry-run`)
    expect(body.code).toBe('round-not-a-draft')
    const ben = await api.signIn(cast.ben.personId)
    expect((await ben.get(`/rounds/${roundId}/dry-run`)).status).toBe(404)
  })
})
