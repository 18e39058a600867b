import { describe, expect, test } from '@jest/globals'
import type { Read, Reader } from '../../directory/values.ts'
import {
  readDay,
  readHours,
  readLanguage,
  readMail,
  readName,
  readNumber,
  readPhone,
  readText,
} from '../../directory/values.ts'

const ok = <T>(value: T): Read<T> => ({ value })

describe('A date', () => {
  test.each([
    ['1.4.2010', '2010-04-01'],
    ['01.04.2010', '2010-04-01'],
    ['01-02-1999', '1999-02-01'],
    ['2010-04-01', '2010-04-01'],
    [' 24-12-2026 ', '2026-12-24'],
    ['29.2.2024', '2024-02-29'],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell)).toEqual(ok(day))
  })

  test.each([
    ['30.2.2027'],
    ['29-02-2025'],
    ['1.4.10'],
    ['2010-4-1'],
    ['1.4-2010'],
    ['13/1/2010'],
    ['2010-04-01T00:00'],
    ['01.01.0210'],
    ['i morgen'],
    ['40269'],
    ['=1.4.2010'],
  ])('%s is none', (cell) => {
    expect(readDay(cell)).toEqual({ code: 'bad-date' })
  })
})

describe('Hours a week', () => {
  test.each([
    ['37,0', 37],
    ['37', 37],
    ['37.00', 37],
    [' 29,6 ', 29.6],
    ['0', 0],
    ['32,25', 32.25],
    ['14,99', 14.99],
    ['29,60', 29.6],
  ])('%s are %d', (cell, hours) => {
    expect(readHours(cell)).toEqual(ok(hours))
  })

  test.each([['-5'], ['37,125'], ['1.037,0'], ['169'], ['37 t'], ['fuldtid']])('%s are none', (cell) => {
    expect(readHours(cell)).toEqual({ code: 'bad-hours' })
  })
})

describe('A mail address', () => {
  test.each([
    ['ANNA.HOLM@BY.EXAMPLE', 'anna.holm@by.example'],
    [' anna@by.example ', 'anna@by.example'],
    ["o'brien+mus@by.example", "o'brien+mus@by.example"],
    ['søren@blåbær.example', 'søren@blåbær.example'],
  ])('%s is %s', (cell, mail) => {
    expect(readMail(cell)).toEqual(ok(mail))
  })

  test.each([
    ['ikke-en-adresse'],
    ['a@b'],
    ['a..b@by.example'],
    ['a@by..example'],
    ['Anna Holm <anna@by.example>'],
    ['anna@by.example, per@by.example'],
    ['anna@-by.example'],
    [`${'a'.repeat(250)}@by.example`],
  ])('%s is none', (cell) => {
    expect(readMail(cell)).toEqual({ code: 'invalid-mail' })
  })
})

describe('A text', () => {
  const readers: [string, Reader<string>][] = [
    ['title', readText],
    ['name', readName],
    ['number', readNumber],
    ['mail address', readMail],
    ['phone number', readPhone],
  ]

  test.each(readers)('with a line break is refused as a %s: it could smuggle in a mail header', (_, read) => {
    for (const cell of ['Eva\r\nBcc: alle@by.example', 'Eva\n', '\rEva', 'Eva\u2028Ny', 'Eva\u0085']) {
      expect(read(cell)).toEqual({ code: 'line-break' })
    }
  })

  test.each(readers)('with an invisible control character is refused as a %s', (_, read) => {
    for (const cell of ['E\u0000va', 'Eva\t', 'Eva\u007f', 'E\u0081va', 'Eva\u202egnp.exe']) {
      expect(read(cell)).toEqual({ code: 'control-character' })
    }
  })

  test.each(readers)('that begins like a formula is refused as a %s', (_, read) => {
    for (const cell of ['=HYPERLINK("http://x.example")', '@SUM(A1)', '-1+1', ' =1']) {
      expect(read(cell)).toEqual({ code: 'formula' })
    }
  })

  test('that lost its letters on the way is refused', () => {
    expect(readText('S\ufffdren')).toEqual({ code: 'invalid-character' })
  })

  test('loses stray blanks and keeps one form of each letter', () => {
    expect(readText('  Underviser,\u00a0 ungdomsskole ')).toEqual(ok('Underviser, ungdomsskole'))
    expect(readName('A\u030ase')).toEqual(ok('Åse'))
    expect(readName('Ma\u00addsen')).toEqual(ok('Madsen'))
    expect(readText('   ')).toEqual(ok(null))
  })
})

describe('A name', () => {
  test.each([
    ["O'Brien"],
    ['Dal-Jensen'],
    ['Møller Å.'],
    ['Nguyễn'],
    ['محمد'],
    ['Henrik (Kasper)'],
    ['Anne 2'],
  ])('%s is a name', (cell) => {
    expect(readName(cell)).toEqual(ok(cell))
  })

  test.each([['Eva <b>'], ['Eva "x"'], ['Eva; Per'], ['eva@by.example'], ['Bcc: alle'], ['Eva\\']])(
    '%s is none',
    (cell) => {
      expect(readName(cell)).toEqual({ code: 'invalid-character' })
    },
  )
})

test('A phone number may begin with a plus, and only with that', () => {
  expect(readPhone('+45 12 34 56 78')).toEqual(ok('+45 12 34 56 78'))
  expect(readPhone('57 94 68 65')).toEqual(ok('57 94 68 65'))
  expect(readPhone('+=1')).toEqual({ code: 'formula' })
  expect(readPhone('ring til mig')).toEqual({ code: 'invalid-phone' })
})

test('An employee or unit number has letters, digits, hyphens, full stops and slashes', () => {
  for (const cell of ['41001', '5110-1', 'A.7/b_2']) expect(readNumber(cell)).toEqual(ok(cell))
  for (const cell of ['41 001', '#41', '4'.repeat(41)])
    expect(readNumber(cell)).toEqual({ code: 'invalid-number' })
})

test('A language is Danish or English, by code or by name', () => {
  expect(['da', 'DK', 'Dansk', 'da-DK'].map(readLanguage)).toEqual(Array(4).fill(ok('da')))
  expect(['en', 'Engelsk', 'en-GB'].map(readLanguage)).toEqual(Array(3).fill(ok('en')))
  expect(readLanguage('')).toEqual(ok(null))
  expect(readLanguage('de')).toEqual({ code: 'unknown-language' })
})
