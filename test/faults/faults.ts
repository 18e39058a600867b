import { pause } from '../../scripts/infrastructure/process.ts'
import type { SmtpTrick } from '../support/smtp.ts'
import type { Chance } from './chance.ts'
import type { Installation } from './installation.ts'
import { lostLease } from './lost-lease.ts'
import { comesAgain, diskPoints, PATIENCE, type Point, points } from './orders.ts'
import { mount, type PersonnelFile, unmount } from './personnel-file.ts'
import { hasMet, playRegister, type RegisterTrick, registerTricks } from './register.ts'

/** What breaks, in the words of a report. */
export type FaultKind =
  | 'the worker dies at a point'
  | 'a process is killed'
  | 'a server dies'
  | 'the worker is frozen'
  | 'clock and zone are wrong'
  | 'two workers at once'
  | 'the mail server is in trouble'
  | 'the personnel file is in trouble'
  | 'an outage of days'
  | 'a store is lost'
  | 'another release'

/** Something that breaks. What lasts answers how it ends. */
export interface Fault {
  kind: FaultKind
  name: string
  /** Of one kind of personnel file alone. */
  of?: PersonnelFile['kind']
  /** What breaks only while a round's talks open, or while a plan is filed; at any time unless told. */
  during?: 'opening' | 'filing'
  strike(on: Installation, chance: Chance): Promise<Strike>
}

/** What has struck. */
export interface Strike {
  /** How what lasts ends. */
  end?: () => Promise<void>
  /** Whether anything has met what lay in wait; what breaks at once has happened. */
  hasHappened: () => boolean
}

/** Longer than the sender waits for a word of the mail server, in milliseconds. */
const BEYOND_PATIENCE = 1.5 * PATIENCE.silence

export const faults: readonly Fault[] = [
  ...points.map(deadlyPoint),
  moment('a process is killed', 'the worker is killed', async ({ worker }) => worker.kill()),
  moment('a process is killed', 'the api is killed', async ({ api }) => api.kill()),
  moment('a server dies', 'Temporal is killed', ({ servers }) => servers.temporal.crash()),
  moment('a server dies', 'PostgreSQL stops at once', ({ servers }) => servers.postgres.crash()),
  moment('a server dies', 'PostgreSQL stops at once three times', async ({ servers }) => {
    for (let times = 0; times < 3; times++) await servers.postgres.crash()
  }),
  moment('a server dies', 'everything is killed at once', async ({ servers, api, worker }) => {
    api.kill()
    worker.kill()
    await Promise.all([servers.temporal.crash(), servers.postgres.crash()])
  }),
  moment('the worker is frozen', 'the worker is frozen for longer than a lease', ({ worker }) =>
    worker.freezeWhile(() => pause(4_000)),
  ),
  moment('the worker is frozen', 'the worker is frozen for 15 s', ({ worker }) =>
    worker.freezeWhile(() => pause(15_000)),
  ),
  lostLease('answer'),
  lostLease('cut'),
  lasting('clock and zone are wrong', "the worker's zone is another", async ({ worker }) => {
    await worker.become({ TZ: 'Pacific/Kiritimati' })
    return () => worker.become({})
  }),
  lasting('clock and zone are wrong', "the worker's own clock is an hour fast", async ({ worker }) => {
    await worker.become({ WRONG_BY: String(60 * 60_000) }, ['./wrong-clock.mjs'])
    return () => worker.become({})
  }),
  lasting('two workers at once', 'two workers send', async ({ drainTwice }) => {
    drainTwice(true)
    return async () => drainTwice(false)
  }),
  lasting('two workers at once', 'another worker works beside the first', async ({ joinWorker }) =>
    joinWorker(),
  ),
  lasting('the mail server is in trouble', 'the mail server is away', async ({ smtp }) => {
    await smtp.goAway()
    return () => smtp.comeBack()
  }),
  ...mailTricks().map(mailTrouble),
  ...registerTricks.map(registerTrouble),
  ...diskPoints.map((point) => ({ ...deadlyPoint(point), of: 'drop-folder' as const })),
  {
    ...lasting(
      'the personnel file is in trouble',
      'the drop folder is not mounted',
      async ({ personnelFile }) => {
        unmount(personnelFile)
        return async () => mount(personnelFile)
      },
    ),
    of: 'drop-folder',
    during: 'filing',
  },
]

