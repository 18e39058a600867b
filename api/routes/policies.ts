import { z } from 'zod'
import { addPolicyVersion, calendarForDraft } from '../../db/round-drafts.ts'
import { policyVersions } from '../../db/round-policies.ts'
import type { RoundView } from '../../db/round-reading.ts'
import { openTalkStates } from '../../db/round-talks.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayRunRounds } from '../../domain/permissions.ts'
import { editPolicy, newPolicy } from '../../domain/policy/edit-policy.ts'
import { type Policy, policyDateKeys, policyDates } from '../../domain/policy/policy.ts'
import { datesMoved, roundDatesMoved } from '../../domain/round/policy-change.ts'
import { withTimeLeft } from '../../domain/round/pause.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { acceptedPolicy, roundToRun } from '../round-access.ts'
import { hasEnded, roundEnded } from '../round-answers.ts'
import { overrides, policy, policyDate, policyWindow, roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { day, id, instant } from '../schemas.ts'

/** Another window moves every date to where the default year has it; lines are written over after that. */
const policyEdit = z.strictObject({
  talksFrom: day.optional(),
  talksTo: day.optional(),
  overrides: overrides.default({}),
})

const moved = z.object({ from: day.nullable(), to: day.nullable() })

export const previewYear = defineRoute({
  method: 'post',
  path: '/policy-previews',
  summary: 'Shows the dates of a year before any round is drafted.',
  body: z.strictObject({ unitId: id, ...policyWindow, overrides: overrides.default({}) }),
  response: z.object({ dates: z.array(policyDate), policy }),
  remembered: false,
  handle: async (request) => {
    const { db, body, person, now, config } = request
    if (!mayRunRounds(person, body.unitId)) throw notFound()
    const calendar = await calendarForDraft(db, body.unitId, config.zone, now)
    const window = windowOf(body.talksFrom, body.talksTo)
    const made = newPolicy({ window, overrides: body.overrides }, calendar)
    const accepted = acceptedPolicy(request, made, 'body.overrides')
    return { dates: policyDates(accepted), policy: accepted }
  },
})

export const previewChange = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/policy-previews',
  summary: 'Shows what a change of the rules would move, and for whom, without changing anything.',
  params: roundParams,
  body: policyEdit,
  response: z.object({
    dates: z.array(z.object({ key: z.enum(policyDateKeys), from: day, to: day })),
    talks: z.array(
      z.object({
        talkId: id,
        employeeName: z.string(),
        moves: z.array(moved.extend({ obligation: z.string(), subject: id })),
      }),
    ),
    unmoved: z.number(),
  }),
  remembered: false,
  handle: async (request) => {
    const found = await roundToRun(request, request.params.roundId)
    return movedBy(request, found, await edited(request, found, request.body))
  },
})

export const changePolicy = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/policies',
  summary: "Changes a round's rules; a running round moves its dates from now on.",
  params: roundParams,
  body: policyEdit,
  response: z.object({ version: z.number(), policy, dates: z.array(policyDate) }),
  status: 201,
  handle: async (request) => {
    const { db, person, now, cause } = request
    const found = await roundToRun(request, request.params.roundId)
    if (hasEnded(found)) throw roundEnded()
    const accepted = await edited(request, found, request.body)
    const added = {
      id: derivedId('policy', cause.decisionId),
      roundId: found.id,
      policy: accepted,
      byPersonId: person.personId,
      at: now,
    }
    // The talks read the newest version when the round tells them that it has changed.
    const version = await db.$transaction((tx) => addPolicyVersion(tx, added))
    if (found.status !== 'draft')
      await request.rounds.act(found.id, { type: 'change-policy', policy: accepted }, cause)
    return { version, policy: accepted, dates: policyDates(accepted) }
  },
})

export const policyRoutes = [
  previewYear,
  defineRoute({
    method: 'get',
    path: '/rounds/:roundId/policies',
    summary: "Lists every version of a round's rules, newest first.",
    params: roundParams,
    response: z.array(z.object({ version: z.number(), policy, by: z.string().nullable(), at: instant })),
    handle: async (request) =>
      policyVersions(request.db, (await roundToRun(request, request.params.roundId)).id),
  }),
  previewChange,
  changePolicy,
]

/** A talk window as the rules take it. */
export function windowOf(talksFrom: Day, talksTo: Day | undefined) {
  return talksTo === undefined ? { talksFrom } : { talksFrom, talksTo }
}

async function edited(
  request: SignedInRequest,
  round: RoundView,
  edit: z.output<typeof policyEdit>,
): Promise<Policy> {
  const calendar = await calendarForDraft(request.db, round.unitId, request.config.zone, request.now)
  const window =
    edit.talksFrom === undefined && edit.talksTo === undefined
      ? {}
      : { window: windowOf(edit.talksFrom ?? round.policy.talksFrom, edit.talksTo ?? round.policy.talksTo) }
  const made = editPolicy(round.policy, { ...window, overrides: edit.overrides }, calendar)
  return acceptedPolicy(request, made, 'body.overrides')
}

async function movedBy(request: SignedInRequest, round: RoundView, after: Policy) {
  const talks = []
  let unmoved = 0
  for await (const { employeeName, state } of openTalkStates(request.db, round.id)) {
    const moves = datesMoved(state, after, request.now)
    if (moves.length === 0) unmoved++
    else talks.push({ talkId: state.talkId, employeeName, moves })
  }
  const calendar = await calendarForDraft(request.db, round.unitId, request.config.zone, request.now)
  const held = withTimeLeft(round.policy, after, calendar, request.today)
  return { dates: roundDatesMoved(round.policy, held), talks, unmoved }
}
