import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Decided } from '../../directory/diff-people.ts'
import { problemText } from '../../directory/texts.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { afterImports, decide, sampleUnits } from '../support/apply-people.ts'
import { sampleFile } from '../support/people-files.ts'

const NOVEMBER = sampleFile('people-2026-11.csv')
const JANUARY = sampleFile('people-2027-01.csv')
const FIRST_OF_NOVEMBER = { today: '2026-11-02' }
const FOURTH_OF_JANUARY = { today: '2027-01-04' }

let units: Directory
let november: Directory
beforeAll(async () => {
  units = await sampleUnits()
  november = await afterImports(units, [NOVEMBER, FIRST_OF_NOVEMBER])
})

describe('The first file of the sample organisation', () => {
  test('brings 315 employments of 314 people into 29 units, without a bad row', async () => {
    const { preview, changes } = await decide(NOVEMBER, units, FIRST_OF_NOVEMBER)
    expect(preview.bad).toEqual([])
    expect(units.units.size).toBe(29)
    expect(preview.joiners).toHaveLength(315)
    expect(changes.people.added).toHaveLength(314)
    expect(preview.unchanged).toBe(0)
  })

  test('has its letters, dates, hours and addresses read as they are meant', () => {
    expect(november.employments.get('41003')).toMatchObject({
      title: 'HR-chef',
      employedFrom: '2007-08-01',
      lastDay: null,
      hoursPerWeek: 37,
      units: [{ target: '5010', from: '2007-08-01', to: null }],
    })
    const names = [...november.people.values()].map(
      ({ givenName, familyName }) => `${givenName} ${familyName}`,
    )
    expect(names).toEqual(
      expect.arrayContaining(['Trine Christiansen', 'Åse Bæk Søndergaard', 'Birthe Østergård']),
    )
    expect(november.people.get(november.employments.get('42509')?.person ?? '')).toMatchObject({
      email: 'birthe.kjaer@solbakke.example',
      birthDate: '1975-08-22',
    })
  })

  test('holds one person with two employments, each with its own unit and leader', async () => {
    const [first, second] = ['42352', '42543'].map((number) => november.employments.get(number))
    expect(first?.person).toBe(second?.person)
    expect([first, second].map((employment) => employment?.units.at(-1)?.target)).toEqual(['5330-1', '5110'])
    expect([first, second].map((employment) => employment?.leaders.at(-1)?.target)).toEqual([
      '42337',
      '41050',
    ])
    const { preview } = await decide(NOVEMBER, units, FIRST_OF_NOVEMBER)
    expect(preview.joiners.filter(({ secondTo }) => secondTo !== null).map(({ number }) => number)).toEqual([
      '42352',
      '42543',
    ])
  })

  test('tells HR of the two who have no mail address, and of nothing else', async () => {
    const { preview } = await decide(NOVEMBER, units, FIRST_OF_NOVEMBER)
    expect(preview.warnings.map((warning) => problemText(warning, 'da'))).toEqual([
      'Linje 167, E-mail: Medarbejder 41848 har ingen mailadresse. Lederen får vedkommendes breve til udskrift.',
      'Linje 269, E-mail: Medarbejder 42331 har ingen mailadresse. Lederen får vedkommendes breve til udskrift.',
    ])
  })

  test('has its leaves stored with their days, and no word about why', () => {
    const leaves = [...november.employments.values()].flatMap(({ number, leaves: list }) =>
      list.map(({ from, to }) => [number, from, to]),
    )
    expect(leaves).toEqual([
      ['41287', '2026-12-01', '2027-02-28'],
      ['41334', '2026-10-01', '2027-06-30'],
      ['41411', '2027-02-01', '2027-03-15'],
      ['41882', '2027-01-15', null],
      ['42079', '2026-11-01', null],
      ['42195', '2027-03-01', '2027-12-31'],
      ['42387', '2026-08-01', '2027-01-31'],
    ])
    expect(JSON.stringify([...november.employments, ...november.people])).not.toMatch(
      /barsel|sygdom|forældre/i,
    )
  })

  test('changes nothing when it comes again, the same day, the next week or with another "valid from"', async () => {
    for (const again of [
      FIRST_OF_NOVEMBER,
      { today: '2026-11-09' },
      { today: '2026-11-02', validFrom: '2026-12-24' },
    ]) {
      const { preview, changes } = await decide(NOVEMBER, november, again)
      expect(preview.unchanged).toBe(315)
      expect(sizes(changes)).toEqual({
        people: 0,
        employments: 0,
        lines: 0,
        memberships: 0,
        leaves: 0,
        facts: 0,
      })
    }
  })
})

