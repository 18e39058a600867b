import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Db } from '../../db/client.ts'
import * as real from '../../domain/permissions.ts'
import { type TalkAct, talkActTypes } from '../../domain/talk/events.ts'
import { type Asking, questionOf } from './asking.ts'
import { everywhereElse, wanderers } from './elsewhere.ts'
import { mayMeet, textsIn } from './finds.ts'
import type { PermissionStage, Question, Told } from './stage.ts'
import { cases, type Line, table } from './table.ts'
import { readUnnoted, type TextName, texts } from './texts.ts'
import {
  isProgram,
  type Persona,
  personas as everyPersona,
  personBehind,
  programs,
  type World,
} from './world.ts'

/** Everybody, everywhere, and the mutants take minutes; by itself the suite asks those who are mistaken most easily. */
const isWhole = process.env.PERMISSIONS === 'whole'
const personas: readonly Persona[] = isWhole
  ? everyPersona
  : [
      'nobody',
      'employee',
      'colleague',
      'leader',
      'formerLeader',
      'deputy',
      'hr',
      'hrAbove',
      'otherHr',
      'administrator',
      'peopleToken',
      'roundsToken',
      'filingToken',
    ]
const crawlers = isWhole ? wanderers : wanderers.filter((one) => personas.includes(one))

/** Which of its sentences the one place that decides was asked in a request, and the one that is taken out of it. */
let mutant: Mutant | null = null

interface Mutant {
  /** The sentence, and the act where it is about acts. */
  readonly name: string
  readonly says: (was: unknown) => unknown
}

jest.unstable_mockModule('../../domain/permissions.ts', () =>
  Object.fromEntries(Object.entries(real).map(([name, value]) => [name, watched(name, value)])),
)
const { openPermissionStage, withinQuestion } = await import('./stage.ts')

function watched(name: string, value: unknown): unknown {
  if (typeof value !== 'function') return value
  return (...args: readonly unknown[]) => {
    const was: unknown = Reflect.apply(value, null, args)
    const about = name === 'mayAct' ? `${name} ${String(args[1])}` : name
    const asked = withinQuestion.getStore()
    if (asked instanceof Set) asked.add(about)
    return mutant?.name === about ? mutant.says(was) : was
  }
}

interface Asked {
  readonly address: string
  readonly about: string
  readonly persona: Persona
}

interface Cell extends Asked {
  readonly line: Line
  readonly asked: ReadonlySet<string>
  readonly told: Told
}

let stage: PermissionStage
const cells: Cell[] = []

beforeAll(async () => {
  stage = await openPermissionStage()
  const lines = Object.entries(table).map(([address, line]) => ({ address, about: '', line }))
  const by = (asking: readonly Persona[]) => (line: (typeof cases)[number]) =>
    asking.map((persona) => ({ ...line, persona }))
  const wanted = [...lines.flatMap(by(personas)), ...cases.flatMap(by(everyPersona))]
  await Promise.all(
    wanted.map(async (one) => {
      const asked = new Set<string>()
      cells.push({ ...one, asked, told: await ask(one, stage.world.ids, { within: asked }) })
    }),
  )
}, 900_000)
afterAll(() => stage?.close())

function ask(
  asking: Asking,
  ids = stage.world.ids,
  more: Pick<Question, 'within' | 'look'> = {},
): Promise<Told> {
  return stage.ask({ ...questionOf(asking, ids), ...more })
}

function nameOf({ address, about, persona }: Asked): string {
  return [address, about, persona].filter(Boolean).join(' · ')
}

function verdictFault(cell: Cell, told: Told): string | null {
  const [is, should] = [verdictOf(told, cell.line), expectedFor(cell)]
  return is === should ? null : `${nameOf(cell)}: ${is} (${told.status}), expected ${should}`
}

function shownFaults(cell: Cell, { bytes }: Told): string[] {
  const text = bytes.toString()
  return Object.entries(cell.line.shows ?? {}).flatMap(([word, who]) => {
    const should = who.includes(personBehind(cell.persona)) && expectedFor(cell) === 'answered'
    if (text.includes(word) === should) return []
    return [`${nameOf(cell)}: ${should ? 'expected' : 'found'} '${word}'`]
  })
}

type Verdict = 'answered' | 'not there' | 'sign in' | 'outside the scopes' | `odd: ${number}`

function verdictOf({ status, headers, bytes }: Told, { isOpen = false }: Line): Verdict {
  if (status === 401 || headers.location === '/sign-in') return 'sign in'
  if (status === 404) return 'not there'
  if (status === 403 && bytes.includes('insufficient-scope')) return 'outside the scopes'
  // Refused by the rules, not readable, or waiting for the engine: whoever is told that was let in.
  // Whoever tries to sign in in vain was let in to try.
  const isLetIn = status < 400 || (isOpen && status === 403) || [409, 410, 422, 503].includes(status)
  return isLetIn ? 'answered' : `odd: ${status}`
}

