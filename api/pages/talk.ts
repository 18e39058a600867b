import { talkPage } from '../../web/pages/talk.tsx'
import { acceptTime, askForOtherTime } from '../routes/appointments.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { ask, defineForm, definePage } from './page.ts'

export const talk = definePage({
  path: '/talks/:talkId',
  params: talkParams,
  show: async (request) => {
    const { params } = request
    return talkPage(request.frame, await ask(request, showTalk, { params }))
  },
})

const acceptance = defineForm({
  path: '/talks/:talkId/appointment/acceptance',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, acceptTime, { params })
    return { to: `/talks/${params.talkId}`, notice: 'time-accepted' }
  },
})

const otherTime = defineForm({
  path: '/talks/:talkId/appointment/other-time',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, askForOtherTime, { params, body: { wish: entered.text('wish') } })
    return { to: `/talks/${params.talkId}`, notice: 'other-time-asked' }
  },
})

export const talkPages = [talk]
export const talkForms = [acceptance, otherTime]