/** Those that can strike at any time. */
export const anytime = faults.filter(({ during }) => during === undefined)

/** Those that can strike while a round's talks open: dying there, and dying at all. */
export const openingFaults = faults.filter(
  ({ kind, during }) => during === 'opening' || kind === 'a process is killed' || kind === 'a server dies',
)

/** Those that can strike while plans are filed so. */
export function filingFaults(into: PersonnelFile['kind']): readonly Fault[] {
  return faults.filter(({ during, of }) => during === 'filing' && (of === undefined || of === into))
}

function deadlyPoint(point: Point): Fault {
  const [what = ''] = point.split('/')
  return {
    kind: 'the worker dies at a point',
    name: `the worker dies at ${point}`,
    ...(['record-round', 'start-talk'].includes(what) && { during: 'opening' as const }),
    ...(['file', 'file-plan', 'disk'].includes(what) && { during: 'filing' as const }),
    strike: async ({ deaths }, chance) => {
      deaths.arm(point, chance.between(1, comesAgain(point)))
      return { hasHappened: () => deaths.hasHappened(point) }
    },
  }
}

function moment(kind: FaultKind, name: string, strike: (on: Installation) => Promise<void>): Fault {
  return {
    kind,
    name,
    strike: async (on) => {
      await strike(on)
      return { hasHappened: () => true }
    },
  }
}

function lasting(
  kind: FaultKind,
  name: string,
  strike: (on: Installation) => Promise<() => Promise<void>>,
): Fault {
  return { kind, name, strike: async (on) => ({ end: await strike(on), hasHappened: () => true }) }
}

function mailTricks(): SmtpTrick[] {
  const verbs = ['connect', 'ehlo', 'mail', 'rcpt', 'data', 'end-of-data'] as const
  const cuts = ['connect', 'ehlo', 'mail', 'before-data', 'in-data', 'after-data'] as const
  return [
    ...verbs.flatMap((at) => [421, 451, 550].map((code) => ({ at, code }))),
    ...cuts.map((cut) => ({ cut })),
    { slowAt: 'end-of-data', by: 800 },
    { slowAt: 'data', by: BEYOND_PATIENCE },
    { slowAt: 'end-of-data', by: BEYOND_PATIENCE },
  ]
}

/** For everybody, or for one; the first verbs know of nobody yet. */
function mailTrouble(trick: SmtpTrick): Fault {
  const strike = async ({ smtp, db }: Installation): Promise<Strike> => {
    const someone = await db.person.findFirst({ where: { givenName: 'Ben' } }).catch(() => null)
    const isForOne = 'at' in trick && aboutOne.includes(trick.at) && trick.code >= 500
    const whom = isForOne ? (someone?.email ?? 'everybody') : 'everybody'
    smtp.play(whom, trick)
    return { end: async () => smtp.play(whom, null), hasHappened: () => smtp.hasMet(trick) }
  }
  return { kind: 'the mail server is in trouble', name: `the mail server ${does(trick)}`, strike }
}

function does(trick: SmtpTrick): string {
  if ('at' in trick) return `answers ${trick.code} at ${trick.at}`
  if ('cut' in trick) return `cuts at ${trick.cut}`
  return trick.by < BEYOND_PATIENCE ? 'is slow' : `keeps silent at ${trick.slowAt}`
}

/** Verbs whose answer is about the recipient or the message. */
const aboutOne: readonly string[] = ['rcpt', 'data', 'end-of-data']

function registerTrouble(trick: RegisterTrick): Fault {
  return {
    kind: 'the personnel file is in trouble',
    name: `the personnel file: ${trick}`,
    of: 'register',
    during: 'filing',
    strike: async ({ personnelFile: { folder } }) => {
      playRegister(folder, trick)
      return { end: async () => playRegister(folder, null), hasHappened: () => hasMet(folder, trick) }
    },
  }
}

/** A fault strikes in the middle of something; what lies in wait does so from the start. */
export async function strikeSoon(fault: Fault, on: Installation, chance: Chance): Promise<Strike> {
  if (fault.kind !== 'the worker dies at a point') await pause(chance.between(0, 300))
  return fault.strike(on, chance)
}
