import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PersonLine } from '../../db/people-list.ts'
import { DAY, HOUR, type Instant } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { peopleCsv } from '../support/people-files.ts'

const START: Instant = Date.UTC(2027, 1, 15, 9)
const OLD = 'anna@by.example'
const NEW = 'anna.ny@by.example'

let now = START
let api: TestApi
let organisation: Organisation
let dora: TestPerson
let anna: TestPerson
let ben: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now }, realTime: { now: () => now } })
})
afterAll(() => api.close())
beforeEach(async () => {
  now = START
  await api.db.$executeRaw`TRUNCATE person, unit, mail CASCADE`
  organisation = await addOrganisation(api.db)
  dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  ben = await organisation.addPerson('Ben')
  anna = await organisation.addPerson('Anna', { leader: ben })
  await api.db.person.update({ where: { id: anna.personId }, data: { email: OLD } })
})

/** Dora of HR, in a session of these hours. */
const asHr = (): Promise<Caller> => api.signIn(dora.personId)

/** HR corrects Anna's address by hand. */
const correct = async (email: string | null) => {
  const hr = await asHr()
  const { body: is } = await hr.get<PersonLine>(`/employments/${anna.employmentId}`)
  const { givenName, familyName, phone, language, title, jobGroup, hoursPerWeek } = is
  const rest = { givenName, familyName, phone, language, title, jobGroup, hoursPerWeek }
  const { status } = await hr.put(`/employments/${anna.employmentId}/details`, { ...rest, email })
  expect(status).toBe(200)
}

/** What a worker does with mails that go to nobody's address. */
const print = () => {
  const content = { title: 'Din mailadresse', blocks: [], footer: '' }
  const printed = { status: 'printed', endedAt: new Date(now), data: { print: { content, language: 'da' } } }
  return api.db.mail.updateMany({ where: { recipient: null, status: 'queued' }, data: printed })
}
const letters = async (leader: TestPerson) =>
  (await (await api.signIn(leader.personId)).get<{ name: string }[]>('/mails/printed')).body

const ask = async (email: string) => {
  const { status, body } = await api.anybody.post<object>('/sign-in', { email })
  await api.settled()
  return [status, Object.keys(body)]
}
const links = () => api.db.mail.findMany({ where: { template: 'sign-in' }, orderBy: { createdAt: 'asc' } })
const told = async () =>
  (await api.db.mail.findMany({ where: { template: 'address-change' } }))
    .map(({ recipient, personId, data }) => [recipient, personId, (data as { news: string }).news])
    .toSorted((a, b) => `${a[0] ?? ''} ${a[2]}`.localeCompare(`${b[0] ?? ''} ${b[2]}`))

describe('A first mail address', () => {
  test('is told on paper by the leader, who finds that letter although the employee has an address by now', async () => {
    await correct(null)
    const row = { lane: 'digest', notBeforeAt: new Date(now), createdAt: new Date(now) }
    await api.db.mail.create({
      data: { key: 'before', template: 'digest', personId: anna.personId, ...row },
    })
    await print()
    expect(await letters(ben)).toHaveLength(1)
    now += HOUR
    await correct(NEW)
    await print()
    expect(await letters(ben)).toMatchObject([
      { name: 'Anna Test', print: { content: { title: 'Din mailadresse' } } },
    ])
    expect(await letters(anna)).toEqual([])
  })
})

