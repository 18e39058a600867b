import { employmentLine, type PersonLine } from '../db/people-list.ts'
import { unitsAsHr } from '../domain/permissions.ts'
import type { SignedInRequest } from './request.ts'
import { notFound } from './problem.ts'

/** The employment, for HR of its unit; for all others it does not exist. */
export async function employmentToManage(
  { db, person, today }: SignedInRequest,
  employmentId: string,
): Promise<PersonLine> {
  const line = await employmentLine(db, employmentId, unitsAsHr(person), today)
  if (line === null) throw notFound()
  return line
}
