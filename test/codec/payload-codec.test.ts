import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { WorkflowClient } from '@temporalio/client'
import { defaultPayloadConverter, type FailureConverter, type Payload } from '@temporalio/common'
import { createDataConverter, failureConverterPath } from '../../codec/data-converter.ts'
import { createPayloadCodec, UnreadablePayloadError } from '../../codec/payload-codec.ts'
import { erasureWorkflowId } from '../../workflows/erasure/erasure.messages.ts'
import { talkViewQuery, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { readableOf } from '../support/histories.ts'
import { createStage, type Stage } from '../support/stage.ts'

const key = (id: string, byte: number) => ({ id, bytes: Buffer.alloc(32, byte) })
const old = key('2026', 1)
const now = key('2027', 2)

const anna: Payload = defaultPayloadConverter.toPayload({ name: 'Anna Ågård', heldOn: '2027-02-03' })

async function encode(keys: Parameters<typeof createPayloadCodec>[0], payload = anna): Promise<Payload> {
  const [encoded = {}] = await createPayloadCodec(keys).encode([payload])
  return encoded
}

async function decode(keys: Parameters<typeof createPayloadCodec>[0], payload: Payload): Promise<unknown> {
  const [decoded = {}] = await createPayloadCodec(keys).decode([payload])
  return defaultPayloadConverter.fromPayload(decoded)
}

describe('What enters the engine', () => {
  test('is encrypted, says with which key, and is never written the same way twice', async () => {
    const [one, other] = [await encode([now]), await encode([now])]
    expect(Buffer.from(one.metadata?.['encryption-key-id'] ?? []).toString()).toBe('2027')
    expect(Buffer.from(one.data ?? []).includes('Anna')).toBe(false)
    expect(Buffer.from(one.data ?? []).includes('json/plain')).toBe(false)
    expect(one.data).not.toEqual(other.data)
    expect(await decode([now], one)).toEqual({ name: 'Anna Ågård', heldOn: '2027-02-03' })
  })

  test('is read with an older key after a change of keys, and written with the newest', async () => {
    const before = await encode([old])
    expect(await decode([now, old], before)).toMatchObject({ name: 'Anna Ågård' })
    const after = await encode([now, old])
    expect(await decode([now], after)).toMatchObject({ name: 'Anna Ågård' })
  })

  test('is not read without its key, and the message names the key', async () => {
    const before = await encode([old])
    await expect(decode([now], before)).rejects.toThrow(
      "A payload was encrypted with the key '2026': expected that key among '2027' (TEMPORAL_KEYS)",
    )
    await expect(decode([now], before)).rejects.toBeInstanceOf(UnreadablePayloadError)
  })

  test('is not read with another key of the same name, nor once a byte of it was changed', async () => {
    const written = await encode([now])
    const refusal = /^A payload of the key '2027' cannot be decrypted: expected/
    await expect(decode([key('2027', 9)], written)).rejects.toThrow(refusal)
    for (const at of [0, 12, (written.data?.length ?? 0) - 1]) {
      const data = Buffer.from(written.data ?? [])
      data.writeUInt8(data.readUInt8(at) ^ 1, at)
      await expect(decode([now], { ...written, data })).rejects.toThrow(refusal)
    }
    const renamed = { ...written.metadata, 'encryption-key-id': Buffer.from('2026') }
    await expect(decode([now, { ...now, id: '2026' }], { ...written, metadata: renamed })).rejects.toThrow(
      /^A payload of the key '2026' cannot be decrypted/,
    )
    await expect(decode([now], { ...written, data: Buffer.alloc(5) })).rejects.toThrow(refusal)
  })

  test('is refused in the clear, whoever wrote it', async () => {
    await expect(decode([now], anna)).rejects.toThrow(
      'A payload is in the clear: expected an encrypted one (TEMPORAL_KEYS)',
    )
  })
})

describe('A running talk', () => {
  let stage: Stage
  let roundId: string
  let talkId: string

  beforeAll(async () => {
    stage = await createStage()
    roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
    await stage.rounds.start(roundId)
    talkId = await stage.talks.idOf(roundId, stage.cast.anna)
  })

  afterAll(async () => {
    await stage?.close()
  })

  const clientWith = (keys: Parameters<typeof createDataConverter>[0]) =>
    new WorkflowClient({ connection: stage.temporal.connection, dataConverter: createDataConverter(keys) })

  test('tells nothing to whoever has another key', async () => {
    const { client } = stage.temporal
    await expect(client.getHandle(talkWorkflowId(talkId)).query(talkViewQuery)).resolves.toMatchObject({
      state: { talkId },
    })
    const stranger = clientWith([now]).getHandle(talkWorkflowId(talkId))
    await expect(stranger.query(talkViewQuery)).rejects.toThrow(/expected that key among '2027'/)
  })

  test('takes no order from whoever has no key at all', async () => {
    const { temporal, db, cast } = stage
    const stranger = new WorkflowClient({ connection: temporal.connection })
    const { personId } = cast.anna
    const order = await stranger.start('erasureWorkflow', {
      workflowId: erasureWorkflowId(personId),
      taskQueue: temporal.taskQueue,
      args: [{ personId, again: true }],
    })
    const isRefused = async () =>
      (await order.fetchHistory()).events?.some(
        ({ workflowTaskFailedEventAttributes: refused }) =>
          refused?.failure?.message?.includes('A payload is in the clear') ||
          refused?.failure?.message === 'Encoded failure',
      )
    while (!(await isRefused()));
    expect((await db.person.findUniqueOrThrow({ where: { id: personId } })).erasedAt).toBeNull()
    await order.terminate()
  })

  test('keeps what a failure says from whoever has no key, and tells it to us', async () => {
    const { failureConverter } = createRequire(import.meta.url)(failureConverterPath) as {
      failureConverter: FailureConverter
    }
    const failure = failureConverter.errorToFailure(new Error('Anna is not there'), defaultPayloadConverter)
    expect(failure).toMatchObject({ message: 'Encoded failure', stackTrace: '' })
    const refused = stage.talks.act(talkId, { type: 'confirm-held' })
    await expect(refused).rejects.toMatchObject({
      cause: { message: 'not-held-yet', details: ['not-held-yet'] },
    })
  })

  test('leaves nothing in the engine that says whose it is or what was written', async () => {
    const { cast, db, talks, temporal, today } = stage
    const bensTalk = await talks.idOf(roundId, cast.ben)
    await talks.hold(bensTalk, await today())
    await talks.agree(bensTalk, [{ owner: 'employee', dueOn: '2038-03-01' }])
    const { encrypted, texts } = await readableOf(temporal.client, temporal.taskQueue)
    expect(encrypted).toBeGreaterThan(10)
    const all = texts.join('\n')
    // What is left tells which workflow is whose, by an opaque id, and nothing of its state.
    expect(all).toContain(`talk/${bensTalk}`)
    expect(all).not.toContain('inviteDueOn')
    const people = await db.person.findMany()
    const [action] = await db.action.findMany({ where: { talkId: bensTalk } })
    const words = people.flatMap(({ givenName, familyName, email }) => [givenName, familyName, email ?? ''])
    words.push(action?.what ?? '', 'agreed', 'held')
    expect(words.filter((word) => word.length > 2 && all.includes(word))).toEqual([])
  })
})
