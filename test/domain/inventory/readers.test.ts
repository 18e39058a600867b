import { describe, expect, test } from '@jest/globals'
import { dataKinds, type Reader } from '../../../domain/inventory/data-kinds.ts'
import { inventoriedColumns } from '../../../domain/inventory/inventory.ts'
import { columnsOf } from '../../permissions/text-columns.ts'
import { type TextName, texts } from '../../permissions/texts.ts'
import type { Persona } from '../../permissions/world.ts'

/** As what the notice may name each of those who meet a text. */
const namedAs: Partial<Record<Persona, readonly Reader[]>> = {
  employee: ['yourself', 'team', 'everybody'],
  colleague: ['team', 'everybody'],
  reader: ['chosen-colleague', 'everybody'],
  leader: ['leader', 'everybody'],
  deputy: ['leader', 'everybody'],
  formerLeader: ['leader', 'everybody'],
  leadersLeader: ['leaders-leader', 'everybody'],
  hr: ['hr', 'everybody'],
  hrAbove: ['hr', 'everybody'],
  breakGlass: ['hr', 'hr-by-opening', 'everybody'],
  administrator: ['administrator', 'everybody'],
  council: ['works-council', 'everybody'],
  // Programs read in HR's name.
  peopleToken: ['hr', 'everybody'],
  roundsToken: ['hr', 'everybody'],
}
/** Written by them or to them. */
const ownTexts: Partial<Record<Persona, readonly TextName[]>> = {
  colleague: ['colleagues-sheet', 'letter', 'letter-of-a-time'],
  hr: ['token-name'],
}

function kindsOf(name: TextName) {
  const columns: readonly string[] = columnsOf[name]
  const kinds = inventoriedColumns().flatMap(({ column, kind }) => (columns.includes(column) ? kind : []))
  return [...new Set(kinds)]
}

describe('What people are told of who reads what they write', () => {
  test.each(Object.keys(texts) as TextName[])('names everybody who meets it: %s', (name) => {
    const kinds = kindsOf(name)
    expect(kinds.length).toBeGreaterThan(0)
    const told: readonly Reader[] = kinds.flatMap((kind) => dataKinds[kind].readers)
    const missing = texts[name].filter((persona: Persona) => {
      const isOwn = ownTexts[persona]?.includes(name) ?? false
      const named = isOwn ? ['yourself' as const] : (namedAs[persona] ?? [])
      return !named.some((reader) => told.includes(reader))
    })
    expect({ kinds, missing }).toEqual({ kinds, missing: [] })
  })
})
