import { describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { decideUnitsFile } from '../../directory/diff-units.ts'
import { readUnitsFile } from '../../directory/units-file.ts'
import type { DirectoryUnit } from '../../domain/people/directory.ts'
import { sampleFile } from '../support/people-files.ts'

const csv = (...lines: string[]) => Buffer.from(['Enhedsnr;Enhedsnavn;Overenhedsnr', ...lines].join('\n'))

async function decide(bytes: Uint8Array, known: readonly DirectoryUnit[] = []) {
  return decideUnitsFile(await readUnitsFile(bytes), known, randomUUID)
}

async function faults(lines: string[], known?: readonly DirectoryUnit[]): Promise<Record<string, string[]>> {
  const { bad } = (await decide(csv(...lines), known)).preview
  return Object.fromEntries(bad.map(({ line, problems }) => [line, problems.map(({ code }) => code)]))
}

async function stored(...lines: string[]): Promise<readonly DirectoryUnit[]> {
  return (await decide(csv(...lines))).changes.added
}

describe('The units of the sample organisation', () => {
  test('are a tree of 29 below one top, with their letters right', async () => {
    const { preview, changes } = await decide(sampleFile('units.csv'))
    const { added, changed } = changes
    expect(preview.bad).toEqual([])
    expect(changed).toEqual([])
    expect(added).toHaveLength(29)
    expect(added.filter(({ parent }) => parent === null).map(({ name }) => name)).toEqual(['Børn og Unge'])
    expect(added.find(({ number }) => number === '5110-1')).toMatchObject({
      name: 'Ådalskolen - Indskoling og SFO',
      parent: '5110',
    })
  })

  test('change nothing when they come again', async () => {
    const bytes = sampleFile('units.csv')
    const before = (await decide(bytes)).changes.added
    const { preview, changes } = await decide(bytes, before)
    expect(preview.unchanged).toBe(29)
    expect(changes).toEqual({ added: [], changed: [] })
  })
})

describe('A file of units', () => {
  test('may name the unit above after the unit below, or one that is stored', async () => {
    expect(await faults(['2;Skolen;1', '1;Området;'])).toEqual({})
    expect(await faults(['2;Skolen;1'], await stored('1;Området;'))).toEqual({})
  })

  test('has unknown parents, units above themselves, circles, duplicates and missing names as bad rows', async () => {
    expect(
      await faults([
        '1;Alfa;9',
        '2;Beta;2',
        '3;Gamma;4',
        '4;Delta;3',
        '5;Epsilon;',
        '5;Zeta;',
        '6; ;',
        '7;Eta;1',
      ]),
    ).toEqual({
      2: ['unknown-parent'],
      3: ['self-parent'],
      4: ['parent-cycle'],
      5: ['parent-cycle'],
      6: ['duplicate-number'],
      7: ['duplicate-number'],
      8: ['empty-name'],
      9: ['unknown-parent'],
    })
  })

  test('closes no circle with what is stored', async () => {
    expect(await faults(['1;Området;2'], await stored('1;Området;', '2;Skolen;1'))).toEqual({
      2: ['parent-cycle'],
    })
  })

  test('renames and moves units, and leaves those it does not name as they are', async () => {
    const before = await stored('1;Nord;', '2;Syd;', '3;Skolen;1', '4;Børnehuset;1')
    const { preview, changes } = await decide(csv('3;Fjordskolen;2', '4;Børnehuset;1'), before)
    expect(changes.added).toEqual([])
    expect(changes.changed.map(({ after }) => after)).toEqual([
      { id: before[2]?.id, number: '3', name: 'Fjordskolen', parent: '2', tr: '' },
    ])
    expect(preview.unchanged).toBe(1)
  })

  test('without a column for the unit above or the union representative changes neither', async () => {
    const before = (await stored('1;Nord;', '3;Skolen;1')).map((unit) => ({ ...unit, tr: 'Tove R.' }))
    const { changes } = await decide(Buffer.from('Unit no;Unit name\n3;Fjordskolen\n'), before)
    expect(changes.changed.map(({ after }) => after)).toEqual([{ ...before[1], name: 'Fjordskolen' }])
  })
})
