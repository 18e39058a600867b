import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { TalkView } from '../../api/views/talk.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage
beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage?.close())

const LATER = '2038-02-18T09:00:00.000Z'
const SOON = '2038-01-13T09:00:00.000Z'

describe('Inviting', () => {
  test('sets a time with place and length, which stands when notice is kept', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const answer = await ben.post<TalkView>(`/talks/${talkId}/appointment`, {
      startsAt: LATER,
      minutes: 75,
      place: ' Mødelokale 2 ',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.status).toBe('arranged')
    expect(answer.body.appointment).toMatchObject({
      startsAt: LATER,
      minutes: 75,
      place: 'Mødelokale 2',
      stands: true,
    })
  })

  test('is for the next above who is there while the leader is on leave, in the leader’s name', async () => {
    const { carl, cast, db, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    expect((await carl.post(`/talks/${talkId}/appointment`, { startsAt: LATER })).status).toBe(404)
    const leave = await db.leave.create({
      data: { employmentId: cast.ben.employmentId, fromOn: new Date('2038-01-01') },
    })
    const answer = await carl.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: LATER })
    await db.leave.delete({ where: { id: leave.id } })
    expect([answer.status, answer.body.status]).toEqual([200, 'arranged'])
    expect(answer.body.history.at(-1)).toMatchObject({ by: 'Carl Test', onBehalfOf: 'Ben Test' })
  })

  test('takes the length from the rules of the round where none is said', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const answer = await ben.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: LATER })
    expect(answer.body.appointment?.minutes).toBe(60)
  })

  test('at short notice waits for the employee, who accepts', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const invited = await ben.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: SOON })
    expect(invited.body).toMatchObject({ status: 'invited', appointment: { stands: false } })
    expect(invited.body.appointment?.answerBy).toBe('2038-01-12T11:00:00.000Z')
    const accepted = await caller.post<TalkView>(`/talks/${talkId}/appointment/acceptance`)
    expect(accepted.body).toMatchObject({ status: 'arranged', appointment: { accepted: true, stands: true } })
  })

  test('keeps the wish of an employee who asks for another time, for the leader to read', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    await ben.post(`/talks/${talkId}/appointment`, { startsAt: LATER })
    await caller.post(`/talks/${talkId}/appointment/other-time`, { wish: 'Helst om formiddagen' })
    const seen = await ben.get<TalkView>(`/talks/${talkId}`)
    expect(seen.body.appointment).toMatchObject({ otherTimeAsked: true, wish: 'Helst om formiddagen' })
    const { body: readings } = await caller.get<{ name: string; what: string }[]>(`/talks/${talkId}/accesses`)
    expect(readings).toMatchObject([{ name: 'Ben Test', what: 'wish' }])
  })

  test('warns of a word about health before a wish is shared, and asks for no other time until then', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    await ben.post(`/talks/${talkId}/appointment`, { startsAt: LATER })
    const path = `/talks/${talkId}/appointment/other-time`
    const warned = await caller.post<{ code: string }>(path, { wish: 'Jeg har kræft' })
    expect([warned.status, warned.body.code]).toEqual([409, 'look-again'])
    const before = await ben.get<TalkView>(`/talks/${talkId}`)
    expect(before.body.appointment).toMatchObject({ otherTimeAsked: false, wish: '' })
    await caller.post(path, { wish: 'Jeg har kræft', despiteWarnings: true })
    const after = await ben.get<TalkView>(`/talks/${talkId}`)
    expect(after.body.appointment).toMatchObject({ otherTimeAsked: true, wish: 'Jeg har kræft' })
  })

  test('moves the same calendar event, and cancels it', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    await ben.post(`/talks/${talkId}/appointment`, { startsAt: LATER })
    await ben.post(`/talks/${talkId}/appointment`, { startsAt: '2038-02-19T09:00:00Z' })
    const cancelled = await ben.delete<TalkView>(`/talks/${talkId}/appointment`)
    expect(cancelled.body).toMatchObject({ status: 'awaiting', appointment: null })
    expect(await sequencesOf(talkId)).toEqual([0, 1, 2])
  })

  test('the same time sent again is answered as before, and nobody is told anything', async () => {
    const { ben, db, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const path = `/talks/${talkId}/appointment`
    const time = { startsAt: LATER, minutes: 60, place: 'Mødelokale 2' }
    const first = await ben.post<TalkView>(path, time)
    const told = await db.notice.count({ where: { talkId } })
    const again = await ben.post<TalkView>(path, { ...time, place: ' Mødelokale 2' })
    expect([again.status, again.body]).toEqual([200, first.body])
    const many = await ben.post<{ results: object[] }>('/appointments', {
      appointments: [{ talkId, ...time }],
    })
    expect(many.body.results).toMatchObject([{ talkId, invited: true, problem: null }])
    expect(await sequencesOf(talkId)).toEqual([0])
    expect(await db.notice.count({ where: { talkId } })).toBe(told)
  })

  test('the same hour in another place, or of another length, is told to both', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const path = `/talks/${talkId}/appointment`
    await ben.post(path, { startsAt: LATER, place: 'Mødelokale 2' })
    const moved = await ben.post<TalkView>(path, { startsAt: LATER, place: 'Mødelokale 3' })
    expect(moved.body.appointment).toMatchObject({ place: 'Mødelokale 3' })
    await ben.post(path, { startsAt: LATER, place: 'Mødelokale 3', onlineUrl: 'https://meet.example/1' })
    await ben.post(path, { startsAt: LATER, minutes: 90, place: 'Mødelokale 3' })
    expect(await sequencesOf(talkId)).toEqual([0, 1, 2, 3])
  })

  test('accepts a Sunday evening, and says in the language of the person who asks what to look at once more', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const sunday = { startsAt: '2038-02-21T17:00:00Z', minutes: 90 }
    const set = await ben.post<TalkView>(`/talks/${talkId}/appointment`, sunday)
    expect([set.status, set.body.status]).toEqual([200, 'arranged'])
    expect(set.body.appointment?.warnings).toEqual([
      { code: 'on-sunday', sentence: 'Tidspunktet ligger på en søndag: 21.02.2038 (uge 7).' },
      { code: 'ends-late', sentence: 'Tidspunktet slutter efter kl. 18.00.' },
    ])
    await caller.put('/me/language', { language: 'en' })
    const seen = await caller.get<TalkView>(`/talks/${talkId}`)
    expect(seen.body.appointment?.warnings[1]?.sentence).toBe('The time ends after 18:00.')
    const moved = await ben.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: LATER })
    expect(moved.body.appointment?.warnings).toEqual([])
  })

  test('is refused with the reason in the language of the person who asks', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const past = await ben.post<{ code: string; sentence: string }>(`/talks/${talkId}/appointment`, {
      startsAt: '2038-01-04T09:00:00Z',
    })
    expect(past.status).toBe(409)
    expect(past.headers.get('content-type')).toContain('application/problem+json')
    expect(past.body.code).toBe('time-in-the-past')
    await caller.put('/me/language', { language: 'en' })
    const danish = past.body.sentence
    const none = await caller.post<{ code: string; sentence: string }>(
      `/talks/${talkId}/appointment/acceptance`,
    )
    expect(none.body.code).toBe('no-appointment')
    expect(none.body.sentence).not.toBe(danish)
  })

  test('says what is wrong with each field', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const answer = await ben.post<{ fields: { place: string; value: unknown }[] }>(
      `/talks/${talkId}/appointment`,
      { startsAt: 'i morgen', minutes: 1 },
    )
    expect(answer.status).toBe(422)
    expect(answer.body.fields.map(({ place, value }) => [place, value])).toEqual([
      ['body.startsAt', 'i morgen'],
      ['body.minutes', 1],
    ])
  })
})

