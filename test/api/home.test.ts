import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

interface Home {
  person: { name: string; language: string; roles: string[] }
  today: string
  owed: {
    obligation: string
    employee: string | null
    dueOn: string
    isOverdue: boolean
    rest: string | null
    onBehalfOf: string | null
  }[]
  asked: { ask: string; about: string; talkId: string; subject: string }[]
  myTalks: { id: string; status: string; leader: string; appointmentAt: string | null }[]
  myTeam: { id: string; employee: string; onBehalfOf: string | null; status: string }[]
}

const homeOf = async (caller: Caller) => (await caller.get<Home>('/me')).body

describe('The home page', () => {
  test('says who is signed in, with which roles', async () => {
    expect((await homeOf(stage.dora)).person).toMatchObject({ name: 'Dora Test', roles: ['hr'] })
    expect((await homeOf(stage.anna)).person).toMatchObject({ name: 'Anna Test', roles: [] })
  })

  test('shows a leader the team and what is owed for it, most urgent first', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
    const { owed, myTeam } = await homeOf(stage.ben)
    expect(myTeam.map(({ employee }) => employee)).toEqual(
      expect.arrayContaining(['Anna Test', 'Bodil Test']),
    )
    expect(myTeam.map(({ employee }) => employee)).not.toContain('Ben Test')
    const days = owed.map(({ dueOn }) => dueOn)
    expect(days).toEqual([...days].sort((a, b) => (a < b ? -1 : 1)))
    expect(owed).toContainEqual(
      expect.objectContaining({
        obligation: 'invite',
        employee: 'Anna Test',
        dueOn: '2038-02-15',
        isOverdue: false,
      }),
    )
  })

  test('says why a leader is not asked for something owed: an answer is awaited, or the employee is on leave', async () => {
    const why = async (employee: string) => {
      const { owed } = await homeOf(stage.ben)
      return owed.find((line) => line.employee === employee && line.obligation === 'invite')?.rest
    }
    const { talkId } = await stage.addEmployee('Viggo')
    expect(await why('Viggo Test')).toBeNull()
    await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-01-18T09:00:00Z' })
    expect(await why('Viggo Test')).toBe('answer')
    const { person } = await stage.addEmployee('Xenia')
    const leave = { from: '2038-01-11', to: null }
    expect((await stage.dora.post(`/employments/${person.employmentId}/leaves`, leave)).status).toBe(201)
    await stage.runMorning()
    expect(await why('Xenia Test')).toBe('leave')
  })

  test('shows an employee their own talk, and what they owe alone', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-18T09:00:00Z' })
    const home = await homeOf(caller)
    expect(home.myTalks).toMatchObject([
      { id: talkId, status: 'arranged', leader: 'Ben Test', appointmentAt: '2038-02-18T09:00:00.000Z' },
    ])
    expect(home.owed.map(({ obligation }) => obligation)).toEqual(['prepare'])
    expect(home.myTeam).toEqual([])
  })

  test('shows a deputy the leader’s team while they stand in', async () => {
    const { cast, addDeputy, signIn } = stage
    const eva = await cast.organisation.addPerson('Eva', { unitId: cast.school, leader: cast.carl })
    await addDeputy(cast.ben, eva, '2038-01-11', '2038-01-11')
    const home = await homeOf(await signIn(eva))
    expect(home.myTeam).toContainEqual(
      expect.objectContaining({ employee: 'Anna Test', onBehalfOf: 'Ben Test' }),
    )
    expect(home.owed).toContainEqual(
      expect.objectContaining({ obligation: 'invite', employee: 'Anna Test', onBehalfOf: 'Ben Test' }),
    )
    const former = await cast.organisation.addPerson('Frida', { unitId: cast.school, leader: cast.carl })
    await addDeputy(cast.ben, former, '2038-01-01', '2038-01-10')
    expect((await homeOf(await signIn(former))).myTeam).toEqual([])
  })

  test('is in the language its person has chosen', async () => {
    const { caller } = await stage.addEmployee('Bodil')
    await caller.put('/me/language', { language: 'en' })
    expect((await homeOf(caller)).person.language).toBe('en')
  })
})

