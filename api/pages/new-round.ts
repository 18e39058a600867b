import { z } from 'zod'
import type { Day } from '../../domain/calendar/day.ts'
import { isHrAnywhere, unitsAsHr } from '../../domain/permissions.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import type { KindToOpen } from '../../domain/round/round.ts'
import type { Sector } from '../../db/round-reading.ts'
import { newRoundPage, type RoundStart } from '../../web/pages/new-round.tsx'
import { changeableDates } from '../../web/rule-lines.ts'
import type { SignedInBegun } from '../begin.ts'
import { readInput } from '../input.ts'
import { notFound, Problem } from '../problem.ts'
import { newRound as newRoundSchema } from '../round-schemas.ts'
import { previewYear } from '../routes/policies.ts'
import { draftRound } from '../routes/rounds.ts'
import { enteredDay } from './entered.ts'
import { hrUnits } from './hr-units.ts'
import { ask, defineForm, definePage, type FormFields, type PageRequest } from './page.ts'

const startNames = ['unitId', 'kind', 'sector', 'year', 'name', 'talksFrom', 'talksTo'] as const
const text = z.string().max(300).catch('')

/** The fields of both steps as they stand in the address, by the names of their inputs. */
const query = z.record(z.string(), text)
type Asked = z.output<typeof query>

export const newRound = definePage({
  path: '/rounds/new',
  query,
  show: async (request) => {
    const { frame, query: asked, person } = request
    if (!isHrAnywhere(person)) throw notFound()
    const units = await hrUnits(request)
    const start = { ...proposed(request), ...startOf(asked) }
    const dates = asked.step === 'start' || !asked.talksFrom ? null : await datesOf(request, asked)
    return newRoundPage(frame, { start, units, dates })
  },
})

/** The first step: nothing but the calendar comes of it. */
const calendar = defineForm({
  path: '/rounds/new/calendar',
  page: newRound,
  pageQuery: (entered) => ({ ...startFields(entered), step: 'start' }),
  does: async (request) => {
    const start = startFields(request.entered)
    readInput(newRoundSchema, bodyOf(start), 'body', request.language)
    await preview(request, start, {})
    return { to: `/rounds/new?${new URLSearchParams(start).toString()}` }
  },
})

/** The second step: shows the year with its changed dates again, or saves the draft. */
const draft = defineForm({
  path: '/rounds/new',
  page: newRound,
  pageQuery: (entered) => ({ ...startFields(entered), ...dateFields(entered) }),
  does: async (request) => {
    const { entered } = request
    const start = startFields(entered)
    const dates = dateFields(entered)
    if (entered.text('do') === 'look') {
      await preview(request, start, overridesOf(dates))
      return { to: `/rounds/new?${new URLSearchParams({ ...start, ...dates }).toString()}` }
    }
    const body = { ...bodyOf(start), overrides: overridesOf(dates) }
    const { id } = await ask(request, draftRound, { body })
    return { to: `/rounds/${id}`, notice: 'round-drafted' as const }
  },
})

export const newRoundForms = [calendar, draft]

/** What the first step proposes before anybody has chosen: next year's talks in the spring. */
function proposed({ today, person, frame }: PageRequest): RoundStart {
  const year = String(Number(today.slice(0, 4)) + (today.slice(5) < '02-01' ? 0 : 1))
  return {
    unitId: unitsAsHr(person)[0] ?? '',
    kind: 'mus',
    sector: 'municipal',
    year,
    name: `${frame.talkName} ${year}`,
    talksFrom: '',
    talksTo: '',
  }
}

function startOf(asked: Asked): Partial<RoundStart> {
  return Object.fromEntries(startNames.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])))
}

/** The year with what was changed of it; where that cannot be, as it is by default, beside the complaints. */
async function datesOf(request: PageRequest, asked: Asked) {
  const start = { ...proposed(request), ...startOf(asked) }
  const changed = Object.fromEntries(
    changeableDates.flatMap((key) => {
      const on = asked[`overrides.${key}`]
      return on ? [[`overrides.${key}`, on]] : []
    }),
  )
  for (const overrides of [overridesOf(changed), {}]) {
    try {
      return await preview(request, start, overrides)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return null
}

async function preview(request: SignedInBegun, start: RoundStart, overrides: Record<string, string>) {
  const { unitId, talksFrom, talksTo } = start
  const body = { unitId, talksFrom, ...(talksTo && { talksTo }), overrides }
  const { dates } = await ask(request, previewYear, { body })
  return dates as readonly { key: PolicyDateKey; on: Day }[]
}

/** As the api takes it; what was typed instead of a kind or a sector is refused there. */
function bodyOf({ unitId, kind, sector, year, name, talksFrom, talksTo }: RoundStart) {
  const chosen = { kind: kind as KindToOpen, sector: sector as Sector }
  return { unitId, ...chosen, year: Number(year), name, talksFrom, ...(talksTo && { talksTo }) }
}

function startFields(entered: FormFields): RoundStart & Record<string, string> {
  const start = Object.fromEntries(startNames.map((name) => [name, entered.text(name)]))
  return {
    ...start,
    talksFrom: enteredDay(entered.text('talksFrom')),
    talksTo: enteredDay(entered.text('talksTo')),
  } as RoundStart & Record<string, string>
}

function dateFields(entered: FormFields): Record<string, string> {
  return Object.fromEntries(
    changeableDates.map((key) => [`overrides.${key}`, enteredDay(entered.text(`overrides.${key}`))]),
  )
}

function overridesOf(dates: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(dates).map(([name, on]) => [name.replace('overrides.', ''), on]))
}
