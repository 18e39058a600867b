import { createChance } from './chance.ts'
import { deal } from './deal.ts'
import { backUpAndRestore } from './drill.ts'
import { anytime, faults, filingFaults, openingFaults, strikeSoon } from './faults.ts'
import { openInstallation } from './installation.ts'
import { onFaultServers } from './on-servers.ts'
import { type Outcome, problemsOf } from './outcome.ts'
import { outagesOfDays } from './outages.ts'
import { happened, placeBlows, play, type Struck } from './play.ts'
import { loseTheEngine, restoreAnOlderCopy } from './recovery.ts'
import { reportOf, type Round } from './report.ts'
import type { FaultServers } from './servers.ts'
import { STORY_AT, storyNames, tellStory } from './story.ts'
import { goBackTooLate, upgradeAndGoBack } from './upgrade.ts'
import { openWorld } from './world.ts'

/** How many faults strike a round: at any time, while plans are filed, and while its talks open. */
const BLOWS = { anytime: 10, filing: 3, opening: 2 } as const

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
  strikeARound,
  outagesOfDays,
  strikeARound,
  goBackTooLate,
] as const

/**
 * Plays round after round until the time is up, one seed after the other, and each kind of round at least; with no time
 * at all, one round. False where a promise was broken.
 */
export async function playRounds(
  { minutes, seed }: { minutes: number; seed: number },
  say: (line: string) => void,
): Promise<boolean> {
  say(`Seed ${seed}`)
  const begun = performance.now()
  const rounds: Round[] = []
  const least = minutes > 0 ? kinds.length : 1
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
    } while (performance.now() < begun + minutes * 60_000 || rounds.length < least)
  })
  for (const line of reportOf(
    rounds,
    faults.map(({ name }) => name),
    performance.now() - begun,
  ))
    say(line)
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
  // Every second round strikes, and every second of those files into the register.
  const round = Math.floor(seed / 2)
  const personnelFile = round % 2 === 0 ? 'register' : 'drop-folder'
  const installation = await openInstallation(servers, { at: STORY_AT, personnelFile })
  try {
    const opening: Struck[] = []
    const openingChance = chance.fork()
    const world = await openWorld(installation, storyNames, async () => {
      await Promise.all(
        deal(openingFaults, BLOWS.opening, round).map(async (fault) => {
          say(`    as the round opens: ${fault.name}`)
          opening.push({ fault, strike: await strikeSoon(fault, installation, openingChance) })
        }),
      )
    })
    const steps = tellStory(world, chance.fork())
    const dealt = [
      ...deal(anytime, BLOWS.anytime, round),
      ...deal(filingFaults(personnelFile), BLOWS.filing, Math.floor(round / 2)),
    ]
    const { struck, violations } = await play(
      world,
      steps,
      placeBlows(dealt, steps, chance.fork()),
      chance.fork(),
      say,
    )
    return { struck: [...happened(opening), ...struck], problems: problemsOf(violations) }
  } finally {
    await installation.stop()
  }
}
