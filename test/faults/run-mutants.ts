import { mutants, type Mutant, violationsOf } from './mutants.ts'
import { onFaultServers } from './on-servers.ts'
import type { Scenario } from './scenarios.ts'

/** Every mutant in the play aimed at it, and each play once without one; false where one is not noticed. */
export async function playMutants(say: (line: string) => void): Promise<boolean> {
  return onFaultServers(say, async (servers) => {
    const sound = new Map<Scenario, boolean>()
    let survived = 0
    for (const mutant of mutants) {
      const { scenario, what } = mutant
      if (!sound.has(scenario)) sound.set(scenario, await isSoundWithout(mutant))
      const noticed = (await violationsOf(servers, scenario, mutant)).filter(
        ({ promise }) => promise === mutant.breaks,
      )
      const isCaught = noticed.length > 0 && sound.get(scenario) === true
      if (!isCaught) survived += 1
      say(`${isCaught ? '✓ caught' : '✗ SURVIVED'}  ${what}`)
      if (noticed[0] !== undefined) say(`            ${noticed[0].what}`)
    }
    say(`${mutants.length} mutants, ${mutants.length - survived} caught, ${survived} survived`)
    return survived === 0

    /** A play that breaks promises by itself would notice anything. */
    async function isSoundWithout({ scenario, what }: Mutant): Promise<boolean> {
      const found = await violationsOf(servers, scenario, null)
      for (const violation of found)
        say(`✗ without a mutant, where '${what}' is looked for: ${violation.promise}: ${violation.what}`)
      return found.length === 0
    }
  })
}
