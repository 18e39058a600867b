import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Decided } from '../../directory/diff-people.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { spanOn } from '../../domain/people/directory.ts'
import { day } from '../../domain/calendar/day.ts'
import { afterImports, applyPeople, decide, unitsInARow } from '../support/apply-people.ts'
import type { Column, Entry } from '../support/people-files.ts'
import { peopleCsv } from '../support/people-files.ts'

const START = { today: '2026-11-02' }
/** Carl leads Ben, Ben leads Anna. */
const CARL = { Medarbejdernr: '3' }
const BEN = { Medarbejdernr: '2', 'Leders medarbejdernr': '3' }
const ANNA = { Medarbejdernr: '1', 'Leders medarbejdernr': '2' }
const STAFF = [ANNA, BEN, CARL]

let before: Directory
beforeEach(async () => {
  before = await afterImports(unitsInARow('10', '11', '12'), [peopleCsv(STAFF), START])
})

/** What a file with only this row means on a day. */
function row(entry: Entry, today = '2026-11-10', directory = before): Promise<Decided> {
  return decide(peopleCsv([entry]), directory, { today })
}

async function imported(entry: Entry, today = '2026-11-10', directory = before): Promise<Directory> {
  return applyPeople(directory, (await row(entry, today, directory)).changes)
}

function leaderOn(directory: Directory, number: string, on: string): string | null {
  return spanOn(directory.employments.get(number)?.leaders ?? [], day(on))?.target ?? null
}

function facts({ changes }: Decided): string[] {
  return changes.facts.map(({ kind, effectiveOn, data }) => {
    const days = Object.entries(data).filter(([key]) => !key.endsWith('Id'))
    return [effectiveOn, kind, ...days.map(([key, value]) => `${key}=${value}`)].join(' ')
  })
}

