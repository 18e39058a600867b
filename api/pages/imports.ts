import { z } from 'zod'
import { fieldName } from '../../directory/columns.ts'
import { personFields, unitFields } from '../../directory/fields.ts'
import type { Frame } from '../../web/frame.ts'
import { changeLists, remarkLists } from '../../web/import-view.ts'
import { importPage, importResultPage } from '../../web/pages/import.tsx'
import { importsPage } from '../../web/pages/imports.tsx'
import { Problem } from '../problem.ts'
import { importParams } from '../import-schemas.ts'
import { editImport, listImports, putImportToUse, showImport, uploadImport } from '../routes/imports.ts'
import { listUnits } from '../routes/units.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage, type FormRequest } from './page.ts'

const imports = definePage({
  path: '/imports',
  show: async (request) => {
    const runs = await ask(request, listImports)
    return importsPage(request.frame, {
      columns: columnsIn(request.frame),
      runs: runs.map(({ summary, ...run }) => ({
        ...run,
        counts: summary?.counts ?? {},
        leftOut: summary?.leftOut.length ?? 0,
      })),
    })
  },
})

function columnsIn({ language }: Frame) {
  return {
    people: personFields.map((field) => fieldName(field, language)),
    units: unitFields.map((field) => fieldName(field, language)),
  }
}

const oneImport = definePage({
  path: '/imports/:importId',
  params: importParams,
  query: z.object({
    list: z
      .enum([...changeLists, ...remarkLists])
      .nullable()
      .catch(null),
    from: z.coerce.number().int().min(0).catch(0),
  }),
  show: async (request) => {
    const { frame, params, query } = request
    const { preview, summary, ...run } = await ask(request, showImport, { params })
    if (summary !== null) {
      const { kind, counts, leftOut } = summary
      return importResultPage(frame, { run, kind, counts, leftOut })
    }
    if (preview === null) throw new Error('an import has neither a preview nor a summary')
    const units = await ask(request, listUnits)
    const list = query.list && { name: query.list, from: query.from }
    return importPage(frame, { run, preview, units, list })
  },
})

const upload = defineForm({
  path: '/imports',
  page: imports,
  does: async (request) => {
    const kind = request.entered.text('kind') === 'units' ? 'units' : 'people'
    try {
      return { to: `/imports/${await uploaded(request, kind)}` }
    } catch (error) {
      if (!lacksColumn(error)) throw error
      // The other kind of file, sent where this one is expected: it is read as what it is, and the page says so.
      const other = kind === 'units' ? 'people' : 'units'
      const id = await uploaded(request, other).catch(() => null)
      if (id === null) throw error
      return { to: `/imports/${id}`, notice: `import-read-as-${other}` }
    }
  },
})

async function uploaded(request: FormRequest, kind: 'people' | 'units'): Promise<string> {
  const { name, bytes } = request.file
  const query = { kind, fileName: name.slice(-200) }
  return (await ask(request, uploadImport, { query, file: bytes })).id
}

function lacksColumn(error: unknown): boolean {
  const fields = error instanceof Problem ? error.more.fields : undefined
  return Array.isArray(fields) && fields.some(({ expected }) => expected === 'missing-column')
}

const edit = defineForm({
  path: '/imports/:importId',
  page: oneImport,
  params: importParams,
  names: { 'completeFor.unit': 'completeFor' },
  does: async (request) => {
    const { params, entered } = request
    const unit = entered.text('completeFor')
    const { id } = await ask(request, editImport, {
      params,
      body: {
        validFrom: enteredDay(entered.text('validFrom')),
        completeFor: unit === '' ? null : { unit, leavers: [...entered.all('leavers')] },
      },
    })
    return { to: `/imports/${id}` }
  },
})

const commit = defineForm({
  path: '/imports/:importId/commit',
  page: oneImport,
  params: importParams,
  does: async (request) => {
    const { params, entered } = request
    const body = { leaveOut: entered.has('leaveOut') }
    const { reacting } = await ask(request, putImportToUse, { params, body })
    return { to: `/imports/${params.importId}`, notice: reacting ? 'import-in-use' : 'import-in-use-later' }
  },
})

export const importPages = [imports, oneImport]
export const importForms = [upload, edit, commit]
