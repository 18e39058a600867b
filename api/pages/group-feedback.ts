import { groupFeedbackPage, teamsFeedbackPage } from '../../web/pages/group-feedback.tsx'
import { theTalk } from '../../web/talk-name.ts'
import { planTexts } from '../../web/texts/plan.ts'
import { roundParams } from '../round-schemas.ts'
import {
  keepGroupFeedback,
  ofTeam,
  readTeamsFeedback,
  sendFeedback,
  showGroupFeedback,
} from '../routes/group-feedback.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, defineForm, definePage } from './page.ts'
import { otherVersion, seenVersion } from './seen-version.ts'

const groupFeedback = definePage({
  path: '/rounds/:roundId/group-feedback',
  params: roundParams,
  query: ofTeam,
  show: async (request) => {
    const { params, query } = request
    const feedback = await ask(request, showGroupFeedback, { params, query })
    return groupFeedbackPage(request.frame, {
      roundId: params.roundId,
      ...feedback,
      version: seenVersion(request, feedback.version),
      conflict: otherVersion(request, feedback.text),
    })
  },
})

const feedbackForm = defineForm({
  path: '/rounds/:roundId/group-feedback',
  page: groupFeedback,
  params: roundParams,
  pageQuery: (entered) => ({ leaderId: entered.text('leaderId') }),
  does: async (request) => {
    const { params, entered, despiteWarnings } = request
    const query = { leaderId: entered.text('leaderId') }
    const to = `/rounds/${params.roundId}/group-feedback?leaderId=${query.leaderId}`
    const { status } = await ask(request, showGroupFeedback, { params, query })
    // Pressed twice: the team has it.
    if (status === 'sent' && entered.text('do') === 'send') return { to, notice: 'feedback-sent' }
    const body = { version: Number(entered.text('version')), text: entered.text('text') }
    const { version } = await ask(request, keepGroupFeedback, { params, query, body })
    if (entered.text('do') !== 'send') return { to, notice: 'feedback-saved', fields: { version } }
    await ask(request, sendFeedback, { params, query, body: { despiteWarnings } })
    return { to, notice: 'feedback-sent' }
  },
})

const teamsFeedback = definePage({
  path: '/talks/:talkId/group-feedback',
  params: talkParams,
  show: async (request) => {
    const { params, frame } = request
    const [talk, feedback] = await Promise.all([
      ask(request, showTalk, { params }),
      ask(request, readTeamsFeedback, { params }),
    ])
    const back = planTexts[frame.language].back(theTalk(frame, talk.round.kind))
    return teamsFeedbackPage(frame, {
      talkId: params.talkId,
      roundName: talk.round.name,
      back,
      ...feedback,
    })
  },
})

export const groupFeedbackPages = [groupFeedback, teamsFeedback]
export const groupFeedbackForms = [feedbackForm]
