import { backUpAndRestore } from './drill.ts'
import type { InstallationWish } from './installation.ts'
import type { Outcome } from './outcome.ts'
import { restoreAnOlderCopy } from './recovery.ts'
import type { FaultServers } from './servers.ts'

/** What stands between a copy that came back and everybody, taken away; and the drill that must notice. */
export interface DrillMutant {
  /** The rule. */
  breaks: string
  what: string
  drill: (
    servers: FaultServers,
    seed: number,
    say: (line: string) => void,
    broken?: Pick<InstallationWish, 'source'>,
  ) => Promise<Outcome>
  source: NonNullable<InstallationWish['source']>
  /** The problem that the drill then has. */
  noticed: string
}

export const drillMutants: readonly DrillMutant[] = [
  {
    breaks: 'After a restore mail waits until somebody has looked',
    what: 'mail is not held',
    drill: restoreAnOlderCopy,
    source: {
      file: 'worker/restored.ts',
      after: /export async function isRestoredUnseen\([^{]*\{/,
      put: 'return false',
    },
    noticed: 'mail went before anybody had seen what disagrees',
  },
  {
    breaks: 'After a restore whoever was erased since is erased again',
    what: 'nobody is erased at the start of a worker',
    drill: backUpAndRestore,
    source: {
      file: 'worker/erasures.ts',
      after: /export async function eraseAgain\([\s\S]*?Promise<string\[\]> \{/,
      put: 'return []',
    },
    noticed: 'who was erased after the copy is in the tables again',
  },
]

const SEED = 1

/** What the drill says to the mutant; null where it does not notice, or has a problem without one. */
export async function noticedBy(
  servers: FaultServers,
  { drill, source, noticed }: DrillMutant,
  say: (line: string) => void,
): Promise<string | null> {
  const sound = await drill(servers, SEED, say)
  for (const problem of sound.problems) say(`✗ without a mutant: ${problem}`)
  const { problems } = await drill(servers, SEED, say, { source })
  return sound.problems.length === 0 && problems.includes(noticed) ? noticed : null
}
