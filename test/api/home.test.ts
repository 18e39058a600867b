import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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
    onBehalfOf: string | null
  }[]
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
