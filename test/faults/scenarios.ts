import { addDays, type Day, day, type Instant } from '../../domain/calendar/day.ts'
import type { SmtpTrick } from '../support/smtp.ts'
import type { Chance } from './chance.ts'
import { type Fault, type FaultKind, faults } from './faults.ts'
import type { Installation } from './installation.ts'
import type { Json } from './people.ts'
import { type Blow, type Played, play } from './play.ts'
import { hasMet, playRegister, type RegisterTrick } from './register.ts'
import type { Step } from './story.ts'
import type { World } from './world.ts'

/** A short play aimed at one promise: what the people do, and what breaks. */
export interface Scenario {
  steps: (world: World) => Step[]
  blows: readonly Blow[]
  /** Working days of peace after it. */
  quietDays: number
}

/** When every scenario begins: a Wednesday in the window, before anybody is told anything. */
export const SCENARIO_AT = '2038-02-03T09:00:00Z'
export const FIRST = day('2038-02-03')

export function playScenario(world: World, scenario: Scenario, chance: Chance): Promise<Played> {
  const { steps, blows, quietDays } = scenario
  return play(world, steps(world), blows, chance, () => {}, quietDays)
}

/** The first mails of a round go out, and meet this. */
export function firstMorning(fault: Fault | null): Scenario {
  return {
    steps: (world) => [
      { at: time(world, FIRST, '11.00'), does: 'nobody does anything', act: nothing },
      { at: time(world, addDays(FIRST, 1), '12.00'), does: 'nobody does anything', act: nothing },
    ],
    blows: fault === null ? [] : [{ step: 0, fault, lastsFor: 1, when: 'during' }],
    quietDays: 6,
  }
}

/** Until invitations are late, while nobody invites. */
export const nobodyInvites: Scenario = { ...firstMorning(null), quietDays: 17 }

/** Invitations are late while the mail server is away: from the day they were due until the ladder's last step is late, too. */
export const mailIsAwayForDays: Scenario = outage((world) => [
  { at: time(world, LATE.from, '12.00'), does: 'mail goes away', act: () => world.smtp.goAway() },
  { at: time(world, LATE.to, '12.00'), does: 'mail comes back', act: () => world.smtp.comeBack() },
])

/** The same while the service itself is away, and comes back to a clock that has moved on. */
export const serviceIsAwayForDays: Scenario = outage((world) => [
  {
    at: time(world, LATE.from, '12.00'),
    does: 'api and worker are away',
    act: async () => {
      const { api, player, worker } = world
      await Promise.all([api.away(), worker.away()])
      await player.begin(time(world, LATE.to, '12.00'))
      await Promise.all([api.back(), worker.back()])
    },
  },
])

const LATE = { from: day('2038-02-15'), to: day('2038-02-26') }

function outage(steps: Scenario['steps']): Scenario {
  // The leader first, the leader's leader three working days after that, HR four after those.
  return { steps, blows: [], quietDays: 10 }
}

/** A plan is agreed, and the personnel file does this; null = it files. */
export function planIsFiled(trick: RegisterTrick | null): Scenario {
  return {
    steps: (world) => [
      ...heldTalk(world),
      step(world, 5, '11.00', (talk) => proposed(world, talk)),
      step(world, 6, '11.00', (talk) => approved(world, talk)),
      step(world, 7, '11.00', nothing),
    ],
    blows: trick === null ? [] : [{ step: 3, fault: registerDoes(trick), lastsFor: 1, when: 'during' }],
    quietDays: 9,
  }
}

/** The same act once more, without the key of the first: refused. */
function saysAgainHeld(world: World, talk: string) {
  return world.people.ask(
    world.cast.ben,
    'POST',
    `${talk}/outcome`,
    { outcome: 'held', on: addDays(FIRST, 2) },
    { expects: 'refused', decides: world.talkOf(world.cast.anna) },
  )
}

/** A request is sent again the day after, with its key; and the same act without it. */
export const buttonPressedAgain: Scenario = {
  steps: (world) => [
    step(world, 0, '10.00', (talk) => {
      const { anna } = world.cast
      return world.people.ask(anna, 'POST', `${talk}/topics`, { text: 'Mit skema' }, { clicks: 5 })
    }),
    step(world, 0, '10.30', () => {
      const { anna, dora } = world.cast
      const leave = { from: addDays(FIRST, 60), to: addDays(FIRST, 70) }
      return world.people.ask(dora, 'POST', `/employments/${anna.employmentId}/leaves`, leave, { clicks: 5 })
    }),
    ...heldTalk(world),
    // With its next reminder the talk goes on in a run of its own, which has heard of no request.
    step(world, 5, '11.00', (talk) => proposed(world, talk)),
    step(world, 13, '11.00', async () => {
      for (const pressed of ['/outcome', '/topics', '/leaves']) {
        const before = world.people.asked.findLast(({ path }) => path.endsWith(pressed))
        if (before === undefined) throw new Error(`nobody has asked for ${pressed}`)
        await world.people.repeat(before)
      }
    }),
    step(world, 13, '12.00', (talk) => saysAgainHeld(world, talk)),
  ],
  blows: [],
  quietDays: 1,
}

/** Somebody saves, and in the same moment the power goes. */
export const plugIsPulled: Scenario = {
  steps: (world) =>
    Array.from({ length: 3 }, (_, days) =>
      step(world, days + 1, '11.00', async (talk) => {
        const who = world.cast.anna
        const content = { 'since-last': `Udkast ${days}` }
        const place = { read: `${talk}/sheets`, write: `${talk}/sheets/mine`, of: (body: Json) => body.mine }
        await world.people.save(who, place, content)
        await world.servers.postgres.crash()
        world.kept.splice(0, world.kept.length, { who, what: "Anna's sheet", place, content })
        await world.api.ready()
        // Read at once: what is saved next day would hide it.
        for (const { what, sent, read } of await world.readAgain())
          if (sent !== read) world.lost.push({ what, sent, read })
      }),
    ),
  blows: [],
  quietDays: 1,
}

