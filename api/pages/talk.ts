import { talkPage } from '../../web/pages/talk.tsx'
import { acceptTime, askForOtherTime, reportNotInvited } from '../routes/appointments.ts'
import { Problem } from '../problem.ts'
import { readTeamsFeedback } from '../routes/group-feedback.ts'
import { listGroupTalksOfTalk } from '../routes/group-talks.ts'
import { listOwnNudges } from '../routes/nudges.ts'
import { listPlanOpenings } from '../routes/plan-openings.ts'
import { listFreeSlots, pickSlot } from '../routes/slots.ts'
import { listAccesses, showTalk, talkParams } from '../routes/talks.ts'
import { showThemes } from '../routes/themes.ts'
import { listTopics } from '../routes/topics.ts'
import { ask, defineForm, definePage } from './page.ts'

export const talk = definePage({
  path: '/talks/:talkId',
  params: talkParams,
  show: async (request) => {
    const { params, frame } = request
    const shown = await ask(request, showTalk, { params })
    const { party } = shown.standing
    const isParty = party !== null
    const isEmployee = party === 'employee'
    const picks = isEmployee && shown.dates.heldOn === null
    const tags = party === 'leader' && shown.dates.heldOn !== null
    const [topics, accesses, openings, slots, nudges, { themes }, hasFeedback, groupTalks] =
      await Promise.all([
        isParty ? ask(request, listTopics, { params }) : [],
        isParty ? ask(request, listAccesses, { params }) : [],
        isParty ? ask(request, listPlanOpenings, { params }) : [],
        picks ? ask(request, listFreeSlots, { params }) : [],
        isEmployee ? ask(request, listOwnNudges) : [],
        tags ? ask(request, showThemes, { params }) : { themes: [] },
        isEmployee ? isThere(ask(request, readTeamsFeedback, { params })) : false,
        isParty ? ask(request, listGroupTalksOfTalk, { params }) : [],
      ])
    const fromHr = nudges.filter((nudge) => nudge.talkId === params.talkId)
    const lists = { topics, accesses, openings, slots, fromHr, themes, hasFeedback, groupTalks }
    return talkPage(frame, { talk: shown, ...lists, now: request.now })
  },
})

/** Whether there is what is asked for: what nobody has sent is not found. */
async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false
    throw error
  }
}

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
    const { params, entered, despiteWarnings } = request
    const { appointment } = await ask(request, askForOtherTime, {
      params,
      body: { wish: entered.text('wish'), despiteWarnings },
    })
    const notice = appointment?.stands ? 'other-time-asked' : 'other-time-asked-early'
    return { to: `/talks/${params.talkId}`, notice }
  },
})

const slotChoice = defineForm({
  path: '/talks/:talkId/slot-choice',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, pickSlot, { params, body: { slotId: entered.text('slotId') } })
    return { to: `/talks/${params.talkId}`, notice: 'slot-picked' }
  },
})

const notInvited = defineForm({
  path: '/talks/:talkId/not-invited',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, reportNotInvited, { params })
    return { to: `/talks/${params.talkId}`, notice: 'not-invited-reported' }
  },
})

export const talkPages = [talk]
export const talkForms = [acceptance, otherTime, slotChoice, notInvited]