describe('Inviting many at once', () => {
  test('takes each talk once', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const twice = [1, 2].map(() => ({ talkId, startsAt: LATER }))
    const answer = await ben.post<{ fields: { place: string }[] }>('/appointments', { appointments: twice })
    expect([answer.status, answer.body.fields[0]?.place]).toEqual([422, 'body.appointments'])
  })

  test('answers for every talk by itself: the others are invited though one is refused and one is not ours', async () => {
    const { ben, db, addEmployee } = stage
    const [first, second, third] = [
      await addEmployee('Bodil'),
      await addEmployee('Cilla'),
      await addEmployee('Ditte'),
    ]
    const stranger = '00000000-0000-4000-8000-000000000001'
    const answer = await ben.post<{
      results: {
        talkId: string
        invited: boolean
        problem: { code: string } | null
        warnings: { code: string }[]
      }[]
    }>('/appointments', {
      appointments: [
        { talkId: first.talkId, startsAt: LATER },
        { talkId: second.talkId, startsAt: '2037-12-01T09:00:00Z' },
        { talkId: stranger, startsAt: LATER },
        { talkId: third.talkId, startsAt: '2038-02-18T05:00:00Z' },
      ],
    })
    expect(answer.body.results.map(({ invited, problem }) => [invited, problem?.code ?? null])).toEqual([
      [true, null],
      [false, 'time-in-the-past'],
      [false, 'not-found'],
      [true, null],
    ])
    expect(answer.body.results.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      ['begins-early'],
    ])
    const statuses = await db.talk.findMany({ where: { id: { in: [first.talkId, third.talkId] } } })
    expect(statuses.map(({ status }) => status)).toEqual(['arranged', 'arranged'])
  })
})

