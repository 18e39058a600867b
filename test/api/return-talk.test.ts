import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { day } from '../../domain/calendar/day.ts'
import { factSignal, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { Caller } from '../support/api.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

const time = { startsAt: '2038-03-10T12:00:00Z', minutes: 45, place: 'Lokale 3' }
const offerIn = (talk: TalkView) => talk.content?.offers[0]

describe('The return talk after a long leave (R13.2)', () => {
  test('is offered to the leader, who sets a time and registers it as held; HR sees nothing of it', async () => {
    const { caller, talkId } = await stage.addEmployee('Bodil')
    const handle = stage.temporal.client.getHandle(talkWorkflowId(talkId))
    const path = `/talks/${talkId}/offers/return`
    const [from, to] = [day('2037-12-01'), day('2038-01-17')]
    const event = { type: 'leave-set' as const, leaveId: randomUUID(), from, to }
    await handle.signal(factSignal, { id: randomUUID(), effectiveOn: from, event })
    // It has recorded what it was told once its own clock has moved.
    await stage.temporal.client.forwardPast(talkWorkflowId(talkId), await stage.player.now())
    expect((await stage.ben.post(`${path}/appointment`, time)).status).toBe(404)
    await stage.player.skipTo(Date.parse('2038-01-18T09:00:00Z'))
    const offer = offerIn((await stage.ben.get<TalkView>(`/talks/${talkId}`)).body)
    expect(offer).toMatchObject({ kind: 'return', answer: null, appointment: null })
    const notices = await stage.db.notice.findMany({ where: { talkId, obligation: 'return-talk' } })
    expect(notices).toMatchObject([{ subject: offer?.id, audience: 'leader' }])
    expect(await pageOf(stage.ben, talkId)).toContain('Opstartssamtale')
    const employees = await pageOf(caller, talkId)
    expect(employees).toContain('Opstartssamtale')
    // Of such a talk there is no guide to read.
    expect(employees).not.toContain('return-guide')
    const set = await stage.ben.post<TalkView>(`${path}/appointment`, time)
    expect(offerIn(set.body)).toMatchObject({ kind: 'return', appointment: { minutes: 45 } })
    const off = await caller.delete<TalkView>(`${path}/appointment`)
    expect(offerIn(off.body)).toMatchObject({ appointment: null })
    const held = await stage.ben.post<TalkView>(`${path}/outcome`, { on: '2038-01-18' })
    expect(offerIn(held.body)).toMatchObject({ heldOn: '2038-01-18' })
    const { body } = await stage.dora.get<TalkView>(`/talks/${talkId}`)
    expect(JSON.stringify(body)).not.toMatch(/offer|extra|return/)
  })

  test('is not the leader’s to offer of their own', async () => {
    const { talkId } = await stage.addEmployee('Bodil')
    expect((await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'return' })).status).toBe(422)
  })
})

async function pageOf({ cookie }: Caller, talkId: string): Promise<string> {
  const page = await fetch(`${stage.api.url}/talks/${talkId}`, { headers: { cookie } })
  expect(page.status).toBe(200)
  return page.text()
}
