import { addDays, addMonths, day, type Day } from '../domain/calendar/day.ts'
import { defaultPolicy } from '../domain/policy/policy.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import { cast, type CastName, emailOf, nameOf } from './cast.ts'
import { type Dates, instantOf, type Json, type Scene, type World } from './scene.ts'
import { scenesOfFollowUp } from './scenes-of-follow-up.ts'
import { scenesOfHr } from './scenes-of-hr.ts'
import { scenesOfTalks } from './scenes-of-talks.ts'
import { setUp } from './setup.ts'
import type { Stack } from './stack.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { signIn, type Visitor } from './visitor.ts'

/** A whole year of a school of twelve on the real engine; people act over HTTP alone. */
export interface PlayedYear {
  dates: Dates
  timeline: Timeline
  world: World
}

/** Plays from the import to past the round's close. `say` hears how far it has come. */
export async function playYear(stack: Stack, say: (line: string) => void): Promise<PlayedYear> {
  const { player, sink } = stack
  const played = await playScenes(stack, say, null)
  const { timeline, dates } = played
  await player.playTo(player.calendar.instantOf(dates.endsOn, 12 * 60))
  for (const { at, to, mail } of sink.received) {
    if (!isSignIn(mail.subject)) timeline.mail(at, `${nameOfAddress(to)}: ${mail.subject ?? ''}`)
  }
  await tellPrinted(stack, timeline)
  await tellEndings(stack, timeline, dates.year)
  return played
}

/** Plays until noon of a working day of the talks' window, where every kind of talk is under way. */
export async function playToSpring(stack: Stack, say: (line: string) => void): Promise<PlayedYear> {
  return playScenes(stack, say, ({ talksFrom }) => stack.player.calendar.addWorkingDays(talksFrom, SPRING))
}

/** Working days after the window's first: some talks are held, some agreed on, some late. */
const SPRING = 17

async function playScenes(
  stack: Stack,
  say: (line: string) => void,
  until: ((dates: Dates) => Day) | null,
): Promise<PlayedYear> {
  const { player, db } = stack
  const first = firstYear(Date.now())
  await player.begin(Date.parse(`${first.startsOn}T06:00:00Z`))
  const dates = datesOf(first, player.calendar)
  const lastOn = until?.(dates) ?? dates.endsOn
  await setUp(db, dates.startsOn)
  const timeline = createTimeline()
  const world = createWorld(stack, dates)
  const scenes = [
    ...scenesOfHr(dates, player.calendar),
    ...scenesOfTalks(dates, player.calendar),
    ...scenesOfFollowUp(dates, player.calendar),
  ]
    .filter(({ on }) => on <= lastOn)
    .sort((a, b) => instantOf(player.calendar, a) - instantOf(player.calendar, b))
  for (const scene of scenes) {
    await player.playTo(instantOf(player.calendar, scene))
    say(`${scene.on}  ${scene.who} ${scene.does}`)
    await perform(scene, world)
    timeline.act(instantOf(player.calendar, scene), `${scene.who} ${scene.does}`)
    await player.settle()
  }
  if (until !== null) await player.playTo(player.calendar.instantOf(lastOn, 12 * 60))
  return { dates, timeline, world }
}

/** Who has no mail address gets a page that the leader prints (R13.1). */
async function tellPrinted({ db }: Stack, timeline: Timeline): Promise<void> {
  const printed = await db.mail.findMany({ where: { status: 'printed' }, include: { person: true } })
  for (const { endedAt, person, subjectLine } of printed) {
    if (endedAt !== null && person !== null) {
      timeline.mail(
        endedAt.getTime(),
        `${person.givenName} ${person.familyName}, on paper: ${subjectLine ?? ''}`,
      )
    }
  }
}

/** What nobody does in a scene: who has left or has no talk is done with, and the round closes by itself. */
async function tellEndings({ db }: Stack, timeline: Timeline, year: number): Promise<void> {
  const ended = await db.talk.findMany({
    where: { round: { year }, status: { in: ['left', 'not-held'] }, closedAt: { not: null } },
    include: { employment: { include: { person: true } } },
  })
  for (const { status, closedAt, employment } of ended) {
    const why = status === 'left' ? 'left' : 'not held'
    if (closedAt) timeline.act(closedAt.getTime(), `${employment.person.givenName}’s clock stops: ${why}`)
  }
  for (const { id, name } of await db.round.findMany({ where: { year, status: 'closed' } })) {
    const { _max } = await db.auditEntry.aggregate({ where: { subject: id }, _max: { at: true } })
    if (_max.at) timeline.act(_max.at.getTime(), `${name} closes: everyone is accounted for`)
  }
}