describe('A new leader', () => {
  test('takes over on the import’s "valid from", the next day unless HR says otherwise', async () => {
    const next = await row({ ...ANNA, 'Leders medarbejdernr': '3' })
    expect(next.preview.leaderChanges).toMatchObject([{ number: '1', from: '2', to: '3', on: '2026-11-11' }])
    expect(facts(next)).toEqual(['2026-11-11 leader-changed'])
    const later = await decide(peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '3' }]), before, {
      today: '2026-11-10',
      validFrom: '2027-01-01',
    })
    const directory = applyPeople(before, later.changes)
    expect(leaderOn(directory, '1', '2026-12-31')).toBe('2')
    expect(leaderOn(directory, '1', '2027-01-01')).toBe('3')
  })

  test('never takes over before the first day, even when named by a row above the leader’s own', async () => {
    const joiner = { Medarbejdernr: '4', 'Ansat fra': '15.01.2027' }
    for (const entries of [
      [{ ...ANNA, 'Leders medarbejdernr': '4' }, joiner],
      [joiner, { ...ANNA, 'Leders medarbejdernr': '4' }],
    ]) {
      const decided = await decide(peopleCsv(entries), before, { today: '2026-11-10' })
      const directory = applyPeople(before, decided.changes)
      expect(leaderOn(directory, '1', '2027-01-14')).toBe('2')
      expect(leaderOn(directory, '1', '2027-01-15')).toBe('4')
      expect(facts(decided)).toContain('2027-01-15 leader-changed')
    }
  })

  test('takes over on another day when the first day is moved, also from those not in the file', async () => {
    const joiner = { Medarbejdernr: '4', 'Ansat fra': '15.01.2027' }
    const planned = await afterImports(before, [
      peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '4' }, joiner]),
      START,
    ])
    for (const [from, begins] of [
      ['01.02.2027', '2027-02-01'],
      ['01.01.2027', '2027-01-01'],
    ] as const) {
      const decided = await row({ ...joiner, 'Ansat fra': from }, '2026-11-10', planned)
      const directory = applyPeople(planned, decided.changes)
      expect(directory.employments.get('1')?.leaders).toEqual([
        { target: '2', from: '2015-08-01', to: begins === '2027-02-01' ? '2027-01-31' : '2026-12-31' },
        { target: '4', from: begins, to: null },
      ])
      expect(facts(decided)).toEqual(
        expect.arrayContaining([
          `${begins} leader-changed`,
          '2026-11-10 leader-change-withdrawn on=2027-01-15',
        ]),
      )
    }
  })

  test('who was planned and is no longer named does not come, and HR sees that', async () => {
    const planned = await afterImports(before, [
      peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '3' }]),
      { ...START, validFrom: '2027-01-01' },
    ])
    const decided = await row(ANNA, '2026-11-10', planned)
    expect(decided.preview.leaderChanges).toEqual([
      { number: '1', name: 'Anna Holm', from: '2', to: '2', on: '2026-11-11', withdrawn: ['2027-01-01'] },
    ])
    expect(facts(decided)).toEqual(['2026-11-10 leader-change-withdrawn on=2027-01-01'])
    expect(leaderOn(applyPeople(planned, decided.changes), '1', '2027-06-01')).toBe('2')
  })

  test('may be corrected twice on one day without a trace of the mistake', async () => {
    const wrong = await imported({ ...ANNA, 'Leders medarbejdernr': '3' })
    const right = applyPeople(wrong, (await row(ANNA, '2026-11-10', wrong)).changes)
    expect(right.employments.get('1')?.leaders).toEqual(before.employments.get('1')?.leaders)
  })

  test('who has left when the line begins is a warning', async () => {
    const directory = await imported({ ...CARL, Fratrådt: '31.12.2026' })
    const decided = await row({ ...ANNA, 'Leders medarbejdernr': '3' }, '2027-01-05', directory)
    expect(decided.preview.warnings).toMatchObject([
      { code: 'leader-has-left', line: 2, value: '3', other: '2026-12-31' },
    ])
  })

  test('who would come after the last day is neither shown nor told', async () => {
    const decided = await decide(
      peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '3', Fratrådt: '15.11.2026' }]),
      before,
      { today: '2026-11-10', validFrom: '2026-11-16' },
    )
    expect(decided.preview.leaderChanges).toEqual([])
    expect(facts(decided)).toEqual(['2026-11-16 leaves lastDay=2026-11-15'])
  })

  test('none: a blank cell ends the line, a missing column says nothing', async () => {
    const blank = await row({ ...ANNA, 'Leders medarbejdernr': '' })
    expect(blank.preview.leaderChanges).toMatchObject([{ from: '2', to: null, on: '2026-11-11' }])
    expect(leaderOn(applyPeople(before, blank.changes), '1', '2026-11-11')).toBeNull()
    const silent = await decide(peopleCsv([ANNA], ['Leders medarbejdernr']), before, START)
    expect(silent.preview.unchanged).toBe(1)
  })

  test('whose own row is bad leaves the present leader in place', async () => {
    const newLeader = { Medarbejdernr: '4', 'E-mail': 'nobody' }
    const decided = await decide(
      peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '4' }, newLeader]),
      before,
      START,
    )
    expect(decided.preview.bad.map(({ number }) => number)).toEqual(['4'])
    expect(decided.preview.warnings).toMatchObject([{ code: 'leader-left-out', line: 2, value: '4' }])
    expect(decided.changes.lines).toEqual([])
  })

  test('is never who imports, nor whom they act for: the row is used, its leader stays, and a colleague in HR is named as the way', async () => {
    const carl = before.employments.get('3')?.person
    if (carl === undefined) throw new Error('no Carl')
    const wish = { ...ANNA, 'Leders medarbejdernr': '3', Stilling: 'Afdelingsleder' }
    const joiner = { Medarbejdernr: '5', 'Leders medarbejdernr': '3' }
    const by = (personId: string, directory = before, actsFor: string[] = []) =>
      decide(peopleCsv([wish, BEN, joiner]), directory, {
        today: '2026-11-10',
        by: { personId, actsFor: new Set(actsFor) },
      })
    const decided = await by(carl)
    expect(decided.preview.warnings).toMatchObject([
      { code: 'leader-names-itself', line: 2, value: '3' },
      { code: 'leader-names-itself', line: 4, value: '3' },
    ])
    expect(decided.preview.leaderChanges).toEqual([])
    expect(decided.changes.lines).toEqual([])
    expect(decided.changes.employments.changed).toMatchObject([{ number: '1', title: 'Afdelingsleder' }])
    const byAnother = await by(before.employments.get('1')?.person ?? '')
    expect(byAnother.preview.warnings).toEqual([])
    const after = applyPeople(before, byAnother.changes)
    expect([leaderOn(after, '1', '2026-11-11'), leaderOn(after, '2', '2026-11-11')]).toEqual(['3', '3'])
    // Whom they lead already is no news.
    expect((await by(carl, after)).preview.warnings).toEqual([])
    const deputy = await by('the deputy', before, [before.employments.get('3')?.id ?? ''])
    expect(deputy.preview.warnings).toEqual(decided.preview.warnings)
    expect(deputy.changes.lines).toEqual([])
  })

  test('of a joiner who comes before the leader takes over on the leader’s first day', async () => {
    const head = { Medarbejdernr: '4', 'Ansat fra': '15.01.2027' }
    const joiner = { Medarbejdernr: '5', 'Ansat fra': '01.12.2026', 'Leders medarbejdernr': '4' }
    const decided = await decide(peopleCsv([joiner, head]), before, { today: '2026-11-10' })
    const directory = applyPeople(before, decided.changes)
    expect(directory.employments.get('5')?.leaders).toEqual([{ target: '4', from: '2027-01-15', to: null }])
    expect(facts(decided)).toEqual([
      '2026-12-01 joined employedFrom=2026-12-01',
      '2027-01-15 leader-changed',
      '2027-01-15 joined employedFrom=2027-01-15',
    ])
  })
})

