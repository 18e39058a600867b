import { namingLeaders } from '../db/deputies.ts'
import { enterByHand } from '../db/hand-entries.ts'
import { decidePeople } from '../directory/diff-people.ts'
import type { PeopleFile } from '../directory/people-file.ts'
import type { BadRow } from '../directory/problems.ts'
import { problemText } from '../directory/texts.ts'
import type { Day } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Directory } from '../domain/people/directory.ts'
import { wrongInput } from './problem.ts'
import { tellRunningRounds } from './reactions.ts'
import type { SignedInRequest } from './request.ts'

/**
 * Writes a row that HR enters by hand as an import of one line, effective on a day; running rounds react at once.
 * Throws a 422 with the sentences that a file's bad row would get.
 */
export async function enterRow(
  request: SignedInRequest,
  validFrom: Day,
  row: (directory: Directory) => PeopleFile,
): Promise<void> {
  const { db, today, now, cause, person } = request
  let made = 0
  const newId = () => derivedId('entered', cause.decisionId, made++)
  const by = await namingLeaders(db, person.personId, today)
  const refused = await enterByHand<readonly BadRow[]>(db, { today, at: now }, (directory) => {
    const options = { today, validFrom, by, newId }
    const { preview, changes } = decidePeople(row(directory), directory, options)
    return preview.bad.length > 0 ? { refused: preview.bad } : { changes }
  })
  if (refused !== null) throw badRow(request, refused.refused)
  await tellRunningRounds(request, `entered-${derivedId('morning', cause.decisionId)}`)
}

function badRow({ language }: SignedInRequest, bad: readonly BadRow[]) {
  const problems = bad.flatMap((row) => row.problems)
  return wrongInput(
    problems.map((problem) => ({
      place: `body.${problem.field ?? 'row'}`,
      value: problem.value,
      expected: problem.code,
      // The line of a file means nothing here.
      sentence: problemText(problem, language).replace(/^\w+ \d+(, |: )/, ''),
    })),
  )
}
