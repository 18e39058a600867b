import { describe, expect, test } from '@jest/globals'
import { reportOf, type Round } from './report.ts'
import { tableOf } from './run-mutants.ts'

const killed = { kind: 'a process is killed', name: 'the api is killed' } as const
const frozen = { kind: 'the worker is frozen', name: 'the worker is frozen for 15 s' } as const

describe('The report of a long run', () => {
  const rounds: Round[] = [
    { seed: 8, struck: [killed, frozen, { ...killed, name: 'the worker is killed' }], problems: [] },
    { seed: 9, struck: [], problems: [], drill: '40 MB copied in 0.8 s' },
  ]

  test('counts rounds, faults by kind and violations, names what never struck, and tells how the drills went', () => {
    const all = [killed.name, frozen.name, 'the worker is killed', 'the mail server is away']
    expect(reportOf(rounds, all, 90_400)).toEqual([
      '',
      '2 rounds in 1 min 30 s, seeds 8 to 9',
      '',
      '3 faults struck',
      '     2  a process is killed: 2 different ones',
      '     1  the worker is frozen: the worker is frozen for 15 s',
      '',
      '1 never struck',
      '  the mail server is away',
      '',
      'Drills',
      '  seed 9: 40 MB copied in 0.8 s',
      '',
      '0 violations found',
    ])
  })

  test('names each violation, and how to play its round again', () => {
    const broken = [...rounds, { seed: 10, struck: [], problems: ['Table and engine agree: they do not'] }]
    expect(reportOf(broken, [], 0).slice(-3)).toEqual([
      '1 violations found',
      '  npm run faults -- --seed 10 --minutes 0',
      '    ✗ Table and engine agree: they do not',
    ])
  })
})

test('The table of mutants says which rule each one broke, and who noticed', () => {
  const caught = {
    mutant: { breaks: 'Table and engine agree', what: 'nothing is written' },
    caughtBy: 'talk 1',
  } as const
  const survived = {
    mutant: { breaks: 'Everybody has one talk in a round', what: 'no key' },
    caughtBy: null,
  } as const
  expect(tableOf([caught, survived])).toEqual([
    '',
    'rule                               mutant              caught by',
    'Table and engine agree             nothing is written  talk 1',
    'Everybody has one talk in a round  no key              SURVIVED',
    '',
    '2 mutants, 1 caught, 1 survived',
  ])
})
