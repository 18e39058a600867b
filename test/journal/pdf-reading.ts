import { inflateSync } from 'node:zlib'

/** One stretch of text on one page, with where it begins and ends on the paper, in points from the left. */
export interface TextRun {
  readonly page: number
  readonly text: string
  readonly fromX: number
  readonly toX: number
}

export interface PdfContents {
  readonly catalogue: string
  /** The XMP packet. */
  readonly metadata: string
  /** The roles of the structure tree's elements, in the file's order. */
  readonly roles: readonly string[]
  readonly pages: number
  readonly runs: readonly TextRun[]
}

interface PdfObject {
  readonly head: string
  readonly stream: Buffer | null
}

interface Font {
  readonly characters: ReadonlyMap<number, string>
  readonly widths: ReadonlyMap<number, number>
}

type Token = number | string | { readonly codes: Buffer }

/** Reads what a PDF of the plain form of typst and Chromium (no object streams, Identity-H fonts) holds. */
export function readPdf(bytes: Uint8Array): PdfContents {
  const objects = readObjects(Buffer.from(bytes))
  const all = [...objects.values()]
  const catalogue = all.find(({ head }) => head.includes('/Type /Catalog'))?.head ?? ''
  const pageTree = all.find(({ head }) => head.includes('/Type /Pages') && !head.includes('/Parent'))
  const pages = pageTree === undefined ? [] : pagesUnder(pageTree, objects)
  return {
    catalogue,
    metadata: follow(catalogue, 'Metadata', objects)?.stream?.toString('utf8') ?? '',
    roles: all.flatMap(({ head }) => head.match(/\/Type \/StructElem\s+\/S \/(\w+)/)?.[1] ?? []),
    pages: pages.length,
    runs: pages.flatMap((page, index) => runsOf(page, index + 1, objects)),
  }
}

/** All the text without any white space, since a line's end in a PDF is only a place on the paper. */
export function textWithoutSpaces(pdf: PdfContents): string {
  return withoutSpaces(pdf.runs.map(({ text }) => text).join(''))
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const text = bytes.toString('latin1')
  const starts = /(?:^|\n)(\d+) 0 obj\n/g
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const from = starts.lastIndex
    const streamAt = text.indexOf('stream\n', from)
    const endAt = text.indexOf('endobj', from)
    const hasStream = streamAt !== -1 && streamAt < endAt
    const head = text.slice(from, hasStream ? streamAt : endAt)
    if (!hasStream) {
      objects.set(Number(match[1]), { head, stream: null })
      continue
    }
    const length = Number(head.match(/\/Length (\d+)/)?.[1])
    const raw = bytes.subarray(streamAt + 7, streamAt + 7 + length)
    objects.set(Number(match[1]), { head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw })
    starts.lastIndex = streamAt + 7 + length
  }
  return objects
}

function follow(head: string, name: string, objects: Map<number, PdfObject>): PdfObject | undefined {
  const number = head.match(new RegExp(`/${name} \\[?(\\d+) 0 R`))?.[1]
  return number === undefined ? undefined : objects.get(Number(number))
}

function pagesUnder(node: PdfObject, objects: Map<number, PdfObject>): PdfObject[] {
  const kids = node.head.match(/\/Kids \[([^\]]*)\]/)?.[1]
  if (kids === undefined) return [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) => {
    const kid = objects.get(Number(number))
    return kid === undefined ? [] : pagesUnder(kid, objects)
  })
}

function fontsOf(page: PdfObject, objects: Map<number, PdfObject>): Map<string, Font> {
  const listed = page.head.match(/\/Font <<([^>]*)>>/)?.[1] ?? ''
  const fonts = new Map<string, Font>()
  for (const [, name = '', number] of listed.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    const head = objects.get(Number(number))?.head ?? ''
    const unicode = follow(head, 'ToUnicode', objects)?.stream?.toString('latin1') ?? ''
    const widths = follow(head, 'DescendantFonts', objects)?.head.match(/\/W \[([^\]]*)\]/)?.[1] ?? ''
    fonts.set(name, { characters: charactersOf(unicode), widths: widthsOf(widths) })
  }
  return fonts
}

