import { concernsPerson, readRound, roundHasPeopleOf, type RoundView } from '../db/round-reading.ts'
import { unitsUnder } from '../db/units.ts'
import { maySeeAggregates, maySeeStatus, mayRunRounds, unitsAsHr, type Who } from '../domain/permissions.ts'
import { type Complaint, complaintSentence } from '../domain/policy/complaint.ts'
import { inPeoplesWords } from '../domain/policy/date-names.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { SignedInBegun } from './begin.ts'
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

/** The round, for those who record what was said of it: HR and the works council of its unit. */
export function roundToDiscuss(request: SignedInRequest, roundId: string): Promise<RoundView> {
  return roundWhere(request, roundId, maySeeAggregates)
}

/**
 * The round, for those who see figures about units in it: HR and the works council of its unit, or of one below. What
 * they see is cut to their units. A draft is its own unit's alone.
 */
export async function roundToFollow(request: SignedInRequest, roundId: string): Promise<RoundView> {
  const { db, person } = request
  const round = await readRound(db, roundId)
  if (round === null || !(await follows(request, round, (unitId) => maySeeAggregates(person, unitId))))
    throw notFound()
  return round
}

/** The round, for HR of anybody in it: of a unit below the round's, or of where somebody of it is today (R13.2). */
export async function roundToWatch(request: SignedInBegun, roundId: string): Promise<RoundView> {
  const { db, person, today } = request
  const round = await readRound(db, roundId)
  if (round === null) throw notFound()
  if (await follows(request, round, (unitId) => maySeeStatus(person, unitId))) return round
  if (!(await roundHasPeopleOf(db, round.id, { hr: unitsAsHr(person), on: today }))) throw notFound()
  return round
}

/** The round, for whoever mails point to it: all who follow it, who are in it, or who lead somebody in it. */
export async function roundToSee(
  request: SignedInRequest,
  roundId: string,
): Promise<{ round: RoundView; isFollowed: boolean }> {
  const { db, person, today } = request
  const round = await readRound(db, roundId)
  if (round === null) throw notFound()
  const isFollowed =
    (await follows(request, round, (unitId) => maySeeAggregates(person, unitId))) ||
    (await roundHasPeopleOf(db, round.id, { hr: unitsAsHr(person), on: today }))
  if (!isFollowed && !(await concernsPerson(db, round.id, person.personId, today))) throw notFound()
  return { round, isFollowed }
}

async function follows(
  { db }: SignedInBegun,
  round: RoundView,
  may: (unitId: string) => boolean,
): Promise<boolean> {
  if (may(round.unitId)) return true
  if (round.status === 'draft') return false
  return (await unitsUnder(db, round.unitId)).some(({ id }) => may(id))
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
      sentence: `${complaintSentence(inPeoplesWords(complaint, request.language), request.language)}.`,
    })),
  )
}