describe('Published times', () => {
  const slots = (first: string, second: string) => ({
    slots: [
      { startsAt: first, minutes: 60, place: 'Kontoret' },
      { startsAt: second, minutes: 60, place: 'Kontoret' },
    ],
  })

  test('are picked by one employee each, also when two press at the same moment', async () => {
    const { ben, roundId, addEmployee } = stage
    const [bodil, cilla] = [await addEmployee('Bodil'), await addEmployee('Cilla')]
    const published = await ben.post<{ id: string; startsAt: string }[]>(
      `/rounds/${roundId}/slots`,
      slots('2038-03-01T08:00:00Z', '2038-03-01T10:00:00Z'),
    )
    expect(published.status).toBe(201)
    const slotId = published.body.find(({ startsAt }) => startsAt === '2038-03-01T08:00:00.000Z')?.id
    const answers = await Promise.all([
      bodil.caller.post<{ code?: string }>(`/talks/${bodil.talkId}/slot-choice`, { slotId }),
      cilla.caller.post<{ code?: string }>(`/talks/${cilla.talkId}/slot-choice`, { slotId }),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('slot-taken')
  })

  test('stand when they are picked, and are no longer offered to others', async () => {
    const { ben, roundId, addEmployee } = stage
    const [bodil, cilla] = [await addEmployee('Bodil'), await addEmployee('Cilla')]
    await ben.post(`/rounds/${roundId}/slots`, slots('2038-01-14T08:00:00Z', '2038-01-14T10:00:00Z'))
    const offered = await bodil.caller.get<{ id: string }[]>(`/talks/${bodil.talkId}/slots`)
    const slotId = offered.body[0]?.id
    const picked = await bodil.caller.post<TalkView>(`/talks/${bodil.talkId}/slot-choice`, { slotId })
    expect(picked.body).toMatchObject({
      status: 'arranged',
      appointment: { stands: true, place: 'Kontoret' },
    })
    const rest = await cilla.caller.get<{ id: string }[]>(`/talks/${cilla.talkId}/slots`)
    expect(rest.body.map(({ id }) => id)).not.toContain(slotId)
  })

  test('are free again when the employee picks another, and when the leader cancels', async () => {
    const { ben, roundId, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    await ben.post(`/rounds/${roundId}/slots`, slots('2038-03-02T08:00:00Z', '2038-03-02T10:00:00Z'))
    const free = async () =>
      (await caller.get<{ id: string; startsAt: string }[]>(`/talks/${talkId}/slots`)).body
    const at = (slot: { startsAt: string }) => slot.startsAt
    const [first, second] = (await free()).filter((slot) => at(slot).startsWith('2038-03-02'))
    await caller.post(`/talks/${talkId}/slot-choice`, { slotId: first?.id })
    await caller.post(`/talks/${talkId}/slot-choice`, { slotId: second?.id })
    expect((await free()).map(at)).toContain(first?.startsAt)
    expect((await free()).map(at)).not.toContain(second?.startsAt)
    await ben.delete(`/talks/${talkId}/appointment`)
    expect((await free()).map(at)).toContain(second?.startsAt)
  })

  test('are free again when the rules end the time: here HR exempts the employee', async () => {
    const { ben, dora, roundId, addEmployee } = stage
    const bodil = await addEmployee('Bodil')
    const cilla = await addEmployee('Cilla')
    await ben.post(`/rounds/${roundId}/slots`, slots('2038-03-04T08:00:00Z', '2038-03-04T10:00:00Z'))
    const free = async () =>
      (
        await cilla.caller.get<{ id: string; startsAt: string }[]>(`/talks/${cilla.talkId}/slots`)
      ).body.filter(({ startsAt }) => startsAt.startsWith('2038-03-04'))
    const [first] = await free()
    await bodil.caller.post(`/talks/${bodil.talkId}/slot-choice`, { slotId: first?.id })
    expect(await free()).toHaveLength(1)
    expect(
      (await dora.post(`/talks/${bodil.talkId}/exemption`, { reason: 'employee-declined' })).status,
    ).toBe(200)
    expect(await free()).toHaveLength(2)
  })

  test('can be taken back by the leader as long as nobody has picked them', async () => {
    const { ben, roundId, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const published = await ben.post<{ id: string; startsAt: string }[]>(
      `/rounds/${roundId}/slots`,
      slots('2038-03-03T08:00:00Z', '2038-03-03T10:00:00Z'),
    )
    const [first, second] = published.body.filter(({ startsAt }) => startsAt.startsWith('2038-03-03'))
    await caller.post(`/talks/${talkId}/slot-choice`, { slotId: first?.id })
    expect((await ben.delete<{ code: string }>(`/slots/${first?.id}`)).body.code).toBe('slot-taken')
    expect((await caller.delete(`/slots/${second?.id}`)).status).toBe(404)
    expect((await ben.delete(`/slots/${second?.id}`)).status).toBe(204)
  })
})

describe('"I have not been invited"', () => {
  test('shows the date by which the leader must invite, and tells the leader', async () => {
    const { db, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const answer = await caller.post<TalkView>(`/talks/${talkId}/not-invited`)
    expect(answer.body.dates.inviteDueOn).toBe('2038-02-15')
    const notices = await db.notice.findMany({ where: { talkId, obligation: 'not-invited' } })
    expect(notices.map(({ audience }) => audience)).toEqual(['leader'])
  })
})

describe('The same request sent twice', () => {
  test('sets one time, and is answered the same', async () => {
    const { ben, db, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const send = () =>
      ben.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: LATER }, { 'idempotency-key': 'k-1' })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect(await db.appointment.count({ where: { talkId } })).toBe(1)
    expect(await db.auditEntry.count({ where: { talkId, event: 'set-appointment' } })).toBe(1)
  })

  test('is kept without what people wrote, and answered with what is true by then', async () => {
    const { ben, db, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const body = { startsAt: LATER, place: 'Hos Bodil' }
    const send = () => ben.post<TalkView>(`/talks/${talkId}/appointment`, body, { 'idempotency-key': 'k-5' })
    await send()
    await caller.post(`/talks/${talkId}/appointment/acceptance`)
    expect((await send()).body.appointment?.accepted).toBe(true)
    const kept = await db.answeredRequest.findMany({ where: { key: 'k-5' } })
    expect(kept.map(({ answer }) => answer)).toEqual([{}])
  })

  test('sets one time also when both are under way at once', async () => {
    const { ben, db, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const send = () =>
      ben.post<TalkView>(`/talks/${talkId}/appointment`, { startsAt: LATER }, { 'idempotency-key': 'k-2' })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await db.auditEntry.count({ where: { talkId, event: 'set-appointment' } })).toBe(1)
  })

  test('with another body under the same key is refused with 422', async () => {
    const { ben, addEmployee } = stage
    const { talkId } = await addEmployee('Bodil')
    const send = (startsAt: string) =>
      ben.post<{ code: string }>(`/talks/${talkId}/appointment`, { startsAt }, { 'idempotency-key': 'k-3' })
    await send(LATER)
    const second = await send('2038-02-19T09:00:00Z')
    expect([second.status, second.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  test('under a key that another person uses is another request', async () => {
    const { ben, addEmployee } = stage
    const { caller, talkId } = await addEmployee('Bodil')
    const headers = { 'idempotency-key': 'k-4' }
    await ben.post(`/talks/${talkId}/appointment`, { startsAt: LATER }, headers)
    const accepted = await caller.post<TalkView>(`/talks/${talkId}/appointment/acceptance`, {}, headers)
    expect(accepted.body.appointment?.accepted).toBe(true)
  })
})

/** The calendar mails that a talk has come to. */
async function sequencesOf(talkId: string): Promise<number[]> {
  const mails = await stage.db.mail.findMany({ where: { template: 'calendar' } })
  const own = mails.map(({ data }) => data as { sequence: number; subject: string })
  const sequences = own.filter(({ subject }) => subject === talkId).map(({ sequence }) => sequence)
  return [...new Set(sequences)].sort((a, b) => a - b)
}