describe('A move to another unit', () => {
  test('takes effect on "valid from", or on the first day of somebody who has not begun', async () => {
    const decided = await row({ ...ANNA, Enhedsnr: '12' })
    expect(decided.preview.unitMoves).toMatchObject([{ number: '1', from: '10', to: '12', on: '2026-11-11' }])
    expect(facts(decided)).toEqual(['2026-11-11 unit-changed'])
    const future = { Medarbejdernr: '4', 'Ansat fra': '01.02.2027' }
    const planned = await imported(future)
    const moved = await imported({ ...future, Enhedsnr: '11' }, '2026-11-10', planned)
    expect(moved.employments.get('4')?.units).toEqual([{ target: '11', from: '2027-02-01', to: null }])
  })

  test('planned and then gone from the file is withdrawn', async () => {
    const planned = await afterImports(before, [
      peopleCsv([{ ...ANNA, Enhedsnr: '12' }]),
      { ...START, validFrom: '2027-01-01' },
    ])
    const decided = await row(ANNA, '2026-11-10', planned)
    expect(facts(decided)).toEqual(['2026-11-10 unit-change-withdrawn on=2027-01-01'])
    expect(applyPeople(planned, decided.changes).employments.get('1')?.units).toEqual(
      before.employments.get('1')?.units,
    )
  })
})

describe('A last day', () => {
  test('makes a leaver from the day after it', async () => {
    const decided = await row({ ...ANNA, Fratrådt: '31.12.2026' })
    expect(decided.preview.leavers).toEqual([
      { number: '1', name: 'Anna Holm', lastDay: '2026-12-31', before: null },
    ])
    expect(facts(decided)).toEqual(['2027-01-01 leaves lastDay=2026-12-31'])
  })

  test('that is taken back before it came is a withdrawn resignation', async () => {
    const directory = await imported({ ...ANNA, Fratrådt: '31.12.2026' })
    const decided = await row(ANNA, '2026-12-01', directory)
    expect(decided.preview.returns).toMatchObject([
      { number: '1', kind: 'withdrawn', lastDayBefore: '2026-12-31', lastDay: null },
    ])
    expect(facts(decided)).toEqual(['2026-12-01 leaving-withdrawn'])
  })

  test('that has passed and is taken back means that the person is back, with a new first day', async () => {
    const directory = await imported({ ...ANNA, Fratrådt: '31.12.2026' })
    const decided = await row({ ...ANNA, 'Ansat fra': '01.05.2027' }, '2027-04-01', directory)
    expect(decided.preview.returns).toMatchObject([
      { number: '1', kind: 'back', lastDayBefore: '2026-12-31' },
    ])
    expect(facts(decided)).toEqual([
      '2027-04-01 employment-changed employedFrom=2027-05-01',
      '2027-05-01 leaving-withdrawn',
    ])
  })

  test('before today of somebody who is not known changes nothing: they may have been erased', async () => {
    const { preview, changes } = await row({ Medarbejdernr: '9', Fratrådt: '31.10.2026' })
    expect(preview).toMatchObject({ joiners: [], leavers: [], bad: [], unchanged: 1 })
    expect([changes.people.added, changes.employments.added, changes.facts]).toEqual([[], [], []])
  })

  test('before today of an unknown leader whom a row still names lets them in, to be replaced', async () => {
    const gone = { Medarbejdernr: '9', Fratrådt: '31.10.2026' }
    const decided = await decide(peopleCsv([{ ...ANNA, 'Leders medarbejdernr': '9' }, gone]), before, {
      today: '2026-11-10',
    })
    expect(decided.preview.joiners).toMatchObject([{ number: '9' }])
    expect(decided.preview.bad).toEqual([])
  })

  test('moved to another day is told with both days', async () => {
    const directory = await imported({ ...ANNA, Fratrådt: '31.12.2026' })
    const decided = await row({ ...ANNA, Fratrådt: '31.01.2027' }, '2026-12-01', directory)
    expect(decided.preview.leavers).toMatchObject([{ lastDay: '2027-01-31', before: '2026-12-31' }])
    expect(facts(decided)).toEqual(['2027-02-01 leaves lastDay=2027-01-31'])
  })
})

