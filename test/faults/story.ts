import type { Calendar } from '../../domain/calendar/calendar.ts'
import { addMonths, type Day, day, type Instant } from '../../domain/calendar/day.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { Chance } from './chance.ts'
import type { Json } from './people.ts'
import type { Place, World } from './world.ts'

/** One thing that somebody does at a time of the story. */
export interface Step {
  at: Instant
  does: string
  act: () => Promise<unknown>
  /** A plan is filed then. */
  files?: boolean
}

/** The ways in which a talk can go; each is a list of steps, counted in working days from the story's first. */
export const ways = {
  thorough,
  'at short notice': atShortNotice,
  moved,
  forgotten,
  away,
  'handed over': handedOver,
  leaver,
} as const

type Way = (part: Part) => Step[]

interface Part {
  world: World
  employee: TestPerson
  chance: Chance
  /** A time of a working day, counted from the first. */
  at: (workingDays: number, time?: string) => Instant
  on: (workingDays: number) => Day
}

/** When every story begins, and with whom beside Anna: so many that every way is gone by somebody. */
export const STORY_AT = '2038-01-11T09:00:00Z'
export const storyNames = ['Bodil', 'Dina', 'Erik', 'Fie', 'Gorm', 'Hanne']
const FIRST_ON = day('2038-01-12')

/** Everybody's steps in their order: the first of them go one way each, the others one that is drawn. */
export function tellStory(world: World, chance: Chance): Step[] {
  const all: Way[] = Object.values(ways)
  const calendar = world.player.calendar
  const steps = world.employees.flatMap((employee, index) => {
    const own = chance.fork()
    const way = all[index] ?? own.pick(all)
    return way(partOf(world, employee, own, calendar))
  })
  return steps.toSorted((a, b) => a.at - b.at)
}

function partOf(world: World, employee: TestPerson, chance: Chance, calendar: Calendar): Part {
  const on = (workingDays: number) => calendar.addWorkingDays(FIRST_ON, workingDays)
  const at = (workingDays: number, time = chance.pick(times)) =>
    calendar.instantOf(on(workingDays), minutesOf(time))
  return { world, employee, chance, at, on }
}

/** Before the sender's hours, between singles and digests, and in the middle of the day. */
const times = ['6.20', '7.50', '10.10', '14.40']

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split('.').map(Number)
  return hours * 60 + minutes
}

/** In good time, and with a plan that both agree on. */
function thorough(part: Part): Step[] {
  const { at, chance, employee, world } = part
  const invited = chance.between(1, 3)
  const talk = invited + chance.between(11, 13)
  return [
    step(part, at(0), 'accepts before anybody has invited', () => accept(part, 'refused')),
    step(part, at(invited), 'is invited', () => invite(part, talk)),
    step(part, at(invited + 1), 'accepts, in a hurry', () => accept(part, 'done', 50)),
    step(part, at(invited + 3), 'prepares', () => prepare(part, employee)),
    step(part, at(invited + 4), 'is prepared for', () => prepare(part, world.cast.ben)),
    step(part, at(talk, '15.30'), 'had the talk', () => hold(part, talk)),
    step(part, at(talk + 1), 'is said once more to have had it', () => hold(part, talk, 'refused')),
    ...planning(part, talk + 2),
  ]
}

function atShortNotice(part: Part): Step[] {
  const { at, chance } = part
  const invited = chance.between(4, 6)
  const talk = invited + 4
  return [
    step(part, at(invited), 'is invited at short notice', () => invite(part, talk)),
    step(part, at(invited + 1), 'accepts', () => accept(part)),
    step(part, at(talk, '15.30'), 'had the talk', () => hold(part, talk)),
    // After its last day: reminders and steps have begun.
    ...planning(part, talk + 13),
  ]
}

function moved(part: Part): Step[] {
  const { at, chance } = part
  const invited = chance.between(1, 4)
  const talk = invited + 13
  return [
    step(part, at(invited), 'is invited', () => invite(part, talk - 1)),
    step(part, at(invited + 2), 'asks for another time', () => askOtherTime(part)),
    step(part, at(invited + 2, '16.00'), 'is given one', () => invite(part, talk)),
    step(part, at(talk + 3), 'had the talk, as is said late', () => hold(part, talk)),
    ...planning(part, talk + 6),
  ]
}

/** Nobody invites: the ladder climbs. */
function forgotten(part: Part): Step[] {
  const { at } = part
  return [
    step(part, at(27), 'says that nobody has invited', () =>
      act(part, part.employee, 'not-invited', {}, 'done'),
    ),
  ]
}

/** On leave when the invitation was planned, and back. */
function away(part: Part): Step[] {
  const { at, on } = part
  return [
    step(part, at(2), 'will be on leave', () =>
      changePeople(part, 'POST', 'leaves', { from: on(8), to: on(17) }),
    ),
    step(part, at(19), 'is invited, back again', () => invite(part, 31)),
  ]
}

function handedOver(part: Part): Step[] {
  const { at, on, world } = part
  const { carl } = world.cast
  return [
    step(part, at(12), 'gets another leader', () =>
      changePeople(part, 'PUT', 'leader', { leaderId: carl.employmentId, from: on(12) }),
    ),
    step(part, at(16), 'is invited by the new one', () => invite(part, 28, carl)),
  ]
}

function leaver(part: Part): Step[] {
  const { at, on } = part
  return [
    step(part, at(3), 'is invited', () => invite(part, 20)),
    step(part, at(9), 'has resigned', () => changePeople(part, 'PUT', 'last-day', { lastDay: on(14) })),
  ]
}

