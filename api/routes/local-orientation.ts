import { z } from 'zod'
import { localText, orientationOf, writeLocalText } from '../../db/local-orientation.ts'
import { materialsOfTalk } from '../../db/materials.ts'
import { addDays } from '../../domain/calendar/day.ts'
import { policyDates } from '../../domain/policy/policy.ts'
import { PRIVACY_PATH } from '../../web/page.tsx'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { material } from '../material-schemas.ts'
import { refused } from '../problem.ts'
import { policyDate, roundLink, roundParams } from '../round-schemas.ts'
import { defineRoute } from '../route.ts'
import { savedText, textChanged } from '../saved-text.ts'
import { day, id } from '../schemas.ts'
import { seenTalk } from '../talk-access.ts'
import { teamToLead } from '../team-access.ts'
import { talkParams } from './talks.ts'

const ofTeam = z.object({ leaderId: id.optional().meta({ description: 'Whose deputy the person is' }) })
const paragraph = z.object({
  leaderId: id,
  leaderName: z.string(),
  text: z.string(),
  /** Saved over it: with the version that was seen. */
  version: z.int(),
  /** The last day it can be changed: the day before the orientation. */
  changeableUntil: day,
  isChangeable: z.boolean(),
})

export const showOrientation = defineRoute({
  method: 'get',
  path: '/talks/:talkId/orientation',
  summary:
    "Shows the orientation: purpose, dates, focus, the leader's paragraph, who the TR is and how data are used.",
  params: talkParams,
  response: z.object({
    roundName: z.string(),
    year: z.number(),
    focusText: z.string(),
    orientationText: z.string(),
    links: z.array(roundLink),
    committee: z.string(),
    guidelinesDiscussed: z.boolean(),
    dates: z.array(policyDate),
    leaderName: z.string().nullable(),
    localText: z.string(),
    trName: z.string(),
    /** How data are used (GDPR): the employer's own page, else the service's. */
    gdprNoticeUrl: z.string(),
    material: material.nullable(),
  }),
  handle: async (request) => {
    const { db, today, language, config } = request
    const { talk, standing } = await seenTalk(request, request.params.talkId)
    const { policy, ...view } = await orientationOf(db, talk.id, today)
    const materials = await materialsOfTalk(db, talk.id, language)
    // Until it is sent the paragraph is the leader's draft.
    const isTold = standing.party === 'leader' || today >= policy.orientationOn
    return {
      ...view,
      localText: isTold ? view.localText : '',
      dates: policyDates(policy),
      gdprNoticeUrl: config.gdprNoticeUrl ?? new URL(PRIVACY_PATH, config.publicUrl).href,
      material: materials.find((one) => one.material === 'orientation') ?? null,
    }
  },
})

export const showLocalOrientation = defineRoute({
  method: 'get',
  path: '/rounds/:roundId/local-orientation',
  summary: "Shows the leader's own paragraph in the orientation, for the leader or their deputy.",
  params: roundParams,
  query: ofTeam,
  response: paragraph,
  handle: async (request) => {
    const { round, team } = await teamToLead(request, request.params.roundId, request.query.leaderId)
    const { orientationOn } = round.policy
    return {
      leaderId: team.leaderId,
      leaderName: team.leaderName,
      ...(await localText(request.db, round.id, team.leaderId)),
      changeableUntil: addDays(orientationOn, -1),
      isChangeable: request.today < orientationOn,
    }
  },
})

export const writeLocalOrientation = defineRoute({
  method: 'put',
  path: '/rounds/:roundId/local-orientation',
  summary:
    "Writes the leader's own paragraph over the version they saw, until the day before the orientation; a save in between is answered with both.",
  params: roundParams,
  query: ofTeam,
  body: savedText.extend({ despiteWarnings }),
  handle: async (request) => {
    const { db, params, query, body, now, today } = request
    const { round, team } = await teamToLead(request, params.roundId, query.leaderId)
    if (today >= round.policy.orientationOn) throw orientationIsSent()
    const { despiteWarnings: despite, ...saved } = body
    const before = await localText(db, round.id, team.leaderId)
    warnBeforeSharing({ text: saved.text }, despite, before)
    const written = { roundId: round.id, leaderId: team.leaderId, ...saved, at: now }
    if (await writeLocalText(db, written)) return
    const stored = await localText(db, round.id, team.leaderId)
    if (stored.text !== saved.text) throw textChanged(saved, stored)
  },
})

export const localOrientationRoutes = [showLocalOrientation, writeLocalOrientation, showOrientation]

function orientationIsSent() {
  return refused('orientation-is-sent', {
    da: 'Orienteringen er sendt. Afsnittet kunne ændres til og med dagen før.',
    en: 'The orientation has been sent. The paragraph could be changed until the day before.',
  })
}
