import { z } from 'zod'
import {
  feedbackToEmployee,
  readGroupFeedback,
  sendGroupFeedback,
  writeGroupFeedback,
} from '../../db/group-feedback.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { savedText, textChanged } from '../saved-text.ts'
import { day, id, instant } from '../schemas.ts'
import { partysTalk } from '../talk-access.ts'
import { teamToLead } from '../team-access.ts'
import { themesOfTeam } from '../team-themes.ts'
import { talkParams } from './talks.ts'

export const ofTeam = z.object({
  leaderId: id.optional().meta({ description: 'Whose deputy the person is' }),
})
const feedback = z.object({
  leaderId: id,
  leaderName: z.string(),
  /** Whether the person acts for that leader. */
  isDeputy: z.boolean(),
  roundName: z.string(),
  /** owed, optional (too few held talks for an obligation), or sent. */
  status: z.enum(['owed', 'optional', 'sent']),
  text: z.string(),
  /** Saved over it: with the version that was seen. */
  version: z.int(),
  sentAt: instant.nullable(),
  dueOn: day,
  /** The last day of the talk window; themes are shown after it. */
  talksTo: day,
  /** Fewer held talks than these, and fewer people of a theme, are never shown (R10.1). */
  minimumGroup: z.int(),
  /** Null while the talk window is open, or where the group is too small. */
  themes: z.array(z.object({ theme: z.string(), talks: z.number() })).nullable(),
})

export const showGroupFeedback = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/group-feedback',
  summary: "Shows the leader's common feedback to the team and the themes of its held talks.",
  params: roundParams,
  query: ofTeam,
  response: feedback,
  handle: (request) => shown(request, request.params.roundId, request.query.leaderId),
})

export const keepGroupFeedback = defineRoute({
  method: 'put',
  path: '/rounds/:roundId/group-feedback',
  summary:
    'Keeps what the leader has written over the version they saw, unseen by the team; a save in between is answered with both.',
  params: roundParams,
  query: ofTeam,
  body: savedText,
  response: feedback,
  remembered: false,
  handle: async (request) => {
    const { db, params, query, body } = request
    const { round, team } = await teamToLead(request, params.roundId, query.leaderId)
    const written = { roundId: round.id, leaderId: team.leaderId, ...body }
    if (!(await writeGroupFeedback(db, written))) {
      const stored = await readGroupFeedback(db, round.id, team.leaderId)
      if (stored.status === 'sent') throw alreadySent()
      // The same words once more, such as a save whose answer was lost: nothing of it is missing.
      if (stored.text !== body.text) throw textChanged(body, stored)
    }
    return shown(request, round.id, team.leaderId)
  },
})

export const sendFeedback = defineRoute({
  method: 'post',
  path: '/rounds/:roundId/group-feedback/sending',
  summary: 'Sends the common feedback to the team; it cannot be changed after that.',
  params: roundParams,
  query: ofTeam,
  body: z.object({ despiteWarnings }),
  handle: async (request) => {
    const { db, params, query, body, today, now } = request
    const { round, team } = await teamToLead(request, params.roundId, query.leaderId)
    const order = { roundId: round.id, leaderId: team.leaderId, today, at: now }
    const before = await readGroupFeedback(db, round.id, team.leaderId)
    if (before.status === 'sent') throw alreadySent()
    warnBeforeSharing({ text: before.text }, body.despiteWarnings)
    if (!(await db.$transaction((tx) => sendGroupFeedback(tx, order)))) throw nothingWritten()
  },
})

export const readTeamsFeedback = defineRoute({
  method: 'get',
  path: '/talks/:talkId/group-feedback',
  summary: "Shows the common feedback that the employee's team was sent.",
  params: talkParams,
  response: z.object({ leaderName: z.string(), text: z.string(), sentAt: instant }),
  handle: async (request) => {
    const { talk } = await partysTalk(request, request.params.talkId)
    const sent = await feedbackToEmployee(request.db, talk.id, talk.roundId)
    if (sent === null) throw notFound()
    return sent
  },
})

export const groupFeedbackRoutes = [showGroupFeedback, keepGroupFeedback, sendFeedback, readTeamsFeedback]

async function shown(request: SignedInRequest, roundId: string, wanted: string | undefined) {
  const { round, team } = await teamToLead(request, roundId, wanted)
  const { leaderId, leaderName } = team
  const { status, text: written, version, sentAt } = await readGroupFeedback(request.db, round.id, leaderId)
  return {
    leaderId,
    leaderName,
    isDeputy: team.onBehalfOf !== null,
    roundName: round.name,
    status,
    text: written,
    version,
    sentAt,
    dueOn: round.policy.groupFeedbackBy,
    talksTo: round.policy.talksTo,
    minimumGroup: round.policy.minimumGroup,
    themes: await themesOfTeam(request, round, leaderId),
  }
}

function alreadySent() {
  return refused('group-feedback-sent', {
    da: 'Tilbagemeldingen er sendt og kan ikke ændres.',
    en: 'The feedback has been sent and cannot be changed.',
  })
}

function nothingWritten() {
  return refused('group-feedback-empty', {
    da: 'Skriv tilbagemeldingen, før du sender den.',
    en: 'Write the feedback before you send it.',
  })
}
