import type { Violation } from './checker.ts'
import { drillMutants, noticedBy } from './drill-mutants.ts'
import { mutants, type Mutant, violationsOf } from './mutants.ts'
import { onFaultServers } from './on-servers.ts'
import type { Scenario } from './scenarios.ts'

/** A mutant, and what the checker said where it was at work; null where nobody noticed. */
export interface Tried {
  mutant: { breaks: string; what: string }
  caughtBy: string | null
}

/** Every mutant in the play or drill aimed at it, and each of those without one; false where one is not noticed. */
export async function playMutants(say: (line: string) => void): Promise<boolean> {
  return onFaultServers(say, async (servers) => {
    const sound = new Map<Scenario, boolean>()
    const tried: Tried[] = []
    const count = mutants.length + drillMutants.length
    for (const mutant of mutants) {
      const { scenario, what } = mutant
      say(`Mutant ${tried.length + 1} of ${count}: ${what}`)
      if (!sound.has(scenario)) sound.set(scenario, await isSoundWithout(mutant))
      const noticed = await noticedIn(mutant)
      const isCaught = noticed !== undefined && sound.get(scenario) === true
      tried.push({ mutant, caughtBy: isCaught ? noticed.what : null })
    }
    for (const mutant of drillMutants) {
      say(`Mutant ${tried.length + 1} of ${count}: ${mutant.what}`)
      tried.push({ mutant, caughtBy: await noticedBy(servers, mutant, say) })
    }
    for (const line of tableOf(tried)) say(line)
    return tried.every(({ caughtBy }) => caughtBy !== null)

    async function noticedIn(mutant: Mutant): Promise<Violation | undefined> {
      for (let play = 1; ; play++) {
        const found = await violationsOf(servers, mutant.scenario, mutant)
        const noticed = found.find(({ promise }) => promise === mutant.breaks)
        if (noticed !== undefined || play >= (mutant.plays ?? 1)) return noticed
      }
    }

    /** A play that breaks promises by itself would notice anything. */
    async function isSoundWithout({ scenario, what }: Mutant): Promise<boolean> {
      const found = await violationsOf(servers, scenario, null)
      for (const violation of found)
        say(`✗ without a mutant, where '${what}' is looked for: ${violation.promise}: ${violation.what}`)
      return found.length === 0
    }
  })
}

/** Each rule, what was taken away of its keeper, and what the checker said to it. */
export function tableOf(tried: readonly Tried[]): string[] {
  const rows = tried.map(({ mutant, caughtBy }) => [mutant.breaks, mutant.what, caughtBy ?? 'SURVIVED'])
  const table = [['rule', 'mutant', 'caught by'], ...rows]
  const [first = 0, second = 0] = [0, 1].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  const survived = tried.filter(({ caughtBy }) => caughtBy === null).length
  return [
    '',
    ...table.map(([rule = '', what = '', by]) => `${rule.padEnd(first)}  ${what.padEnd(second)}  ${by}`),
    '',
    `${tried.length} mutants, ${tried.length - survived} caught, ${survived} survived`,
  ]
}
