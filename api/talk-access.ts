import { type TalkRow, talkAndStanding } from '../db/standing.ts'
import {
  type AccessStanding,
  maySeeContent,
  maySeeTalk,
  mayAct as mayActOn,
  type Standing,
} from '../domain/permissions.ts'
import type { TalkAct } from '../domain/talk/events.ts'
import type { RefusalCode } from '../domain/talk/refusals.ts'
import type { Party } from '../domain/talk/talk.ts'
import { refuseWriting, type Writing } from '../domain/talk/writings.ts'
import type { TalkAnswer } from '../workflows/talk/talk.messages.ts'
import { recordAccess } from '../db/accesses.ts'
import { isNotConfirmed, notFound, type Problem, refused } from './problem.ts'
import { refusalSentences } from './refusal-sentences.ts'
import type { SignedInRequest } from './request.ts'

/** A talk with the standing of the person who asks. */
export interface SeenTalk {
  readonly talk: TalkRow
  readonly standing: Standing
}

/** One whose content the person may read: they are one of its two parties. */
export interface PartysTalk extends SeenTalk {
  readonly party: Party
}

/** The talk, for everybody who may see its status; for all others it does not exist (R15.1). */
export async function seenTalk(request: SignedInRequest, talkId: string): Promise<SeenTalk> {
  const { db, person, acting, today } = request
  const found = await talkAndStanding(db, talkId, person, today)
  if (found === null || !maySeeTalk(found.standing)) throw notFound()
  acting.onBehalfOf = found.standing.onBehalfOf
  return found
}

/** The talk, for its two parties. */
export async function partysTalk(request: SignedInRequest, talkId: string): Promise<PartysTalk> {
  const seen = await seenTalk(request, talkId)
  const { party } = seen.standing
  if (!maySeeContent(seen.standing) || party === null) throw notFound()
  return { ...seen, party }
}

/** The talk, for its two parties, where the act is theirs. */
export async function partysTalkToAct(
  request: SignedInRequest,
  talkId: string,
  type: TalkAct['type'],
): Promise<PartysTalk> {
  const seen = await partysTalk(request, talkId)
  if (!mayActOn(seen.standing, type)) throw notFound()
  return seen
}

/** The talk, for whoever a sentence of `domain/permissions` allows; for all others it does not exist. */
export async function talkWhere(
  request: SignedInRequest,
  talkId: string,
  may: (standing: Standing) => boolean,
): Promise<SeenTalk> {
  const seen = await seenTalk(request, talkId)
  if (!may(seen.standing)) throw notFound()
  return seen
}

/** The talk, for those who may do such an act on it. */
export function talkToAct(
  request: SignedInRequest,
  talkId: string,
  type: TalkAct['type'],
): Promise<SeenTalk> {
  return talkWhere(request, talkId, (standing) => mayActOn(standing, type))
}

/** Asks the rules to do an act, in the name of the person who asks or of the leader whose deputy they are. */
export function act(
  request: SignedInRequest,
  { talk, standing }: SeenTalk,
  wanted: TalkAct,
): Promise<TalkAnswer> {
  return request.talks.act(talk.id, wanted, request.cause, standing.onBehalfOf).catch((error: unknown) => {
    // The workflow of a talk that is closed is gone; a repeated request was answered before it was asked.
    throw isNotConfirmed(error) && talk.state.closed ? becauseOf('talk-closed') : error
  })
}

/** Refuses what the person wants to write where the talk has come too far for it. */
export function mustTake({ now }: SignedInRequest, { talk }: SeenTalk, writing: Writing): void {
  const refusal = refuseWriting(talk.state, writing, now)
  if (refusal !== null) throw becauseOf(refusal.code)
}

function becauseOf(code: RefusalCode): Problem {
  return refused(code, refusalSentences(code))
}

/** Of the words of the two, those that the view of a talk itself shows. */
export type TalkWords = 'actions' | 'wish' | 'status-talk-note'

/** Notes that somebody has read content of a talk, for the employee to see (R15.2). */
export async function noteAccess(
  request: SignedInRequest,
  { talk, standing }: SeenTalk,
  what: 'plan' | 'sheet' | 'topics' | 'plan-pdf' | 'previous-plan' | TalkWords,
): Promise<void> {
  const { db, person, now } = request
  await recordAccess(db, {
    talkId: talk.id,
    personId: person.personId,
    onBehalfOf: standing.onBehalfOf,
    standing: accessStanding(request, { talk, standing }),
    openingId: null,
    what,
    at: now,
  })
}

function accessStanding({ person }: SignedInRequest, { talk, standing }: SeenTalk): AccessStanding {
  if (standing.party === 'employee') return 'employee'
  if (standing.onBehalfOf !== null) return 'deputy'
  return talk.leader?.personId === person.personId ? 'leader' : 'stand-in'
}
