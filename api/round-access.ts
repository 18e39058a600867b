import { readRound, type RoundView } from '../db/round-reading.ts'
import { maySeeAggregates, mayRunRounds, type Who } from '../domain/permissions.ts'
import { type Complaint, complaintSentence } from '../domain/policy/complaint.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { notFound, wrongInput } from './problem.ts'
import type { SignedInRequest } from './request.ts'

/** The round, for whoever a sentence of `domain/permissions` allows in its unit; for all others it does not exist. */
async function roundWhere(
  request: SignedInRequest,
  roundId: string,
  may: (who: Who, unitId: string) => boolean,
): Promise<RoundView> {
  const round = await readRound(request.db, roundId)
  if (round === null || !may(request.person, round.unitId)) throw notFound()
  return round
}

/** The round, for HR of its unit. */
export function roundToRun(request: SignedInRequest, roundId: string): Promise<RoundView> {
  return roundWhere(request, roundId, mayRunRounds)
}

/** The round, for those who see figures about it: HR and the works council of its unit. */
export function roundToFollow(request: SignedInRequest, roundId: string): Promise<RoundView> {
  return roundWhere(request, roundId, maySeeAggregates)
}

/** The policy, or a 422 with every complaint at its place below `place`. */
export function acceptedPolicy(
  request: SignedInRequest,
  read: { policy: Policy } | { complaints: Complaint[] },
  place: string,
): Policy {
  if ('policy' in read) return read.policy
  throw wrongInput(
    read.complaints.map((complaint) => ({
      place: complaint.field === '' ? place : `${place}.${complaint.field}`,
      value: complaint.value ?? null,
      expected: complaint.expected.form,
      sentence: `${complaintSentence(complaint, request.language)}.`,
    })),
  )
}
