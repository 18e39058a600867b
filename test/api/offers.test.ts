import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

const time = { startsAt: '2038-03-10T12:00:00Z', minutes: 45, place: 'Lokale 3' }

/** Somebody who was offered a senior talk. */
async function offered() {
  const { caller, talkId } = await stage.addEmployee('Bodil')
  await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
  const path = `/talks/${talkId}/offers/senior`
  return {
    caller,
    talkId,
    path,
    answer: (answer: string) => caller.put<TalkView>(`${path}/answer`, { answer }),
  }
}

const offerIn = (talk: TalkView) => talk.content?.offers[0]

test('An offer is told to the employee once, however often it is registered', async () => {
  const { talkId } = await offered()
  await stage.ben.post(`/talks/${talkId}/offers`, { kind: 'senior' })
  const [offer] = await stage.db.offer.findMany({ where: { talkId } })
  expect(await stage.db.notice.findMany({ where: { talkId, obligation: 'talk-offered' } })).toMatchObject([
    { subject: offer?.id, audience: 'employee', whileOpen: false, status: 'queued' },
  ])
})

describe('An offer that is accepted', () => {
  test('gets a time of its own from the leader, beside the talk’s, with a calendar mail to both', async () => {
    const { talkId, path, answer } = await offered()
    await answer('yes')
    const set = await stage.ben.post<TalkView>(`${path}/appointment`, time)
    expect(set.status).toBe(200)
    expect(offerIn(set.body)).toMatchObject({
      answer: 'yes',
      appointment: { startsAt: '2038-03-10T12:00:00.000Z', minutes: 45, place: 'Lokale 3', stands: true },
    })
    expect(set.body).toMatchObject({ status: 'awaiting', appointment: null })
    const file = await stage.ben.get<string>(`${path}/appointment/calendar`)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.body).toContain('DTSTART:20380310T120000Z')
    expect(file.body).toContain('SUMMARY:Seniorsamtale')
    expect((await stage.dora.get(`${path}/appointment/calendar`)).status).toBe(404)
    const mails = await stage.db.mail.findMany({ where: { template: 'calendar' } })
    const parties = mails.flatMap(({ data }) => {
      const { talkId: about, party } = data as { talkId: string; party: string }
      return about === talkId ? [party] : []
    })
    expect(parties.sort()).toEqual(['employee', 'leader'])
  })

  test('is called off by the employee too, and taken back with its time', async () => {
    const { caller, path, answer } = await offered()
    await answer('yes')
    await stage.ben.post(`${path}/appointment`, time)
    const off = await caller.delete<TalkView>(`${path}/appointment`)
    expect(offerIn(off.body)).toMatchObject({ answer: 'yes', appointment: null })
    await stage.ben.post(`${path}/appointment`, time)
    expect(offerIn((await answer('no')).body)).toMatchObject({ answer: 'no', appointment: null })
    const late = await stage.ben.post<{ code: string; sentence: string }>(`${path}/appointment`, time)
    expect([late.status, late.body.code]).toEqual([409, 'offer-not-accepted'])
    expect(late.body.sentence).toBe('Medarbejderen har ikke sagt ja til tilbuddet.')
  })

  test('is registered as held by the leader', async () => {
    const { caller, path, answer } = await offered()
    await answer('yes')
    expect((await caller.post(`${path}/outcome`, { on: '2038-01-11' })).status).toBe(404)
    const held = await stage.ben.post<TalkView>(`${path}/outcome`, { on: '2038-01-11' })
    expect(offerIn(held.body)).toMatchObject({ heldOn: '2038-01-11' })
  })

  test('shows the leader’s leader and HR nothing of it', async () => {
    const { talkId, path, answer } = await offered()
    await answer('yes')
    await stage.ben.post(`${path}/appointment`, time)
    for (const other of [stage.carl, stage.dora]) {
      const { body } = await other.get<TalkView>(`/talks/${talkId}`)
      expect(JSON.stringify(body)).not.toMatch(/offer|extra|senior/)
    }
    const { body } = await stage.ben.get<TalkView>(`/talks/${talkId}`)
    expect(body.history.map(({ event }) => event)).toContain('set-extra-appointment')
    expect(body.coming).toContainEqual({ what: 'senior', on: '2038-03-10', owedBy: null })
  })

  test('is answered by nobody but the employee, and only where it was made', async () => {
    const { talkId, path } = await offered()
    expect((await stage.ben.put(`${path}/answer`, { answer: 'yes' })).status).toBe(404)
    const other = `/talks/${talkId}/offers/leader-talent/appointment`
    expect((await stage.ben.post(other, time)).status).toBe(404)
  })
})
