import type { ImportView } from '../db/imports.ts'
import type { ImportPreview, ImportSummary } from '../directory/decide-import.ts'
import type { DirectoryFileError } from '../directory/file-error.ts'
import type { Problem as RowProblem, RowProblemCode, WarningCode } from '../directory/problems.ts'
import { fileErrorText, importRefusalText, problemText } from '../directory/texts.ts'
import type { Language } from '../domain/language.ts'
import type { ImportRefusal } from '../domain/people/import.ts'
import type { ImportAnswer } from './import-schemas.ts'
import { Problem, refused, wrongInput } from './problem.ts'

/** An import as the api answers it, each remark with its sentence. */
export function answeredImport(run: ImportView, language: Language): ImportAnswer {
  const { id, status, fileName, validFrom, createdAt, committedAt } = run
  const head = { id, status, fileName, validFrom, createdAt, committedAt }
  if (status === 'committed')
    return { ...head, preview: null, summary: run.content as ImportSummary as ImportAnswer['summary'] }
  return { ...head, preview: withSentences(run.content as ImportPreview, language), summary: null }
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

function withSentences(preview: ImportPreview, language: Language): NonNullable<ImportAnswer['preview']> {
  const told = (problem: RowProblem<RowProblemCode | WarningCode>) => ({
    line: problem.line,
    field: problem.field,
    code: problem.code,
    value: problem.value,
    sentence: problemText(problem, language),
  })
  const remarks = {
    bad: preview.bad.map((row) => ({ ...row, problems: row.problems.map(told) })),
    warnings: preview.warnings.map(told),
  }
  return { ...preview, ...remarks } as NonNullable<ImportAnswer['preview']>
}
