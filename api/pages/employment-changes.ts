import { z } from 'zod'
import { addDays, laterOf } from '../../domain/calendar/day.ts'
import { employmentDetailsPage } from '../../web/pages/employment-details.tsx'
import { employmentLastDayPage } from '../../web/pages/employment-last-day.tsx'
import { employmentLeaderPage, NO_LEADER } from '../../web/pages/employment-leader.tsx'
import { employmentLeavesPage, leaveNames } from '../../web/pages/employment-leaves.tsx'
import { employmentUnitPage } from '../../web/pages/employment-unit.tsx'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { namingSentences } from '../naming-refusals.ts'
import { employmentParams } from '../people-schemas.ts'
import { addLeave, changeLeave, removeLeave } from '../routes/leaves.ts'
import {
  correctDetails,
  listPeople,
  moveToUnit,
  nameLeader,
  setLastDay,
  showEmployment,
} from '../routes/people.ts'
import { id } from '../schemas.ts'
import { enteredDay, enteredLanguage, enteredNumber } from './entered.ts'
import { findEmployments } from './find-employments.ts'
import { hrUnits } from './hr-units.ts'
import { offeredAsLeaders } from './offered-leaders.ts'
import { ask, defineForm, definePage, type Form, type FormRequest, type PageRequest } from './page.ts'

type Employment = z.output<typeof employmentParams>

const details = definePage({
  path: '/employments/:employmentId/details',
  params: employmentParams,
  show: async (request) =>
    employmentDetailsPage(request.frame, await ask(request, showEmployment, { params: request.params })),
})

const leader = definePage({
  path: '/employments/:employmentId/leader',
  params: employmentParams,
  query: z.object({ search: z.string().trim().max(200).catch('') }),
  show: async (request) => {
    const { frame, params, query } = request
    const employment = await ask(request, showEmployment, { params })
    const { search } = query
    const found =
      search === '' ? await leadersNear(request, employment) : await findEmployments(request, search)
    const others = found.filter(({ employmentId }) => employmentId !== employment.employmentId)
    const offered = await offeredAsLeaders(request, others)
    return employmentLeaderPage(frame, {
      employment,
      search,
      found: offered,
      leftOut: offered.length < others.length ? namingSentences['leader-names-itself'][frame.language] : null,
      from: soonest(request, employment),
    })
  },
})

/** Whoever leads somebody in the unit is the likeliest leader. */
async function leadersNear(request: PageRequest, { unitId }: { unitId: string }) {
  const query = { unitId, leading: 'true', pageSize: MOST_SUGGESTED }
  const { people } = await ask(request, listPeople, { query })
  return people.map((one) => ({ ...one, name: `${one.givenName} ${one.familyName}` }))
}

const MOST_SUGGESTED = 20

const unit = definePage({
  path: '/employments/:employmentId/unit',
  params: employmentParams,
  show: async (request) => {
    const employment = await ask(request, showEmployment, { params: request.params })
    const units = await hrUnits(request)
    return employmentUnitPage(request.frame, { employment, units, from: soonest(request, employment) })
  },
})

const lastDay = definePage({
  path: '/employments/:employmentId/last-day',
  params: employmentParams,
  show: async (request) =>
    employmentLastDayPage(request.frame, await ask(request, showEmployment, { params: request.params })),
})

const leaves = definePage({
  path: '/employments/:employmentId/leaves',
  params: employmentParams,
  show: async (request) =>
    employmentLeavesPage(request.frame, await ask(request, showEmployment, { params: request.params })),
})

/** Tomorrow, or the first day of somebody who has not begun. */
function soonest({ today }: PageRequest, { employedFrom }: { employedFrom: ReturnType<typeof addDays> }) {
  return laterOf(addDays(today, 1), employedFrom)
}

