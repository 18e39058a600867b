import { describe, expect, test } from '@jest/globals'
import { deflateRawSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { DEFAULT_LIMITS } from '../../directory/grid.ts'
import { readGrid } from '../../directory/read-grid.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = async (bytes: Uint8Array) => {
  const { header, rows } = await readGrid(bytes)
  return [header, ...rows].map((row) => row.cells)
}

describe('A CSV file', () => {
  test('is read in UTF-8 with and without a byte order mark, in windows-1252 and in UTF-16', async () => {
    const text = 'Navn;By\nØrsted;Ærø–Århus\n'
    const windows1252 = Uint8Array.from(
      [...text].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))),
    )
    const expected = [
      ['Navn', 'By'],
      ['Ørsted', 'Ærø–Århus'],
    ]
    expect(await cells(utf8(text))).toEqual(expected)
    expect(await cells(utf8(`\ufeff${text}`))).toEqual(expected)
    expect(await cells(windows1252)).toEqual(expected)
    expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected)
  })

  test.each([[';'], [','], ['\t']])('may separate its fields with %j', async (delimiter) => {
    const lines = [
      ['Nr', 'Navn', 'Timer'],
      ['1', '"Holm; Anna, \tL."', '37'],
    ]
    const read = await cells(utf8(lines.map((line) => line.join(delimiter)).join('\r\n')))
    expect(read).toEqual([
      ['Nr', 'Navn', 'Timer'],
      ['1', 'Holm; Anna, \tL.', '37'],
    ])
  })

  test('may name its separator on a first line of its own, as Excel writes it', async () => {
    const { header, rows } = await readGrid(utf8('sep=,\r\nNr,Navn\r\n1,Holm\r\n'))
    expect(header).toEqual({ line: 2, cells: ['Nr', 'Navn'] })
    expect(rows).toEqual([{ line: 3, cells: ['1', 'Holm'] }])
  })

  test.each([['\r\n'], ['\n'], ['\r']])(
    'counts its lines as an editor does, with %j inside quotes and blank lines between',
    async (newline) => {
      const text = ['Nr;Navn', '1;"Eva', 'Bcc: alle"', '', ';', '2;Ida', ''].join(newline)
      const { rows } = await readGrid(utf8(text))
      expect(rows).toEqual([
        { line: 2, cells: ['1', 'Eva\nBcc: alle'] },
        { line: 6, cells: ['2', 'Ida'] },
      ])
    },
  )

  test('keeps a quotation mark in the middle of a name', async () => {
    expect(await cells(utf8('Navn\nAnna "Anne" Holm\n'))).toEqual([['Navn'], ['Anna "Anne" Holm']])
  })

  test('says on which line a quotation mark is never closed', async () => {
    await expect(readGrid(utf8('Nr;Navn\n1;Holm\n2;"Ida\n3;Per\n'))).rejects.toMatchObject({
      code: 'quote-not-closed',
    })
  })

  test('is refused when it is empty, too large or too long', async () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 20, rows: 2 }
    await expect(readGrid(utf8(''))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(readGrid(utf8(' ;\n;\n'))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(readGrid(utf8('x'.repeat(21)), limits)).rejects.toMatchObject({
      code: 'file-too-large',
      detail: { value: 21, limit: 20 },
    })
    await expect(readGrid(utf8('Nr\n1\n2\n3\n'), limits)).rejects.toMatchObject({
      code: 'too-many-rows',
      detail: { value: 3, limit: 2 },
    })
  })
})

describe('An XLSX file', () => {
  test('gives dates, numbers and texts as a CSV file would, and the rows their numbers in the sheet', async () => {
    const sheet = await writeXlsxFile([
      [{ value: 'Nr' }, { value: 'Ansat fra' }, { value: 'Timer' }, { value: 'Navn' }],
      [
        { value: 41001, type: Number },
        { value: new Date('2010-04-01T00:00:00Z'), type: Date, format: 'dd-mm-yyyy' },
        { value: 29.6, type: Number },
        { value: ' Åse\nHolm ' },
      ],
      [],
      [{ value: '5110-1' }, null, null, { value: '01-02-1999' }],
    ]).toBuffer()
    expect(await readGrid(sheet)).toEqual({
      header: { line: 1, cells: ['Nr', 'Ansat fra', 'Timer', 'Navn'] },
      rows: [
        { line: 2, cells: ['41001', '2010-04-01', '29.6', ' Åse\nHolm '] },
        { line: 4, cells: ['5110-1', '', '', '01-02-1999'] },
      ],
    })
  })

  test('of many thousand rows is read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      { value: index },
      { value: `Navn ${index} æøå` },
    ])
    const sheet = await writeXlsxFile([[{ value: 'Nr' }, { value: 'Navn' }], ...rows]).toBuffer()
    const grid = await readGrid(sheet)
    expect(grid.rows).toHaveLength(20_000)
    expect(grid.rows.at(-1)).toEqual({ line: 20_001, cells: ['19999', 'Navn 19999 æøå'] })
  })

  test('is refused when it is no spreadsheet, torn, or cut off', async () => {
    const sheet = await writeXlsxFile([[{ value: 'Nr' }]]).toBuffer()
    const noSheet = zip([{ name: 'notes.xml', content: '<a/>' }])
    for (const bytes of [
      noSheet,
      sheet.subarray(0, sheet.length - 30),
      utf8('PK\u0003\u0004 nothing more'),
    ]) {
      await expect(readGrid(bytes)).rejects.toMatchObject({ code: 'unreadable-file' })
    }
  })

  test('is refused when it unpacks to far more than it weighs, whatever it says of its size', async () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 100_000 }
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(2_000_000), claimed: 10 }])
    expect(bomb.length).toBeLessThan(limits.bytes)
    await expect(readGrid(bomb, limits)).rejects.toMatchObject({ code: 'file-too-large' })
  })

  test('is refused when one far cell would blow the sheet up', async () => {
    const far = (cell: string) =>
      zip([
        { name: 'xl/worksheets/sheet1.xml', content: `<sheetData><row><c r = '${cell}'/></row></sheetData>` },
      ])
    await expect(readGrid(far('A1048576'))).rejects.toMatchObject({ code: 'too-many-rows' })
    await expect(readGrid(far('XFD1'))).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})

type Part = { name: string; content: string; claimed?: number }

/** A ZIP archive that may lie about the size of what it holds. */
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, claimed = content.length } of parts) {
    const data = deflateRawSync(Buffer.from(content))
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(claimed, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), data])
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
