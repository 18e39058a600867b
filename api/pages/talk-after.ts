import { reportAction } from '../routes/actions.ts'
import { acceptStatusTime, agreeStatusTalkAway, askForOtherStatusTime } from '../routes/status-talks.ts'
import { talkParams } from '../routes/talks.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, type FormFields } from './page.ts'
import { talk } from './talk.ts'

/** Inputs of several actions stand on one page: each carries its action's id. */
const report = defineForm({
  path: '/talks/:talkId/actions/:actionId/report',
  page: talk,
  params: talkParams.extend({ actionId: id }),
  names: ({ actionId }) => ({ report: `report-${actionId}`, dueOn: `dueOn-${actionId}` }),
  does: async (request) => {
    const { params, entered } = request
    const { talkId, actionId } = params
    const body = reportIn(entered, actionId)
    await ask(request, reportAction, { params: { actionId }, body })
    const isTroubled = body.report === 'cannot' || body.report === 'no-effect'
    return { to: `/talks/${talkId}`, notice: isTroubled ? 'action-troubled' : 'action-reported' }
  },
})

/** What is missing goes on as it is: the api says so. */
function reportIn(entered: FormFields, actionId: string) {
  const chosen = entered.text(`report-${actionId}`)
  if (chosen === 'new-date')
    return { report: 'new-date' as const, dueOn: enteredDay(entered.text(`dueOn-${actionId}`)) }
  return { report: chosen as 'done' | 'cannot' | 'no-effect' }
}

const statusParams = talkParams.extend({ statusTalkId: id })

const statusAcceptance = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/acceptance',
  page: talk,
  params: statusParams,
  does: async (request) => {
    const { params } = request
    await ask(request, acceptStatusTime, { params })
    return { to: `/talks/${params.talkId}`, notice: 'time-accepted' }
  },
})

const statusOtherTime = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/appointment/other-time',
  page: talk,
  params: statusParams,
  names: ({ statusTalkId }) => ({ wish: `wish-${statusTalkId}` }),
  does: async (request) => {
    const { params, entered } = request
    const wish = entered.text(`wish-${params.statusTalkId}`)
    const body = { wish, despiteWarnings: request.despiteWarnings }
    await ask(request, askForOtherStatusTime, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'other-time-asked' }
  },
})

const agreedAway = defineForm({
  path: '/talks/:talkId/status-talks/:statusTalkId/agreed-away',
  page: talk,
  params: statusParams,
  does: async (request) => {
    const { params } = request
    await ask(request, agreeStatusTalkAway, { params })
    return { to: `/talks/${params.talkId}`, notice: 'status-talk-agreed-away' }
  },
})

export const talkAfterForms = [report, statusAcceptance, statusOtherTime, agreedAway]
