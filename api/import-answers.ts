import { namesOf } from '../db/accesses.ts'
import type { Db } from '../db/client.ts'
import type { ImportView } from '../db/imports.ts'
import { namesByNumber } from '../db/people-list.ts'
import { readUnits } from '../db/units.ts'
import type { ImportPreview, ImportSummary } from '../directory/decide-import.ts'
import type { DirectoryFileError } from '../directory/file-error.ts'
import type { PreviewEdit } from '../directory/preview.ts'
import type { Problem as RowProblem, RowProblemCode, WarningCode } from '../directory/problems.ts'
import { fieldName } from '../directory/columns.ts'
import { fileErrorText, importRefusalText, problemReason, problemText } from '../directory/texts.ts'
import type { Language } from '../domain/language.ts'
import type { ImportRefusal } from '../domain/people/import.ts'
import type { ImportAnswer } from './import-schemas.ts'
import { Problem, refused, wrongInput } from './problem.ts'

/** Imports as the api answers them, each remark with its sentence. */
export async function answeredImports(
  db: Db,
  runs: readonly ImportView[],
  language: Language,
): Promise<ImportAnswer[]> {
  const people = await namesOf(
    db,
    runs.flatMap(({ byPersonId }) => byPersonId ?? []),
  )
  return Promise.all(
    runs.map(async (run) => {
      const { id, status, fileName, validFrom, byPersonId, createdAt, committedAt } = run
      const byName = byPersonId === null ? null : (people.get(byPersonId) ?? null)
      const head = { id, status, fileName, validFrom, byName, createdAt, committedAt }
      if (status === 'committed')
        return { ...head, preview: null, summary: run.content as ImportSummary as ImportAnswer['summary'] }
      return {
        ...head,
        preview: await answeredPreview(db, run.content as ImportPreview, language),
        summary: null,
      }
    }),
  )
}

export async function answeredImport(db: Db, run: ImportView, language: Language): Promise<ImportAnswer> {
  const [answer] = await answeredImports(db, [run], language)
  if (answer === undefined) throw new Error('an import was not answered')
  return answer
}

/** The file as a whole cannot be read. */
export function unreadable(error: DirectoryFileError, language: Language): Problem {
  return wrongInput([
    {
      place: error.detail.line === undefined ? 'file' : `file.line ${error.detail.line}`,
      value: error.detail.value ?? null,
      expected: error.code,
      sentence: fileErrorText(error, language),
    },
  ])
}

export function importRefused(code: ImportRefusal): Problem {
  const sentences = { da: importRefusalText(code, 'da'), en: importRefusalText(code, 'en') }
  return code === 'import-unknown' ? new Problem(410, code, sentences) : refused(code, sentences)
}

async function answeredPreview(
  db: Db,
  preview: ImportPreview,
  language: Language,
): Promise<NonNullable<ImportAnswer['preview']>> {
  const told = (problem: RowProblem<RowProblemCode | WarningCode>) => ({
    line: problem.line,
    field: problem.field,
    column: problem.field && fieldName(problem.field, language),
    code: problem.code,
    value: problem.value,
    sentence: problemText(problem, language),
    reason: problemReason(problem, language),
  })
  const remarks = {
    bad: preview.bad.map((row) => ({ ...row, problems: row.problems.map(told) })),
    warnings: preview.warnings.map(told),
  }
  if (preview.kind === 'units') return { ...preview, ...remarks } as NonNullable<ImportAnswer['preview']>
  const withColumns = ({ edits, ...of }: PreviewEdit) => ({
    ...of,
    edits: edits.map((edit) => ({ ...edit, column: fieldName(edit.field, language) })),
  })
  const answer: object = {
    ...preview,
    ...remarks,
    contacts: preview.contacts.map(withColumns),
    employments: preview.employments.map(withColumns),
    names: await namesIn(db, preview),
  }
  return answer as NonNullable<ImportAnswer['preview']>
}

/** Names of the leaders and units that a preview tells of by their numbers. */
async function namesIn(db: Db, preview: ImportPreview & { kind: 'people' }) {
  const { joiners, leaderChanges } = preview
  const leaders = [
    ...joiners.flatMap(({ leader, secondTo }) => [leader, secondTo]),
    ...leaderChanges.flatMap(({ from, to }) => [from, to]),
  ]
  const stored = await namesByNumber(db, [...new Set(leaders.flatMap((number) => number ?? []))])
  const units = await readUnits(db)
  return {
    employees: Object.fromEntries([...joiners.map(({ number, name }) => [number, name] as const), ...stored]),
    units: Object.fromEntries(units.map(({ number, name }) => [number, name])),
  }
}
