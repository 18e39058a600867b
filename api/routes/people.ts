import { z } from 'zod'
import { namingLeaders } from '../../db/deputies.ts'
import { joinEmployment } from '../../db/joined-people.ts'
import { countPeople, peopleOfUnits } from '../../db/people-list.ts'
import { readUnits, unitsUnder } from '../../db/units.ts'
import { detailsFile, type EmploymentEntry, enteredFile, joinerFile } from '../../directory/by-hand.ts'
import { addDays, type Day } from '../../domain/calendar/day.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayBeNamedLeader, mayManagePeople, unitsAsHr } from '../../domain/permissions.ts'
import { employmentToManage } from '../employment-access.ts'
import { wrongField } from '../field-problems.ts'
import { enterRow } from '../hand-entries.ts'
import { notJoined } from '../join-refusals.ts'
import { notNamed } from '../naming-refusals.ts'
import { pageAnswer, pageOf, pageQuery, skipped } from '../paging.ts'
import { details, employmentParams, from, joiner, personLine } from '../people-schemas.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id, line } from '../schemas.ts'

export const listPeople = defineRoute({
  method: 'get',
  path: '/people',
  scope: 'people',
  summary: 'Lists the people of the units that the person is HR of, by name, page by page.',
  query: z.object({
    unitId: id.optional(),
    search: line.optional(),
    withoutMail: z.stringbool().default(false).meta({ description: 'Only those whose mails are printed' }),
    withoutLeader: z.stringbool().default(false).meta({ description: 'Only those whom nobody leads' }),
    leading: z.stringbool().default(false).meta({ description: 'Only those who lead somebody' }),
    alsoLeft: z.stringbool().default(false).meta({ description: 'Also those whose last day is over' }),
    ...pageQuery,
  }),
  response: z.object({ ...pageAnswer, people: z.array(personLine) }),
  handle: async ({ db, person, query, today }) => {
    const { unitId, search, withoutMail, withoutLeader, leading, alsoLeft } = query
    if (unitId !== undefined && !mayManagePeople(person, unitId)) throw notFound()
    const unitIds =
      unitId === undefined ? unitsAsHr(person) : (await unitsUnder(db, unitId)).map((unit) => unit.id)
    const filters = { withoutMail, withoutLeader, leading, alsoLeft }
    const wish = { unitIds, ...filters, ...(search !== undefined && { search }) }
    const total = await countPeople(db, wish, today)
    const people = await peopleOfUnits(db, wish, today, query.pageSize, skipped(query))
    return { ...pageOf(query, total), people }
  },
})

export const showEmployment = defineRoute({
  method: 'get',
  path: '/employments/:employmentId',
  summary: 'Shows one employment.',
  params: employmentParams,
  response: personLine,
  handle: (request) => employmentToManage(request, request.params.employmentId),
})

export const addJoiner = defineRoute({
  method: 'post',
  path: '/employments',
  summary: 'Adds somebody who joins; running rounds take them in.',
  body: joiner,
  response: personLine,
  status: 201,
  remembered: false,
  handle: async (request) => {
    const { db, body, language } = request
    mustManage(request, body.unitId)
    const before = await db.employment.findUnique({ where: { number: body.number }, select: { id: true } })
    if (before !== null && !isOwn(request, before.id))
      throw wrongField('body.number', body.number, 'number-taken', language)
    const file = await joinerFile({
      ...body,
      email: body.email ?? '',
      phone: body.phone ?? '',
      unit: await unitNumber(request, body.unitId),
      leader: body.leaderId === null ? '' : await leaderNumber(request, body.leaderId),
      lastDay: body.lastDay ?? '',
      hoursPerWeek: String(body.hoursPerWeek ?? ''),
      birthDate: body.birthDate ?? '',
    })
    await enterRow(request, request.today, () => file)
    const { id: employmentId } = await db.employment.findUniqueOrThrow({ where: { number: body.number } })
    return employmentToManage(request, employmentId)
  },
})

export const nameLeader = defineRoute({
  method: 'put',
  path: '/employments/:employmentId/leader',
  summary: 'Names who leads somebody from a day on, and so who holds the talk; null = nobody.',
  params: employmentParams,
  body: z.strictObject({ leaderId: id.nullable(), from }),
  response: personLine,
  remembered: false,
  handle: async (request) => {
    const { leaderId, from: wanted } = request.body
    return change(request, wanted, async () => ({
      leader: leaderId === null ? null : await leaderNumber(request, leaderId),
    }))
  },
})

