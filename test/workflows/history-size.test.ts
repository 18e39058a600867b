import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { factSignal, talkViewQuery, talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { causesOf, leastEvents } from '../support/causes.ts'
import { countEvents } from '../support/histories.ts'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage()
})

afterAll(async () => {
  await stage?.close()
})

test('an undisturbed talk-year costs the engine no event more than its steps, acts and facts need', async () => {
  const { cast, mischief, player, rounds, talks, temporal, today } = stage
  const roundId = await cast.organisation.addRound({ unitId: cast.school })
  await rounds.start(roundId)
  const talkId = await talks.idOf(roundId, cast.anna)

  await player.skipTo(Date.parse('2038-02-01T09:00:00Z'))
  await talks.invite(talkId, '2038-02-24T09:00:00Z')
  await talks.act(talkId, { type: 'mark-ready', party: 'leader', ready: true })
  await player.skipTo(Date.parse('2038-02-24T14:00:00Z'))
  await talks.hold(talkId, '2038-02-24')
  await talks.agree(talkId, [{ owner: 'employee', dueOn: '2038-05-03' }])
  await player.skipTo(Date.parse('2038-05-03T14:00:00Z'))
  const { actions, statusTalks } = await talks.state(talkId)
  const actionId = actions[0]?.id ?? ''
  await talks.act(talkId, { type: 'report-action', actionId, report: 'done', dueOn: null })
  for (const { id, dueOn } of statusTalks) {
    await player.skipTo(Date.parse(`${dueOn}T09:00:00Z`))
    await talks.act(talkId, { type: 'report-status-talk-held', statusTalkId: id, on: dueOn })
  }
  const event = { type: 'leader-changed', hasLeader: true } as const
  const fact = { id: 'b1', effectiveOn: await today(), event }
  const handle = temporal.client.getHandle(talkWorkflowId(talkId))
  const recorded = new Promise<void>((resolve) => {
    mischief.after = () => resolve()
  })
  await handle.signal(factSignal, fact)
  await recorded
  // Answered only once the task that recorded the fact is done.
  await handle.query(talkViewQuery)
  expect(await talks.state(talkId)).toMatchObject({ status: 'agreed', obligations: [] })

  const own = stage.records.flatMap(({ input }) =>
    'talkId' in input && input.talkId === talkId ? input : [],
  )
  const causes = causesOf(own)
  expect(causes).toMatchObject({ steps: 7, acts: 8, facts: 1 })
  // The plan was agreed before the talk next moved: both phases ended in one.
  const runs = 2
  expect(await countEvents(temporal.client, talkWorkflowId(talkId))).toEqual(leastEvents(causes, runs))
})