function charactersOf(unicode: string): Map<number, string> {
  const characters = new Map<number, string>()
  const ranges = /<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>/gi
  for (const [, first = '', last = '', hex = ''] of unicode.matchAll(ranges)) {
    const [from, to, letter] = [first, last, hex].map((code) => Number.parseInt(code, 16)) as [
      number,
      number,
      number,
    ]
    for (let code = from; code <= to; code++) characters.set(code, String.fromCharCode(letter + code - from))
  }
  for (const [, code = '', hex = ''] of unicode
    .replace(ranges, '')
    .matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi)) {
    characters.set(Number.parseInt(code, 16), Buffer.from(hex, 'hex').swap16().toString('utf16le'))
  }
  return characters
}

/** `first last width` triples, in thousandths of the font's size. */
function widthsOf(list: string): Map<number, number> {
  const numbers = list.trim().split(/\s+/).map(Number)
  const widths = new Map<number, number>()
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    for (let code = numbers[at] ?? 0; code <= (numbers[at + 1] ?? -1); code += 1) {
      widths.set(code, numbers[at + 2] ?? 0)
    }
  }
  return widths
}

function runsOf(page: PdfObject, number: number, objects: Map<number, PdfObject>): TextRun[] {
  const fonts = fontsOf(page, objects)
  const content = follow(page.head, 'Contents', objects)?.stream ?? Buffer.alloc(0)
  const runs: TextRun[] = []
  const saved: { scale: number; x: number }[] = []
  let matrix = { scale: 1, x: 0 }
  let font: Font = { characters: new Map(), widths: new Map() }
  let size = 0
  let operands: Token[] = []
  for (const token of tokensOf(content)) {
    const operator = typeof token === 'string' && !token.startsWith('/') ? token : null
    if (operator === null) {
      operands.push(token)
      continue
    }
    if (operator === 'q') saved.push(matrix)
    if (operator === 'Q') matrix = saved.pop() ?? matrix
    if (operator === 'cm') {
      const [a, , , , x] = operands as number[]
      matrix = { scale: matrix.scale * (a ?? 1), x: matrix.x + matrix.scale * (x ?? 0) }
    }
    if (operator === 'Tf') {
      const [name] = operands
      font = (typeof name === 'string' ? fonts.get(name.slice(1)) : undefined) ?? font
      size = Number(operands[1])
    }
    if (operator === 'TJ' || operator === 'Tj') runs.push(runOf(operands, font, size, matrix, number))
    operands = []
  }
  return runs
}

function runOf(
  shown: readonly Token[],
  font: Font,
  size: number,
  matrix: { scale: number; x: number },
  page: number,
): TextRun {
  let text = ''
  let width = 0
  for (const token of shown) {
    if (typeof token === 'number') width -= token
    if (typeof token !== 'object') continue
    for (let at = 0; at + 1 < token.codes.length; at += 2) {
      const code = token.codes.readUInt16BE(at)
      text += font.characters.get(code) ?? ''
      width += font.widths.get(code) ?? 0
    }
  }
  return { page, text, fromX: matrix.x, toX: matrix.x + (matrix.scale * width * size) / 1000 }
}

function* tokensOf(content: Buffer): Generator<Token> {
  const text = content.toString('latin1')
  const pattern = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f]+>|<<|>>|[[\]]|\/[^\s/[\]<>()]*|[^\s/[\]<>()]+/g
  for (const [word] of text.matchAll(pattern)) {
    if (word.startsWith('(')) yield { codes: unescaped(word.slice(1, -1)) }
    else if (/^<[0-9A-Fa-f]+>$/.test(word)) yield { codes: Buffer.from(word.slice(1, -1), 'hex') }
    else if (['<<', '>>', '[', ']'].includes(word)) continue
    else if (/^[-+.\d]+$/.test(word)) yield Number(word)
    else yield word
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(string: string): Buffer {
  const plain = string.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, letter = '') =>
    octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
  )
  return Buffer.from(plain, 'latin1')
}
