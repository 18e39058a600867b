import { beforeAll, describe, expect, test } from '@jest/globals'
import { fieldName } from '../../directory/columns.ts'
import { fileErrorCodes, DirectoryFileError } from '../../directory/file-error.ts'
import { personFields, unitFields } from '../../directory/fields.ts'
import { readPeopleFile } from '../../directory/people-file.ts'
import { rowProblemCodes, warningCodes } from '../../directory/problems.ts'
import { fileErrorText, importRefusalText, problemText } from '../../directory/texts.ts'
import { importRefusals } from '../../domain/people/import.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { afterImports, decide, sampleUnits, unitsInARow } from '../support/apply-people.ts'
import type { Entry } from '../support/people-files.ts'
import { peopleCsv, sampleFile } from '../support/people-files.ts'

const TODAY = { today: '2026-11-02' }
const ERRORS = sampleFile('people-with-errors.csv')

/** What is wrong with a file, row by row, as HR reads it. */
async function complaints(bytes: Uint8Array, directory: Directory): Promise<string[]> {
  const { preview } = await decide(bytes, directory, TODAY)
  return preview.bad.flatMap(({ problems }) => problems.map((problem) => problemText(problem, 'da')))
}

/** The codes of what is wrong, by employee number. */
async function faults(
  entries: readonly Entry[],
  directory = unitsInARow('10'),
): Promise<Record<string, string[]>> {
  const { preview } = await decide(peopleCsv(entries), directory, TODAY)
  return Object.fromEntries(
    preview.bad.map(({ number, problems }) => [number, problems.map(({ code }) => code)]),
  )
}

describe('The file with errors', () => {
  let units: Directory
  beforeAll(async () => {
    units = await sampleUnits()
  })

  test('has every bad row named with its line, field, value and reason', async () => {
    expect(await complaints(ERRORS, units)).toEqual([
      'Linje 4, E-mail: Mailadressen »freja.kristensen@solbakke.example« bruges også af medarbejder 41014, som ikke er samme person (navn og fødselsdato skal være ens).',
      'Linje 5, E-mail: Mailadressen »freja.kristensen@solbakke.example« bruges også af medarbejder 41006, som ikke er samme person (navn og fødselsdato skal være ens).',
      'Linje 6, Leders medarbejdernr: Medarbejder »41021« står som sin egen leder.',
      'Linje 7, Leders medarbejdernr: Med »41038« som leder går ledelsesvejen i ring.',
      'Linje 8, Leders medarbejdernr: Med »41030« som leder går ledelsesvejen i ring.',
      'Linje 9, Leders medarbejdernr: Lederen »99999« findes hverken i filen eller i forvejen.',
      'Linje 10, Enhedsnr: Enheden »9999« findes ikke.',
      'Linje 11, E-mail: »ikke-en-adresse« er ikke en mailadresse.',
      'Linje 12, Medarbejdernr: Nummeret »41075« står også på linje 13.',
      'Linje 13, Medarbejdernr: Nummeret »41075« står også på linje 12.',
      'Linje 14, Fornavn: »=HYPERLINK("http://x.example")« begynder som en formel. Værdien må ikke begynde med =, +, - eller @.',
      'Linje 15, Fornavn: »Eva¶Bcc: alle@solbakke.example« indeholder et linjeskift (vist som ¶). Teksten skal stå på én linje.',
      'Linje 17, Fornavn: Navnet mangler.',
      'Linje 18, Orlov til: Orloven slutter (01.02.2027), før den begynder.',
      'Linje 40, Leders medarbejdernr: Lederen »41569« findes hverken i filen eller i forvejen.',
    ])
  })

  test('finds fewer faults where leader 41569 and the owner of the address are known already', async () => {
    const november = await afterImports(units, [sampleFile('people-2026-11.csv'), TODAY])
    const found = await complaints(ERRORS, november)
    expect(found.filter((text) => /^Linje (4|40),/.test(text))).toEqual([])
    expect(found).toContain(
      'Linje 5, E-mail: Mailadressen »freja.kristensen@solbakke.example« bruges også af medarbejder 41006, som ikke er samme person (navn og fødselsdato skal være ens).',
    )
  })

  test('leaves its bad rows out of what is written, and warns of those whose leader is left out', async () => {
    const { preview, changes } = await decide(ERRORS, units, TODAY)
    const bad = new Set(preview.bad.map(({ number }) => number))
    expect(changes.employments.added.filter(({ number }) => bad.has(number))).toEqual([])
    expect(changes.employments.added.length + preview.bad.length).toBe(
      (await readPeopleFile(ERRORS)).rows.length + 8,
    )
    const orphans = preview.warnings.filter(({ code }) => code === 'leader-left-out')
    expect(orphans.map(({ line, value }) => [line, value])).toEqual([
      ...[19, 20, 21, 22, 23, 24, 25].map((line) => [line, '41059']),
      [26, '41050'],
      [41, '41050'],
    ])
  })
})

