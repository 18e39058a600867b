import type { Chance } from './chance.ts'
import { type Violation, check } from './checker.ts'
import { type Fault, type Strike, strikeSoon } from './faults.ts'
import type { Evidence } from './evidence.ts'
import { dueByTheRules } from './due.ts'
import { gather } from './gather.ts'
import { playRegister } from './register.ts'
import type { Step } from './story.ts'
import type { World } from './world.ts'

export interface Played {
  /** What broke: not what was set to and never did. */
  struck: Pick<Fault, 'kind' | 'name'>[]
  evidence: Evidence
  violations: Violation[]
}

/** A fault that strikes at a step; one that lasts ends some steps later. */
export interface Blow {
  step: number
  fault: Fault
  lastsFor: number
  /** On the way to the step, or while it is acted. */
  when: 'before' | 'during'
}

/** What strikes at any time falls somewhere; what strikes while a plan is filed falls when one is, each at another. */
export function placeBlows(faults: readonly Fault[], steps: readonly Step[], chance: Chance): Blow[] {
  const filing = steps.flatMap(({ files }, index) => (files === true ? [index] : []))
  let filed = 0
  return faults.map((fault) =>
    fault.during === 'filing'
      ? { step: filing[filed++ % filing.length] ?? 0, fault, lastsFor: 0, when: 'before' }
      : {
          step: chance.between(0, steps.length - 1),
          fault,
          lastsFor: chance.between(0, 2),
          when: chance.pick(['before', 'during'] as const),
        },
  )
}

/** A fault that was set to strike, which happened or did not. */
export interface Struck {
  fault: Fault
  strike: Strike
}

/** Those that did happen. */
export function happened(struck: readonly Struck[]): Played['struck'] {
  return struck.filter(({ strike }) => strike.hasHappened()).map(({ fault }) => fault)
}

/** Days on which nothing is broken any more, so that what waits can arrive. */
const QUIET_DAYS = 9

/** Plays the steps while the blows fall, lets everything come to rest, and asks the checker. */
export async function play(
  world: World,
  steps: readonly Step[],
  blows: readonly Blow[],
  chance: Chance,
  say: (line: string) => void,
  quietDays = QUIET_DAYS,
): Promise<Played> {
  const struck: Struck[] = []
  const endings = new Map<number, (() => Promise<void>)[]>()
  const endBefore = async (index: number) => {
    const due = endings.get(index) ?? []
    for (let end = due.shift(); end; end = due.shift()) await end()
  }
  const fall = async ({ fault, lastsFor, step }: Blow) => {
    say(`    ${fault.name}`)
    const strike = await strikeSoon(fault, world, chance)
    struck.push({ fault, strike })
    const { end } = strike
    if (end === undefined) return
    const until = Math.min(step + 1 + lastsFor, steps.length)
    endings.set(until, [...(endings.get(until) ?? []), end])
  }
  try {
    for (const [index, step] of steps.entries()) {
      await endBefore(index)
      const falling = (when: Blow['when']) =>
        blows.filter((blow) => blow.step === index && blow.when === when).map(fall)
      say(`${new Date(step.at).toISOString().slice(0, 16)}  ${step.does}`)
      await allOf([world.advanceTo(step.at), ...falling('before')])
      await allOf([step.act(), ...falling('during')])
      await world.settle()
      await repeatSome(world, chance)
    }
    await endBefore(steps.length)
  } finally {
    // A play that breaks off leaves nothing behind on servers that the next one uses.
    await Promise.allSettled([...endings.values()].flat().map((end) => end()))
  }
  return { ...(await finish(world, quietDays)), struck: happened(struck) }
}

/** All of it to its end, even where one fails: what the others begin is to be ended too. */
async function allOf(works: readonly Promise<unknown>[]): Promise<void> {
  for (const done of await Promise.allSettled(works)) if (done.status === 'rejected') throw done.reason
}

/** Peace: everything works again, and so many days pass. */
export async function finish(world: World, quietDays = QUIET_DAYS): Promise<Omit<Played, 'struck'>> {
  world.smtp.play('everybody', null)
  if (world.personnelFile.kind === 'register') playRegister(world.personnelFile.folder, null)
  world.drainTwice(false)
  // What was told to die somewhere and never came there.
  world.deaths.disarm()
  const { calendar } = world.player
  const last = calendar.dayOf(await world.player.now())
  await world.advanceTo(calendar.instantOf(calendar.addWorkingDays(last, quietDays), 12 * 60))
  const saved = await world.readAgain()
  const { people, cast, roster } = world
  const evidence = await gather(world, people, cast.dora, saved, roster, await dueByTheRules(world))
  return { evidence, violations: check(evidence) }
}

/** Somebody presses a button again that was answered a while ago. */
async function repeatSome({ people }: World, chance: Chance): Promise<void> {
  const done = people.asked
    .slice(-5)
    .filter(({ answers, decides }) => decides && (answers[0]?.status ?? 500) < 300)
  if (done.length > 0 && chance.happens(0.4)) await people.repeat(chance.pick(done))
}
