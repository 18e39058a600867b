import type { DataConverter } from '@temporalio/common'
import type { Clock } from '../../db/clock.ts'
import { HOUR } from '../../domain/calendar/day.ts'
import type { TalkEffect } from '../../domain/talk/effects.ts'
import type { JournalGateway } from '../../journal/gateway.ts'
import type { MailTransport } from '../../mail/outgoing.ts'
import type { createActivities } from '../../worker/create-worker.ts'

type Activities = ReturnType<typeof createActivities>

interface Parts {
  transport: MailTransport
  gateway: JournalGateway
  clock: Clock
  dataConverter: DataConverter
}

export interface Mutated {
  transport: MailTransport
  gateway: JournalGateway
  /** The sender's. */
  clock: Clock
  dataConverter: DataConverter
  activities: (activities: Activities) => Activities
}

/** The parts of a worker with these of its promises broken on purpose; each name is one promise. */
export function mutate(names: readonly string[], parts: Parts): Mutated {
  let mutated: Mutated = { ...parts, activities: (activities) => activities }
  for (const name of names) {
    const mutation = (mutations as Record<string, (mutated: Mutated) => Mutated>)[name]
    if (mutation === undefined) throw new Error(`there is no mutation '${name}' of the worker`)
    mutated = mutation(mutated)
  }
  return mutated
}

export type WorkerMutation = keyof typeof mutations

const mutations = {
  /** A mail that the server put off counts as sent. */
  'swallows-deferral': (mutated: Mutated): Mutated => ({
    ...mutated,
    transport: {
      ...mutated.transport,
      send: async (mail) => {
        const result = await mutated.transport.send(mail)
        return result.outcome === 'deferred' ? { outcome: 'sent', answer: '250', server: 'up' } : result
      },
    },
  }),

  /** A mail whose fate nobody knows counts as put off, and is sent again without a word. */
  'takes-unknown-for-deferred': (mutated: Mutated): Mutated => ({
    ...mutated,
    transport: {
      ...mutated.transport,
      send: async (mail) => {
        const result = await mutated.transport.send(mail)
        return result.outcome === 'unknown' ? { ...result, outcome: 'deferred' } : result
      },
    },
  }),

  /** As a pool does that sends again by itself after a connection broke. */
  'requeues-at-once': (mutated: Mutated): Mutated => ({
    ...mutated,
    transport: {
      ...mutated.transport,
      send: async (mail) => {
        for (let tries = 1; ; tries++) {
          const result = await mutated.transport.send(mail)
          if (result.outcome !== 'unknown' || tries === 3) return result
        }
      },
    },
  }),

  /** Every attempt has a Message-ID of its own. */
  'names-every-attempt-anew': (mutated: Mutated): Mutated => {
    let attempts = 0
    return {
      ...mutated,
      transport: {
        ...mutated.transport,
        send: (mail) =>
          mutated.transport.send({ ...mail, messageId: mail.messageId.replace('<', `<${++attempts}.`) }),
      },
    }
  },

  /** The sender's clock goes a day fast. */
  'sends-early': (mutated: Mutated): Mutated => ({
    ...mutated,
    clock: { now: async () => (await mutated.clock.now()) + 24 * HOUR },
  }),

  /** The sender goes by its machine's own clock. */
  'believes-its-machine': (mutated: Mutated): Mutated => ({
    ...mutated,
    clock: { now: async () => (await mutated.clock.now()) + Number(process.env.WRONG_BY ?? 0) },
  }),

  /** The personnel file is not asked before a plan is filed again. */
  'files-without-looking': (mutated: Mutated): Mutated => {
    const filed = new Set<string>()
    return {
      ...mutated,
      gateway: {
        ...mutated.gateway,
        lookUp: async (key, signal) =>
          filed.has(key) ? mutated.gateway.lookUp(key, signal) : { kind: 'absent' },
        file: async (entry, signal) => {
          const outcome = await mutated.gateway.file(entry, signal)
          if (outcome.kind === 'done') filed.add(entry.metadata.key)
          return outcome
        },
      },
    }
  },

  /** What the personnel file says is believed without a look. */
  'believes-the-personnel-file': (mutated: Mutated): Mutated => {
    const told = new Map<string, string>()
    return {
      ...mutated,
      gateway: {
        ...mutated.gateway,
        file: async (entry, signal) => {
          const outcome = await mutated.gateway.file(entry, signal)
          if (outcome.kind === 'done') told.set(entry.metadata.key, entry.metadata.contentHash)
          return outcome
        },
        lookUp: async (key, signal) => {
          const contentHash = told.get(key)
          if (contentHash === undefined) return mutated.gateway.lookUp(key, signal)
          return { kind: 'found', receipt: 'filed', caseReference: '', contentHash }
        },
      },
    }
  },

  /** An approval is answered, and nothing of it is written. */
  'forgets-to-record': (mutated: Mutated): Mutated => ({
    ...mutated,
    activities: (activities) => ({
      ...mutated.activities(activities),
      record: async (input) =>
        input.event === 'approve-plan'
          ? { outcome: 'recorded', version: input.expectedVersion + 1 }
          : activities.record(input),
    }),
  }),

  /** The first filing fails with words of the plan, and failures are not encrypted. */
  'fails-in-the-clear': (mutated: Mutated): Mutated => {
    let hasFailed = false
    const { failureConverterPath: _path, ...dataConverter } = mutated.dataConverter
    return {
      ...mutated,
      dataConverter,
      activities: (activities) => ({
        ...mutated.activities(activities),
        filePlan: (input) => {
          if (hasFailed) return activities.filePlan(input)
          hasFailed = true
          throw new Error('the personnel file has no place for: Lede møder')
        },
      }),
    }
  },

  /** Decisions are written without the mails they ask for. */
  'loses-notices': losing((effect) => effect.type === 'notice'),

  'loses-what-hr-is-told': losing((effect) => effect.type === 'notice' && effect.audience === 'hr'),

  'loses-calendar-mails': losing((effect) => effect.type === 'calendar'),
}

/** Decisions are written without these of their effects. */
function losing(isLost: (effect: TalkEffect) => boolean) {
  return (mutated: Mutated): Mutated => ({
    ...mutated,
    activities: (activities) => ({
      ...mutated.activities(activities),
      record: (input) =>
        activities.record({ ...input, effects: input.effects.filter((effect) => !isLost(effect)) }),
    }),
  })
}
