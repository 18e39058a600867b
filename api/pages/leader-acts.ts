import { cancelTime, setTime } from '../routes/appointments.ts'
import { reportOutcome } from '../routes/outcome.ts'
import { tagThemes } from '../routes/themes.ts'
import { talkParams } from '../routes/talks.ts'
import { enteredDay } from './entered.ts'
import { enteredTime, timeNames } from './entered-time.ts'
import { ask, defineForm } from './page.ts'
import { talk } from './talk.ts'

const time = defineForm({
  path: '/talks/:talkId/appointment',
  page: talk,
  params: talkParams,
  names: timeNames(),
  does: async (request) => {
    const { params } = request
    const { appointment } = await ask(request, setTime, { params, body: enteredTime(request) })
    const notice = appointment?.stands === false ? 'invited-at-short-notice' : 'invited'
    return { to: `/talks/${params.talkId}`, notice }
  },
})

const cancellation = defineForm({
  path: '/talks/:talkId/appointment/cancellation',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, cancelTime, { params })
    return { to: `/talks/${params.talkId}`, notice: 'time-cancelled' }
  },
})

const held = defineForm({
  path: '/talks/:talkId/outcome',
  page: talk,
  params: talkParams,
  names: { on: 'heldOn' },
  does: async (request) => {
    const { params, entered } = request
    const on = enteredDay(entered.text('heldOn'))
    await ask(request, reportOutcome, { params, body: { outcome: 'held', on } })
    return { to: `/talks/${params.talkId}`, notice: 'held-reported' }
  },
})

const notHeld = defineForm({
  path: '/talks/:talkId/outcome/not-held',
  page: talk,
  params: talkParams,
  does: async (request) => {
    const { params } = request
    await ask(request, reportOutcome, { params, body: { outcome: 'not-held' } })
    return { to: `/talks/${params.talkId}`, notice: 'not-held-reported' }
  },
})

const themes = defineForm({
  path: '/talks/:talkId/themes',
  page: talk,
  params: talkParams,
  names: Object.fromEntries(Array.from({ length: 8 }, (_, place) => [`themes.${place}`, 'themes'])),
  does: async (request) => {
    const { params, entered } = request
    const named = entered.text('themes').split(',')
    const { despiteWarnings } = request
    const body = { themes: named.map((theme) => theme.trim()).filter(Boolean), despiteWarnings }
    await ask(request, tagThemes, { params, body })
    return { to: `/talks/${params.talkId}`, notice: 'themes-kept' }
  },
})

export const leaderActForms = [time, cancellation, held, notHeld, themes]