const correcting = defineForm({
  path: '/employments/:employmentId/details',
  page: details,
  params: employmentParams,
  does: async (request) => {
    const { params, entered } = request
    const body = {
      givenName: entered.text('givenName'),
      familyName: entered.text('familyName'),
      email: entered.text('email') || null,
      phone: entered.text('phone') || null,
      language: enteredLanguage(entered),
      title: entered.text('title'),
      jobGroup: entered.text('jobGroup'),
      hoursPerWeek: enteredNumber(entered.text('hoursPerWeek')),
    }
    const { personId } = await ask(request, correctDetails, { params, body })
    return { to: `/people/${personId}`, notice: 'details-corrected' }
  },
})

const naming = defineForm({
  path: '/employments/:employmentId/leader',
  page: leader,
  pageQuery: (entered) => ({ search: entered.text('search') }),
  params: employmentParams,
  does: async (request) => {
    const { params, entered } = request
    const chosen = entered.text('leaderId')
    const body = { leaderId: chosen === NO_LEADER ? null : chosen, from: enteredDay(entered.text('from')) }
    const { personId } = await ask(request, nameLeader, { params, body })
    return { to: `/people/${personId}`, notice: 'leader-named' }
  },
})

const moving = defineForm({
  path: '/employments/:employmentId/unit',
  page: unit,
  params: employmentParams,
  does: async (request) => {
    const { params, entered } = request
    const body = { unitId: entered.text('unitId'), from: enteredDay(entered.text('from')) }
    const { personId } = await ask(request, moveToUnit, { params, body })
    return { to: `/people/${personId}`, notice: 'employee-moved' }
  },
})

const leaving = defineForm({
  path: '/employments/:employmentId/last-day',
  page: lastDay,
  params: employmentParams,
  does: async (request) => {
    const { params, entered } = request
    const body = { lastDay: enteredDay(entered.text('lastDay')) }
    const { personId } = await ask(request, setLastDay, { params, body })
    return { to: `/people/${personId}`, notice: 'last-day-set' }
  },
})

const withdrawal = defineForm({
  path: '/employments/:employmentId/last-day/withdrawal',
  page: lastDay,
  params: employmentParams,
  does: async (request) => {
    const { params } = request
    const { personId } = await ask(request, setLastDay, { params, body: { lastDay: null } })
    return { to: `/people/${personId}`, notice: 'resignation-withdrawn' }
  },
})

const leaveParams = employmentParams.extend({ leaveId: id })

const addingLeave = defineForm({
  path: '/employments/:employmentId/leaves',
  page: leaves,
  params: employmentParams,
  does: async (request) => {
    const { params } = request
    await ask(request, addLeave, { params, body: enteredLeave(request, '') })
    return atLeaves(request, 'leave-saved')
  },
})

const changingLeave = defineForm({
  path: '/employments/:employmentId/leaves/:leaveId',
  page: leaves,
  params: leaveParams,
  names: ({ leaveId }) => ({ ...leaveNames(leaveId) }),
  does: async (request) => {
    const { leaveId } = request.params
    await ask(request, changeLeave, { params: { leaveId }, body: enteredLeave(request, leaveId) })
    return atLeaves(request, 'leave-saved')
  },
})

const removingLeave = defineForm({
  path: '/employments/:employmentId/leaves/:leaveId/removal',
  page: leaves,
  params: leaveParams,
  does: async (request) => {
    const { leaveId } = request.params
    await ask(request, removeLeave, { params: { leaveId } })
    return atLeaves(request, 'leave-removed')
  },
})

function enteredLeave({ entered }: FormRequest, leaveId: string) {
  const { from, to } = leaveNames(leaveId)
  return { from: enteredDay(entered.text(from)), to: enteredDay(entered.text(to)) || null }
}

async function atLeaves(request: FormRequest<Employment>, notice: NoticeCode) {
  const { employmentId } = request.params
  const { personId } = await ask(request, showEmployment, { params: { employmentId } })
  return { to: `/people/${personId}`, notice }
}

export const employmentChangePages = [details, leader, unit, lastDay, leaves]
export const employmentChangeForms: readonly Form[] = [
  correcting,
  naming,
  moving,
  leaving,
  withdrawal,
  addingLeave,
  changingLeave,
  removingLeave,
]