describe('A leave', () => {
  const onLeave = (from: string, to: string) => ({ ...ANNA, 'Orlov fra': from, 'Orlov til': to })

  test('that is new, longer, shorter or moved is one and the same leave', async () => {
    let directory = await imported(onLeave('01.12.2026', '28.02.2027'))
    const id = directory.employments.get('1')?.leaves[0]?.id
    for (const [from, to] of [
      ['01.12.2026', '31.03.2027'],
      ['01.12.2026', ''],
      ['15.12.2026', '31.01.2027'],
    ] as const) {
      const decided = await row(onLeave(from, to), '2026-11-10', directory)
      expect(decided.preview.leaves).toMatchObject([{ number: '1', change: 'changed' }])
      directory = applyPeople(directory, decided.changes)
      expect(directory.employments.get('1')?.leaves).toHaveLength(1)
      expect(directory.employments.get('1')?.leaves[0]?.id).toBe(id)
    }
  })

  test('that the file no longer has ends on the day before "valid from" when it runs', async () => {
    const directory = await imported(onLeave('01.11.2026', ''))
    const decided = await row(ANNA, '2027-01-10', directory)
    expect(decided.preview.leaves).toEqual([
      {
        number: '1',
        name: 'Anna Holm',
        change: 'ended',
        from: '2026-11-01',
        to: '2027-01-10',
        before: { from: '2026-11-01', to: null },
      },
    ])
    expect(facts(decided)).toEqual(['2026-11-01 leave-set from=2026-11-01 to=2027-01-10'])
  })

  test('that the file no longer has is removed when it has not begun', async () => {
    const directory = await imported(onLeave('01.03.2027', '31.03.2027'))
    const decided = await row(ANNA, '2027-01-10', directory)
    expect(decided.preview.leaves).toMatchObject([{ change: 'removed', from: '2027-03-01' }])
    expect(facts(decided)).toEqual(['2027-01-10 leave-removed'])
    expect(applyPeople(directory, decided.changes).employments.get('1')?.leaves).toEqual([])
  })

  test('that is over stays as it was, whether the file keeps it or not, and another one is new', async () => {
    const entry = onLeave('01.11.2026', '30.11.2026')
    const directory = await imported(entry)
    for (const later of [ANNA, entry]) {
      expect((await row(later, '2027-01-10', directory)).preview.unchanged).toBe(1)
    }
    const second = await imported(onLeave('01.02.2027', ''), '2027-01-10', directory)
    expect(second.employments.get('1')?.leaves).toMatchObject([
      { from: '2026-11-01', to: '2026-11-30' },
      { from: '2027-02-01', to: null },
    ])
  })
})

