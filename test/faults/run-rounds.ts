import { createChance } from './chance.ts'
import { backUpAndRestore } from './drill.ts'
import { faultsOf } from './faults.ts'
import { openInstallation } from './installation.ts'
import { onFaultServers } from './on-servers.ts'
import { type Outcome, problemsOf } from './outcome.ts'
import { drawBlows, play } from './play.ts'
import { loseTheEngine, restoreAnOlderCopy } from './recovery.ts'
import { reportOf, type Round } from './report.ts'
import type { FaultServers } from './servers.ts'
import { STORY_AT, storyNames, tellStory } from './story.ts'
import { upgradeAndGoBack } from './upgrade.ts'
import { openWorld } from './world.ts'

const BLOWS = 14

/** Every second round is about what an operator does: a store is lost, or another release comes. */
const kinds = [
  strikeARound,
  loseTheEngine,
  strikeARound,
  restoreAnOlderCopy,
  strikeARound,
  upgradeAndGoBack,
  strikeARound,
  backUpAndRestore,
] as const

/** Plays round after round until the time is up, one seed after the other; false where a promise was broken. */
export async function playRounds(
  { minutes, seed }: { minutes: number; seed: number },
  say: (line: string) => void,
): Promise<boolean> {
  say(`Seed ${seed}`)
  const begun = performance.now()
  const rounds: Round[] = []
  await onFaultServers(say, async (servers) => {
    do {
      const roundSeed = seed + rounds.length
      const playOne = kinds[roundSeed % kinds.length] ?? strikeARound
      say(`Round ${rounds.length + 1}, seed ${roundSeed}`)
      const outcome = await playOne(servers, roundSeed, say).catch(standsStill)
      rounds.push({ seed: roundSeed, ...outcome })
      for (const problem of outcome.problems) say(`  ✗ ${problem}`)
      if (outcome.drill) say(`    ${outcome.drill}`)
      say(`  ${outcome.struck.length} faults, ${outcome.problems.length} violations`)
    } while (performance.now() < begun + minutes * 60_000)
  })
  for (const line of reportOf(rounds, performance.now() - begun)) say(line)
  return rounds.every(({ problems }) => problems.length === 0)
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
  const personnelFile = createChance(seed).pick(['register', 'drop-folder'] as const)
  const installation = await openInstallation(servers, { at: STORY_AT, personnelFile })
  try {
    const world = await openWorld(installation, storyNames)
    const steps = tellStory(world, chance.fork())
    const blows = drawBlows(faultsOf(personnelFile), steps.length, BLOWS, chance.fork())
    const { struck, violations } = await play(world, steps, blows, chance.fork(), say)
    return { struck, problems: problemsOf(violations) }
  } finally {
    await installation.stop()
  }
}