/** A scene that fails says which it was. */
async function perform(scene: Scene, world: World): Promise<void> {
  try {
    await scene.act(world)
    if (scene.who === 'Dora') await world.meetEverybody()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${scene.on}: ${scene.who} ${scene.does}: ${message}`, { cause: error })
  }
}

function createWorld({ db, url, player, sink }: Stack, dates: Dates): World {
  const visitors = new Map<CastName, Visitor>()
  const talks = new Map<string, string>()
  const notes = new Map<string, string>()

  /** As people do: asks for a link, reads the mail, presses the button. */
  async function enter(name: CastName): Promise<Visitor> {
    const seen = sink.received.length
    const asked = await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: emailOf(name) }),
    })
    const { code } = (await asked.json()) as { code: string }
    await player.settle()
    const mail = sink.received
      .slice(seen)
      .find(({ to, mail: { subject } }) => to === emailOf(name) && isSignIn(subject))
    const token = /\/sign-in\/([\w-]+)/.exec(mail?.mail.text ?? '')?.[1]
    if (token === undefined) throw new Error(`${name} got no sign-in mail at ${emailOf(name)}`)
    return signIn(url, name, { token, code })
  }

  const world: World = {
    calendar: player.calendar,
    dates,
    notes,
    async as(name) {
      const visitor = visitors.get(name) ?? (await enter(name))
      visitors.set(name, visitor)
      return visitor
    },
    talkOf(name, year = dates.year) {
      const id = talks.get(`${year} ${cast[name].number}`)
      if (id === undefined) throw new Error(`${name} has no talk in ${year} that anybody has met`)
      return id
    },
    async meetEverybody() {
      await player.settle()
      await untilTalksAreOpen(db)
      const dora = await world.as('Dora')
      for (const [key, roundId] of notes) {
        if (!key.startsWith('round ')) continue
        const { talks: lines }: Json = await dora.get(`/rounds/${roundId}/talks?pageSize=500`)
        for (const line of lines) talks.set(`${key.replace('round ', '')} ${line.number}`, line.talkId)
      }
    },
  }
  return world
}

/** The round's talks open in the background; the play goes on when they all have. */
async function untilTalksAreOpen(db: Stack['db']): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const rounds = await db.round.findMany({
      where: { status: { not: 'draft' } },
      include: { _count: { select: { talks: true } } },
    })
    const unstarted = await db.talk.count({ where: { started: false, closedAt: null } })
    if (unstarted === 0 && rounds.every((round) => round._count.talks >= round.expectedTalks)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the talks of a round did not open within a minute')
}

/** Clocks can only be moved forward, so the play begins in the first suitable autumn after today. */
function firstYear(now: number): { year: number; startsOn: Day } {
  for (let year = new Date(now).getUTCFullYear(); ; year++) {
    const startsOn = addDays(day(`${year}-02-01`), -66)
    if (Date.parse(`${startsOn}T05:00:00Z`) > now) return { year, startsOn }
  }
}

function datesOf({ year, startsOn }: { year: number; startsOn: Day }, calendar: Calendar): Dates {
  const policy = defaultPolicy(day(`${year}-02-01`), undefined, calendar)
  const { talksFrom, talksTo, orientationOn, inviteBy, groupFeedbackBy, evaluationBy, closesOn } = policy
  return {
    year,
    startsOn: calendar.onOrAfter(startsOn),
    talksFrom,
    talksTo,
    orientationOn,
    inviteBy,
    groupFeedbackBy,
    evaluationBy,
    closesOn,
    endsOn: calendar.addWorkingDays(addMonths(closesOn, 0), 3),
  }
}

function isSignIn(subject: string | undefined): boolean {
  return /log ind|sign in/i.test(subject ?? '')
}

function nameOfAddress(address: string): string {
  const name = (Object.keys(cast) as CastName[]).find((candidate) => emailOf(candidate) === address)
  return name === undefined ? address : nameOf(name)
}
