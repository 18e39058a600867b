import { describe, expect, test } from '@jest/globals'
import { dataKinds, type Reader } from '../../../domain/inventory/data-kinds.ts'
import { inventoriedColumns } from '../../../domain/inventory/inventory.ts'
import { columnOf, type TextName, texts } from '../../permissions/texts.ts'
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
}
/** Written by the colleague, or to them. */
const colleaguesOwn: readonly TextName[] = ['colleagues-sheet', 'letter', 'letter-of-a-time']

function kindOf(name: TextName) {
  const found = inventoriedColumns().find(({ column }) => column === columnOf[name])
  if (found === undefined) throw new Error(`${columnOf[name]} is not in the inventory: expected a column`)
  return found.kind
}

describe('What people are told of who reads what they write', () => {
  test.each(Object.keys(texts) as TextName[])('names everybody who meets it: %s', (name) => {
    const kind = kindOf(name)
    const told: readonly Reader[] = dataKinds[kind].readers
    const missing = texts[name].filter((persona: Persona) => {
      const isOwn = persona === 'colleague' && colleaguesOwn.includes(name)
      const named = isOwn ? ['yourself' as const] : (namedAs[persona] ?? [])
      return !named.some((reader) => told.includes(reader))
    })
    expect({ kind, missing }).toEqual({ kind, missing: [] })
  })
})