function expectedFor({ address, line, persona }: Pick<Cell, 'address' | 'line' | 'persona'>): Verdict {
  const { who, scope, isOpen = false } = line
  if (who.includes(persona)) return 'answered'
  const person = personBehind(persona)
  if ((person === 'nobody' || person === 'left') && !isOpen) return 'sign in'
  if (!isProgram(persona) || isOpen) return 'not there'
  // Pages and forms are for people: a program is nobody there.
  if (!address.includes(' /api/')) return 'sign in'
  const scopes: readonly string[] = programs[persona].scopes
  if (scope === undefined || !scopes.includes(scope)) return 'outside the scopes'
  return who.includes(person) ? 'answered' : 'not there'
}

describe('Every address of the service', () => {
  test('stands in the table, and the table names no other', () => {
    expect(Object.keys(table).toSorted()).toEqual([...stage.addresses].toSorted())
  })

  test('answers exactly those whom the table names; to all others nothing is there', () => {
    const wrong = cells.flatMap((cell) => verdictFault(cell, cell.told) ?? [])
    // Why an address failed stands in the log alone.
    const failed = stage.logged().filter((line) => line.includes('"code":"unknown"'))
    expect([...wrong, ...(wrong.length > 0 ? failed : [])]).toEqual([])
  })

  test('tells each of them what is theirs, where it is not the same for all', () => {
    expect(cells.flatMap((cell) => shownFaults(cell, cell.told))).toEqual([])
  })
})

