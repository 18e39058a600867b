import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import type { PeoplePreviewView, ShownEdit } from '../../web/import-view.ts'
import { importPage } from '../../web/pages/import.tsx'
import { frameOn } from '../support/frame.ts'

const preview: PeoplePreviewView = {
  kind: 'people',
  names: { employees: {}, units: {} },
  completeFor: null,
  joiners: [],
  leavers: [],
  returns: [],
  leaderChanges: [],
  unitMoves: [],
  leaves: [],
  contacts: [],
  employments: [],
  absent: [],
  bad: [],
  warnings: [],
  unchanged: 312,
}
const run = {
  id: 'import',
  fileName: 'januar.csv',
  validFrom: day('2027-02-16'),
  byName: null,
  createdAt: 0,
  committedAt: null,
}
const edited = (number: string, field: string): ShownEdit => ({
  number,
  name: `Nr ${number}`,
  edits: [{ field, column: field, before: 'før', after: 'efter' }],
})
const shown = (contacts: readonly ShownEdit[]) =>
  importPage(frameOn('2027-02-15'), { run, preview: { ...preview, contacts }, units: [], list: null })

describe('Before a people file is put to use', () => {
  test('HR is told how many get another mail address, and for how long they cannot sign in by it', () => {
    const few = shown([edited('1', 'email'), edited('2', 'phone'), edited('3', 'email')])
    expect(few).toContain('2 mailadresser bliver ændret')
    expect(few).toContain('de første 3 dage')
    expect(shown([edited('1', 'email')])).toContain('Én mailadresse bliver ændret')
    expect(shown([edited('2', 'phone')])).not.toContain('bliver ændret')
  })
})
