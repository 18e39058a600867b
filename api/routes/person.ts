import { z } from 'zod'
import { deputiesOf } from '../../db/deputies.ts'
import { ledBy, plannedChanges, talksOf } from '../../db/employment-outlook.ts'
import { employmentsOf, maybeSamePerson } from '../../db/joined-people.ts'
import { employmentLine, peopleOfUnits } from '../../db/people-list.ts'
import { readUnits } from '../../db/units.ts'
import { mayFindAnybody, unitsAsHr } from '../../domain/permissions.ts'
import { deputy, personLine } from '../people-schemas.ts'
import { notFound } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { day, id, line, talkStatus } from '../schemas.ts'

const MOST_FOUND = 20

const employment = personLine.extend({
  planned: z
    .array(z.object({ what: z.enum(['leader', 'unit']), name: z.string().nullable(), from: day }))
    .meta({ description: 'Leaders and units to come' }),
  leads: z.int().meta({ description: 'How many they lead today' }),
  deputies: z.array(deputy),
  talks: z.array(z.object({ id, roundId: id, roundName: z.string(), status: talkStatus })),
})

export const showPerson = defineRoute({
  method: 'get',
  path: '/people/:personId',
  summary:
    'Shows a person with those of their employments that the reader is HR of, and what is planned for each.',
  params: z.object({ personId: id }),
  response: z.object({
    employments: z.array(employment),
    mayBe: z
      .array(z.object({ personId: id, name: z.string() }))
      .meta({ description: 'Others with the same mail, name and birth date' }),
  }),
  handle: async ({ db, params, person, today }) => {
    const all = await employmentsOf(db, params.personId)
    const found = await Promise.all(
      all.map((employmentId) => employmentLine(db, employmentId, unitsAsHr(person), today)),
    )
    const lines = found.flatMap((one) => one ?? [])
    if (lines.length === 0) throw notFound()
    const ids = lines.map(({ employmentId }) => employmentId)
    const [planned, led, deputies, talks, mayBe] = await Promise.all([
      plannedChanges(db, ids, today),
      ledBy(db, ids, today),
      deputiesOf(db, { employmentIds: ids, unitIds: [] }, today),
      talksOf(db, ids),
      maybeSamePerson(db, params.personId),
    ])
    const employments = lines.map((one) => ({
      ...one,
      planned: planned.filter(({ employmentId }) => employmentId === one.employmentId),
      leads: led.get(one.employmentId) ?? 0,
      deputies: deputies.filter(({ leaderId }) => leaderId === one.employmentId),
      talks: talks.filter(({ employmentId }) => employmentId === one.employmentId),
    }))
    return { employments, mayBe }
  },
})

export const searchEmployments = defineRoute({
  method: 'get',
  path: '/employments',
  summary:
    'Finds anybody employed by a part of their name, number or address, for HR and administrators to name them.',
  query: z.object({ search: line.min(2) }),
  response: z.array(
    z.object({
      employmentId: id,
      personId: id,
      number: z.string(),
      name: z.string(),
      title: z.string(),
      unitName: z.string(),
    }),
  ),
  handle: async ({ db, person, query, today }) => {
    if (!mayFindAnybody(person)) throw notFound()
    const unitIds = (await readUnits(db)).map((unit) => unit.id)
    const found = await peopleOfUnits(db, { unitIds, search: query.search }, today, MOST_FOUND)
    return found.map((one) => ({ ...one, name: `${one.givenName} ${one.familyName}` }))
  },
})

export const personRoutes = [showPerson, searchEmployments]
