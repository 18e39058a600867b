import { createChance } from './chance.ts'
import { faults } from './faults.ts'
import { openInstallation } from './installation.ts'
import { onFaultServers } from './on-servers.ts'
import { drawBlows, play } from './play.ts'
import { loseTheEngine, type Outcome, restoreAnOlderCopy } from './recovery.ts'
import type { FaultServers } from './servers.ts'
import { STORY_AT, storyNames, tellStory } from './story.ts'
import { openWorld } from './world.ts'

const BLOWS = 14

/** Every few rounds one is about what an operator does when a store is lost. */
const kinds = [strikeARound, strikeARound, loseTheEngine, strikeARound, restoreAnOlderCopy] as const

/** Plays round after round until the time is up, one seed after the other; false where a promise was broken. */
export async function playRounds(
  { minutes, seed }: { minutes: number; seed: number },
  say: (line: string) => void,
): Promise<boolean> {
  say(`Seed ${seed}`)
  const until = performance.now() + minutes * 60_000
  const total = { rounds: 0, faults: 0, violations: 0 }
  await onFaultServers(say, async (servers) => {
    do {
      const roundSeed = seed + total.rounds
      const playOne = kinds[roundSeed % kinds.length] ?? strikeARound
      say(`Round ${total.rounds + 1}, seed ${roundSeed}`)
      const { struck, problems } = await playOne(servers, roundSeed, say).catch(standsStill)
      total.rounds += 1
      total.faults += struck.length
      total.violations += problems.length
      for (const problem of problems) say(`  ✗ ${problem}`)
      say(`  ${struck.length} faults, ${problems.length} violations`)
    } while (performance.now() < until)
  })
  say(
    `${total.rounds} rounds played, ${total.faults} faults injected, ${total.violations} violations found (seed ${seed})`,
  )
  return total.violations === 0
}

/** A play that does not get to its end: somebody got no answer, or a workflow does not move. */
function standsStill(error: unknown): Outcome {
  return { struck: [], problems: [error instanceof Error ? error.message : String(error)] }
}

async function strikeARound(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const chance = createChance(seed)
  const installation = await openInstallation(servers, { at: STORY_AT })
  try {
    const world = await openWorld(installation, storyNames)
    const steps = tellStory(world, chance.fork())
    const blows = drawBlows(faults, steps.length, BLOWS, chance.fork())
    const { struck, violations } = await play(world, steps, blows, chance.fork(), say)
    return { struck, problems: violations.map(({ promise, what }) => `${promise}: ${what}`) }
  } finally {
    await installation.stop()
  }
}
