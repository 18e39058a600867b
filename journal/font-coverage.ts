/** Whether a font has a glyph for a code point. */
export type FontCoverage = (codePoint: number) => boolean

/**
 * Reads which characters a TrueType font can show, from its `cmap` table. PDF/A forbids a character without
 * a glyph, so the text has to be checked before it is set. Throws where the bytes are no such font.
 */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = findTable(view, 'cmap')
  const covered = new Set<number>()
  for (const subtable of unicodeSubtables(view, cmap)) {
    const format = view.getUint16(subtable)
    if (format === 4) for (const code of segments(view, subtable)) covered.add(code)
    if (format === 12) for (const code of groups(view, subtable)) covered.add(code)
  }
  if (covered.size === 0)
    throw new Error('font has no Unicode cmap of format 4 or 12: expected a TrueType font')
  return (codePoint) => covered.has(codePoint)
}

function findTable(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`font has no '${tag}' table: expected a TrueType font`)
}

function unicodeSubtables(view: DataView, cmap: number): number[] {
  const found: number[] = []
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8
    const platform = view.getUint16(record)
    const encoding = view.getUint16(record + 2)
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (isUnicode) found.push(cmap + view.getUint32(record + 4))
  }
  return found
}

/** Format 4: segments of the Basic Multilingual Plane; a code that maps to glyph 0 has no glyph. */
function* segments(view: DataView, subtable: number): Generator<number> {
  const length = view.getUint16(subtable + 6)
  const ends = subtable + 14
  const starts = ends + length + 2
  const deltas = starts + length
  const offsets = deltas + length
  for (let at = 0; at < length; at += 2) {
    const end = view.getUint16(ends + at)
    const start = view.getUint16(starts + at)
    const delta = view.getUint16(deltas + at)
    const offset = view.getUint16(offsets + at)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : view.getUint16(offsets + at + offset + (code - start) * 2)
      if ((glyph & 0xffff) !== 0) yield code
    }
  }
}

/** Format 12: groups over all of Unicode. */
function* groups(view: DataView, subtable: number): Generator<number> {
  const count = view.getUint32(subtable + 12)
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + index * 12
    const first = view.getUint32(group)
    const firstGlyph = view.getUint32(group + 8)
    for (let code = first; code <= view.getUint32(group + 4); code += 1) {
      if (firstGlyph + code - first !== 0) yield code
    }
  }
}
