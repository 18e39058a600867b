import { z } from 'zod'
import { exemptReasons } from '../../domain/eligibility.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, notHeldReason } from '../schemas.ts'
import { act, talkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const shared = { params: talkParams, ...answersTalk }

export const postponeTalk = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/postponement',
  summary: 'HR postpones the talk to a date, or until the employee returns.',
  body: z.object({ until: day.nullable() }),
  handle: (request) => done(request, { type: 'postpone', until: request.body.until }),
})

export const endAsNotHeld = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/not-held',
  summary: 'HR ends the talk as not held, with a reason from the list.',
  body: z.object({ reason: notHeldReason }),
  handle: (request) => done(request, { type: 'set-not-held', reason: request.body.reason }),
})

export const withdrawNotHeld = defineRoute({
  ...shared,
  method: 'delete',
  path: '/talks/:talkId/not-held',
  summary: 'HR takes back that the talk is not held, which opens it again where it stood.',
  handle: (request) => done(request, { type: 'withdraw-not-held' }),
})

export const exemptTalk = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/exemption',
  summary: 'HR exempts the employee from the round, with a reason from the list.',
  body: z.object({ reason: z.enum(exemptReasons) }),
  handle: (request) => done(request, { type: 'exempt', reason: request.body.reason }),
})

export const withdrawExemption = defineRoute({
  ...shared,
  method: 'delete',
  path: '/talks/:talkId/exemption',
  summary: 'HR withdraws an exemption, which opens the talk again.',
  handle: (request) => done(request, { type: 'withdraw-exemption' }),
})

export const confirmHeld = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/outcome/confirmation',
  summary: 'The employee confirms that the talk was held.',
  handle: (request) => done(request, { type: 'confirm-held' }),
})

export const contradictHeld = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/outcome/contradiction',
  summary: 'The employee says that the talk was not held as the leader reported.',
  handle: (request) => done(request, { type: 'contradict-held' }),
})

export const reportOutcome = defineRoute({
  ...shared,
  method: 'post',
  path: '/talks/:talkId/outcome',
  summary: 'The leader says whether the talk was held, and when.',
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('held'), on: day }),
    z.object({ outcome: z.literal('not-held') }),
  ]),
  handle: (request) => {
    const { body } = request
    return done(
      request,
      body.outcome === 'held' ? { type: 'report-held', on: body.on } : { type: 'report-not-held' },
    )
  },
})

export const outcomeRoutes = [
  reportOutcome,
  confirmHeld,
  contradictHeld,
  postponeTalk,
  endAsNotHeld,
  withdrawNotHeld,
  exemptTalk,
  withdrawExemption,
]

async function done(request: SignedInRequest & { params: { talkId: string } }, wanted: TalkAct) {
  const { talkId } = request.params
  await act(request, await talkToAct(request, talkId, wanted.type), wanted)
  return freshTalk(request, talkId)
}