describe('A row', () => {
  test('without number, unit, first day or name is bad, with one reason for each', async () => {
    const { preview } = await decide(
      peopleCsv([{ Medarbejdernr: ' ', 'E-mail': '', Efternavn: '', Enhedsnr: '', 'Ansat fra': '' }]),
      unitsInARow('10'),
      TODAY,
    )
    expect(preview.bad).toEqual([
      {
        line: 2,
        number: null,
        problems: [
          { line: 2, field: 'number', code: 'missing-value', value: '' },
          { line: 2, field: 'familyName', code: 'empty-name', value: '' },
          { line: 2, field: 'unit', code: 'missing-value', value: '' },
          { line: 2, field: 'employedFrom', code: 'missing-value', value: '' },
        ],
      },
    ])
  })

  test('with days in an impossible order is bad', async () => {
    expect(
      await faults([
        { Medarbejdernr: '2', Fratrådt: '31.07.2015' },
        { Medarbejdernr: '3', Fødselsdato: '01.08.2015' },
        { Medarbejdernr: '4', 'Orlov til': '01.08.2027' },
        { Medarbejdernr: '5', 'Orlov fra': '02.08.2027', 'Orlov til': '01.08.2027' },
        { Medarbejdernr: '6', 'Orlov fra': '01.08.2027', 'Orlov til': '01.08.2027', Fratrådt: '01.08.2015' },
      ]),
    ).toEqual({
      2: ['last-day-before-first-day'],
      3: ['born-after-first-day'],
      4: ['leave-without-first-day'],
      5: ['leave-ends-before-it-begins'],
    })
  })

  test('that is torn or shifted is bad as a whole, for its cells would mean something else', async () => {
    const lines = ['Medarbejdernr;Fornavn;Efternavn;Enhedsnr;Ansat fra;Fratrådt']
    lines.push('1;Anna;Holm;10;01.08.2015;', '2;Ben;Bæk;10;01.08.2015', '3;Carl;Dam, leder;10;01.08.2015;;x')
    lines.push('4;Dora;Holm;10;01.08.2015;;;')
    const { preview } = await decide(Buffer.from(lines.join('\n')), unitsInARow('10'), TODAY)
    expect(preview.bad.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [3, ['wrong-cell-count']],
      [4, ['wrong-cell-count']],
    ])
  })

  test('with a very long value is bad, and HR sees only its beginning', async () => {
    const { preview } = await decide(peopleCsv([{ Stilling: 'x'.repeat(5000) }]), unitsInARow('10'), TODAY)
    expect(preview.bad[0]?.problems).toEqual([
      { line: 2, field: 'title', code: 'too-long', value: `${'x'.repeat(80)}…` },
    ])
  })
})

describe('A circle of leaders', () => {
  test('is found through everybody in it, but not held against those who hang on it', async () => {
    expect(
      await faults([
        { Medarbejdernr: '2', 'Leders medarbejdernr': '3' },
        { Medarbejdernr: '3', 'Leders medarbejdernr': '4' },
        { Medarbejdernr: '4', 'Leders medarbejdernr': '2' },
        { Medarbejdernr: '5', 'Leders medarbejdernr': '4' },
      ]),
    ).toEqual({ 2: ['leader-cycle'], 3: ['leader-cycle'], 4: ['leader-cycle'] })
  })

  test('is not held against a row that is bad already, so that HR reads one reason at a time', async () => {
    expect(
      await faults([
        { Medarbejdernr: '2', 'Leders medarbejdernr': '3' },
        { Medarbejdernr: '3', 'Leders medarbejdernr': '2', Enhedsnr: '99' },
      ]),
    ).toEqual({ 3: ['unknown-unit'] })
  })

  test('is found where only one of the lines is in the file', async () => {
    const directory = await afterImports(unitsInARow('10'), [
      peopleCsv([{ Medarbejdernr: '2' }, { Medarbejdernr: '3', 'Leders medarbejdernr': '2' }]),
      TODAY,
    ])
    expect(await faults([{ Medarbejdernr: '2', 'Leders medarbejdernr': '3' }], directory)).toEqual({
      2: ['leader-cycle'],
    })
  })

  test('is found when it closes only because a bad row is left out', async () => {
    const directory = await afterImports(unitsInARow('10'), [
      peopleCsv([{ Medarbejdernr: '2' }, { Medarbejdernr: '3', 'Leders medarbejdernr': '2' }]),
      TODAY,
    ])
    const turnedRound = [
      { Medarbejdernr: '2', 'Leders medarbejdernr': '3' },
      { Medarbejdernr: '3', 'Leders medarbejdernr': '' },
    ]
    expect(await faults(turnedRound, directory)).toEqual({})
    expect(await faults([turnedRound[0] ?? {}, { ...turnedRound[1], Enhedsnr: '99' }], directory)).toEqual({
      2: ['leader-cycle'],
      3: ['unknown-unit'],
    })
  })
})

