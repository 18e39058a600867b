import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createStage, type Stage } from '../support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await createStage()
})

afterAll(async () => {
  await stage?.close()
})

test('reminds the leader and climbs to HR when nobody invites Anna, whatever crashes on the way', async () => {
  const { cast, db, mischief, player, rounds, talks } = stage
  const crashed = new Set<string>()
  mischief.after = ({ event, decisionId }) => {
    if (event !== 'time-passed' || crashed.has(decisionId)) return
    crashed.add(decisionId)
    throw new Error('crashed after the commit')
  }
  const roundId = await cast.organisation.addRound({ unitId: cast.school })
  await rounds.start(roundId)
  const talkId = await talks.idOf(roundId, cast.anna)
  await player.skipTo(Date.parse('2038-03-12T12:00:00Z'))

  const notices = await db.notice.findMany({
    where: { subject: talkId, obligation: 'invite' },
    orderBy: { decidedAt: 'asc' },
  })
  expect(
    notices.map((notice) => [notice.decidedAt.toISOString().slice(0, 10), notice.step, notice.audience]),
  ).toEqual([
    ['2038-02-08', 'reminder', 'leader'],
    ['2038-02-16', 'overdue', 'leader'],
    ['2038-02-19', 'leaders-leader', 'leaders-leader'],
    ['2038-02-25', 'hr', 'hr'],
    ['2038-03-11', 'hr-2', 'hr'],
  ])
  expect(await db.talk.findUniqueOrThrow({ where: { id: talkId } })).toMatchObject({ status: 'awaiting' })
  expect(crashed.size).toBeGreaterThanOrEqual(5)
})