describe('What waits for somebody without being owed', () => {
  const asked = async (caller: Caller) => (await homeOf(caller)).asked

  test('is a time at short notice, until when it is to be answered; accepted it waits no more', async () => {
    const { caller, talkId } = await stage.addEmployee('Gerda')
    await stage.ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-01-18T09:00:00Z' })
    expect(await asked(caller)).toEqual([
      expect.objectContaining({
        ask: 'answer-time',
        talkId,
        startsAt: '2038-01-18T09:00:00.000Z',
        answerBy: '2038-01-15T11:00:00.000Z',
        on: '2038-01-15',
      }),
    ])
    await caller.post(`/talks/${talkId}/appointment/acceptance`)
    expect(await asked(caller)).toEqual([])
  })

  test('is a leader’s free times, until one is picked', async () => {
    const { caller, talkId } = await stage.addEmployee('Hanne')
    await stage.ben.post(`/rounds/${stage.roundId}/slots`, {
      slots: [
        { startsAt: '2038-02-11T08:00:00Z', place: '' },
        { startsAt: '2038-02-10T08:00:00Z', place: '', onlineUrl: 'https://moede.example/1' },
      ],
    })
    expect(await asked(caller)).toEqual([
      expect.objectContaining({ ask: 'pick-time', talkId, startsAt: '2038-02-10T08:00:00.000Z' }),
    ])
    const [slot] = (await caller.get<{ id: string }[]>(`/talks/${talkId}/slots`)).body
    const picked = await caller.post<TalkView>(`/talks/${talkId}/slot-choice`, { slotId: slot?.id })
    expect(picked.body.appointment?.onlineUrl).toBe('https://moede.example/1')
    expect(await asked(caller)).toEqual([])
    for (const { id } of (await stage.ben.get<{ id: string }[]>(`/rounds/${stage.roundId}/slots`)).body)
      await stage.ben.delete(`/slots/${id}`)
  })

  test('is an offer without an answer, and the evaluation of a talk that was held', async () => {
    const { caller, talkId } = await stage.addEmployee('Ida')
    await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
    expect(await asked(caller)).toMatchObject([{ ask: 'answer-offer', about: 'senior', talkId }])
    await caller.put(`/talks/${talkId}/offers/senior/answer`, { answer: 'no' })
    await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
    expect(await asked(caller)).toMatchObject([{ ask: 'evaluate', talkId }])
    await caller.post(`/talks/${talkId}/evaluation`, {
      answers: { prepared: 5, listened: 5, future: 4, worthwhile: 5 },
    })
    expect(await asked(caller)).toEqual([])
  })

  test('is for the leader another time that an employee asks for, of a status talk too, until it is moved', async () => {
    const { caller, talkId } = await stage.addEmployee('Jette')
    const waits = async () => (await asked(stage.ben)).filter((line) => line.talkId === talkId)
    const path = `/talks/${talkId}/appointment`
    await stage.ben.post(path, { startsAt: '2038-02-18T09:00:00Z' })
    expect(await waits()).toEqual([])
    await caller.post(`${path}/other-time`, { wish: 'Helst om formiddagen' })
    expect(await waits()).toMatchObject([{ ask: 'answer-wish', about: 'talk', employee: 'Jette Test' }])
    expect(await asked(stage.carl)).toEqual([])
    expect(JSON.stringify(await waits())).not.toContain('formiddagen')
    await stage.ben.post(path, { startsAt: '2038-02-19T09:00:00Z' })
    expect(await waits()).toEqual([])
    const held = { outcome: 'held', on: '2038-01-11' }
    const { body } = await stage.ben.post<TalkView>(`/talks/${talkId}/outcome`, held)
    const statusTalk = body.statusTalks[0]?.id ?? ''
    const statusPath = `/talks/${talkId}/status-talks/${statusTalk}/appointment`
    await stage.ben.post(statusPath, { startsAt: '2038-05-10T09:00:00Z' })
    await caller.post(`${statusPath}/other-time`, { wish: '' })
    expect(await waits()).toMatchObject([
      { ask: 'answer-wish', about: 'status-talk', subject: statusTalk, on: '2038-05-10' },
    ])
  })
})
