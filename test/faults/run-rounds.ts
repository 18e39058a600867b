import { day } from '../../domain/calendar/day.ts'
import { createChance } from './chance.ts'
import { faults } from './faults.ts'
import { openInstallation } from './installation.ts'
import { onFaultServers } from './on-servers.ts'
import { drawBlows, play, type Played } from './play.ts'
import type { FaultServers } from './servers.ts'
import { tellStory } from './story.ts'
import { openWorld } from './world.ts'

/** A school of eight, so that every way a talk can go is gone by somebody. */
const NAMES = ['Bodil', 'Dina', 'Erik', 'Fie', 'Gorm', 'Hanne']
const BLOWS = 14

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
      say(`Round ${total.rounds + 1}, seed ${roundSeed}`)
      const { struck, violations } = await playRound(servers, roundSeed, say)
      total.rounds += 1
      total.faults += struck.length
      total.violations += violations.length
      for (const { promise, what } of violations) say(`  ✗ ${promise}: ${what}`)
      say(`  ${struck.length} faults, ${violations.length} violations`)
    } while (performance.now() < until)
  })
  say(
    `${total.rounds} rounds played, ${total.faults} faults injected, ${total.violations} violations found (seed ${seed})`,
  )
  return total.violations === 0
}

async function playRound(servers: FaultServers, seed: number, say: (line: string) => void): Promise<Played> {
  const chance = createChance(seed)
  const installation = await openInstallation(servers, { at: '2038-01-11T09:00:00Z' })
  try {
    const world = await openWorld(installation, NAMES)
    const steps = tellStory(world, chance.fork(), day('2038-01-12'))
    const blows = drawBlows(faults, steps.length, BLOWS, chance.fork())
    return await play(world, steps, blows, chance.fork(), say)
  } finally {
    await installation.stop()
  }
}
