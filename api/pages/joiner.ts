import { isHrAnywhere } from '../../domain/permissions.ts'
import { joinerPage } from '../../web/pages/joiner.tsx'
import type { SignedInBegun } from '../begin.ts'
import { notFound } from '../problem.ts'
import { addJoiner, listPeople } from '../routes/people.ts'
import { enteredDay, enteredLanguage, enteredNumber } from './entered.ts'
import { hrUnits } from './hr-units.ts'
import { offeredAsLeaders } from './offered-leaders.ts'
import { ask, defineForm, definePage, type FormFields } from './page.ts'

const joiner = definePage({
  path: '/people/new',
  show: async (request) => {
    if (!isHrAnywhere(request.person)) throw notFound()
    const [units, leaders] = await Promise.all([hrUnits(request), allLeaders(request)])
    return joinerPage(request.frame, { units, leaders })
  },
})

/** Everybody who leads somebody in the reader's units and may be named by them, by name. */
async function allLeaders(request: SignedInBegun) {
  const leading: Awaited<ReturnType<typeof leadersOn>>['people'] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await leadersOn(request, page)
    pages = found.pages
    leading.push(...found.people)
  }
  const offered = await offeredAsLeaders(request, leading)
  return offered.map(({ employmentId, givenName, familyName, unitName }) => ({
    employmentId,
    name: `${givenName} ${familyName}`,
    unitName,
  }))
}

function leadersOn(request: SignedInBegun, page: number) {
  return ask(request, listPeople, { query: { leading: 'true', page, pageSize: 500 } })
}

const adding = defineForm({
  path: '/people/new',
  page: joiner,
  names: { unit: 'unitId', leader: 'leaderId' },
  does: async (request) => {
    const { entered } = request
    const { personId, employmentId, leaderId } = await ask(request, addJoiner, {
      body: enteredJoiner(entered),
    })
    return leaderId === null
      ? { to: `/employments/${employmentId}/leader`, notice: 'employee-added-without-leader' }
      : { to: `/people/${personId}`, notice: 'employee-added' }
  },
})

function enteredJoiner(entered: FormFields) {
  const texts = (name: string) => entered.text(name) || null
  const days = (name: string) => enteredDay(entered.text(name)) || null
  return {
    number: entered.text('number'),
    givenName: entered.text('givenName'),
    familyName: entered.text('familyName'),
    email: texts('email'),
    phone: texts('phone'),
    title: entered.text('title'),
    jobGroup: entered.text('jobGroup'),
    unitId: entered.text('unitId'),
    leaderId: texts('leaderId'),
    employedFrom: enteredDay(entered.text('employedFrom')),
    lastDay: days('lastDay'),
    hoursPerWeek: enteredNumber(entered.text('hoursPerWeek')),
    birthDate: days('birthDate'),
    language: enteredLanguage(entered),
  }
}

export const joinerPages = [joiner]
export const joinerForms = [adding]
