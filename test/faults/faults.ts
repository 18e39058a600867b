import { pause } from '../../scripts/infrastructure/process.ts'
import type { SmtpTrick } from '../support/smtp.ts'
import type { Chance } from './chance.ts'
import type { Installation } from './installation.ts'
import { type Point, points } from './orders.ts'
import { playRegister, type RegisterTrick, registerTricks } from './register.ts'

/** Something that breaks. What lasts answers how it ends. */
export interface Fault {
  name: string
  strike(on: Installation, chance: Chance): Promise<(() => Promise<void>) | null>
}

export const faults: readonly Fault[] = [
  ...points.map(deadlyPoint),
  moment('the worker is killed', async ({ worker }) => worker.kill()),
  moment('the api is killed', async ({ api }) => api.kill()),
  moment('Temporal is killed', ({ servers }) => servers.temporal.crash()),
  moment('PostgreSQL stops at once', ({ servers }) => servers.postgres.crash()),
  moment('PostgreSQL stops at once three times', async ({ servers }) => {
    for (let times = 0; times < 3; times++) await servers.postgres.crash()
  }),
  moment('everything is killed at once', async ({ servers, api, worker }) => {
    api.kill()
    worker.kill()
    await Promise.all([servers.temporal.crash(), servers.postgres.crash()])
  }),
  moment('the worker is frozen for longer than a lease', ({ worker }) => worker.freeze(4_000)),
  moment('the worker is frozen for 15 s', ({ worker }) => worker.freeze(15_000)),
  lasting("the worker's zone is another", async ({ worker }) => {
    await worker.become({ TZ: 'Pacific/Kiritimati' })
    return () => worker.become({})
  }),
  lasting("the worker's own clock is an hour fast", async ({ worker }) => {
    await worker.become({ WRONG_BY: String(60 * 60_000) }, ['./wrong-clock.mjs'])
    return () => worker.become({})
  }),
  lasting('two workers send', async ({ drainTwice }) => {
    drainTwice(true)
    return async () => drainTwice(false)
  }),
  lasting('the mail server is away', async ({ smtp }) => {
    await smtp.goAway()
    return () => smtp.comeBack()
  }),
  ...mailTricks().map(mailTrouble),
  ...registerTricks.map(registerTrouble),
]

function deadlyPoint(point: Point): Fault {
  return {
    name: `the worker dies at ${point}`,
    strike: async ({ worker }, chance) => {
      await worker.ask({ do: 'arm', point, times: chance.between(1, 3) }).catch(() => {})
      return null
    },
  }
}

function moment(name: string, strike: (on: Installation) => Promise<void>): Fault {
  return {
    name,
    strike: async (on) => {
      await strike(on)
      return null
    },
  }
}

function lasting(name: string, strike: (on: Installation) => Promise<() => Promise<void>>): Fault {
  return { name, strike }
}

function mailTricks(): SmtpTrick[] {
  const verbs = ['connect', 'mail', 'rcpt', 'end-of-data'] as const
  const cuts = ['connect', 'mail', 'before-data', 'in-data', 'after-data'] as const
  return [
    ...verbs.flatMap((at) => [421, 451, 550].map((code) => ({ at, code }))),
    ...cuts.map((cut) => ({ cut })),
    { slowBy: 800 },
  ]
}

/** For everybody, or for one; the first verbs know of nobody yet. */
function mailTrouble(trick: SmtpTrick): Fault {
  const where =
    'at' in trick
      ? `answers ${trick.code} at ${trick.at}`
      : 'cut' in trick
        ? `cuts at ${trick.cut}`
        : 'is slow'
  return lasting(`the mail server ${where}`, async ({ smtp, db }) => {
    const someone = await db.person.findFirst({ where: { givenName: 'Ben' } }).catch(() => null)
    const isForOne = 'at' in trick && (trick.at === 'rcpt' || trick.at === 'end-of-data') && trick.code >= 500
    const whom = isForOne ? (someone?.email ?? 'everybody') : 'everybody'
    smtp.play(whom, trick)
    return async () => smtp.play(whom, null)
  })
}

function registerTrouble(trick: RegisterTrick): Fault {
  return {
    name: `the personnel file: ${trick}`,
    strike: async ({ register }) => {
      playRegister(register, trick)
      return async () => playRegister(register, null)
    },
  }
}

/** A fault strikes in the middle of something. */
export async function strikeSoon(
  fault: Fault,
  on: Installation,
  chance: Chance,
): Promise<(() => Promise<void>) | null> {
  await pause(chance.between(0, 300))
  return fault.strike(on, chance)
}
