import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Directory } from '../../domain/people/directory.ts'
import type { Day } from '../../domain/calendar/day.ts'
import { addDays, day, laterOf } from '../../domain/calendar/day.ts'
import { applyPeople, decide, unitsInARow } from '../support/apply-people.ts'
import type { Entry } from '../support/people-files.ts'
import { peopleCsv } from '../support/people-files.ts'

const START = day('2026-11-02')
const UNITS = unitsInARow('10', '11', '12')

const date = fc.integer({ min: -40, max: 120 }).map((days) => addDays(START, days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: '', freq: 2 })

/** Six employees; nobody leads anybody with a lower number, so that there is no circle. */
const entry = (number: number): fc.Arbitrary<Entry> =>
  fc.record({
    Medarbejdernr: fc.constant(String(number)),
    Enhedsnr: fc.constantFrom('10', '11', '12'),
    'Leders medarbejdernr': maybe(
      fc.integer({ min: number + 1, max: 7 }).map((leader) => (leader > 6 ? '' : String(leader))),
    ),
    'Ansat fra': fc.oneof(fc.constant('2015-08-01'), date),
    Fratrådt: maybe(fc.integer({ min: 0, max: 200 }).map((days) => addDays(START, days))),
    Stilling: fc.constantFrom('Lærer', 'Pædagog'),
    'Timer pr. uge': fc.constantFrom('37,0', '37', '20'),
    'Orlov fra': maybe(date),
  })

const everybody = fc.tuple(...[1, 2, 3, 4, 5, 6].map(entry))
const file = fc
  .tuple(everybody, fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }))
  .map(([entries, chosen]) => chosen.map((index) => entries[index] ?? {}))

/** Files that come some days apart, each valid from some days after it comes. */
const imports = fc.array(
  fc.record({
    entries: file,
    waits: fc.integer({ min: 0, max: 30 }),
    ahead: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
)

type Import = { entries: Entry[]; waits: number; ahead: number }

/** Runs the imports, each with everybody whom the first did not name yet, and looks after each one. */
async function run(
  list: readonly Import[],
  look: (directory: Directory, entries: Entry[], today: Day, validFrom: Day) => Promise<void> | void,
): Promise<void> {
  let directory = applyPeople(UNITS, (await decide(peopleCsv(ALL), UNITS, { today: START })).changes)
  let today = START
  for (const { entries, waits, ahead } of list) {
    today = addDays(today, waits)
    const validFrom = addDays(today, ahead)
    const decided = await decide(peopleCsv(entries), directory, { today, validFrom })
    directory = applyPeople(directory, decided.changes)
    await look(directory, entries, today, validFrom)
  }
}

const ALL: Entry[] = [1, 2, 3, 4, 5, 6].map((number) => ({ Medarbejdernr: String(number) }))

test('A file that comes again changes nothing, in any order of its rows, on any later day', async () => {
  await fc.assert(
    fc.asyncProperty(
      imports,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      async (list, wait, ahead) => {
        await run(list, async (directory, entries, importedOn, before) => {
          const today = addDays(importedOn, wait)
          const again = await decide(peopleCsv(entries.toReversed()), directory, {
            today,
            validFrom: addDays(laterOf(today, before), ahead),
          })
          const named = (number: string) => entries.some(({ Medarbejdernr }) => Medarbejdernr === number)
          const gone = again.preview.bad.map(({ number }) => number ?? '').filter(named)
          expect({ ...again.preview, warnings: [], bad: [] }).toMatchObject({
            unchanged: entries.length - gone.length,
          })
          expect(again.changes.facts).toEqual([])
        })
      },
    ),
    { numRuns: 300 },
  )
})

test('Nobody has two leaders or two units on one day, and nobody leads before their own first day', async () => {
  await fc.assert(
    fc.asyncProperty(imports, async (list) => {
      await run(list, (directory, entries, today, validFrom) => {
        for (const employment of directory.employments.values()) {
          for (const spans of [employment.leaders, employment.units]) {
            for (const [index, { from, to }] of spans.entries()) {
              const next = spans[index + 1]
              expect(to === null || to >= from).toBe(true)
              if (next !== undefined) expect(to !== null && to < next.from).toBe(true)
            }
          }
          const line = employment.leaders.at(-1)
          const leader = directory.employments.get(line?.target ?? '')
          const isEmployed = employment.lastDay === null || employment.lastDay >= today
          const isNamed = entries.some(({ Medarbejdernr }) => Medarbejdernr === leader?.number)
          if (line === undefined || line.to !== null || line.from <= validFrom) continue
          if (leader !== undefined && isEmployed && isNamed) {
            expect(line.from >= leader.employedFrom).toBe(true)
          }
        }
      })
    }),
    { numRuns: 300 },
  )
})
