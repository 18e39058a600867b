import type { Persona, World } from './world.ts'

/** One address with other ids than Anna's. */
export interface Elsewhere {
  readonly address: string
  readonly ids: Readonly<Record<string, string>>
}

/** Every reading address with every id there is for each of its names, beside those seen from Anna. */
export function everywhereElse(addresses: readonly string[], { ids, all }: World): Elsewhere[] {
  const reading = addresses.filter((address) => address.startsWith('GET '))
  return reading.flatMap((address) =>
    Object.entries(all)
      .filter(([name]) => new RegExp(`:${name}\\b`).test(address))
      .flatMap(([name, others]) =>
        others.filter((id) => id !== ids[name]).map((id) => ({ address, ids: { ...ids, [name]: id } })),
      ),
  )
}

/** Those who ask everywhere: between them every relation there is to some of it. */
export const wanderers: readonly Persona[] = [
  'colleague',
  'reader',
  'leader',
  'formerLeader',
  'otherLeader',
  'hrAbove',
  'council',
  'peopleToken',
  'roundsToken',
  'filingToken',
]