function planning(part: Part, first: number): Step[] {
  const { at, employee, world } = part
  return [
    step(part, at(first), 'drafts and proposes a plan', () => propose(part, employee)),
    { ...step(part, at(first + 1), 'is approved of', () => approve(part, world.cast.ben)), files: true },
  ]
}

function step({ employee }: Part, at: Instant, does: string, perform: () => Promise<unknown>): Step {
  return { at, does: `${employee.name} ${does}`, act: perform }
}

function act(
  { world, employee }: Part,
  who: TestPerson,
  what: string,
  body: object,
  expects: 'done' | 'refused' = 'done',
  more: { ends?: string; clicks?: number } = {},
): Promise<Json> {
  const talkId = world.talkOf(employee)
  return world.people.ask(who, 'POST', `/talks/${talkId}/${what}`, body, {
    expects,
    decides: talkId,
    ...(more.clicks && { clicks: more.clicks }),
    ...(more.ends && { ends: { talkId, obligation: more.ends } }),
  })
}

/** HR does. What sets a value may be clicked in a hurry; a leave that is would tell its talk once for each click. */
function changePeople(
  { world, employee }: Part,
  method: 'POST' | 'PUT',
  what: string,
  body: object,
): Promise<Json> {
  const clicks = method === 'PUT' ? 5 : 1
  const path = `/employments/${employee.employmentId}/${what}`
  return world.people.ask(world.cast.dora, method, path, body, { clicks })
}

function invite(part: Part, talk: number, leader = part.world.cast.ben): Promise<unknown> {
  const startsAt = new Date(part.at(talk, '13.00')).toISOString()
  return act(part, leader, 'appointment', { startsAt, place: 'Kontoret' }, 'done', { ends: 'invite' })
}

function accept(part: Part, expects: 'done' | 'refused' = 'done', clicks = 1): Promise<unknown> {
  return act(part, part.employee, 'appointment/acceptance', {}, expects, { clicks })
}

function askOtherTime(part: Part): Promise<unknown> {
  return act(part, part.employee, 'appointment/other-time', { wish: 'Gerne om formiddagen.' })
}

function hold(part: Part, talk: number, expects: 'done' | 'refused' = 'done'): Promise<unknown> {
  const body = { outcome: 'held', on: part.on(talk) }
  return act(part, part.world.cast.ben, 'outcome', body, expects, { ends: 'confirm-held' })
}

/** Writes on the own sheet, twice, and says that it is ready. */
async function prepare(part: Part, who: TestPerson): Promise<void> {
  const { world, employee, chance } = part
  const talk = `/talks/${world.talkOf(employee)}`
  const place = { read: `${talk}/sheets`, write: `${talk}/sheets/mine`, of: (body: Json) => body.mine }
  for (const draft of ['første', 'anden']) {
    const content = { 'since-last': `${draft} udkast ${chance.between(1, 1_000_000)}: æøå` }
    await keep(part, who, `${who.name}'s sheet`, place, content)
  }
  const party = who === employee ? 'prepare' : 'leader-prepare'
  await world.people.ask(
    who,
    'PUT',
    `${talk}/readiness`,
    { ready: true },
    {
      decides: world.talkOf(employee),
      ends: { talkId: world.talkOf(employee), obligation: party },
    },
  )
}

async function propose(part: Part, author: TestPerson): Promise<void> {
  const { world, employee, chance, on } = part
  const talk = `/talks/${world.talkOf(employee)}`
  const content = {
    goals: [{ goal: `Lede møder ${chance.between(1, 1_000_000)}`, workplaceGoal: '' }],
    actions: [],
    notDoing: [],
    plannedTraining: ['Kursus i mødeledelse'],
    completedTraining: [],
  }
  const place = { read: `${talk}/plan`, write: `${talk}/plan/draft`, of: (body: Json) => body.draft }
  await keep(part, author, `${employee.name}'s draft`, place, content)
  const action = {
    what: 'Lede et møde',
    owner: 'employee',
    dueOn: addMonths(on(0), 4),
    support: '',
    effect: '',
  }
  await act(part, author, 'plan-versions', { content: { ...content, actions: [action] } })
  // Proposed, it is a draft no more; the version's own words stand from now on.
  const proposed = { ...place, of: (body: Json) => ({ content: { goals: body.versions[0]?.content.goals } }) }
  keptAt(part, author, `${employee.name}'s plan`, proposed, { goals: content.goals })
}

async function approve(part: Part, who: TestPerson): Promise<void> {
  const { world, employee } = part
  const seen: Json = await world.people.get(who, `/talks/${world.talkOf(employee)}`)
  const { versionId, hash } = seen.plan.current
  await act(part, who, `plan-versions/${versionId}/approval`, { hash }, 'done', { ends: 'agree-plan' })
}

async function keep(part: Part, who: TestPerson, what: string, place: Place, content: object): Promise<void> {
  await part.world.people.save(who, place, content)
  keptAt(part, who, what, place, content)
}

/** Only the last of what was acknowledged at a place is still to be there. */
function keptAt({ world }: Part, who: TestPerson, what: string, place: Place, content: object): void {
  const before = world.kept.findIndex((kept) => kept.place.write === place.write && kept.who === who)
  if (before !== -1) world.kept.splice(before, 1)
  world.kept.push({ who, what, place, content })
}
