import { z } from 'zod'
import { roundRulesPage } from '../../web/pages/round-rules.tsx'
import {
  changedLines,
  isReadable,
  type RuleLine,
  ruleEdit,
  ruleInput,
  ruleLineNames,
  ruleLines,
} from '../../web/rule-lines.ts'
import { wrongField } from '../field-problems.ts'
import { Problem } from '../problem.ts'
import { roundParams } from '../round-schemas.ts'
import { changePolicy, previewChange } from '../routes/policies.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage, type FormFields, type FormRequest } from './page.ts'
import { runRound } from './round-request.ts'

const rules = definePage({
  path: '/rounds/:roundId/rules',
  params: roundParams,
  /** The changed lines that are looked at, by the names of their inputs. */
  query: z.record(z.string(), z.string().max(200).catch('')),
  show: async (request) => {
    const { frame, params, query } = request
    const found = await runRound(request)
    const { policy } = found
    const changes = changedLines(policy, (line) => query[ruleInput(line)] ?? null)
    const moves = query.look
      ? await ask(request, previewChange, { params, body: ruleEdit(changes) }).catch(nothingToShow)
      : null
    return roundRulesPage(frame, {
      round: found,
      policy,
      changes: new Map(changes),
      moves,
    })
  },
})

/** Every line has an input, also where the members of a list are complained about. */
const names = Object.fromEntries(ruleLineNames.map((line) => [ruleInput(line), ruleInput(line)]))

/** Shows what the changes would move; nothing is saved. */
const look = defineForm({
  path: '/rounds/:roundId/rules',
  page: rules,
  params: roundParams,
  names,
  does: async (request) => {
    const { params } = request
    const changes = await enteredChanges(request)
    await ask(request, previewChange, { params, body: ruleEdit(changes) })
    return { to: `/rounds/${params.roundId}/rules?${new URLSearchParams(shownAgain(changes)).toString()}` }
  },
})

const change = defineForm({
  path: '/rounds/:roundId/rules/changes',
  page: rules,
  params: roundParams,
  names,
  pageQuery: (entered) =>
    shownAgain(
      ruleLineNames.flatMap((line) => (entered.has(ruleInput(line)) ? [[line, written(entered, line)]] : [])),
    ),
  does: async (request) => {
    const { params } = request
    await ask(request, changePolicy, { params, body: ruleEdit(await enteredChanges(request)) })
    return { to: `/rounds/${params.roundId}`, notice: 'rules-changed' }
  },
})

export const roundRulesPages = [rules]
export const roundRulesForms = [look, change]

type RulesForm = FormRequest<{ roundId: string }>

async function enteredChanges(request: RulesForm): Promise<[RuleLine, string][]> {
  const { entered } = request
  const { policy } = await runRound(request)
  const changes = changedLines(policy, (line) =>
    entered.has(ruleInput(line)) ? written(entered, line) : null,
  )
  const unread = changes.find(([line, text]) => !isReadable(line, text))
  if (unread === undefined) return changes
  const [line, text] = unread
  throw wrongField(`body.${ruleInput(line)}`, text, 'no-quiet-periods', request.language)
}

/** The page's address with changes that are not saved. */
function shownAgain(changes: readonly (readonly [RuleLine, string])[]): Record<string, string> {
  return { ...Object.fromEntries(changes.map(([line, text]) => [ruleInput(line), text])), look: 'yes' }
}

function written(entered: FormFields, line: RuleLine): string {
  const text = entered.text(ruleInput(line))
  return ruleLines[line] === 'day' ? enteredDay(text) : text
}

/** An address with changes that cannot be made shows the rules alone. */
function nothingToShow(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
