import { inflateRawSync } from 'node:zlib'
import type { Told } from './stage.ts'
import { BORN, canary, type TextName, texts } from './texts.ts'
import type { Persona } from './world.ts'

const names = Object.keys(texts) as TextName[]

/** The texts that stand in an answer: its headers, its body, a PDF's metadata, a workbook's parts. */
export function textsIn({ headers, bytes }: Pick<Told, 'headers' | 'bytes'>): TextName[] {
  const found = JSON.stringify(headers) + bytes.toString('latin1') + unzipped(bytes)
  return names.filter((name) => waysToSay(name).some((word) => found.includes(word)))
}

function waysToSay(name: TextName): readonly string[] {
  return name === 'birth-date' ? [BORN, '29.03.1971', '29/03/1971'] : [canary(name)]
}

export function mayMeet(persona: Persona, text: TextName): boolean {
  return (texts[text] as readonly Persona[]).includes(persona)
}

/** What the parts of a zip file say, such as a workbook's; '' of anything else. */
function unzipped(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return ''
  const parts: string[] = []
  // The central directory says where each part begins, and how long it is.
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const [method, size, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const part = bytes.subarray(begin, begin + size)
    parts.push((method === 8 ? inflateRawSync(part) : part).toString('latin1'))
  }
  return parts.join('\n')
}
