import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { FurtherNumberMailData } from '../../db/outbox.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { DAY, type Instant } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { goAndComeBack, startProvider, type TestProvider } from '../support/oidc-provider.ts'
import type { UserAgent } from '../support/user-agent.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const START: Instant = Date.UTC(2027, 1, 15, 9)
/** What makes two employments one person's (R13.1). */
const SAME = { email: 'anna@by.example', birthDate: '1980-05-17' }

let now = START
let provider: TestProvider
let api: TestApi
let organisation: Organisation
let hr: Caller
let anna: TestPerson

beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await startProvider(publicUrl)
  const env = { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify([provider.settings()]) }
  api = await startApi({ port, env, clock: { now: () => now } })
})
afterAll(async () => {
  await api?.close()
  await provider?.close()
})
beforeEach(async () => {
  now = START
  await api.db.$executeRaw`TRUNCATE person, unit, mail CASCADE`
  organisation = await addOrganisation(api.db)
  const dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  hr = await api.signIn(dora.personId)
  anna = await add('Anna')
})

async function add(name: string): Promise<TestPerson> {
  const person = await organisation.addPerson(name)
  const data = { email: SAME.email, birthDate: new Date(SAME.birthDate) }
  await api.db.person.update({ where: { id: person.personId }, data })
  return person
}

/** HR adds an employment by hand. */
async function enter(number: string, about: { givenName: string; email: string }): Promise<void> {
  const { status } = await hr.post('/employments', {
    number,
    familyName: 'Test',
    birthDate: SAME.birthDate,
    unitId: organisation.top,
    leaderId: null,
    employedFrom: '2027-02-15',
    hoursPerWeek: null,
    ...about,
  })
  expect(status).toBe(201)
}

/** HR adds Anna as somebody else, who then has come to be like her. */
async function enterApart(number: string) {
  await enter(number, { givenName: 'Anna', email: 'another@by.example' })
  const job = await api.db.employment.findUniqueOrThrow({ where: { number } })
  await api.db.person.update({ where: { id: job.personId }, data: { email: SAME.email } })
  return job
}

/** Who somebody with this number at the provider is here; null where they are not let in. */
async function whoIs(number: string): Promise<string | null> {
  const { browser } = await comeBy(number)
  return nameIn(browser)
}

async function nameIn(browser: UserAgent): Promise<string | null> {
  const headers = { cookie: browser.cookieHeader(api.url) }
  const { body } = await api.anybody.get<{ person?: { name: string } }>('/me', headers)
  return body.person?.name ?? null
}

async function comeBy(number: string) {
  provider.accounts.set(number, { employee_number: number })
  const { browser, back } = await goAndComeBack(api.url, number)
  return { browser, answer: await browser.send(back) }
}

const told = async () =>
  (await api.db.mail.findMany({ where: { template: 'further-number' } })).map(({ personId }) => personId)

/** Whose numbers the mails are about. */
async function toldNumbers(): Promise<string[]> {
  const mails = await api.db.mail.findMany({ where: { template: 'further-number' } })
  const ids = mails.map(({ data }) => (data as unknown as FurtherNumberMailData).employmentId)
  const jobs = await api.db.employment.findMany({ where: { id: { in: ids } } })
  return jobs.map(({ number }) => number).sort()
}

describe('One more employee number', () => {
  test('of somebody who is stored lets nobody in for three days, and they are told; the one they had goes on', async () => {
    await enter('9001', { givenName: 'Anna', email: SAME.email })
    expect(await told()).toEqual([anna.personId])
    expect([await whoIs('9001'), await whoIs(anna.number)]).toEqual([null, 'Anna Test'])
    now += 3 * DAY - 1
    expect(await whoIs('9001')).toBeNull()
    now += 1
    expect(await whoIs('9001')).toBe('Anna Test')
  })

  test('that comes by making two persons one waits as well, whose ever it was before', async () => {
    const again = await add('Anna')
    expect([await whoIs(again.number), await whoIs(anna.number)]).toEqual(['Anna Test', 'Anna Test'])
    const path = `/people/${anna.personId}/joining`
    expect((await hr.post(path, { withPersonId: again.personId })).status).toBe(200)
    expect(await told()).toEqual([anna.personId])
    expect([await whoIs(again.number), await whoIs(anna.number)]).toEqual([null, 'Anna Test'])
    now += 3 * DAY
    expect(await whoIs(again.number)).toBe('Anna Test')
  })

  test("that waits by making two persons one is the newcomer's also where HR keeps the newcomer", async () => {
    const { personId: newcomer } = await enterApart('9003')
    const { browser } = await comeBy('9003')
    expect([await nameIn(browser), await whoIs(anna.number)]).toEqual(['Anna Test', 'Anna Test'])
    const path = `/people/${newcomer}/joining`
    expect((await hr.post(path, { withPersonId: anna.personId })).status).toBe(200)
    expect(await toldNumbers()).toEqual(['9003'])
    expect(await told()).toEqual([newcomer])
    expect(await nameIn(browser)).toBeNull()
    expect([await whoIs('9003'), await whoIs(anna.number)]).toEqual([null, 'Anna Test'])
    now += 3 * DAY
    expect(await whoIs('9003')).toBe('Anna Test')
  })

  test("that waits by moving one employment alone is the newcomer's as well", async () => {
    const { id } = await enterApart('9004')
    await whoIs(anna.number)
    const { status } = await hr.put(`/employments/${anna.employmentId}/person`, { sameAs: id })
    expect(status).toBe(200)
    expect(await toldNumbers()).toEqual(['9004'])
    expect([await whoIs('9004'), await whoIs(anna.number)]).toEqual([null, 'Anna Test'])
  })

  test('waits with the other where two become one of whom nobody has ever signed in', async () => {
    const again = await add('Anna')
    const path = `/people/${again.personId}/joining`
    expect((await hr.post(path, { withPersonId: anna.personId })).status).toBe(200)
    expect(await toldNumbers()).toEqual([anna.number, again.number].sort())
    expect([await whoIs(again.number), await whoIs(anna.number)]).toEqual([null, null])
  })

  test('is shown to HR with when it lets in, and whoever comes by it too early is told that it may wait', async () => {
    await enter('9005', { givenName: 'Anna', email: SAME.email })
    const refusal = await comeBy('9005')
    expect(await refusal.answer.text()).toContain('sidste 3 dage fået endnu et medarbejdernummer')
    const shown = async () =>
      (await fetch(`${api.url}/people/${anna.personId}`, { headers: { cookie: hr.cookie } })).text()
    expect(await shown()).toContain('kan dette bruges fra 18.02.2027 (uge 7) kl. 10.00')
    now += 4 * DAY
    expect(await shown()).not.toContain('kan dette bruges')
  })

  test('is none where it comes with somebody new: nobody could get at anything by it', async () => {
    await enter('9002', { givenName: 'Nina', email: 'nina@by.example' })
    expect([await whoIs('9002'), await told()]).toEqual(['Nina Test', []])
  })
})
