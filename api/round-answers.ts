import { readRound, type RoundView } from '../db/round-reading.ts'
import { mayRunRounds } from '../domain/permissions.ts'
import { policyDates } from '../domain/policy/policy.ts'
import { notFound, refused } from './problem.ts'
import { refusalSentences } from './refusal-sentences.ts'
import type { SignedInRequest } from './request.ts'
import { type RoundWarning, warning } from './round-warnings.ts'

/** The round as it is now. */
export async function answered(request: SignedInRequest, roundId: string) {
  const found = await readRound(request.db, roundId)
  if (found === null) throw notFound()
  return answeredRound(found, request)
}

/** A round as the api answers it: with its dates in order and what to look at. How many are in it is its own HR's to know. */
export function answeredRound(
  round: RoundView,
  { person, language }: Pick<SignedInRequest, 'person' | 'language'>,
) {
  const warnings: RoundWarning[] = []
  if (round.guidelinesDiscussedOn === null && round.status === 'draft')
    warnings.push(warning('guidelines-not-discussed', language))
  const expectedTalks = mayRunRounds(person, round.unitId) ? round.expectedTalks : null
  return { ...round, expectedTalks, dates: policyDates(round.policy), warnings }
}

/** What everybody may read of a round: its dates and the texts that are meant for all, no figures. */
export function roundForAll(round: RoundView) {
  const { id, unitName, year, kind, name, status, pausedOn, policy } = round
  const { focusText, orientationText, links, committee, guidelinesDiscussedOn } = round
  const texts = { focusText, orientationText, links, committee, guidelinesDiscussedOn }
  return { id, unitName, year, kind, name, status, pausedOn, ...texts, dates: policyDates(policy) }
}

/** What only a draft may change or be. */
export function notADraft() {
  return refused('round-not-a-draft', {
    da: 'Det kan kun ændres, så længe runden er en kladde.',
    en: 'It can only be changed while the round is a draft.',
  })
}

/** What only a round that has started can be asked. */
export function notStarted() {
  return refused('round-not-started', {
    da: 'Runden er ikke startet endnu.',
    en: 'The round has not started yet.',
  })
}

/** Nothing is decided about the round any more. */
export function hasEnded(round: RoundView): boolean {
  return round.status === 'closed' || round.status === 'stopped'
}

export function roundEnded() {
  return refused('round-ended', refusalSentences('round-ended'))
}
