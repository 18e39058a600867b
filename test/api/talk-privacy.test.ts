import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from '@temporalio/common'
import type { TalkView } from '../../api/views/talk.ts'
import { routes } from '../../api/routes/index.ts'
import { toDate } from '../../db/days.ts'
import { addDays, day } from '../../domain/calendar/day.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import { testDataConverter } from '../support/temporal-keys.ts'

let stage: ApiStage
let talkId: string
let statusTalkId: string
let versionId: string
/** Ben's deputy these weeks. */
let eva: Caller
/** Was Ben's deputy last year. */
let formerDeputy: Caller
/** A colleague of Anna's with the same leader. */
let gerd: Caller
/** Of the works council, for everybody. */
let finn: Caller
/** HR of another school. */
let hanne: Caller
/** Anna's leader until a week ago. */
let oldLeader: Caller

const SECRET = 'Jeg vil gerne lære at flyve'
const content = {
  goals: [{ goal: SECRET, workplaceGoal: '' }],
  actions: [{ what: SECRET, owner: 'employee', dueOn: '2038-06-01' }],
}

beforeAll(async () => {
  stage = await createApiStage({ journaling: 'manual' })
  const { cast, db, roundId, talks, player, anna, ben } = stage
  const { addPerson, addUnit, grant, top } = cast.organisation
  const today = day('2038-01-11')

  const person = async (name: string, about = {}) => addPerson(name, { unitId: cast.school, ...about })
  const deputy = await person('Eva', { leader: cast.carl })
  await stage.addDeputy(cast.ben, deputy, '2038-01-01', '2038-01-31')
  eva = await stage.signIn(deputy)
  const former = await person('Frida', { leader: cast.carl })
  await stage.addDeputy(cast.ben, former, '2037-10-01', '2037-10-31')
  formerDeputy = await stage.signIn(former)
  gerd = await stage.signIn(await person('Gerd', { leader: cast.ben }))
  const council = await person('Finn', { leader: cast.carl })
  await grant(council, 'works-council')
  finn = await stage.signIn(council)
  const otherSchool = await addUnit('Vesterskolen', top)
  const otherHr = await addPerson('Hanne', { unitId: otherSchool, leader: cast.carl })
  await grant(otherHr, 'hr', otherSchool)
  hanne = await stage.signIn(otherHr)

  // Anna was led by Inger until a week ago.
  const inger = await person('Inger', { leader: cast.carl })
  oldLeader = await stage.signIn(inger)
  const weekAgo = addDays(today, -7)
  await db.reportingLine.updateMany({
    where: { employmentId: cast.anna.employmentId },
    data: { fromOn: toDate(weekAgo) },
  })
  await db.reportingLine.create({
    data: {
      employmentId: cast.anna.employmentId,
      leaderId: inger.employmentId,
      fromOn: toDate(day('2020-01-01')),
      toOn: toDate(addDays(weekAgo, -1)),
    },
  })

  talkId = await talks.idOf(roundId, cast.anna)
  await ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-01-12T09:00:00Z', place: SECRET })
  await anna.post(`/talks/${talkId}/appointment/acceptance`)
  await anna.post(`/talks/${talkId}/topics`, { text: SECRET })
  await anna.put(`/talks/${talkId}/sheets/mine`, { version: 0, content: { 'since-last': SECRET } })
  await player.skipTo(Date.parse('2038-01-12T12:00:00Z'))
  await ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-12' })
  const proposed = await ben.post<TalkView>(`/talks/${talkId}/plan-versions`, { content })
  versionId = proposed.body.plan?.current?.versionId ?? ''
  statusTalkId = proposed.body.statusTalks[0]?.id ?? ''
  await anna.post(`/talks/${talkId}/plan-versions/${versionId}/approval`, {
    hash: proposed.body.plan?.current?.hash,
  })
})
afterAll(() => stage?.close())

/** Every way of reading something of the talk. */
const reading = () =>
  routes
    .filter(({ method, path }) => method === 'get' && path.startsWith('/talks/:talkId'))
    .map(({ path }) =>
      path
        .replace(':talkId', talkId)
        .replace(':versionId', versionId)
        .replace(':statusTalkId', statusTalkId)
        .replace(':kind', 'senior')
        .replace(':fileId', randomUUID()),
    )

