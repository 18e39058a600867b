import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { verifyAudit } from '../../db/audit-verify.ts'
import { HOUR } from '../../domain/calendar/day.ts'
import { createSender } from '../../mail/sender.ts'
import type { OutgoingMail } from '../../mail/outgoing.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { Caller } from '../support/api.ts'
import type { TestPerson } from '../support/organisation.ts'

let stage: ApiStage
let employee: { person: TestPerson; caller: Caller; talkId: string }
let round = 0

const reason = 'Fratrådt leder, og en frist i planen udløber i dag.'

beforeAll(async () => {
  stage = await createApiStage()
})

beforeEach(async () => {
  employee = await stage.addEmployee(`Åse ${++round}`)
  const { talks, player } = stage
  await talks.hold(employee.talkId, player.calendar.dayOf(await player.now()))
  await talks.propose(employee.talkId, 'leader')
})

afterAll(async () => {
  await stage?.close()
})

const open = (caller: Caller) => caller.post(`/talks/${employee.talkId}/plan-openings`, { reason })
const read = (caller: Caller) =>
  caller.get<{ opening: { untilAt: string } | null; plan: { goals: unknown[] } | null }>(
    `/talks/${employee.talkId}/opened-plan`,
  )

const openings = () => stage.db.planOpening.count({ where: { talkId: employee.talkId } })

describe('A plan', () => {
  test('cannot be opened by HR without the right to it, by its two parties, or by anybody else', async () => {
    const { anna, ben, carl, dora } = stage
    for (const caller of [anna, ben, carl, dora, employee.caller]) {
      expect((await open(caller)).status).toBe(404)
      expect((await read(caller)).status).toBe(404)
    }
    expect(await openings()).toBe(0)
  })

  test('cannot be opened with the right alone, or for another unit', async () => {
    const { cast } = stage
    const outsider = await cast.organisation.addPerson('Ingen HR')
    await cast.organisation.grant(outsider, 'break-glass')
    expect((await open(await stage.signIn(outsider))).status).toBe(404)
    const elsewhere = await cast.organisation.addUnit('Et andet sted')
    const other = await cast.organisation.addPerson('HR et andet sted')
    for (const role of ['hr', 'break-glass'] as const) await cast.organisation.grant(other, role, elsewhere)
    expect((await open(await stage.signIn(other))).status).toBe(404)
    expect(await openings()).toBe(0)
  })
})

describe('HR with the right to it', () => {
  let hr: Caller

  beforeEach(async () => {
    const { cast } = stage
    const person = await cast.organisation.addPerson('Trine')
    for (const role of ['hr', 'break-glass'] as const) await cast.organisation.grant(person, role)
    hr = await stage.signIn(person)
  })

  test('reads nothing before it is opened, and opens it only with a reason', async () => {
    expect((await read(hr)).body).toEqual({ opening: null, plan: null })
    const answer = await hr.post<{ fields: { place: string }[] }>(`/talks/${employee.talkId}/plan-openings`, {
      reason: ' ',
    })
    expect([answer.status, answer.body.fields[0]?.place]).toEqual([422, 'body.reason'])
    expect((await stage.anna.get(`/talks/${employee.talkId}/plan`)).status).toBe(404)
    expect((await hr.get(`/talks/${employee.talkId}/plan`)).status).toBe(404)
  })

  test('is warned of words about health in the reason, which the two will read', async () => {
    const path = `/talks/${employee.talkId}/plan-openings`
    const ill = { reason: 'Anna er sygemeldt' }
    const held = await hr.post<{ code: string }>(path, ill)
    expect([held.status, held.body.code]).toEqual([409, 'look-again'])
    expect((await read(hr)).body).toEqual({ opening: null, plan: null })
    expect((await hr.post(path, { ...ill, despiteWarnings: true })).status).toBe(201)
  })

  test('reads the plan for a day and a night, and the employee reads who, when and why', async () => {
    expect((await open(hr)).status).toBe(201)
    expect((await read(hr)).body.plan).not.toBeNull()
    const { caller, talkId } = employee
    const { body: accesses } = await caller.get<object[]>(`/talks/${talkId}/accesses`)
    expect(accesses).toEqual([
      expect.objectContaining({ name: 'Trine Test', what: 'plan', standing: 'break-glass', reason }),
    ])
    const { body: listed } = await caller.get<object[]>(`/talks/${talkId}/plan-openings`)
    expect(listed).toEqual([expect.objectContaining({ by: 'Trine Test', reason })])
    expect((await stage.ben.get<object[]>(`/talks/${talkId}/plan-openings`)).body).toEqual(listed)
    const page = await fetch(`${stage.api.url}/talks/${talkId}`, { headers: { cookie: caller.cookie } })
    const html = await page.text()
    expect(html).toContain('HR har åbnet planen')
    expect(html).toContain(reason)
    expect(html).toContain('Trine Test læste planen som HR, ved en nødåbning')
  })

  test('no longer reads it when the day and night are over', async () => {
    await open(hr)
    await stage.db.planOpening.updateMany({
      data: {
        openedAt: new Date((await stage.clock.now()) - 25 * HOUR),
        untilAt: new Date((await stage.clock.now()) - HOUR),
      },
    })
    expect((await read(hr)).body).toEqual({ opening: null, plan: null })
  })

  test('leaves it in the talk’s chain, without the words of the reason', async () => {
    await open(hr)
    await read(hr)
    const entries = await stage.db.auditEntry.findMany({
      where: { subject: employee.talkId },
      orderBy: { seq: 'asc' },
    })
    expect(entries.map(({ event }) => event).slice(-3)).toEqual([
      'plan-opened',
      expect.stringMatching(/^request\/POST .*\/plan-openings$/),
      'read/plan/break-glass',
    ])
    const written = JSON.stringify(entries, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    expect(written).not.toContain('Fratrådt')
    expect((await verifyAudit(stage.db)).faults).toEqual([])
  })

  test('tells both at once by mail: who and when, but not the words of the reason', async () => {
    await drained()
    await open(hr)
    const sent = await drained()
    const told = sent.filter(({ subject }) => subject.startsWith('HR har åbnet'))
    expect(told.map(({ to }) => to.name).sort()).toEqual(['Ben Test', employee.person.name].sort())
    for (const { text } of told) {
      expect(text).toContain('Trine Test fra HR åbnede')
      expect(text).not.toContain('Fratrådt')
    }
  })
})

/** Hands over every mail that may go, and answers those. */
async function drained(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = []
  const { api, clock, db } = stage
  const send = async (mail: OutgoingMail) => {
    sent.push(mail)
    return { outcome: 'sent', answer: '250', server: 'up' } as const
  }
  const transport = { connections: 1, send, close: async () => {} }
  await createSender({ db, clock, config: api.config, transport }).drain()
  return sent
}
