import { z } from 'zod'
import { addDays, earlierOf, laterOf } from '../../domain/calendar/day.ts'
import { usualHours } from '../../web/components/hours-fields.tsx'
import { freeTimesPage, slotsPage } from '../../web/pages/slots.tsx'
import { findFreeTimes } from '../routes/proposed-times.ts'
import { listPublishedSlots, publishSlots, withdrawSlot } from '../routes/slots.ts'
import { id } from '../schemas.ts'
import { enteredHours, hoursBody, hoursQuery } from './hours.ts'
import { ask, defineForm, definePage } from './page.ts'
import { chosenTeam, teamOfForm, teamQuery } from './team-choice.ts'

const slotsQuery = hoursQuery.extend(teamQuery.shape)

/** How long the first choice of days reaches. */
const USUAL_DAYS = 11

const slots = definePage({
  path: '/team/slots',
  query: slotsQuery,
  show: async (request) => {
    const { frame, query, now, today } = request
    const { choices, chosen } = await chosenTeam(request, query)
    const { round, talks } = chosen.team
    const published = await ask(request, listPublishedSlots, { params: { roundId: round.id } })
    const from = laterOf(today, round.talksFrom)
    const usual = addDays(from, USUAL_DAYS)
    const to = round.talksTo >= from ? earlierOf(usual, round.talksTo) : usual
    const minutes = String(round.talkMinutes)
    return slotsPage(frame, {
      teams: choices,
      team: chosen,
      slots: published
        .filter(({ leaderId }) => leaderId === chosen.leaderId)
        .map(({ takenBy, ...slot }) => ({
          ...slot,
          isTaken: takenBy !== null,
          takenBy: talks.find((talk) => talk.id === takenBy)?.employee ?? null,
          isPast: slot.startsAt <= now,
        })),
      hours: query.from === '' ? { ...usualHours, from, to, minutes, place: '', onlineUrl: '' } : query,
    })
  },
})

const finding = defineForm({
  path: '/team/slots',
  page: slots,
  pageQuery: teamOfForm,
  does: async (request) => {
    const { entered } = request
    const { round, leader } = teamOfForm(entered)
    const hours = enteredHours(entered)
    await ask(request, findFreeTimes, { body: { ...hoursBody(hours), roundId: round, leaderId: leader } })
    return { to: `/team/slots/times?${new URLSearchParams({ ...hours, round, leader })}` }
  },
})

const freeTimes = definePage({
  path: '/team/slots/times',
  query: slotsQuery,
  show: async (request) => {
    const { frame, query } = request
    const { round = '', leader = '', ...hours } = query
    const { chosen } = await chosenTeam(request, query)
    const body = { ...hoursBody(hours), roundId: round, leaderId: leader }
    const { times, minutes } = await ask(request, findFreeTimes, { body })
    const changeHref = `/team/slots?${new URLSearchParams({ ...hours, round, leader })}`
    return freeTimesPage(frame, { team: chosen, times, minutes, chosen: hours, changeHref })
  },
})

const publishing = defineForm({
  path: '/team/slots/times',
  page: freeTimes,
  pageQuery: (entered) => ({ ...enteredHours(entered), ...teamOfForm(entered) }),
  does: async (request) => {
    const { entered } = request
    const { round, leader } = teamOfForm(entered)
    const minutes = entered.text('minutes')
    const where = { place: entered.text('place'), onlineUrl: entered.text('onlineUrl') }
    const shared = { ...where, ...(minutes !== '' && { minutes: Number(minutes) }) }
    await ask(request, publishSlots, {
      params: { roundId: round },
      body: {
        leaderEmploymentId: leader,
        slots: entered.all('times').map((startsAt) => ({ startsAt, ...shared })),
      },
    })
    return { to: `/team/slots?${new URLSearchParams({ round, leader })}`, notice: 'slots-published' }
  },
})

const withdrawal = defineForm({
  path: '/team/slots/:slotId/withdrawal',
  page: slots,
  params: z.object({ slotId: id }),
  pageQuery: teamOfForm,
  does: async (request) => {
    const { params, entered } = request
    await ask(request, withdrawSlot, { params })
    return {
      to: `/team/slots?${new URLSearchParams(teamOfForm(entered))}`,
      notice: 'slot-withdrawn',
    }
  },
})

export const slotPages = [slots, freeTimes]
export const slotForms = [finding, publishing, withdrawal]
