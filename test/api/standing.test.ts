import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { toDate } from '../../db/days.ts'
import { day } from '../../domain/calendar/day.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const MARCH = Date.UTC(2027, 2, 1, 9)

let api: TestApi
let organisation: Organisation
beforeAll(async () => {
  api = await startApi({ clock: { now: () => MARCH } })
  organisation = await addOrganisation(api.db)
})
afterAll(() => api.close())

/** Anna, led by Ben, by Carl, by Erik, by Gerda. */
async function lineAboveAnna() {
  const { addPerson, addRound, addTalk } = organisation
  const roundId = await addRound({ status: 'running' })
  const gerda = await addPerson('Gerda')
  const erik = await addPerson('Erik', { leader: gerda })
  const carl = await addPerson('Carl', { leader: erik })
  const ben = await addPerson('Ben', { leader: carl })
  const anna = await addPerson('Anna', { leader: ben })
  const talkId = await addTalk(roundId, Date.UTC(2026, 10, 2, 9), { employee: anna })
  const callers = {
    gerda: await api.signIn(gerda.personId),
    erik: await api.signIn(erik.personId),
    carl: await api.signIn(carl.personId),
  }
  return { roundId, talkId, ben, carl, callers }
}

const statusOf = async (caller: Caller, path: string) => (await caller.get(path)).status
const standingOf = async (caller: Caller, talkId: string) =>
  (await caller.get<TalkView>(`/talks/${talkId}`)).body.standing

async function leaves({ employmentId }: TestPerson, lastDay: string | null): Promise<void> {
  await api.db.employment.update({
    where: { id: employmentId },
    data: { lastDay: lastDay && toDate(day(lastDay)) },
  })
}

describe('Where the leader’s leader has left', () => {
  test('the next above sees how far the talk has come, never what is written, until somebody is there again', async () => {
    const { talkId, carl, callers } = await lineAboveAnna()
    await leaves(carl, '2027-01-31')
    expect(await standingOf(callers.erik, talkId)).toMatchObject({ party: null, isLeadersLeader: true })
    expect(await statusOf(callers.erik, `/talks/${talkId}/sheets`)).toBe(404)
    expect(await statusOf(callers.gerda, `/talks/${talkId}`)).toBe(404)
    await leaves(carl, null)
    expect(await statusOf(callers.erik, `/talks/${talkId}`)).toBe(404)
  })
})

describe('Where the leader’s post is vacant', () => {
  test('the next one above who is there is the leader of the talk, and those above follow it', async () => {
    const { talkId, ben, carl, callers } = await lineAboveAnna()
    await Promise.all([leaves(ben, '2027-01-31'), leaves(carl, '2027-01-31')])
    expect(await standingOf(callers.erik, talkId)).toMatchObject({ party: 'leader', onBehalfOf: null })
    expect(await statusOf(callers.erik, `/talks/${talkId}/sheets`)).toBe(200)
    expect(await statusOf(callers.gerda, `/talks/${talkId}`)).toBe(404)
    await leaves(carl, null)
    expect(await standingOf(callers.carl, talkId)).toMatchObject({ party: 'leader' })
    expect(await statusOf(callers.erik, `/talks/${talkId}`)).toBe(404)
  })

  test('the talk stands in the list of whoever acts, with what is owed, and the team’s feedback is theirs to write', async () => {
    const { roundId, talkId, ben, callers } = await lineAboveAnna()
    type Home = { myTeam: { id: string; onBehalfOf: string | null }[]; owed: { talkId: string | null }[] }
    const home = async () => (await callers.carl.get<Home>('/me')).body
    expect((await home()).myTeam.map(({ id }) => id)).not.toContain(talkId)
    await api.db.leave.create({ data: { employmentId: ben.employmentId, fromOn: toDate(day('2027-02-01')) } })
    const { myTeam, owed } = await home()
    expect(myTeam).toContainEqual(expect.objectContaining({ id: talkId, onBehalfOf: 'Ben Test' }))
    expect(owed.map((line) => line.talkId)).toContain(talkId)
    const path = `/rounds/${roundId}/group-feedback?leaderId=${ben.employmentId}`
    expect(await statusOf(callers.carl, path)).toBe(200)
    expect(await statusOf(callers.erik, path)).toBe(404)
  })
})
