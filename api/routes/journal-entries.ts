import { z } from 'zod'
import { entryOf, unfiledEntries, unfiledStatuses } from '../../db/journal-entries.ts'
import { unitsUnder } from '../../db/units.ts'
import { maySeeStatus, unitsAsHr } from '../../domain/permissions.ts'
import { filingReason, filingReasons } from '../../journal/reader.ts'
import { pageAnswer, pageOf, pageQuery, skipped } from '../paging.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id, instant } from '../schemas.ts'
import { act, talkToAct } from '../talk-access.ts'
import { talkView } from '../views/talk-schema.ts'
import { freshTalk } from '../views/talk.ts'

const entry = z.object({
  id,
  talkId: id,
  versionId: id,
  roundName: z.string(),
  employeeName: z.string(),
  unitName: z.string(),
  status: z.enum(unfiledStatuses),
  reason: z.object({ code: z.string(), sentence: z.string() }),
  attempts: z.int(),
  lastTriedAt: instant.nullable(),
})

const entryParams = z.object({ entryId: id })

export const listUnfiled = defineRoute({
  method: 'get',
  path: '/journal-entries',
  scope: 'filing',
  summary: 'Lists the agreed plans that could not be filed, with the reason, for HR of their units.',
  query: z.object({
    unitId: id.optional().meta({ description: 'A unit and all below it' }),
    status: z.enum(unfiledStatuses).optional().meta({ description: 'Both unless said' }),
    ...pageQuery,
  }),
  response: z.object({ ...pageAnswer, entries: z.array(entry) }),
  handle: async ({ db, person, query, today, language }) => {
    const { unitId, status } = query
    if (unitId !== undefined && !maySeeStatus(person, unitId)) throw notFound()
    const unitIds =
      unitId === undefined ? unitsAsHr(person) : (await unitsUnder(db, unitId)).map((unit) => unit.id)
    const statuses = status === undefined ? unfiledStatuses : [status]
    const { total, entries } = await unfiledEntries(
      db,
      { statuses, unitIds, exceptPersonId: person.personId, on: today },
      { limit: query.pageSize, skip: skipped(query) },
    )
    return {
      ...pageOf(query, total),
      entries: entries.map(({ reason, ...line }) => {
        const code = filingReason(reason)
        return { ...line, reason: { code, sentence: filingReasons[code][language] } }
      }),
    }
  },
})

export const retryFiling = defineRoute({
  method: 'post',
  path: '/journal-entries/:entryId/tries',
  scope: 'filing',
  summary: 'HR has the filing of a plan tried again at once.',
  params: entryParams,
  response: talkView,
  again: async (request) => freshTalk(request, (await knownEntry(request, request.params.entryId)).talkId),
  handle: async (request) => {
    const { talkId, versionId } = await knownEntry(request, request.params.entryId)
    const seen = await talkToAct(request, talkId, 'retry-filing')
    await act(request, seen, { type: 'retry-filing', versionId })
    return freshTalk(request, talkId)
  },
})

export const journalEntryRoutes = [listUnfiled, retryFiling]

async function knownEntry({ db }: SignedInRequest, entryId: string) {
  const found = await entryOf(db, entryId)
  if (found === null) throw notFound()
  return found
}
