import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage({ journaling: 'manual', env: { JOURNAL: 'manual' } })
})
afterAll(() => stage?.close())

interface Plan {
  draft: { content: PlanContent; version: number } | null
  versions: {
    id: string
    number: number
    status: string
    hash: string
    content: PlanContent
    approvals: { party: string; by: string }[]
    comments: { kind: string; party: string; text: string }[]
  }[]
}
interface PlanContent {
  goals: { goal: string }[]
  actions: { id: string; what: string; dueOn: string }[]
}

const content = (what = 'Følge Bodils undervisning', more: object = {}) => ({
  goals: [{ goal: 'Blive sikker i engelsk', workplaceGoal: 'Flere internationale elever' }],
  actions: [{ what, owner: 'employee', dueOn: '2038-06-01', ...more }],
})

/** Somebody whose talk was held today. */
async function heldTalk(name = 'Bodil'): Promise<{ caller: Caller; talkId: string }> {
  const { caller, talkId } = await stage.addEmployee(name)
  await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
  return { caller, talkId }
}

const planOf = async (caller: Caller, talkId: string) =>
  (await caller.get<Plan>(`/talks/${talkId}/plan`)).body

async function propose(caller: Caller, talkId: string, what?: string) {
  const answer = await caller.post<TalkView>(`/talks/${talkId}/plan-versions`, { content: content(what) })
  const current = answer.body.plan?.current
  return { answer, path: `/talks/${talkId}/plan-versions/${current?.versionId}`, hash: current?.hash }
}

describe('The draft', () => {
  test('is saved by both, each over the version they saw', async () => {
    const { caller, talkId } = await heldTalk()
    const first = await caller.put(`/talks/${talkId}/plan/draft`, { version: 0, content: content('Første') })
    expect(first.body).toEqual({ version: 1, warnings: [] })
    const second = await stage.ben.put(`/talks/${talkId}/plan/draft`, {
      version: 1,
      content: content('Anden'),
    })
    expect(second.body).toEqual({ version: 2, warnings: [] })
    expect((await planOf(caller, talkId)).draft).toMatchObject({
      version: 2,
      content: { actions: [{ what: 'Anden' }] },
    })
  })

  test('is saved and read by the other at once, with a warning of what does not belong in it', async () => {
    const { caller, talkId } = await heldTalk()
    const saved = await caller.put<{ version: number; warnings: object[] }>(`/talks/${talkId}/plan/draft`, {
      version: 0,
      content: content('Tale om min sygdom'),
    })
    expect(saved.body).toMatchObject({ version: 1, warnings: [{ kind: 'health', place: 'actions.0.what' }] })
    expect((await planOf(stage.ben, talkId)).draft?.version).toBe(1)
    const page = await fetch(`${stage.api.url}/talks/${talkId}/plan/draft`, {
      headers: { cookie: stage.ben.cookie },
    })
    expect(await page.text()).toContain('kan handle om helbred')
  })

  test('is never overwritten unseen: the later save is answered with both', async () => {
    const { caller, talkId } = await heldTalk()
    await caller.put(`/talks/${talkId}/plan/draft`, { version: 0, content: content('Annas') })
    for (const version of [0, 7]) {
      const late = await stage.ben.put(`/talks/${talkId}/plan/draft`, { version, content: content('Bens') })
      expect(late.status).toBe(409)
      expect(late.body).toMatchObject({
        code: 'changed-meanwhile',
        yours: { version, content: { actions: [{ what: 'Bens' }] } },
        stored: { version: 1, content: { actions: [{ what: 'Annas' }] } },
      })
    }
    expect((await planOf(caller, talkId)).draft?.version).toBe(1)
  })

  test('is never read by way of a save that comes late without the employee being able to read of it', async () => {
    const { caller, talkId } = await heldTalk()
    await caller.put(`/talks/${talkId}/plan/draft`, { version: 0, content: content('Annas') })
    await stage.ben.put(`/talks/${talkId}/plan/draft`, { version: 0, content: content('Bens') })
    const { body } = await caller.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)
    expect(body).toMatchObject([{ name: 'Ben Test', what: 'plan' }])
  })
})

describe('The same draft', () => {
  test('is saved once more without a conflict, as when the first answer was lost', async () => {
    const { caller, talkId } = await heldTalk()
    const save = () =>
      caller.put(`/talks/${talkId}/plan/draft`, { version: 0, content: content('Det samme') })
    expect((await save()).body).toEqual({ version: 1, warnings: [] })
    expect((await save()).body).toEqual({ version: 1, warnings: [] })
  })
})

