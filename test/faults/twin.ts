import { DAY } from '../../domain/calendar/day.ts'
import { createChance } from './chance.ts'
import type { Evidence } from './evidence.ts'
import { openInstallation } from './installation.ts'
import { play, type Played } from './play.ts'
import type { FaultServers } from './servers.ts'
import { type Step, STORY_AT, storyNames, tellStory } from './story.ts'
import { openWorld, type World } from './world.ts'

/** Something that happens to an installation between two parts of its story. */
export type Interlude = (world: World) => Promise<void>

/** The twin's: nothing happens. */
export const undisturbed: Interlude = async () => {}

/** Plays a seed's story in as many equal parts as there are interludes, and one, with an interlude after each. */
export async function playAStory(
  servers: FaultServers,
  seed: number,
  interludes: readonly Interlude[],
): Promise<Played> {
  const chance = createChance(seed)
  const installation = await openInstallation(servers, { at: STORY_AT })
  try {
    const world = await openWorld(installation, storyNames)
    const steps = tellStory(world, chance.fork())
    const length = Math.floor(steps.length / (interludes.length + 1))
    for (const [index, interlude] of interludes.entries()) {
      await playSteps(world, steps.slice(index * length, (index + 1) * length))
      await interlude(world)
    }
    return await play(world, steps.slice(interludes.length * length), [], createChance(seed), () => {})
  } finally {
    await installation.stop()
  }
}

export async function playSteps(world: World, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await world.advanceTo(step.at)
    await step.act()
    await world.settle()
  }
}

/** Where the end of a story is another than its twin's. */
export function differences(twin: Evidence, other: Evidence): string[] {
  const [wanted, found] = [endOf(twin), endOf(other)]
  return [
    ...wanted.filter((line) => !found.includes(line)).map((line) => `only the twin: ${line}`),
    ...found.filter((line) => !wanted.includes(line)).map((line) => `not the twin: ${line}`),
  ]
}

/** How everybody's talk ended and what was to be told, by what does not change from one installation to the next. */
function endOf({ talks, notices, people }: Evidence): string[] {
  const nameOf = (employmentId: string) =>
    people.find((person) => person.employmentId === employmentId)?.email.split('-')[0] ?? employmentId
  const names = new Map(talks.map((talk) => [talk.id, nameOf(talk.employmentId)]))
  return [
    ...talks.map(
      (talk) => `${names.get(talk.id)} is ${talk.status}, ${talk.outcome}, version ${talk.version}`,
    ),
    ...notices.map(
      ({ talkId, obligation, step, audience, occurrence, decidedAt }) =>
        `${names.get(talkId ?? '')}: ${obligation} ${occurrence} ${step} to ${audience}, ${Math.floor(decidedAt / DAY)}`,
    ),
  ].toSorted()
}
