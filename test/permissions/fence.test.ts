import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import * as real from '../../domain/permissions.ts'
import { questionOf } from './asking.ts'
import { everywhereElse, wanderers } from './elsewhere.ts'
import { mayMeet, textsIn } from './finds.ts'
import type { PermissionStage, Question } from './stage.ts'
import { cases, table } from './table.ts'
import { heldByTheProgram, type TextName, texts } from './texts.ts'
import { type Persona, personas as everyPersona, personBehind, type World } from './world.ts'

/** As in the table of who may: everybody everywhere takes minutes. */
const isWhole = process.env.PERMISSIONS === 'whole'
const personas: readonly Persona[] = isWhole
  ? everyPersona.filter((one) => one !== 'nobody' && one !== 'left')
  : [
      'employee',
      'colleague',
      'leader',
      'formerLeader',
      'deputy',
      'otherLeader',
      'hr',
      'hrAbove',
      'council',
      'roundsToken',
    ]

/** As whom everybody stands to every talk, and whose roles reach which units. */
let party: 'employee' | 'leader' = 'employee'
let units: readonly string[] = []

/** How people sign in, and for how long: of anybody else's session nothing is to be seen. */
const ofSessions = ['needsStrongSignIn', 'holdsAny']

// Here alone, where a module is exchanged for a test: the program has no switch that takes its checks away.
jest.unstable_mockModule('../../domain/permissions.ts', () =>
  Object.fromEntries(Object.entries(real).map(([name, value]) => [name, yes(name, value)])),
)
const { openPermissionStage } = await import('./stage.ts')

/** Every check says yes to everything. */
function yes(name: string, value: unknown): unknown {
  if (typeof value !== 'function' || ofSessions.includes(name)) return value
  if (name === 'standingTo') return () => ({ party, onBehalfOf: null, isLeadersLeader: true, isHr: true })
  if (name.startsWith('units')) return () => units
  return () => true
}

let stage: PermissionStage
beforeAll(async () => {
  stage = await openPermissionStage()
}, 120_000)
afterAll(() => stage?.close())

function questionsOf(world: World, asking: readonly Persona[]): Question[] {
  const lines = [...Object.entries(table).map(([address, line]) => ({ address, line })), ...cases]
  const asked = lines.filter(({ address }) => isWhole || address.startsWith('GET '))
  const ofTable = asked.flatMap((one) => asking.map((persona) => questionOf({ persona, ...one }, world.ids)))
  if (!isWhole) return ofTable
  const addresses = Object.keys(table)
  const elsewhere = everywhereElse(addresses, world)
  return [...ofTable, ...elsewhere.flatMap((one) => wanderers.map((persona) => ({ ...one, persona })))]
}

/** Who met which text where, when everybody asks for everything. */
async function crawl(over: PermissionStage, asking: readonly Persona[]) {
  const met: { persona: Persona; name: TextName; address: string }[] = []
  units = over.world.all.unitId ?? []
  for (party of ['employee', 'leader'] as const)
    await Promise.all(
      questionsOf(over.world, asking).map(async (question) => {
        const { persona, address } = question
        for (const name of textsIn(await over.ask(question))) met.push({ persona, name, address })
      }),
    )
  return met.filter(({ name }) => !heldByTheProgram.includes(name))
}

describe('With every check of the program taken out, the database', () => {
  test('still shows what people wrote to nobody but those whom the list of texts names', async () => {
    const met = await crawl(stage, personas)
    // A program is to the database whom it acts for: its scopes are the program's own check.
    const strays = met.filter(({ persona, name }) => !mayMeet(personBehind(persona), name))
    expect(strays.map(({ persona, name, address }) => `${address} · ${persona}: found '${name}'`)).toEqual([])
    // Those who may, meet it: nothing was hidden by being broken.
    const fenced = Object.keys(texts).filter((name) => !heldByTheProgram.includes(name as TextName))
    const missed = fenced.filter((text) => !met.some(({ name }) => name === text))
    expect(missed).toEqual([])
  }, 1_800_000)

  test('would not have been missed: without its fence a stranger finds nearly all of it', async () => {
    const open = await openPermissionStage(false)
    try {
      const met = await crawl(open, ['otherLeader'])
      const found = new Set(met.map(({ name }) => name))
      for (const name of ['sheet', 'draft', 'plan', 'plan-comment', 'topic', 'wish', 'status-note'] as const)
        expect(found).toContain(name)
    } finally {
      await open.close()
    }
  }, 1_800_000)
})
