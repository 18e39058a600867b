import { z } from 'zod'
import { enterByHand, leaveRemoved, leaveSet } from '../../db/hand-entries.ts'
import { overlapsLeave, readLeave } from '../../db/leaves.ts'
import { derivedId } from '../../domain/derived-id.ts'
import type { LeaveRecord, PeopleChanges } from '../../domain/people/changes.ts'
import { employmentToManage } from '../employment-access.ts'
import { wrongField } from '../field-problems.ts'
import { employmentParams, leave } from '../people-schemas.ts'
import { notFound, refused } from '../problem.ts'
import { tellRunningRounds } from '../reactions.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, id } from '../schemas.ts'

/** Its type is never asked for (R13.1). */
const days = z.strictObject({
  from: day,
  to: day.nullable().meta({ description: 'The last day of leave; null = until further notice' }),
})
const leaveParams = z.object({ leaveId: id })

export const addLeave = defineRoute({
  method: 'post',
  path: '/employments/:employmentId/leaves',
  summary: 'Adds a leave: nothing is sent within it, and times inside it are cancelled now.',
  params: employmentParams,
  body: days,
  response: leave,
  status: 201,
  handle: async (request) => {
    const { employmentId } = await employmentToManage(request, request.params.employmentId)
    const leaveId = derivedId('leave', request.cause.decisionId)
    return setLeave(request, { id: leaveId, employmentId, ...request.body })
  },
  again: (request) => leaveNow(request, derivedId('leave', request.cause.decisionId)),
})

export const changeLeave = defineRoute({
  method: 'put',
  path: '/leaves/:leaveId',
  summary: 'Gives a leave other days.',
  params: leaveParams,
  body: days,
  response: leave,
  handle: async (request) => {
    const before = await leaveToManage(request, request.params.leaveId)
    return setLeave(request, { ...before, ...request.body })
  },
  again: (request) => leaveNow(request, request.params.leaveId),
})

export const removeLeave = defineRoute({
  method: 'delete',
  path: '/leaves/:leaveId',
  summary: 'Takes a leave away, as if it had never been planned.',
  params: leaveParams,
  handle: async (request) => {
    const before = await leaveToManage(request, request.params.leaveId)
    await write(request, leaveRemoved(before, request.today))
  },
})

export const leaveRoutes = [addLeave, changeLeave, removeLeave]

async function setLeave(request: SignedInRequest, record: LeaveRecord): Promise<z.output<typeof leave>> {
  const { from, to } = record
  if (to !== null && to < from) throw wrongField('body.to', to, 'ends-before-it-begins', request.language)
  if (await overlapsLeave(request.db, record)) throw overlapping()
  await write(request, leaveSet(record))
  return { id: record.id, from, to }
}

async function leaveNow(request: SignedInRequest, leaveId: string): Promise<z.output<typeof leave>> {
  const { id: found, from, to } = await leaveToManage(request, leaveId)
  return { id: found, from, to }
}

async function write(request: SignedInRequest, changes: PeopleChanges): Promise<void> {
  const { db, today, now, cause } = request
  await enterByHand(db, { today, at: now }, () => ({ changes }))
  await tellRunningRounds(request, `leave-${derivedId('morning', cause.decisionId)}`)
}

async function leaveToManage(request: SignedInRequest, leaveId: string): Promise<LeaveRecord> {
  const found = await readLeave(request.db, leaveId)
  if (found === null) throw notFound()
  await employmentToManage(request, found.employmentId)
  return found
}

function overlapping() {
  return refused('leave-overlaps', {
    da: 'Der er allerede en orlov i den periode. Ret den i stedet.',
    en: 'There is already a leave in that period. Change that one instead.',
  })
}
