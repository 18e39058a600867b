import { groupTalksPage } from '../../web/pages/group-talks.tsx'
import { roundParams } from '../round-schemas.ts'
import {
  cancelTeamTalk,
  holdTeamTalk,
  listGroupTalks,
  moveTeamTalk,
  ofTeamWithGroupTalks,
  planTeamTalk,
} from '../routes/group-talks.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { enteredTime, timeNames } from './entered-time.ts'
import { ask, defineForm, definePage, type FormFields } from './page.ts'
import { chosenTeam } from './team-choice.ts'

const groupTalks = definePage({
  path: '/rounds/:roundId/group-talks',
  params: roundParams,
  query: ofTeamWithGroupTalks,
  show: async (request) => {
    const { frame, params, query, now } = request
    const { chosen } = await chosenTeam(request, { round: params.roundId, leader: query.leaderId })
    const shown = await ask(request, listGroupTalks, { params, query: { leaderId: chosen.leaderId } })
    return groupTalksPage(frame, {
      ...shown,
      roundId: params.roundId,
      roundName: chosen.roundName,
      onBehalfOf: chosen.onBehalfOf,
      usualMinutes: chosen.team.round.talkMinutes,
      groupTalks: shown.groupTalks.map((one) => ({ ...one, hasBegun: one.startsAt <= now })),
    })
  },
})

const groupTalkParams = roundParams.extend({ groupTalkId: id })

const planning = defineForm({
  path: '/rounds/:roundId/group-talks',
  page: groupTalks,
  params: roundParams,
  pageQuery: teamIn,
  names: { ...timeNames(), talkIds: 'talkIds' },
  does: async (request) => {
    const { params, entered } = request
    const body = { ...enteredTime(request), talkIds: [...entered.all('talkIds')] }
    await ask(request, planTeamTalk, { params, query: teamIn(entered), body })
    return { to: pageOf(params, entered), notice: 'group-talk-planned' }
  },
})

const moving = defineForm({
  path: '/rounds/:roundId/group-talks/:groupTalkId',
  page: groupTalks,
  params: groupTalkParams,
  pageQuery: teamIn,
  names: ({ groupTalkId }) => ({ ...timeNames(`-${groupTalkId}`), talkIds: `talkIds-${groupTalkId}` }),
  does: async (request) => {
    const { params, entered } = request
    const { groupTalkId } = params
    const talkIds = [...entered.all(`talkIds-${groupTalkId}`)]
    const body = { ...enteredTime(request, `-${groupTalkId}`), talkIds }
    await ask(request, moveTeamTalk, { params: { groupTalkId }, body })
    return { to: pageOf(params, entered), notice: 'group-talk-changed' }
  },
})

const cancelling = defineForm({
  path: '/rounds/:roundId/group-talks/:groupTalkId/cancellation',
  page: groupTalks,
  params: groupTalkParams,
  pageQuery: teamIn,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, cancelTeamTalk, { params: { groupTalkId: params.groupTalkId } })
    return { to: pageOf(params, entered), notice: 'group-talk-cancelled' }
  },
})

const held = defineForm({
  path: '/rounds/:roundId/group-talks/:groupTalkId/outcome',
  page: groupTalks,
  params: groupTalkParams,
  pageQuery: teamIn,
  names: ({ groupTalkId }) => ({ heldOn: `heldOn-${groupTalkId}`, tookPart: `tookPart-${groupTalkId}` }),
  does: async (request) => {
    const { params, entered } = request
    const { groupTalkId } = params
    const heldOn = enteredDay(entered.text(`heldOn-${groupTalkId}`))
    const tookPart = [...entered.all(`tookPart-${groupTalkId}`)]
    await ask(request, holdTeamTalk, { params: { groupTalkId }, body: { heldOn, tookPart } })
    return { to: pageOf(params, entered), notice: 'group-talk-held' }
  },
})

export const groupTalkPages = [groupTalks]
export const groupTalkForms = [planning, moving, cancelling, held]

function teamIn(entered: FormFields): { leaderId: string } {
  return { leaderId: entered.text('leaderId') }
}

function pageOf({ roundId }: { roundId: string }, entered: FormFields): string {
  return `/rounds/${roundId}/group-talks?${new URLSearchParams(teamIn(entered))}`
}
