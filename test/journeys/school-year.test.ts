import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkInvariants, type Invariant } from '../../demo/invariants.ts'
import { type PlayedYear, playYear } from '../../demo/play.ts'
import type { Stack } from '../../demo/stack.ts'
import { readableOf } from '../support/histories.ts'
import { openPlayStage } from '../support/play-stage.ts'

let play: Awaited<ReturnType<typeof openPlayStage>>
let stack: Stack
let played: PlayedYear
let invariants: Invariant[]

beforeAll(async () => {
  play = await openPlayStage()
  stack = play.stack
  played = await playYear(stack, () => {})
  invariants = await checkInvariants(stack, played.dates)
}, 600_000)

afterAll(async () => {
  await play?.close()
})

describe('a school of twelve, from the import to the round’s close', () => {
  test('keeps every promise: nothing forgotten, nothing twice, nothing early, nobody wrong', () => {
    expect(invariants.filter(({ broken }) => broken.length > 0)).toEqual([])
  })

  test('would be seen to tell somebody the same thing twice', async () => {
    const { db, player, sink } = stack
    const digest = await db.mail.findFirstOrThrow({ where: { template: 'digest', status: 'sent' } })
    const mail = sink.received.find((one) => one.mail.subject === digest.subjectLine)
    if (mail === undefined) throw new Error('the digest was not received')
    const other = { ...mail, mail: { ...mail.mail, messageId: '<another@example>' } }
    const { id: _id, key, data, ...row } = digest
    const again = await db.mail.create({
      data: { ...row, key: `${key} again`, data: data ?? {}, messageId: null },
    })
    const received = [...sink.received, other]
    const seen = await checkInvariants({ ...stack, sink: { ...sink, received } }, played.dates)
    await db.mail.delete({ where: { id: again.id } })
    const told = seen.find(({ sentence }) => sentence === 'Nobody was told the same thing twice')
    const on = player.calendar.dayOf(mail.at)
    expect(told?.broken).toContain(`${on} ${mail.to}: ${mail.mail.subject}`)
    expect(told?.broken.some((line) => line.startsWith('notice '))).toBe(true)
  })

  test('ends with everyone accounted for, each in their own way', async () => {
    const talks = await stack.db.talk.findMany({
      where: { round: { year: played.dates.year } },
      include: { employment: { include: { person: true } } },
    })
    const outcomes = Object.fromEntries(
      talks.map((talk) => [talk.employment.person.givenName, [talk.outcome, talk.status]]),
    )
    expect(outcomes).toMatchObject({
      Anna: ['held', 'agreed'],
      Frida: ['not-held', 'not-held'],
      Gitte: ['held', 'agreed'],
      Hans: ['held', 'left'],
      Jens: ['held', 'held'],
      Lone: ['exempt', 'exempt'],
      Mette: ['held', 'not-agreed'],
      Nina: ['held', 'agreed'],
    })
    expect(talks).toHaveLength(13)
  })

  test('climbs from Ben to Carl to Dora when nobody invites Frida, faster once she says so', async () => {
    const talkId = played.world.talkOf('Frida')
    const notices = await stack.db.notice.findMany({
      where: { talkId, obligation: 'invite' },
      orderBy: { decidedAt: 'asc' },
    })
    expect(notices.slice(0, 4).map((notice) => [notice.step, notice.audience, notice.status])).toEqual([
      ['reminder', 'leader', 'sent'],
      ['overdue', 'leader', 'sent'],
      ['leaders-leader', 'leaders-leader', 'sent'],
      ['hr', 'hr', 'sent'],
    ])
  })

  test('lets next year’s talk remind Karim about what is still open', async () => {
    const open = await stack.db.action.findMany({
      where: { status: 'open', what: 'Afprøv ny læseplan i 7. b' },
      include: { talk: { include: { round: true } } },
    })
    expect(open.map((action) => action.talk.round.year)).toEqual([played.dates.year + 1])
  })

  test('leaves nothing in the engine that says who they are or what they wrote', async () => {
    const { client, taskQueue } = play.temporal
    const { encrypted, texts } = await readableOf(client, taskQueue)
    expect(encrypted).toBeGreaterThan(1000)
    // The engine itself can be read: it knows which workflow is whose.
    const all = inWords(texts.join(' '))
    expect(all).toContain(inWords(`talk/${played.world.talkOf('Anna')}`))
    const words = await wordsOf(stack.db)
    expect(words.length).toBeGreaterThan(60)
    expect(words.filter((word) => all.includes(inWords(word)))).toEqual([])
  })
})

/** Names, addresses and every text that anybody wrote in the year. */
async function wordsOf(db: Stack['db']): Promise<string[]> {
  const people = await db.person.findMany()
  const units = await db.unit.findMany()
  const written = await Promise.all([
    db.sheet.findMany({ select: { content: true } }),
    db.planVersion.findMany({ select: { content: true } }),
    db.planComment.findMany({ select: { text: true } }),
    db.topic.findMany({ select: { text: true } }),
    db.action.findMany({ select: { what: true } }),
    db.appointment.findMany({ select: { place: true } }),
    db.groupFeedback.findMany({ select: { text: true } }),
    db.localOrientation.findMany({ select: { text: true } }),
    db.round.findMany({ select: { name: true, focusText: true } }),
  ])
  const names = people.flatMap(({ givenName, familyName, email }) => [givenName, familyName, email ?? ''])
  const texts = [...names, ...units.map(({ name }) => name), ...textsIn(written)]
  // Names of states, and days, are not what people wrote; the engine says itself when something happened.
  return [...new Set(texts)].filter((text) => text.length > 2 && !/^(?:[a-z-]+|\d{4}-\d\d-\d\d)$/.test(text))
}

/** Whole words, so that a name is not found within another word. */
function inWords(text: string): string {
  return ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