/** The employer's and the leader's words to everybody, and that mails were sent, are no secret to those who follow the round. */
const forEverybody = [
  'materials',
  'material-files',
  'orientation',
  'group-feedback',
  'notices',
  'group-talks',
]
const contentPaths = () =>
  reading().filter((path) => {
    const part = path.split('/')[3]
    return part !== undefined && !forEverybody.includes(part)
  })

async function answersOf(caller: Caller, paths: readonly string[]) {
  return Promise.all(
    paths.map(async (path) => {
      const { status, body } = await caller.get(path)
      return { path, status, body: JSON.stringify(body) }
    }),
  )
}

describe('The two whose talk it is', () => {
  test('read its content', async () => {
    for (const caller of [stage.anna, stage.ben]) {
      const plan = await caller.get(`/talks/${talkId}/plan`)
      expect(JSON.stringify(plan.body)).toContain(SECRET)
      const talk = await caller.get<TalkView>(`/talks/${talkId}`)
      expect(talk.body.content?.actions.map(({ what }) => what)).toEqual([SECRET])
    }
  })

  test('are each the only one to read their own sheet until it is shared', async () => {
    const own = await stage.anna.get(`/talks/${talkId}/sheets`)
    expect(JSON.stringify(own.body)).toContain(SECRET)
    const others = await stage.ben.get(`/talks/${talkId}/sheets`)
    expect(others.body).toMatchObject({ mine: null, shared: [] })
  })
})