describe('What is not yours', () => {
  test('is answered in the same words, under the same headers, as what does not exist', async () => {
    const wrong: string[] = []
    for (const persona of personas.filter((one) => one !== 'nobody')) {
      const nothing = {
        api: plain(await stage.ask({ persona, address: 'GET /api/v1/nothing' })),
        page: plain(await stage.ask({ persona, address: 'GET /nothing' })),
      }
      for (const { address, line, told } of cells.filter((cell) => cell.persona === persona)) {
        // How often somebody may try to sign in stands in the headers.
        if (told.status !== 404 || line.isOpen) continue
        const same = address.includes(' /api/') ? nothing.api : nothing.page
        if (plain(told) !== same) wrong.push(`${address} · ${persona}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('is not told from what does not exist by those who may see others of its kind', async () => {
    const wrong: string[] = []
    const unknown = Object.fromEntries(
      Object.keys(stage.world.ids).map((name, place) => [name, `00000000-0000-4000-8000-${1e11 + place}`]),
    )
    for (const cell of cells) {
      const { address, line, persona, told } = cell
      if (!address.includes('Id') || !line.who.includes(persona) || persona !== line.who[0]) continue
      // Lists of one's own, and an import, which is of everything.
      if (line.who.length > 10 || address.includes('/imports/')) continue
      const ids = {
        ...stage.world.ids,
        ...unknown,
        material: 'guide',
        language: 'da',
        kind: 'senior',
        name: 'guide',
      }
      const nothing = await ask(cell, ids)
      if (nothing.status !== 404)
        wrong.push(`${address} · ${persona}: ${nothing.status}, known ${told.status}`)
    }
    expect(wrong).toEqual([])
  })
})

/**
 * An answer without what differs between any two: the moment, ids, and the page's own address, for which only what is
 * opened offers another language; nor the words that the person has just sent.
 */
function plain({ headers, bytes }: Told): string {
  const { date: _date, etag: _etag, 'content-length': _length, ...rest } = headers
  const body = bytes
    .toString()
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replaceAll(/name="(?:to|path)" value="[^"]*"/g, '')
    .replace(/<form method="post" action="\/language">.*?<\/form>/s, '')
    .replace(/<section class="panel given-back">.*?<\/section>/s, '')
  return JSON.stringify([rest, body])
}

describe('The crawl', () => {
  test('finds what people wrote only with those whom the list of texts names', async () => {
    const strays = cells.flatMap((cell) => straysIn(cell, cell.told))
    const elsewhere = everywhereElse(stage.addresses, stage.world).flatMap((one) =>
      crawlers.map((persona) => ({ ...one, persona, about: 'elsewhere' })),
    )
    await Promise.all(
      elsewhere.map(async (one) => {
        const told = await stage.ask(one)
        if (told.status >= 500) strays.push(`${nameOf(one)}: ${told.status}`)
        strays.push(...straysIn(one, told))
      }),
    )
    expect(strays).toEqual([])
  }, 900_000)

  test('would have found every text: those who may, meet it', () => {
    const met = new Set(cells.flatMap(({ told }) => textsIn(told)))
    const missed = (Object.keys(texts) as TextName[]).filter(
      (name) => texts[name].length > 0 && !met.has(name),
    )
    expect(missed).toEqual([])
  })

  test('finds a note of every reading by others than the employee, in what was done at once with it', async () => {
    const isNoted = (name: TextName) => readUnnoted[name] === undefined
    const read = cells.filter(({ persona, told }) => {
      const isOthers = persona !== 'employee' && personBehind(persona) !== 'nobody'
      return isOthers && textsIn(told).some(isNoted)
    })
    expect(new Set(read.map(({ persona }) => persona)).size).toBeGreaterThan(2)
    const unnoted: string[] = []
    await Promise.all(
      read.map(async (cell) => {
        const { personId: byPersonId } = stage.world.people[personBehind(cell.persona) as 'leader']
        let notes = 0
        const look = async (db: Db) => {
          notes = await db.auditEntry.count({ where: { byPersonId, event: { startsWith: 'read/' } } })
        }
        const found = textsIn(await ask(cell, stage.world.ids, { look })).filter(isNoted)
        if (found.length > 0 && notes === 0) unnoted.push(`${nameOf(cell)}: ${found.join(', ')}`)
      }),
    )
    expect(unnoted.toSorted()).toEqual([])
  })

  test('finds none of it in the log, nor in what is measured', async () => {
    const lines = stage.logged()
    expect(lines.length).toBeGreaterThan(1_000)
    expect(lines.filter((line) => line.includes('kanarie'))).toEqual([])
    const measured = await stage.measured()
    expect(measured).toContain('/api/v1/talks/:talkId/sheets')
    expect(measured).not.toContain('kanarie')
  })
})

function straysIn(asked: Asked, told: Told): string[] {
  return textsIn(told)
    .filter((name) => !mayMeet(asked.persona, name))
    .map((name) => `${nameOf(asked)}: found '${name}'`)
}

/** Each sentence turned into "yes, always" and "no, never"; a standing one relation at a time. */
function mutantsOf(name: string, world: World): Mutant[] {
  if (name === 'standingTo') {
    const changes: Partial<real.Standing>[] = [
      { isHr: true },
      { isHr: false },
      { isLeadersLeader: true },
      { isLeadersLeader: false },
      { party: 'employee' },
      { party: 'leader' },
      { party: null },
    ]
    return changes.map((change) => ({ name, says: (was) => ({ ...(was as real.Standing), ...change }) }))
  }
  if (name.startsWith('units')) {
    const everyUnit = () => world.all.unitId
    return [
      { name, says: everyUnit },
      { name, says: () => [] },
    ]
  }
  // An act of both is asked for after they were found to be the two: that anybody may changes nothing.
  const isOfBoth = real.mayAct(theEmployee, actOf(name)) && real.mayAct(theLeader, actOf(name))
  const answers = name.startsWith('mayAct ') && isOfBoth ? [false] : [true, false]
  return answers.map((answer) => ({ name, says: () => answer }))
}

const theEmployee: real.Standing = { ...real.stranger, party: 'employee' }
const theLeader: real.Standing = { ...real.stranger, party: 'leader' }

function actOf(name: string): TalkAct['type'] {
  return talkActTypes.find((type) => name === `mayAct ${type}`) ?? 'mark-ready'
}

/** Whether some request is answered otherwise than the table says, and rightly without the mutant. */
async function isCaught(wanted: Mutant, alone: PermissionStage): Promise<boolean> {
  // Behind the fence a check is not always come to: whoever asks for what was asked of somebody may come to it here.
  const addresses = new Set(cells.filter(({ asked }) => asked.has(wanted.name)).map(({ address }) => address))
  for (const cell of cells.filter(({ address }) => addresses.has(address))) {
    const isWrong = async () => {
      const told = await alone.ask(questionOf(cell, alone.world.ids))
      return verdictFault(cell, told) !== null || shownFaults(cell, told).length > 0
    }
    mutant = wanted
    const isWrongWithIt = await isWrong().finally(() => {
      mutant = null
    })
    if (isWrongWithIt && !(await isWrong())) return true
  }
  return false
}

const inTheWhole = isWhole ? describe : describe.skip
/** How long somebody is signed in, and how they showed who they are, is tried by the tests of sessions. */
const ofSessions = ['needsStrongSignIn', 'holdsAny']

inTheWhole('A check that is taken out', () => {
  /** Without the database's own fence, behind which a missing check would not be missed. */
  let alone: PermissionStage
  beforeAll(async () => {
    alone = await openPermissionStage(false)
  }, 120_000)
  afterAll(() => alone?.close())

  const sentences = Object.entries(real).flatMap(([name, value]) => {
    if (typeof value !== 'function' || ofSessions.includes(name)) return []
    return name === 'mayAct' ? talkActTypes.map((type) => `${name} ${type}`) : [name]
  })

  test.each(sentences)(
    'is missed at once: %s',
    async (name) => {
      for (const [place, wanted] of mutantsOf(name, alone.world).entries())
        expect([name, place, await isCaught(wanted, alone)]).toEqual([name, place, true])
    },
    300_000,
  )
})