describe('Names, addresses, hours and titles', () => {
  test('are compared as values: case, blanks, decimal forms and date forms change nothing', async () => {
    const same = {
      ...ANNA,
      Fornavn: ' Anna ',
      'E-mail': 'ANNA.HOLM@by.example',
      'Timer pr. uge': '37',
      Fødselsdato: '1980-03-12',
      'Ansat fra': '1-8-2015',
    }
    expect((await row(same)).preview.unchanged).toBe(1)
  })

  test('that change are shown field by field, and eligibility is tested again when hours change', async () => {
    const decided = await row({
      ...ANNA,
      Efternavn: 'Holm Bæk',
      Mobil: '12 34 56 78',
      'Timer pr. uge': '14,5',
    })
    expect(decided.preview.contacts).toEqual([
      {
        number: '1',
        name: 'Anna Holm Bæk',
        edits: [
          { field: 'familyName', before: 'Holm', after: 'Holm Bæk' },
          { field: 'phone', before: '', after: '12 34 56 78' },
        ],
      },
    ])
    expect(decided.preview.employments).toMatchObject([
      { edits: [{ field: 'hoursPerWeek', before: '37', after: '14.5' }] },
    ])
    expect(facts(decided)).toEqual(['2026-11-10 employment-changed employedFrom=2015-08-01'])
  })

  test('without a column in the file stay as they are; with a blank cell they go', async () => {
    const columns: Column[] = ['E-mail', 'Stilling', 'Timer pr. uge', 'Fødselsdato', 'Orlov fra', 'Fratrådt']
    expect((await decide(peopleCsv([ANNA], columns), before, START)).preview.unchanged).toBe(1)
    const blank = await row({ ...ANNA, 'E-mail': '', Stilling: '', 'Timer pr. uge': '' })
    expect(blank.preview.contacts[0]?.edits).toEqual([
      { field: 'email', before: 'anna.holm@by.example', after: '' },
    ])
    expect(blank.preview.employments[0]?.edits.map(({ field }) => field)).toEqual(['title', 'hoursPerWeek'])
    expect(blank.preview.warnings).toMatchObject([{ code: 'no-mail', other: '1' }])
  })

  test('of one person with two employments come from the lower number that goes on, and HR hears of a difference', async () => {
    const second = {
      ...ANNA,
      Medarbejdernr: '9',
      Fornavn: 'Anna',
      Efternavn: 'Holm',
      'E-mail': 'anna.holm@by.example',
    }
    const directory = await imported(second)
    const rows = [ANNA, { ...second, 'E-mail': 'anna@new.example' }]
    const kept = await decide(peopleCsv(rows), directory, START)
    expect(kept.preview.contacts).toEqual([])
    expect(kept.preview.warnings).toMatchObject([{ code: 'person-differs', line: 3, other: '1' }])
    const left = [{ ...ANNA, Fratrådt: '31.10.2026' }, rows[1] ?? {}]
    const moved = await decide(peopleCsv(left), directory, START)
    expect(moved.preview.contacts).toMatchObject([{ number: '9', edits: [{ after: 'anna@new.example' }] }])
  })
})

describe('Absence from a file', () => {
  test('means nothing', async () => {
    const { preview, changes } = await row(CARL)
    expect(preview).toMatchObject({ absent: [], leavers: [], unchanged: 1 })
    expect(changes.facts).toEqual([])
  })

  test('is listed when the file is complete for a unit and those below, and makes leavers of whom HR confirms', async () => {
    const directory = await afterImports(before, [
      peopleCsv([
        { Medarbejdernr: '4', Enhedsnr: '11' },
        { Medarbejdernr: '5', Enhedsnr: '12' },
        { Medarbejdernr: '6', Enhedsnr: '12', 'Ansat fra': '01.02.2027' },
        { Medarbejdernr: '7', Enhedsnr: '12', Fratrådt: '31.10.2026' },
        { Medarbejdernr: '8', Enhedsnr: '12' },
      ]),
      START,
    ])
    const file = peopleCsv([CARL, { Medarbejdernr: '8', Enhedsnr: '12', 'E-mail': 'bad' }])
    const { preview, changes } = await decide(file, directory, {
      today: '2026-11-10',
      completeFor: { unit: '11', leavers: ['5'] },
    })
    expect(preview.absent).toEqual([
      { number: '4', name: 'Nr 4 Test', unit: '11', lastDay: '2026-11-10', confirmed: false },
      { number: '5', name: 'Nr 5 Test', unit: '12', lastDay: '2026-11-10', confirmed: true },
    ])
    expect(preview.leavers).toEqual([{ number: '5', name: 'Nr 5 Test', lastDay: '2026-11-10', before: null }])
    expect(changes.employments.changed).toMatchObject([{ number: '5', lastDay: '2026-11-10' }])
    expect(preview.unchanged).toBe(1)
  })
})

test('An import cannot be valid from a day that is over', async () => {
  await expect(
    decide(peopleCsv([ANNA]), before, { today: '2026-11-10', validFrom: '2026-11-09' }),
  ).rejects.toThrow("validFrom is '2026-11-09': expected 2026-11-10 or later")
})
