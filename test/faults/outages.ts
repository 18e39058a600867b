import { createChance } from './chance.ts'
import { openInstallation } from './installation.ts'
import { type Outcome, problemsOf } from './outcome.ts'
import { mailIsAwayForDays, playScenario, SCENARIO_AT, serviceIsAwayForDays } from './scenarios.ts'
import type { FaultServers } from './servers.ts'
import { openWorld } from './world.ts'

const outages = [
  { scenario: mailIsAwayForDays, name: 'the mail server is away for days while somebody is late' },
  { scenario: serviceIsAwayForDays, name: 'api and worker are away for days while somebody is late' },
]

/** Everything that was due falls into an outage of days: what comes after it comes one by one. */
export async function outagesOfDays(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  const struck: Outcome['struck'] = []
  const problems: string[] = []
  for (const { scenario, name } of outages) {
    say(`    ${name}`)
    const installation = await openInstallation(servers, { at: SCENARIO_AT })
    try {
      const world = await openWorld(installation, [])
      problems.push(...problemsOf((await playScenario(world, scenario, createChance(seed))).violations))
      struck.push({ kind: 'an outage of days', name })
    } finally {
      await installation.stop()
    }
  }
  return { struck, problems }
}