/** A talk from invitation to filed plan, while everything breaks once: the short form of the proof. */
export const fewFaultyDays: Scenario = {
  steps: (world) => [
    ...heldTalk(world, 50),
    step(world, 2, '12.00', (talk) => saysAgainHeld(world, talk)),
    step(world, 5, '11.00', (talk) => proposed(world, talk)),
    step(world, 6, '11.00', (talk) => approved(world, talk)),
    step(world, 7, '11.00', nothing),
  ],
  blows: [
    { step: 0, fault: faultNamed('the worker dies at record/after'), lastsFor: 0, when: 'before' },
    { step: 1, fault: faultNamed('the api is killed'), lastsFor: 0, when: 'during' },
    { step: 1, fault: faultNamed('the mail server cuts at after-data'), lastsFor: 1, when: 'before' },
    { step: 2, fault: faultNamed('Temporal is killed'), lastsFor: 0, when: 'during' },
    { step: 3, fault: faultNamed('PostgreSQL stops at once'), lastsFor: 0, when: 'during' },
    { step: 4, fault: faultNamed('the personnel file: error-after'), lastsFor: 1, when: 'before' },
    { step: 4, fault: faultNamed('the worker dies at send/after'), lastsFor: 0, when: 'before' },
    { step: 5, fault: faultNamed('everything is killed at once'), lastsFor: 0, when: 'during' },
  ],
  quietDays: 6,
}

export function faultNamed(name: string): Fault {
  const found = faults.find((fault) => fault.name === name)
  if (found === undefined) throw new Error(`there is no fault '${name}'`)
  return found
}

/** What a trouble of the mail server is as a fault. */
export function mailServerDoes(trick: SmtpTrick): Fault {
  return trouble(
    'the mail server is in trouble',
    'the mail server is in trouble',
    ({ smtp }) => smtp.play('everybody', trick),
    ({ smtp }) => smtp.play('everybody', null),
    ({ smtp }) => smtp.hasMet(trick),
  )
}

function registerDoes(trick: RegisterTrick): Fault {
  return trouble(
    'the personnel file is in trouble',
    `the personnel file: ${trick}`,
    ({ personnelFile }) => playRegister(personnelFile.folder, trick),
    ({ personnelFile }) => playRegister(personnelFile.folder, null),
    ({ personnelFile }) => hasMet(personnelFile.folder, trick),
  )
}

export const twoWorkersSend: Fault = trouble(
  'two workers at once',
  'two workers send',
  ({ drainTwice }) => drainTwice(true),
  ({ drainTwice }) => drainTwice(false),
)

function trouble(
  kind: FaultKind,
  name: string,
  begin: (on: Installation) => void,
  end: (on: Installation) => void,
  hasHappened: (on: Installation) => boolean = () => true,
): Fault {
  return {
    kind,
    name,
    strike: async (on) => {
      begin(on)
      return { end: async () => end(on), hasHappened: () => hasHappened(on) }
    },
  }
}

/** Anna is invited at short notice, accepts, and has the talk on Friday. */
function heldTalk(world: World, clicks = 1): Step[] {
  const { people, cast } = world
  const talkOn = addDays(FIRST, 2)
  const decides = { decides: world.talkOf(cast.anna) }
  const startsAt = new Date(time(world, talkOn, '9.00')).toISOString()
  return [
    step(world, 0, '11.00', (talk) =>
      people.ask(cast.ben, 'POST', `${talk}/appointment`, { startsAt, place: 'Kontoret' }, decides),
    ),
    step(world, 0, '14.00', (talk) =>
      people.ask(cast.anna, 'POST', `${talk}/appointment/acceptance`, {}, { ...decides, clicks }),
    ),
    step(world, 2, '11.00', (talk) =>
      people.ask(cast.ben, 'POST', `${talk}/outcome`, { outcome: 'held', on: talkOn }, decides),
    ),
  ]
}

function proposed({ people, cast, talkOf }: World, talk: string): Promise<unknown> {
  const content = {
    goals: [{ goal: 'Lede møder', workplaceGoal: '' }],
    actions: [],
    notDoing: [],
    plannedTraining: [],
    completedTraining: [],
  }
  return people.ask(cast.anna, 'POST', `${talk}/plan-versions`, { content }, { decides: talkOf(cast.anna) })
}

async function approved({ people, cast, talkOf }: World, talk: string): Promise<void> {
  const { versionId, hash } = (await people.get(cast.ben, talk)).plan.current
  await people.ask(
    cast.ben,
    'POST',
    `${talk}/plan-versions/${versionId}/approval`,
    { hash },
    {
      decides: talkOf(cast.anna),
    },
  )
}

/** Something about Anna's talk, so many calendar days after the first. */
export function step(
  world: World,
  days: number,
  clock: string,
  act: (talk: string) => Promise<unknown>,
): Step {
  const talk = `/talks/${world.talkOf(world.cast.anna)}`
  return { at: time(world, addDays(FIRST, days), clock), does: `at ${clock}`, act: () => act(talk) }
}

export function time({ player }: World, on: Day, clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split('.').map(Number)
  return player.calendar.instantOf(on, hours * 60 + minutes)
}

async function nothing(): Promise<void> {}