describe('One mail address', () => {
  const anna = { 'E-mail': 'anna.holm@by.example', Fornavn: 'Anna', Efternavn: 'Holm' }

  test('with one name and birth date is one person with two employments, however it is written', async () => {
    const { preview, changes } = await decide(
      peopleCsv([
        { Medarbejdernr: '1' },
        { Medarbejdernr: '2', ...anna, 'E-mail': ' ANNA.HOLM@by.example', Fødselsdato: '1980-03-12' },
      ]),
      unitsInARow('10'),
      TODAY,
    )
    expect(preview.bad).toEqual([])
    expect(changes.people.added).toHaveLength(1)
    expect(new Set(changes.employments.added.map(({ personId }) => personId)).size).toBe(1)
    expect(preview.joiners.map(({ secondTo }) => secondTo)).toEqual(['2', '1'])
  })

  test('with another name, another birth date or none is an error on both rows', async () => {
    for (const other of [{ Efternavn: 'Bæk' }, { Fødselsdato: '13.03.1980' }]) {
      expect(await faults([{ Medarbejdernr: '1' }, { Medarbejdernr: '2', ...anna, ...other }])).toEqual({
        1: ['duplicate-mail'],
        2: ['duplicate-mail'],
      })
    }
    const unborn = { Fødselsdato: '' }
    expect(await faults([unborn, { Medarbejdernr: '2', ...anna, ...unborn }])).toEqual({
      1: ['duplicate-mail'],
      2: ['duplicate-mail'],
    })
  })

  test('stays with the person who has it; whoever claims it too is the error', async () => {
    const directory = await afterImports(unitsInARow('10'), [peopleCsv([{ Medarbejdernr: '1' }]), TODAY])
    const claim = { Medarbejdernr: '2', 'E-mail': 'anna.holm@by.example' }
    expect(await faults([{ Medarbejdernr: '1' }, claim], directory)).toEqual({ 2: ['duplicate-mail'] })
    expect(await faults([claim], directory)).toEqual({ 2: ['duplicate-mail'] })
  })

  test('may change hands within one file, but not when its giver’s row is left out', async () => {
    const directory = await afterImports(unitsInARow('10'), [
      peopleCsv([{ Medarbejdernr: '1' }, { Medarbejdernr: '2' }]),
      TODAY,
    ])
    const swapped = [
      { Medarbejdernr: '1', 'E-mail': 'nr2@by.example' },
      { Medarbejdernr: '2', 'E-mail': 'anna.holm@by.example' },
    ]
    expect(await faults(swapped, directory)).toEqual({})
    expect(await faults([{ ...swapped[0], Enhedsnr: '99' }, swapped[1] ?? {}], directory)).toEqual({
      1: ['unknown-unit'],
      2: ['duplicate-mail'],
    })
  })

  test('of somebody stored makes a new row with the same name and birth date a second employment', async () => {
    const directory = await afterImports(unitsInARow('10'), [peopleCsv([{ Medarbejdernr: '1' }]), TODAY])
    const { preview, changes } = await decide(peopleCsv([{ Medarbejdernr: '2', ...anna }]), directory, TODAY)
    expect(changes.people.added).toEqual([])
    expect(changes.employments.added[0]?.personId).toBe(directory.employments.get('1')?.person)
    expect(preview.joiners[0]?.secondTo).toBe('1')
  })

  test('that two stored people come to share asks HR whether they are one', async () => {
    const nobody = { Fornavn: 'Anna', Efternavn: 'Holm', 'E-mail': '' }
    const directory = await afterImports(unitsInARow('10'), [
      peopleCsv([{ Medarbejdernr: '1' }, { Medarbejdernr: '2', ...nobody }]),
      TODAY,
    ])
    const { preview } = await decide(
      peopleCsv([{ Medarbejdernr: '1' }, { Medarbejdernr: '2', ...anna }]),
      directory,
      TODAY,
    )
    expect(preview.bad).toEqual([])
    expect(preview.warnings.map((warning) => problemText(warning, 'da'))).toEqual([
      'Linje 3, E-mail: Medarbejderen har samme mailadresse (»anna.holm@by.example«), navn og fødselsdato som medarbejder 1. Er det samme person?',
    ])
  })
})