describe('The file of January after that of November', () => {
  let decided: Decided
  beforeAll(async () => {
    decided = await decide(JANUARY, november, FOURTH_OF_JANUARY)
  })

  test('brings exactly its five joiners', () => {
    expect(decided.preview.joiners).toEqual([
      joiner('42546', 'Mads Christiansen', '5210-1', '41474', '2027-01-15'),
      joiner('42551', 'Niels Pedersen', '5210-2', '41569', '2027-01-01'),
      joiner('42559', 'Birthe Mortensen', '5210-2', '41569', '2027-01-15'),
      joiner('42568', 'Hanne Nowak', '5210-2', '41569', '2027-01-01'),
      joiner('42573', 'Fatma Olsen', '5210-2', '41569', '2027-01-15'),
    ])
  })

  test('names exactly its six leavers, but not the one whose last day was known', () => {
    expect(decided.preview.leavers).toEqual([
      { number: '41478', name: 'Åse Christensen', lastDay: '2027-01-31', before: null },
      { number: '41524', name: 'Åse Larsen Jørgensen', lastDay: '2027-01-15', before: null },
      { number: '41563', name: 'Mohammed Christiansen', lastDay: '2027-01-15', before: null },
      { number: '41872', name: 'Zahra Petersen', lastDay: '2027-01-15', before: null },
      { number: '41905', name: 'Amina Poulsen', lastDay: '2027-01-15', before: null },
      { number: '42321', name: 'Hans Madsen', lastDay: '2027-01-15', before: null },
    ])
  })

  test('gives the team to its new head on that head’s first day, and the movers to theirs on the next day', () => {
    const changes = decided.preview.leaderChanges.map(({ number, from, to, on }) => [number, from, to, on])
    const team =
      '41485 41494 41496 41499 41506 41510 41516 41524 41532 41539 41544 41547 41552 41561 41563 41565'
    expect(changes).toEqual([
      ['41216', '41141', '41569', '2027-01-05'],
      ['41331', '41305', '41569', '2027-01-05'],
      ...team.split(' ').map((number) => [number, '41478', '42546', '2027-01-15']),
      ['41668', '41649', '41569', '2027-01-05'],
    ])
  })

  test('moves exactly three people to another unit', () => {
    expect(decided.preview.unitMoves).toEqual([
      {
        number: '41216',
        name: 'Freja Møller',
        from: '5110-2',
        to: '5210-2',
        on: '2027-01-05',
        withdrawn: [],
      },
      {
        number: '41331',
        name: 'Kasper Hussain',
        from: '5120',
        to: '5210-2',
        on: '2027-01-05',
        withdrawn: [],
      },
      {
        number: '41668',
        name: 'Thuy Hansen Petersen',
        from: '5210-3',
        to: '5210-2',
        on: '2027-01-05',
        withdrawn: [],
      },
    ])
  })

  test('has exactly two new leaves, open at the end', () => {
    expect(decided.preview.leaves).toEqual([
      { number: '41911', name: "Hanne O'Brien", change: 'new', from: '2027-01-10', to: null, before: null },
      {
        number: '42179',
        name: 'Fatma Line Andersen',
        change: 'new',
        from: '2027-01-10',
        to: null,
        before: null,
      },
    ])
  })

  test('renames exactly one person, whose address follows', () => {
    expect(decided.preview.contacts).toEqual([
      {
        number: '42451',
        name: 'Thuy Lund Bæk',
        edits: [
          { field: 'familyName', before: 'Lund', after: 'Lund Bæk' },
          { field: 'email', before: 'thuy.lund@solbakke.example', after: 'thuy.baek9@solbakke.example' },
        ],
      },
    ])
  })

  test('changes nothing else', () => {
    expect(decided.preview).toMatchObject({
      returns: [],
      employments: [],
      absent: [],
      bad: [],
      unchanged: 289,
    })
    expect(sizes(decided.changes)).toEqual({
      people: 5 + 1,
      employments: 5 + 6,
      lines: 5 + 19,
      memberships: 5 + 3,
      leaves: 2,
      facts: 5 + 6 + 19 + 3 + 2,
    })
  })

  test('tells the talks what happened, each on its day', () => {
    const numberOf = new Map(
      [...november.employments.values(), ...decided.changes.employments.added].map(({ id, number }) => [
        id,
        number,
      ]),
    )
    const facts = decided.changes.facts.map(({ employmentId, kind, effectiveOn }) =>
      [numberOf.get(employmentId), kind, effectiveOn].join(' '),
    )
    expect(facts).toEqual(
      expect.arrayContaining([
        '42546 joined 2027-01-15',
        '41478 leaves 2027-02-01',
        '41485 leader-changed 2027-01-15',
        '41524 leaves 2027-01-16',
        '41524 leader-changed 2027-01-15',
        '41216 unit-changed 2027-01-05',
        '41216 leader-changed 2027-01-05',
        '41911 leave-set 2027-01-10',
      ]),
    )
  })

  test('changes nothing when it comes again', async () => {
    const january = await afterImports(november, [JANUARY, FOURTH_OF_JANUARY])
    for (const today of ['2027-01-04', '2027-01-14', '2027-01-15', '2027-02-15']) {
      const again = await decide(JANUARY, january, { today })
      expect(again.preview.unchanged).toBe(320)
      expect(sizes(again.changes)).toEqual({
        people: 0,
        employments: 0,
        lines: 0,
        memberships: 0,
        leaves: 0,
        facts: 0,
      })
    }
  })

  test('does not hand over those who have left before it takes effect', async () => {
    const late = await decide(JANUARY, november, { today: '2027-01-20' })
    const changed = late.preview.leaderChanges.map(({ number }) => number)
    expect(changed).toHaveLength(17)
    expect(changed).not.toContain('41524')
  })
})

function joiner(number: string, name: string, unit: string, leader: string, employedFrom: string) {
  return { number, name, unit, leader, employedFrom, secondTo: null }
}

function sizes({ people, employments, lines, memberships, leaves, facts }: Decided['changes']) {
  return {
    people: people.added.length + people.changed.length,
    employments: employments.added.length + employments.changed.length,
    lines: lines.length,
    memberships: memberships.length,
    leaves: leaves.set.length + leaves.removed.length,
    facts: facts.length,
  }
}