describe('A version', () => {
  test('is proposed with its author’s approval, and agreed when the other approves the same', async () => {
    const { caller, talkId } = await heldTalk()
    const { answer, path, hash } = await propose(stage.ben, talkId)
    expect(answer.status).toBe(201)
    expect(answer.body.plan).toMatchObject({
      missing: 'employee',
      current: { number: 1, approvedBy: ['leader'] },
    })
    const agreed = await caller.post<TalkView>(`${path}/approval`, { hash })
    expect(agreed.body).toMatchObject({ status: 'agreed', plan: { agreedOn: '2038-01-11', missing: null } })
    expect(agreed.body.content?.actions).toMatchObject([
      { what: 'Følge Bodils undervisning', status: 'open' },
    ])
    const [version] = (await planOf(caller, talkId)).versions
    expect(
      version?.approvals.map(({ party, by }) => [party, by]).sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual([
      ['employee', 'Bodil Test'],
      ['leader', 'Ben Test'],
    ])
  })

  test('is not agreed by approving what was not read', async () => {
    const { caller, talkId } = await heldTalk()
    const { path } = await propose(stage.ben, talkId)
    const answer = await caller.post<{ code: string }>(`${path}/approval`, { hash: 'b'.repeat(64) })
    expect([answer.status, answer.body.code]).toEqual([409, 'another-version-is-current'])
  })

  test('that is newer voids the approvals of the one before', async () => {
    const { caller, talkId } = await heldTalk()
    const first = await propose(stage.ben, talkId, 'Første')
    const second = await propose(caller, talkId, 'Anden')
    expect(second.answer.body.plan).toMatchObject({
      missing: 'leader',
      current: { number: 2, approvedBy: ['employee'] },
    })
    const late = await caller.post<{ code: string }>(`${first.path}/approval`, { hash: first.hash })
    expect(late.body.code).toBe('another-version-is-current')
    const { versions } = await planOf(caller, talkId)
    expect(versions.map(({ number, status, approvals }) => [number, status, approvals.length])).toEqual([
      [2, 'current', 1],
      [1, 'replaced', 0],
    ])
  })

  test('is returned with a comment, and the author’s turn begins', async () => {
    const { caller, talkId } = await heldTalk()
    const { path } = await propose(stage.ben, talkId)
    const returned = await caller.post<TalkView>(`${path}/return`, { comment: 'Datoen er for tidlig' })
    expect(returned.body.plan).toMatchObject({ missing: 'leader', current: { approvedBy: [] } })
    const [version] = (await planOf(stage.ben, talkId)).versions
    expect(version?.comments).toMatchObject([
      { kind: 'returned', party: 'employee', text: 'Datoen er for tidlig' },
    ])
  })

  test('keeps an action’s id in the next version, and takes none from another talk', async () => {
    const [first, second] = [await heldTalk('Bodil'), await heldTalk('Cilla')]
    await propose(stage.ben, first.talkId)
    const own = (await planOf(stage.ben, first.talkId)).versions[0]?.content.actions[0]?.id
    const versions = `/talks/${first.talkId}/plan-versions`
    await stage.ben.post(versions, { content: content('Det samme, tydeligere', { id: own }) })
    expect((await planOf(stage.ben, first.talkId)).versions[0]?.content.actions[0]).toMatchObject({
      id: own,
      what: 'Det samme, tydeligere',
    })
    await stage.ben.post(`/talks/${second.talkId}/plan-versions`, { content: content('Lånt', { id: own }) })
    expect((await planOf(stage.ben, second.talkId)).versions[0]?.content.actions[0]?.id).not.toBe(own)
  })

  test('is proposed once, however often the same request is sent', async () => {
    const { caller, talkId } = await heldTalk()
    const send = () =>
      caller.post(`/talks/${talkId}/plan-versions`, { content: content() }, { 'idempotency-key': 'p-1' })
    const answers = await Promise.all([send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect((await planOf(caller, talkId)).versions).toHaveLength(1)
  })

  test('needs a date for every action', async () => {
    const { talkId } = await heldTalk()
    const answer = await stage.ben.post<{ fields: { place: string }[] }>(`/talks/${talkId}/plan-versions`, {
      content: { actions: [{ what: 'Noget', owner: 'leader' }] },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.fields.map(({ place }) => place)).toEqual(['body.content.actions.0.dueOn'])
  })

  test('with a CPR number is held back until its author has seen the warning', async () => {
    const { talkId } = await heldTalk()
    const body = { content: content('Ring til 070761-4285') }
    const warned = await stage.ben.post<{ code: string }>(`/talks/${talkId}/plan-versions`, body)
    expect(warned.status).toBe(409)
    expect(warned.body).toMatchObject({
      code: 'look-again',
      warnings: [{ kind: 'cpr-number', place: 'actions.0.what', found: '070761-4285' }],
    })
    expect((await planOf(stage.ben, talkId)).versions).toEqual([])
    const proposed = await stage.ben.post(`/talks/${talkId}/plan-versions`, {
      ...body,
      despiteWarnings: true,
    })
    expect(proposed.status).toBe(201)
  })
})

describe('A plan that is not agreed', () => {
  test('with a CPR number is held back once more from the one whose approval files it', async () => {
    const { caller, talkId } = await heldTalk()
    const flawed = content('Ring til 010190-1234')
    const proposed = await stage.ben.post<TalkView>(`/talks/${talkId}/plan-versions`, {
      content: flawed,
      despiteWarnings: true,
    })
    const { versionId, hash } = proposed.body.plan?.current ?? {}
    const path = `/talks/${talkId}/plan-versions/${versionId}/approval`
    const warned = await caller.post(path, { hash })
    expect([warned.status, warned.body]).toMatchObject([
      409,
      { code: 'look-again', warnings: [{ kind: 'cpr-number', place: 'actions.0.what' }] },
    ])
    expect((await caller.post<TalkView>(path, { hash, despiteWarnings: true })).body.status).toBe('agreed')
  })

  test('ends with a statement of each, which only the two read', async () => {
    const { caller, talkId } = await heldTalk()
    await propose(stage.ben, talkId)
    const ended = await caller.post<TalkView>(`/talks/${talkId}/plan/not-agreed`, { statement: 'Annas syn' })
    expect(ended.body.status).toBe('not-agreed')
    await stage.ben.put(`/talks/${talkId}/plan/statement`, { statement: 'Bens syn' })
    await stage.ben.put(`/talks/${talkId}/plan/statement`, { statement: 'Bens syn, rettet' })
    const [version] = (await planOf(caller, talkId)).versions
    expect(version?.comments.map(({ party, text }) => [party, text])).toEqual([
      ['employee', 'Annas syn'],
      ['leader', 'Bens syn, rettet'],
    ])
    const hr = await stage.dora.get<TalkView>(`/talks/${talkId}`)
    expect(hr.body.status).toBe('not-agreed')
    expect(JSON.stringify(hr.body)).not.toContain('syn')
  })

  test('is held back with a CPR number in all that goes into the personnel file: the version and both statements', async () => {
    const { cast, rounds, signIn, talks } = stage
    const unitId = await cast.organisation.addUnit('Afdelingen', cast.school)
    const person = await cast.organisation.addPerson('Bodil', { unitId, leader: cast.ben })
    const roundId = await cast.organisation.addRound({
      unitId,
      kind: 'senior',
      policy: { fileNotAgreed: true },
    })
    await rounds.start(roundId)
    const caller = await signIn(person)
    const talk = `/talks/${await talks.idOf(roundId, person)}`
    const despiteWarnings = true
    await stage.ben.post(`${talk}/outcome`, { outcome: 'held', on: '2038-01-11' })
    const flawed = content('Ring til 010190-1234')
    await stage.ben.post(`${talk}/plan-versions`, { content: flawed, despiteWarnings })
    const places = ({ status, body }: { status: number; body: unknown }) => [
      status,
      (body as { warnings: { place: string }[] }).warnings.map(({ place }) => place),
    ]
    const end = { statement: 'Jeg er 020290-2345' }
    expect(places(await caller.post(`${talk}/plan/not-agreed`, end))).toEqual([
      409,
      ['statement', 'version.actions.0.what'],
    ])
    await caller.post(`${talk}/plan/not-agreed`, { ...end, despiteWarnings })
    expect(places(await stage.ben.put(`${talk}/plan/statement`, { statement: 'Bens syn' }))).toEqual([
      409,
      ['version.actions.0.what', 'othersStatement'],
    ])
    const { versions } = (await caller.get<Plan>(`${talk}/plan`)).body
    expect(versions[0]?.comments).toMatchObject([{ party: 'employee', text: end.statement }])
  })

  test('and is filed waits for the statement of the other, and takes none after', async () => {
    const { cast, rounds, signIn, talks } = stage
    const unitId = await cast.organisation.addUnit('Afdelingen', cast.school)
    const person = await cast.organisation.addPerson('Bente', { unitId, leader: cast.ben })
    const policy = { fileNotAgreed: true }
    const roundId = await cast.organisation.addRound({ unitId, kind: 'senior', policy })
    await rounds.start(roundId)
    const caller = await signIn(person)
    const talk = `/talks/${await talks.idOf(roundId, person)}`
    await stage.ben.post(`${talk}/outcome`, { outcome: 'held', on: '2038-01-11' })
    await stage.ben.post(`${talk}/plan-versions`, { content: content() })
    const ended = await caller.post<TalkView>(`${talk}/plan/not-agreed`, { statement: 'Bentes syn' })
    expect(ended.body.filings).toMatchObject([{ status: 'owed', statementsUntil: '2038-01-18' }])
    const early = await stage.ben.post<{ code: string }>(
      `${talk}/plan-versions/${ended.body.filings[0]?.versionId}/journal-entry`,
      { caseNumber: '2038-000124' },
    )
    expect([early.status, early.body.code]).toEqual([409, 'statements-awaited'])
    await stage.ben.put(`${talk}/plan/statement`, { statement: 'Bens syn' })
    const after = await caller.get<TalkView>(talk)
    expect(after.body.filings).toMatchObject([{ statementsUntil: null, dueOn: '2038-01-18' }])
    const late = await caller.put<{ code: string }>(`${talk}/plan/statement`, {
      statement: 'Bentes syn, rettet',
    })
    expect([late.status, late.body.code]).toEqual([409, 'statements-closed'])
    const { versions } = (await caller.get<Plan>(`${talk}/plan`)).body
    expect(versions[0]?.comments.map(({ text }) => text)).toEqual(['Bentes syn', 'Bens syn'])
  })

  test('that is not filed is held back for what is in the statement alone', async () => {
    const { caller, talkId } = await heldTalk()
    await stage.ben.post(`/talks/${talkId}/plan-versions`, {
      content: content('Ring til 010190-1234'),
      despiteWarnings: true,
    })
    const ended = await caller.post(`/talks/${talkId}/plan/not-agreed`, { statement: 'Annas syn' })
    expect(ended.status).toBe(200)
  })

  test('takes statements also where nothing was ever proposed', async () => {
    const { caller, talkId } = await heldTalk()
    await caller.post(`/talks/${talkId}/plan/not-agreed`, { statement: 'Intet at blive enige om' })
    const [version] = (await planOf(stage.ben, talkId)).versions
    expect(version).toMatchObject({ status: 'not-agreed', comments: [{ text: 'Intet at blive enige om' }] })
  })

  test('takes no statement before it has ended', async () => {
    const { caller, talkId } = await heldTalk()
    const answer = await caller.put<{ code: string }>(`/talks/${talkId}/plan/statement`, {
      statement: 'For tidligt',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'plan-not-ended'])
  })
})

describe('An agreed plan', () => {
  async function agreed() {
    const { caller, talkId } = await heldTalk()
    const { path, hash } = await propose(stage.ben, talkId)
    await caller.post(`${path}/approval`, { hash })
    return { caller, talkId, path }
  }

  test('that is being changed tells whose approval of the new version is missing', async () => {
    const { caller, talkId } = await agreed()
    const revised = await propose(caller, talkId, 'Noget nyt')
    expect(revised.answer.body.plan).toMatchObject({ agreedOn: '2038-01-11', missing: 'leader' })
    const { hash, path } = revised
    const again = await stage.ben.post<TalkView>(`${path}/approval`, { hash })
    expect(again.body.plan).toMatchObject({ missing: null })
  })

  test('is downloaded as a PDF by both, and by nobody before it is agreed', async () => {
    const { caller, talkId } = await heldTalk()
    const { path, hash } = await propose(stage.ben, talkId)
    const early = await caller.get<{ code: string }>(`${path}/pdf`)
    expect([early.status, early.body.code]).toEqual([409, 'plan-not-concluded'])
    await caller.post(`${path}/approval`, { hash })
    const pdf = await caller.get<string>(`${path}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
    expect((await stage.dora.get(`${path}/pdf`)).status).toBe(404)
  })

  test('is filed by the leader’s hand with the case number as its receipt, shown to both', async () => {
    const { caller, path } = await agreed()
    expect((await caller.get(`${path}/receipt`)).body).toMatchObject({ status: 'pending', receipt: '' })
    const filed = await stage.ben.post<TalkView>(`${path}/journal-entry`, { caseNumber: '2038-000123' })
    expect(filed.body.filings).toMatchObject([{ status: 'filed', by: 'leader' }])
    expect((await caller.get(`${path}/receipt`)).body).toMatchObject({
      status: 'filed',
      caseReference: '2038-000123',
    })
  })

  test('is not filed by the employee', async () => {
    const { caller, path } = await agreed()
    expect((await caller.post(`${path}/journal-entry`, { caseNumber: 'x' })).status).toBe(404)
  })

  test('has actions that their owner alone reports on', async () => {
    const { caller, talkId } = await agreed()
    const talk = await caller.get<TalkView>(`/talks/${talkId}`)
    const [action] = talk.body.content?.actions ?? []
    expect((await stage.ben.post(`/actions/${action?.id}/report`, { report: 'done' })).status).toBe(404)
    const later = await caller.post<TalkView>(`/actions/${action?.id}/report`, {
      report: 'new-date',
      dueOn: '2038-08-02',
    })
    expect(later.body.content?.actions).toMatchObject([{ dueOn: '2038-08-02', status: 'open' }])
    const done = await caller.post<TalkView>(`/actions/${action?.id}/report`, { report: 'done' })
    expect(done.body.content?.actions).toMatchObject([{ status: 'done' }])
    const again = await caller.post<{ code: string }>(`/actions/${action?.id}/report`, { report: 'done' })
    expect(again.body.code).toBe('action-ended')
  })

  test('has status talks whose time at short notice waits for the employee’s answer', async () => {
    const { caller, talkId } = await agreed()
    const [first] = (await caller.get<TalkView>(`/talks/${talkId}`)).body.statusTalks
    const path = `/talks/${talkId}/status-talks/${first?.id}/appointment`
    const invited = await stage.ben.post<TalkView>(path, { startsAt: '2038-01-14T05:30:00Z' })
    expect(invited.body.statusTalks[0]?.appointment).toMatchObject({
      stands: false,
      warnings: [{ code: 'begins-early', sentence: 'Tidspunktet begynder før kl. 7.00.' }],
    })
    await caller.post(`${path}/other-time`, { wish: 'Efter frokost' })
    const accepted = await caller.post<TalkView>(`${path}/acceptance`)
    expect(accepted.body.statusTalks[0]?.appointment).toMatchObject({ stands: true, wish: 'Efter frokost' })
    const cancelled = await stage.ben.delete<TalkView>(path)
    expect(cancelled.body.statusTalks[0]?.appointment).toBeNull()
  })

  test('is followed up by status talks: invited, held with a note, or agreed away by both', async () => {
    const { caller, talkId } = await agreed()
    const talk = await caller.get<TalkView>(`/talks/${talkId}`)
    const [first, second] = talk.body.statusTalks
    const path = `/talks/${talkId}/status-talks`
    const invited = await stage.ben.post<TalkView>(`${path}/${first?.id}/appointment`, {
      startsAt: '2038-05-11T08:00:00Z',
      place: 'Kontoret',
    })
    expect(invited.body.statusTalks[0]?.appointment).toMatchObject({ minutes: 15, place: 'Kontoret' })
    const held = await stage.ben.post<TalkView>(`${path}/${first?.id}/outcome`, {
      on: '2038-01-11',
      note: 'Går godt',
    })
    expect(held.body.statusTalks[0]).toMatchObject({ status: 'held', heldOn: '2038-01-11', note: 'Går godt' })
    // The leader read the note, and the actions, in the answer to an act.
    const { body: readings } = await caller.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)
    for (const what of ['status-talk-note', 'actions'])
      expect(readings).toContainEqual(expect.objectContaining({ name: 'Ben Test', what }))
    const offered = await caller.post<TalkView>(`${path}/${second?.id}/agreed-away`)
    expect(offered.body.statusTalks[1]).toMatchObject({ status: 'open', agreedAwayBy: ['employee'] })
    const away = await stage.ben.post<TalkView>(`${path}/${second?.id}/agreed-away`)
    expect(away.body.statusTalks[1]?.status).toBe('agreed-away')
  })
})
