import { z } from 'zod'
import { namingLeaders } from '../../db/deputies.ts'
import { commitImport, committedImports, importById, previewImport, reviseImport } from '../../db/imports.ts'
import { readUnits, topUnits } from '../../db/units.ts'
import { completedFor, decideImport, type ImportFile } from '../../directory/decide-import.ts'
import { DirectoryFileError } from '../../directory/file-error.ts'
import { readPeopleFile } from '../../directory/people-file.ts'
import { readUnitsFile } from '../../directory/units-file.ts'
import { addDays, type Day } from '../../domain/calendar/day.ts'
import { mayImport } from '../../domain/permissions.ts'
import { wrongField } from '../field-problems.ts'
import { answeredImport, answeredImports, importRefused, unreadable } from '../import-answers.ts'
import { importParams, importRun } from '../import-schemas.ts'
import { notFound } from '../problem.ts'
import { tellRunningRounds } from '../reactions.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { day, line } from '../schemas.ts'

export const uploadImport = defineRoute({
  method: 'post',
  path: '/imports',
  scope: 'people',
  summary:
    'Reads a file of people or units (CSV or XLSX) and shows what it would change; nothing is written yet.',
  query: z.object({
    kind: z.enum(['people', 'units']).default('people'),
    fileName: line.default(''),
    validFrom: day
      .optional()
      .meta({ description: 'When moves and leader changes take effect; tomorrow unless said' }),
    completeFor: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'The number of a unit that the file has everybody of' }),
  }),
  takesFile: true,
  response: importRun,
  status: 201,
  remembered: false,
  handle: async (request) => {
    const { db, query, file, today, now, person, language } = request
    await mustImport(request)
    const validFrom = startOf(request, query.validFrom)
    const order = {
      fileName: query.fileName,
      bytes: file,
      file: await readFile(request, query.kind, query.completeFor),
      validFrom,
      today,
      at: now,
      byPersonId: person.personId,
    }
    const { id: importId } = await previewImport(db, order, await decider(request))
    return answeredImport(db, await theImport(request, importId), language)
  },
})

export const listImports = defineRoute({
  method: 'get',
  path: '/imports',
  scope: 'people',
  summary: 'Lists what was imported, newest first.',
  response: z.array(importRun),
  handle: async (request) => {
    await mustImport(request)
    return answeredImports(request.db, await committedImports(request.db, 50), request.language)
  },
})

export const showImport = defineRoute({
  method: 'get',
  path: '/imports/:importId',
  scope: 'people',
  summary: 'Shows an import: its preview until it is committed, then what it came to.',
  params: importParams,
  response: importRun,
  handle: async (request) => {
    await mustImport(request)
    return answeredImport(request.db, await theImport(request, request.params.importId), request.language)
  },
})

export const editImport = defineRoute({
  method: 'patch',
  path: '/imports/:importId',
  scope: 'people',
  summary:
    'Shows the same file again with another day to take effect, or with the leavers that HR confirms; answers a new import.',
  params: importParams,
  body: z.strictObject({
    validFrom: day.optional(),
    completeFor: z
      .strictObject({ unit: z.string().max(40), leavers: z.array(z.string().max(40)).max(10_000) })
      .nullable(),
  }),
  response: importRun,
  remembered: false,
  handle: async (request) => {
    const { db, params, body, today, now, person, language } = request
    await mustImport(request)
    if (body.completeFor !== null) await mustBeUnit(request, body.completeFor.unit, 'body.completeFor.unit')
    const before = await theImport(request, params.importId)
    const revised = await reviseImport(
      db,
      {
        id: before.id,
        validFrom: body.validFrom === undefined ? before.validFrom : startOf(request, body.validFrom),
        today,
        at: now,
        byPersonId: person.personId,
        edit: (file) => completedFor(file, body.completeFor),
      },
      await decider(request),
    )
    if ('refused' in revised) throw importRefused(revised.refused)
    return answeredImport(db, await theImport(request, revised.id), language)
  },
})

export const putImportToUse = defineRoute({
  method: 'post',
  path: '/imports/:importId/commit',
  scope: 'people',
  summary:
    'Writes what was shown, everything or nothing; running rounds react at once. Whose mail address is another is told at both, signed out, and let in by the new one after three days.',
  params: importParams,
  body: z.strictObject({
    leaveOut: z.boolean().default(false).meta({ description: 'Leave the bad rows out' }),
  }),
  response: importRun.extend({
    reacting: z.boolean().meta({ description: 'False = running rounds learn of it in the morning' }),
  }),
  handle: async (request) => {
    const { db, params, body, today, now, language } = request
    await mustImport(request)
    const order = { id: params.importId, leaveOut: body.leaveOut, today, at: now }
    const result = await commitImport(db, order, await decider(request))
    if ('refused' in result) throw importRefused(result.refused)
    const reacting = await tellRunningRounds(request, `import-${params.importId}`)
    const committed = await theImport(request, params.importId)
    return { ...(await answeredImport(db, committed, language)), reacting }
  },
})

export const importRoutes = [uploadImport, listImports, showImport, editImport, putImportToUse]

async function decider({ db, person, today }: SignedInRequest) {
  return decideImport(today, await namingLeaders(db, person.personId, today))
}

async function mustImport({ db, person }: SignedInRequest): Promise<void> {
  if (!mayImport(person, await topUnits(db))) throw notFound()
}

async function theImport({ db }: SignedInRequest, importId: string) {
  const run = await importById(db, importId)
  // Whoever is asked here may import: an import that was replaced is told as that.
  if (run === null) throw importRefused('import-unknown')
  return run
}

/** Moves and leader changes take effect tomorrow unless HR says otherwise, and never in the past (R13.1). */
function startOf({ today, language }: SignedInRequest, wanted: Day | undefined): Day {
  if (wanted === undefined) return addDays(today, 1)
  if (wanted < today) throw wrongField('validFrom', wanted, 'in-the-past', language)
  return wanted
}

async function readFile(
  request: SignedInRequest & { file: Uint8Array },
  kind: ImportFile['kind'],
  completeFor: string | undefined,
): Promise<ImportFile> {
  const { file, language } = request
  if (completeFor !== undefined) await mustBeUnit(request, completeFor, 'query.completeFor')
  try {
    if (kind === 'units') {
      const read = await readUnitsFile(file)
      return { kind, file: read }
    }
    const complete = completeFor === undefined ? null : { unit: completeFor, leavers: [] }
    return { kind, file: await readPeopleFile(file), completeFor: complete }
  } catch (error) {
    if (error instanceof DirectoryFileError) throw unreadable(error, language)
    throw error
  }
}

async function mustBeUnit({ db, language }: SignedInRequest, number: string, place: string): Promise<void> {
  const units = await readUnits(db)
  if (!units.some((unit) => unit.number === number)) throw wrongField(place, number, 'unknown-unit', language)
}