describe('Another mail address', () => {
  test('is told at the old one and the new one, once for each change, and to nobody where nothing was changed', async () => {
    await correct(OLD)
    expect(await told()).toEqual([])
    await correct(NEW)
    await correct(NEW)
    expect(await told()).toEqual([
      [NEW, anna.personId, 'now-yours'],
      [OLD, anna.personId, 'replaced'],
    ])
    now += HOUR
    await correct(null)
    now += HOUR
    await correct(OLD)
    expect(await told()).toEqual([
      [null, anna.personId, 'first'],
      [NEW, anna.personId, 'now-yours'],
      [NEW, anna.personId, 'removed'],
      [OLD, anna.personId, 'now-yours'],
      [OLD, anna.personId, 'replaced'],
    ])
  })

  test('ends the sessions of the person and the links that were mailed, and says so in the audit', async () => {
    const signedIn = await api.signIn(anna.personId)
    const other = await api.signIn(ben.personId)
    await ask(OLD)
    expect(await api.db.signInLink.count({ where: { personId: anna.personId, usedAt: null } })).toBe(1)
    await correct(NEW)
    expect((await signedIn.get('/me')).status).toBe(401)
    expect((await other.get('/me')).status).toBe(200)
    expect(await api.db.signInLink.count({ where: { personId: anna.personId, usedAt: null } })).toBe(0)
    expect(await api.db.auditEntry.count({ where: { event: 'session/ended/address-changed' } })).toBe(1)
  })

  test('gets no link for three days, nor does the old one; whoever asks is answered as always', async () => {
    await correct(NEW)
    const asUsual = await ask('nobody@by.example')
    now += 3 * DAY - 1
    expect([await ask(NEW), await ask(OLD)]).toEqual([asUsual, asUsual])
    expect(await links()).toEqual([])
    now += 1
    expect(await ask(NEW)).toEqual(asUsual)
    expect(await links()).toMatchObject([{ personId: anna.personId, recipient: NEW }])
    await ask(OLD)
    expect(await links()).toHaveLength(1)
  })

  test('waits its days from the last change, be it back to what it was', async () => {
    await correct(NEW)
    now += 2 * DAY
    await correct(OLD)
    now += 2 * DAY
    await ask(OLD)
    expect(await links()).toEqual([])
    now += DAY
    await ask(OLD)
    expect(await links()).toHaveLength(1)
  })

  test('of somebody who had none waits as well: it could be anybody’s', async () => {
    await api.db.person.update({ where: { id: anna.personId }, data: { email: null } })
    await correct(NEW)
    await ask(NEW)
    expect(await links()).toEqual([])
    expect(await told()).toEqual([
      [null, anna.personId, 'first'],
      [NEW, anna.personId, 'now-yours'],
    ])
  })

  test('that comes with a file counts as one by hand, whoever sends it; a newcomer’s own is good at once', async () => {
    const { number } = await api.db.employment.findUniqueOrThrow({ where: { id: anna.employmentId } })
    const unit = await api.db.unit.findFirstOrThrow()
    const scopes = ['people']
    const made = await (await asHr()).post<{ token: string }>('/service-tokens', {
      name: 'Løn',
      scopes,
      days: 30,
    })
    const authorization = `Bearer ${made.body.token}`
    const file = peopleCsv(
      [
        { Medarbejdernr: number, Fornavn: 'Anna', Efternavn: 'Test', 'E-mail': NEW, Enhedsnr: unit.number },
        { Medarbejdernr: '9001', 'E-mail': 'nina@by.example', Enhedsnr: unit.number },
      ],
      ['Leders medarbejdernr', 'Fødselsdato', 'Stilling', 'Timer pr. uge'],
    )
    const sent = await fetch(`${api.url}/api/v1/imports`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: Buffer.from(file),
    })
    const shown = (await sent.json()) as { id: string; preview: object }
    const { id, preview } = shown
    expect(preview).toMatchObject({
      bad: [],
      contacts: [{ number, edits: [{ field: 'email', before: OLD, after: NEW }] }],
    })
    const commit = `${api.url}/api/v1/imports/${id}/commit`
    const headers = { authorization, 'content-type': 'application/json' }
    expect((await fetch(commit, { method: 'POST', headers, body: '{}' })).status).toBe(200)
    await ask(NEW)
    await ask('nina@by.example')
    expect((await links()).map(({ recipient }) => recipient)).toEqual(['nina@by.example'])
    expect(await told()).toHaveLength(2)
  })

  test('does not make two people one before its days are over', async () => {
    const again = await organisation.addPerson('Anna')
    const same = { email: NEW, birthDate: new Date('1980-05-17') }
    await api.db.person.update({ where: { id: again.personId }, data: same })
    const changed = { ...same, emailChangedAt: new Date(now) }
    await api.db.person.update({ where: { id: anna.personId }, data: changed })
    const join = async () => {
      const sameAs = { sameAs: again.employmentId }
      return (await asHr()).put<{ code?: string }>(`/employments/${anna.employmentId}/person`, sameAs)
    }
    const refused = await join()
    expect([refused.status, refused.body.code]).toEqual([409, 'new-address'])
    now += 3 * DAY
    expect((await join()).status).toBe(200)
  })
})