describe("The leader's deputy", () => {
  test('stands in for the leader, on whose behalf everything is noted', async () => {
    const talk = await eva.get<TalkView>(`/talks/${talkId}`)
    expect(talk.body.standing).toMatchObject({ party: 'leader', onBehalfOf: 'Ben Test' })
    expect((await eva.get(`/talks/${talkId}/plan`)).status).toBe(200)
    const accesses = await stage.anna.get<{ name: string; onBehalfOf: string | null; what: string }[]>(
      `/talks/${talkId}/accesses`,
    )
    expect(accesses.body).toContainEqual(
      expect.objectContaining({ name: 'Eva Test', onBehalfOf: 'Ben Test', what: 'plan' }),
    )
  })

  test('writes on behalf of the leader, and the audit tells so of every change', async () => {
    const { db, roundId, cast } = stage
    const draft = await eva.get<{ draft: { version: number } | null }>(`/talks/${talkId}/plan`)
    const { version = 0 } = draft.body.draft ?? {}
    const slots = [{ startsAt: '2038-01-20T09:00:00Z', place: '' }]
    const answers = [
      await eva.put(`/talks/${talkId}/plan/draft`, { version, content }),
      await eva.put(`/talks/${talkId}/themes`, { themes: ['vejledning'] }),
      await eva.put(`/rounds/${roundId}/group-feedback`, { version: 0, text: 'Tak for i år' }),
      await eva.post<{ id: string }[]>(`/rounds/${roundId}/slots`, { slots }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201])
    const [slot] = (await eva.get<{ id: string }[]>(`/rounds/${roundId}/slots`)).body
    expect((await eva.delete(`/slots/${slot?.id}`)).status).toBe(204)
    const { id: byPersonId } = await db.person.findFirstOrThrow({ where: { givenName: 'Eva' } })
    const noted = await db.auditEntry.findMany({
      where: { byPersonId, event: { startsWith: 'request/' } },
      orderBy: { id: 'asc' },
    })
    const behalf = cast.ben.personId
    expect(noted.map(({ event, onBehalfOf }) => [event.replace(/^.*\//, ''), onBehalfOf])).toEqual([
      ['draft', behalf],
      ['themes', behalf],
      ['group-feedback', behalf],
      ['slots', behalf],
      [slot?.id, behalf],
    ])
  })

  test('is a stranger when the weeks are over', async () => {
    for (const { path, status } of await answersOf(formerDeputy, reading()))
      expect([path, status]).toEqual([path, 404])
  })
})

describe('The status without any content', () => {
  test.each([
    ["the leader's leader", () => stage.carl],
    ['HR of the unit', () => stage.dora],
  ])('is what %s reads', async (_name, caller) => {
    const talk = await caller().get<TalkView>(`/talks/${talkId}`)
    expect(talk.body).toMatchObject({ status: 'agreed', content: null })
    expect(JSON.stringify(talk.body)).not.toContain(SECRET)
    for (const { path, status, body } of await answersOf(caller(), contentPaths())) {
      expect([path, status]).toEqual([path, 404])
      expect(body).not.toContain(SECRET)
    }
  })
})

describe('A talk does not exist', () => {
  test.each([
    ['for a colleague with the same leader', () => gerd],
    ['for the works council', () => finn],
    ['for HR of another school', () => hanne],
    ['for the leader before this one', () => oldLeader],
  ])('%s', async (_name, caller) => {
    const none = await caller().get('/talks/00000000-0000-4000-8000-000000000001')
    for (const { path, status, body } of await answersOf(caller(), reading())) {
      expect([path, status]).toEqual([path, 404])
      expect(body).toBe(JSON.stringify(none.body))
    }
  })

  test('for whoever is no party when they try to act on it', async () => {
    const acts = routes.filter(({ method, path }) => method !== 'get' && path.startsWith('/talks/:talkId'))
    expect(acts.length).toBeGreaterThan(20)
    for (const { method, path } of acts) {
      const address = path
        .replace(':talkId', talkId)
        .replace(':kind', 'senior')
        .replaceAll(/:\w+/g, versionId)
      const answer = await fetch(`${stage.api.url}/api/v1${address}`, {
        method: method.toUpperCase(),
        headers: { cookie: gerd.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ ...everything, ...(path.endsWith('/offers') && { kind: 'senior' }) }),
      })
      const problem = (await answer.json()) as { fields?: unknown }
      expect([path, answer.status, problem.fields]).toEqual([path, 404, undefined])
    }
  })
})

/** A body in which every route finds what it needs. */
const everything = {
  startsAt: '2038-02-18T09:00:00Z',
  wish: '',
  slotId: '00000000-0000-4000-8000-000000000001',
  outcome: 'not-held',
  on: '2038-01-12',
  until: null,
  reason: 'no-leader',
  text: 'x',
  version: 0,
  content: {},
  ready: true,
  hash: 'a'.repeat(64),
  comment: 'x',
  statement: 'x',
  caseNumber: 'x',
  answer: 'yes',
  answers: { prepared: 3, listened: 3, future: 3, worthwhile: 3 },
  themes: [],
  withEmploymentId: '00000000-0000-4000-8000-000000000001',
  what: 'sheet',
}

describe('What people wrote', () => {
  test('is in no line of the log', () => {
    expect(stage.api.logged.filter((line) => line.includes('/plan-versions'))).not.toEqual([])
    expect(stage.api.logged.filter((line) => line.includes('flyve'))).toEqual([])
  })

  test('is in no event of the engine', async () => {
    const told = (await everyRun(`talk/${talkId}`)).join(' ')
    expect(told).toContain('proposePlan')
    expect(told).toContain(versionId)
    expect(told).not.toContain('flyve')
  })

  test('is seen by nobody without the employee being able to read of it', async () => {
    await stage.ben.get(`/talks/${talkId}/topics`)
    await stage.ben.get(`/talks/${talkId}/plan`)
    const accesses = await stage.anna.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)
    expect(accesses.body).toContainEqual(expect.objectContaining({ name: 'Ben Test', what: 'topics' }))
    expect(accesses.body).toContainEqual(expect.objectContaining({ name: 'Ben Test', what: 'plan' }))
  })
})

/** The texts of every run of a workflow, as who has the key reads them: each continues the one before it. */
async function everyRun(workflowId: string, runId?: string): Promise<string[]> {
  const history = await stage.temporal.client.getHandle(workflowId, runId).fetchHistory()
  const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId
  return [...(await textsIn(history)), ...(before ? await everyRun(workflowId, before) : [])]
}

/** Every text in a history, also those that travel encrypted. */
async function textsIn(value: unknown): Promise<string[]> {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')]
  if (typeof value !== 'object' || value === null) return []
  const [codec] = testDataConverter.payloadCodecs ?? []
  const [plain] = isEncrypted(value) && codec ? await codec.decode([value]) : [value]
  return (await Promise.all(Object.values(plain ?? {}).map(textsIn))).flat()
}

/** What the engine itself writes, such as which worker had a task, is in the clear and read as it is. */
function isEncrypted(value: object): value is Payload {
  const { metadata } = value as Payload
  return Buffer.from(metadata?.encoding ?? []).toString() === 'binary/encrypted'
}