describe('The header', () => {
  test('may be Danish or English, in any order', async () => {
    const english = [
      'Last name;First name;Employee number;Unit;Manager;Start date;End date;Weekly hours;Date of birth;Language;Leave type;Email',
      'Holm;Anna;1;10;;2015-08-01;;37.0;1980-03-12;en;sick;anna@by.example',
    ].join('\n')
    const file = await readPeopleFile(Buffer.from(english))
    expect(file.rows).toMatchObject([
      { number: '1', familyName: 'Holm', employedFrom: '2015-08-01', hoursPerWeek: 37, language: 'en' },
    ])
    expect(file.warnings).toEqual([])
    expect(JSON.stringify(file)).not.toContain('sick')
  })

  test('that lacks a needed column, or has one twice, stops the file with a sentence', async () => {
    const error = async (header: string) => {
      const thrown: unknown = await readPeopleFile(Buffer.from(`${header}\n`)).catch(
        (reason: unknown) => reason,
      )
      return thrown instanceof DirectoryFileError ? fileErrorText(thrown, 'da') : thrown
    }
    expect(await error('Medarbejdernr;Fornavn;Efternavn;Ansat fra')).toBe(
      'Kolonnen »Enhedsnr« mangler i overskriften på linje 1.',
    )
    expect(await error('Medarbejdernr;Fornavn;Efternavn;Enhedsnr;Ansat fra;E-mail;Email')).toBe(
      'Kolonnen »E-mail« står to gange i overskriften på linje 1.',
    )
  })

  test('with a misspelt column gets a warning, so that nothing is lost in silence', async () => {
    const header = 'Medarbejdernr;Fornavn;Efternavn;Enhedsnr;Ansat fra;Fratådt'
    const file = await readPeopleFile(Buffer.from(`${header}\n1;Anna;Holm;10;01.08.2015;31.12.2026`))
    expect(file.warnings.map((warning) => problemText(warning, 'da'))).toEqual([
      'Linje 1: Kolonnen »Fratådt« kendes ikke og bliver ikke læst.',
    ])
  })
})

test('Every reason, warning and field has its words in Danish and in English, and they differ', () => {
  for (const code of [...rowProblemCodes, ...warningCodes]) {
    const problem = { line: 7, field: null, code, value: 'V', other: 'O' }
    const [danish, english] = [problemText(problem, 'da'), problemText(problem, 'en')]
    expect(danish).toMatch(/^Linje 7: .{10,}\.?$/)
    expect(english).toMatch(/^Line 7: .{10,}\.?$/)
    expect(`${danish}${english}`).not.toMatch(/[{}]|undefined/)
    expect(danish.slice(9)).not.toBe(english.slice(8))
  }
  for (const code of fileErrorCodes) {
    const error = new DirectoryFileError(code, { line: 1, field: 'unit', value: 3, limit: 2 })
    expect(`${fileErrorText(error, 'da')}${fileErrorText(error, 'en')}`).not.toMatch(/[{}]|undefined/)
  }
  for (const refusal of importRefusals) {
    expect(importRefusalText(refusal, 'da')).not.toBe(importRefusalText(refusal, 'en'))
  }
  for (const field of [...personFields, ...unitFields]) {
    expect(fieldName(field, 'da')).not.toBe('')
    expect(fieldName(field, 'en')).not.toBe('')
  }
})

test('A value that looks like a placeholder stays what it is in the sentence', () => {
  const problem = { line: 7, field: null, code: 'too-long', value: '{other} $& $1', other: 'x' } as const
  expect(problemText(problem, 'en')).toBe('Line 7: “{other} $& $1” is too long.')
})
