import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import { factSignal, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

const time = { startsAt: '2038-02-24T09:00:00Z' }

describe('An act on a talk', () => {
  test('that is closed is refused with a sentence that says so, in both languages', async () => {
    const { talkId } = await closedTalk()
    const answer = await stage.ben.post(`/talks/${talkId}/appointment`, time)
    expect([answer.status, answer.body]).toMatchObject([
      409,
      {
        code: 'talk-closed',
        sentence: 'Samtalen er afsluttet. Nye aftaler hører til i næste rundes samtale.',
      },
    ])
    await stage.db.person.update({ where: { id: stage.cast.ben.personId }, data: { language: 'en' } })
    const english = await stage.ben.post(`/talks/${talkId}/appointment`, time)
    await stage.db.person.update({ where: { id: stage.cast.ben.personId }, data: { language: 'da' } })
    expect(english.body).toMatchObject({
      sentence: 'The talk is closed. New agreements belong in the talk of the next round.',
    })
  })

  test('that was done before the talk closed is still answered as done when it is sent again', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    const exempt = { reason: 'employee-declined' }
    const again = { 'idempotency-key': 'exempt-bodil' }
    const first = await stage.dora.post(`/talks/${talkId}/exemption`, exempt, again)
    await closeRoundFor(talkId)
    const second = await stage.dora.post(`/talks/${talkId}/exemption`, exempt, again)
    expect([first.status, second.status]).toEqual([200, 200])
  })

  test('that is open but whose clock is gone is not confirmed, and may be tried again', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    await stage.temporal.client.getHandle(talkWorkflowId(talkId)).terminate('lost')
    const answer = await stage.ben.post(`/talks/${talkId}/appointment`, time)
    expect([answer.status, answer.body]).toMatchObject([503, { code: 'not-confirmed' }])
  })
})

describe('What is written beside the rules', () => {
  test('is refused in a closed talk: a topic by the employee, an offer by the leader', async () => {
    const { caller, talkId } = await closedTalk()
    const topic = await caller.post(`/talks/${talkId}/topics`, { text: 'Engelsk' })
    const offer = await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
    for (const answer of [topic, offer])
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'talk-closed' }])
    expect(await stage.db.topic.count({ where: { talkId } })).toBe(0)
    expect(await stage.db.offer.count({ where: { talkId } })).toBe(0)
  })

  test('is a topic only until the talk was held; an offer can be made after it', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    await stage.ben.post(`/talks/${talkId}/outcome`, { outcome: 'held', on: '2038-01-11' })
    const topic = await caller.post(`/talks/${talkId}/topics`, { text: 'Engelsk' })
    expect([topic.status, topic.body]).toMatchObject([409, { code: 'already-held' }])
    expect((await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })).status).toBe(200)
  })
})

/** HR exempts somebody, and then the round closes: nothing is left to wait for. */
async function closedTalk() {
  const { caller, talkId } = await stage.addEmployee('Bodil')
  await stage.dora.post(`/talks/${talkId}/exemption`, { reason: 'employee-declined' })
  await closeRoundFor(talkId)
  return { caller, talkId }
}

/** As the talk hears it when its round closes. */
async function closeRoundFor(talkId: string): Promise<void> {
  const handle = stage.temporal.client.getHandle(talkWorkflowId(talkId))
  const id = randomUUID()
  await handle.signal(factSignal, { id, effectiveOn: day('2038-01-11'), event: { type: 'round-closed' } })
  await handle.result()
}