export const moveToUnit = defineRoute({
  method: 'put',
  path: '/employments/:employmentId/unit',
  summary: 'Moves somebody to another unit from a day on.',
  params: employmentParams,
  body: z.strictObject({ unitId: id, from }),
  response: personLine,
  remembered: false,
  handle: async (request) => {
    mustManage(request, request.body.unitId)
    const unit = await unitNumber(request, request.body.unitId)
    return change(request, request.body.from, () => ({ unit }))
  },
})

export const setLastDay = defineRoute({
  method: 'put',
  path: '/employments/:employmentId/last-day',
  summary: 'Sets the last day employed; null = the resignation is withdrawn.',
  params: employmentParams,
  body: z.strictObject({ lastDay: day.nullable() }),
  response: personLine,
  remembered: false,
  handle: (request) => change(request, request.today, () => ({ lastDay: request.body.lastDay })),
})

export const correctDetails = defineRoute({
  method: 'put',
  path: '/employments/:employmentId/details',
  summary:
    'Corrects the name, address, telephone and language of a person, and the title, job group and hours of the employment. The next file that says otherwise corrects them again. Another address is told at both, ends the sessions of the person, and lets nobody in for three days.',
  params: employmentParams,
  body: details,
  response: personLine,
  remembered: false,
  handle: async (request) => {
    const { params, body, today } = request
    const { number } = await employmentToManage(request, params.employmentId)
    const file = await detailsFile(number, {
      ...body,
      email: body.email ?? '',
      phone: body.phone ?? '',
      hoursPerWeek: String(body.hoursPerWeek ?? ''),
    })
    await enterRow(request, today, file)
    return employmentToManage(request, params.employmentId)
  },
})

export const joinEmployments = defineRoute({
  method: 'put',
  path: '/employments/:employmentId/person',
  summary: 'Says that two employments are of one person: one sign-in and one digest, a talk for each.',
  params: employmentParams,
  body: z.strictObject({ sameAs: id.meta({ description: 'The other employment' }) }),
  response: personLine,
  remembered: false,
  handle: async (request) => {
    const found = await employmentToManage(request, request.params.employmentId)
    const other = await employmentToManage(request, request.body.sameAs)
    const { db, today, now, person, cause } = request
    const { employmentId } = found
    const by = { at: now, byPersonId: person.personId, decisionId: cause.decisionId }
    const order = { employmentId, personId: other.personId, today, ...by }
    const reason = await db.$transaction((tx) => joinEmployment(tx, order))
    if (reason !== null) throw notJoined(reason)
    return employmentToManage(request, found.employmentId)
  },
})

/** Answers about people are not kept; the same request twice has one effect all the same. */
export const peopleRoutes = [
  listPeople,
  showEmployment,
  addJoiner,
  nameLeader,
  moveToUnit,
  setLastDay,
  correctDetails,
  joinEmployments,
]

async function change(
  request: SignedInRequest & { params: { employmentId: string } },
  wanted: Day | undefined,
  entryOf: () => EmploymentEntry | Promise<EmploymentEntry>,
) {
  const { number, employmentId } = await employmentToManage(request, request.params.employmentId)
  const entry = await entryOf()
  const start = wanted ?? addDays(request.today, 1)
  if (start < request.today) throw wrongField('body.from', start, 'in-the-past', request.language)
  await enterRow(request, start, (directory) => enteredFile(directory, number, entry))
  // Somebody who was moved may be another HR's from now on.
  const [moved] = await peopleOfUnits(
    request.db,
    { unitIds: (await readUnits(request.db)).map((unit) => unit.id), employmentId },
    request.today,
    1,
  )
  if (moved === undefined) throw notFound()
  return moved
}

function mustManage({ person }: SignedInRequest, unitId: string): void {
  if (!mayManagePeople(person, unitId)) throw notFound()
}

/** Whether the employment was made by this very request, sent before. */
function isOwn({ cause }: SignedInRequest, employmentId: string): boolean {
  return [0, 1, 2].some((count) => derivedId('entered', cause.decisionId, count) === employmentId)
}

async function unitNumber({ db }: SignedInRequest, unitId: string): Promise<string> {
  const [unit] = await readUnits(db, [unitId])
  if (unit === undefined) throw notFound()
  return unit.number
}

async function leaderNumber(
  { db, language, person, today }: SignedInRequest,
  leaderId: string,
): Promise<string> {
  const leader = await db.employment.findUnique({
    where: { id: leaderId },
    select: { number: true, personId: true },
  })
  if (leader === null) throw wrongField('body.leaderId', leaderId, 'unknown-employment', language)
  const by = await namingLeaders(db, person.personId, today)
  if (!mayBeNamedLeader(by, { ...leader, employmentId: leaderId })) throw notNamed('leader-names-itself')
  return leader.number
}
