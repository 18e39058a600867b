import type { Db } from '../db/client.ts'
import { undeliveredFacts } from '../db/facts.ts'
import { zoneFactsOf } from '../db/rounds.ts'
import { createCalendar, type Calendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import { addDays, type Day, type Instant } from '../domain/calendar/day.ts'
import type { SkippingClient } from '../scripts/time-skipping.ts'
import { morningWorkflowId } from '../workflows/morning/morning.messages.ts'
import { roundWorkflowId } from '../workflows/round/round.messages.ts'
import { talkWorkflowId } from '../workflows/talk/talk.messages.ts'

export interface PlayerParts {
  db: Db
  client: SkippingClient
  taskQueue: string
  /** Hands over every mail that may go at the clock's instant. */
  drain: () => Promise<unknown>
  /** IANA name. */
  zone: string
}

/** Moves the one clock of a test or the demo, and with it every workflow that has something to do (design: time). */
export interface Player {
  readonly calendar: Calendar
  now(): Promise<Instant>
  /** Sets the clock without letting anything happen: the first instant of a play. */
  begin(at: Instant): Promise<void>
  /** Lets everything happen that is due up to an instant, in its order, and stands there. */
  playTo(at: Instant): Promise<void>
  /** As `playTo`, with no mornings and no mail on the way. */
  skipTo(at: Instant): Promise<void>
  /** Lets what was just told to workflows and mails settle, without moving the clock. */
  settle(): Promise<void>
}

/** Longer than any workflow runs ahead of the clock. */
const A_MOMENT = 5_000

/** Minutes after midnight at which mornings run and mails go: single mails by 7.45, digests by 9. */
const HOURS = { morning: 6 * 60, singles: 7 * 60 + 45, digests: 9 * 60 } as const

export function createPlayer(parts: PlayerParts): Player {
  const { db } = parts
  let calendar: Calendar | null = null

  async function setClock(at: Instant): Promise<void> {
    const row = { at: new Date(at) }
    await db.virtualClock.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row })
  }

  async function now(): Promise<Instant> {
    return (await db.virtualClock.findUniqueOrThrow({ where: { id: 1 } })).at.getTime()
  }

  const ownCalendar = () => {
    if (calendar === null) throw new Error('the player has not begun: call begin first')
    return calendar
  }

  /** One tick: the clock stands at `at`, overdue workflows act, then the morning or the mails of that hour. */
  async function tick(at: Instant): Promise<void> {
    await setClock(at)
    await forwardDue(parts, at)
    await deliverTo(parts)
    const { on, minutes } = ownCalendar().localTime(at)
    if (!ownCalendar().isWorkingDay(on)) return
    if (minutes === HOURS.morning) await runMorning(parts, on)
    if (minutes === HOURS.singles || minutes === HOURS.digests) await parts.drain()
  }

  return {
    get calendar() {
      return ownCalendar()
    },
    now,
    async begin(at) {
      const { zoneName: _name, ...settings } = defaultCalendarSettings
      calendar = createCalendar({ ...settings, zone: zoneFactsOf(parts.zone, at) })
      await setClock(at)
    },
    async playTo(target) {
      for (;;) {
        const from = await now()
        const next = Math.min(target, await nextDueAfter(db, from), nextHourAfter(ownCalendar(), from))
        await tick(next)
        if (next === target) return
      }
    },
    async skipTo(target) {
      for (;;) {
        const from = await now()
        const next = Math.min(target, await nextDueAfter(db, from))
        await setClock(next)
        await forwardDue(parts, next)
        await deliverTo(parts)
        if (next === target) return
      }
    },
    async settle() {
      await forwardDue(parts, await now())
      await deliverTo(parts)
      // Workflows stand a little past the clock, and what they sent at once may go from there on.
      await setClock((await now()) + A_MOMENT)
      await parts.drain()
    },
  }
}

/** The next instant at which a workflow has something to do; what is overdue is due now. */
async function nextDueAfter(db: Db, from: Instant): Promise<Instant> {
  const [talk, round] = await Promise.all([
    db.talk.aggregate({ _min: { nextDueAt: true }, where: { closedAt: null } }),
    db.round.aggregate({
      _min: { nextDueAt: true },
      where: { status: { in: ['scheduled', 'running', 'closing'] } },
    }),
  ])
  const instants = [talk._min.nextDueAt, round._min.nextDueAt]
    .filter((at) => at !== null)
    .map((at) => at.getTime())
  return instants.length === 0 ? Number.POSITIVE_INFINITY : Math.max(from, Math.min(...instants))
}

function nextHourAfter(calendar: Calendar, from: Instant): Instant {
  const { on, minutes } = calendar.localTime(from)
  for (const hour of Object.values(HOURS)) if (hour > minutes) return calendar.instantOf(on, hour)
  return calendar.instantOf(addDays(on, 1), HOURS.morning)
}

/** Brings every workflow that is due up to the instant, until no row says that something should have moved. */
async function forwardDue(parts: PlayerParts, at: Instant): Promise<void> {
  for (let round = 0; ; round++) {
    const ids = await dueWorkflows(parts.db, at)
    if (ids.length === 0) return
    if (round === 20)
      throw new Error(
        `workflows do not move past ${new Date(at).toISOString()}: ${ids.slice(0, 3).join(', ')}`,
      )
    await Promise.all(ids.map((id) => parts.client.forwardPast(id, at)))
  }
}

async function dueWorkflows(db: Db, at: Instant): Promise<string[]> {
  const due = { nextDueAt: { lte: new Date(at) } }
  const talks = await db.talk.findMany({ where: { ...due, closedAt: null }, select: { id: true } })
  const rounds = await db.round.findMany({
    where: { ...due, status: { in: ['scheduled', 'running', 'closing'] } },
    select: { id: true },
  })
  return [...rounds.map(({ id }) => roundWorkflowId(id)), ...talks.map(({ id }) => talkWorkflowId(id))]
}

async function runMorning(parts: PlayerParts, on: Day): Promise<void> {
  await parts.client.execute('morningWorkflow', {
    workflowId: morningWorkflowId(`${on}/${parts.taskQueue}`),
    taskQueue: parts.taskQueue,
    args: [{ sweep: true }],
  })
  await deliverTo(parts)
}

/** Facts are signals: a talk that was sent one has recorded it once its clock was moved a little past the instant. */
async function deliverTo({ db, client }: PlayerParts): Promise<void> {
  const { facts } = await undeliveredFacts(db, 0n, 1000)
  if (facts.length === 0) return
  const at = (await db.virtualClock.findUniqueOrThrow({ where: { id: 1 } })).at.getTime()
  const ids = [...new Set(facts.map((fact) => talkWorkflowId(fact.talkId)))]
  await Promise.all(ids.map((id) => client.forwardPast(id, at)))
}
