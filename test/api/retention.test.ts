import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { erasureWorkflowId } from '../../workflows/erasure/erasure.messages.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'

let stage: ApiStage

beforeAll(async () => {
  stage = await createApiStage()
})
afterAll(() => stage.close())

describe('Retention and erasure', () => {
  test('are for HR and administrators of everything: others are told that nothing is there', async () => {
    const { anna, ben, dora, cast } = stage
    const path = `/people/${cast.anna.personId}/erasure`
    for (const caller of [anna, ben]) {
      const answers = [
        await caller.get('/retention'),
        await caller.put('/retention/mails', { months: 9 }),
        await caller.post('/legal-holds', { personId: cast.anna.personId, reason: 'Sag 1' }),
        await caller.get(`/erasures?number=${cast.anna.number}`),
        await caller.get(path),
        await caller.post(path),
      ]
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    }
    expect((await dora.get('/retention')).status).toBe(200)
  })

  test('HR chooses how long, within bounds', async () => {
    const { dora } = stage
    expect((await dora.put('/retention/plan', { months: 24 })).status).toBe(204)
    const { body } = await dora.get<{ rules: { kind: string; months: number }[] }>('/retention')
    expect(body.rules).toContainEqual({ kind: 'plan', months: 24, least: 18, most: 120 })
    const refused = await dora.put<{ fields: unknown[] }>('/retention/plan', { months: 3 })
    expect([refused.status, refused.body.fields]).toMatchObject([422, [{ place: 'body.months' }]])
  })

  test('months that were chosen for one night and put back stand in the audit, from what to what', async () => {
    const { db, dora, cast } = stage
    for (const months of [3, 12]) expect((await dora.put('/retention/nudges', { months })).status).toBe(204)
    const logged = await db.auditEntry.findMany({
      where: { event: { startsWith: 'retention-chosen/nudges' } },
      orderBy: { seq: 'asc' },
    })
    expect(logged.map(({ event, byPersonId }) => [event, byPersonId])).toEqual([
      ['retention-chosen/nudges before/12 months/3', cast.dora.personId],
      ['retention-chosen/nudges before/3 months/12', cast.dora.personId],
    ])
  })

  test('HR sees what goes before erasing, and is told why it cannot be yet', async () => {
    const { db, dora, cast, temporal } = stage
    const gone = await cast.organisation.addPerson('Gitte', { lastDay: '2037-12-31' })
    const found = await dora.get(`/erasures?number=${gone.number}`)
    expect(found.body).toEqual({ personId: gone.personId, name: 'Gitte Test' })
    const path = `/people/${gone.personId}/erasure`
    expect((await dora.get(path)).body).toMatchObject({
      name: 'Gitte Test',
      refusal: null,
      counts: { talks: 0 },
    })

    const hold = await dora.post<{ id: string }>('/legal-holds', {
      personId: gone.personId,
      reason: 'Sag 12',
    })
    expect((await dora.post(path)).body).toMatchObject({ code: 'legal-hold' })
    expect((await dora.get('/retention')).body).toMatchObject({
      holds: [{ name: 'Gitte Test', reason: 'Sag 12' }],
    })
    expect((await dora.delete(`/legal-holds/${hold.body.id}`)).status).toBe(204)

    const employed = await dora.post(`/people/${cast.anna.personId}/erasure`)
    expect([employed.status, employed.body]).toMatchObject([409, { code: 'still-employed' }])

    expect((await dora.post(path)).status).toBe(202)
    await temporal.client.getHandle(erasureWorkflowId(gone.personId)).result()
    expect((await dora.get(path)).body).toMatchObject({
      name: 'Slettet person',
      refusal: { code: 'already-erased' },
    })
    // The hold's row went along; of whom nothing was deleted, and from when to when, the audit tells.
    const held = await db.auditEntry.findMany({ where: { subject: hold.body.id }, orderBy: { seq: 'asc' } })
    expect(held.map(({ event }) => event)).toEqual([
      `hold-placed person/${gone.personId}`,
      `hold-lifted person/${gone.personId}`,
    ])
  })
})
