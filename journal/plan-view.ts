import { formatDay } from '../domain/calendar/format.ts'
import type { Language } from '../domain/language.ts'
import type { PlanAgreement, PlanApproval, PlanDocument } from './plan-document.ts'
import { planConcludedOn, planTitle } from './plan-document.ts'
import type { PlanTexts } from './plan-text.ts'
import { planTexts } from './plan-text.ts'
import { oneLine, shortened } from './printable.ts'

/** What the template sets, word by word; it decides nothing but the form. All strings are final. */
export interface PlanView {
  readonly language: Language
  readonly documentTitle: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly employer: string
  readonly unit: string
  readonly title: string
  readonly lead: string
  /** Set apart at the top; null when the plan was agreed. */
  readonly warning: string | null
  readonly facts: readonly LabelledText[]
  readonly goals: Section<{ readonly goal: string; readonly workplaceGoal: LabelledText | null }>
  readonly actions: Section<{ readonly what: string; readonly facts: readonly LabelledText[] }>
  readonly notDoing: Section<{ readonly what: string; readonly why: LabelledText | null }>
  readonly plannedTraining: Section<string>
  readonly completedTraining: Section<string>
  readonly approval: {
    readonly heading: string
    readonly lead: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  } | null
  readonly statements: Section<LabelledText>
  readonly payNote: string
  readonly version: string
  readonly checksum: LabelledText
  readonly footer: string
  readonly page: string
  readonly of: string
}

export interface LabelledText {
  readonly label: string
  readonly text: string
}

export interface Section<Item> {
  readonly heading: string
  readonly items: readonly Item[]
  /** Shown in place of no items. */
  readonly none: string
}

/** The view of a plan in one language; `printable` makes each text of a person or the employer settable. */
export function planView(
  plan: PlanDocument,
  language: Language,
  printable: (text: string) => string,
): PlanView {
  const shown = namesOnOneLine(printableStrings(plan, printable))
  const texts = planTexts[language]
  const [year, month, date] = planConcludedOn(shown).split('-').map(Number)
  return {
    language,
    documentTitle: planTitle(shown, language),
    date: { year: year ?? 0, month: month ?? 0, day: date ?? 0 },
    employer: shown.employer,
    unit: shown.unit,
    title: texts.title,
    lead: leadOf(shown, language, texts),
    warning: shown.agreement.kind === 'agreed' ? null : texts.notAgreed,
    facts: factsOf(shown, language, texts),
    ...contentOf(shown, language, texts),
    approval: approvalOf(shown.agreement, language, texts),
    statements: statementsOf(shown, texts),
    payNote: texts.payNote,
    version: `${texts.version} ${shown.version}`,
    checksum: { label: texts.contentHash, text: shown.contentHash },
    footer: `${shortened(shown.employeeName)} · ${shortened(shown.kindName)} · ${texts.version.toLowerCase()} ${shown.version}`,
    page: texts.page,
    of: texts.of,
  }
}

function leadOf(plan: PlanDocument, language: Language, texts: PlanTexts): string {
  const form = plan.agreement.kind === 'agreed' ? texts.resultOf : texts.proposalAfter
  return form(plan.kindName, formatDay(plan.heldOn, language))
}

function factsOf(plan: PlanDocument, language: Language, texts: PlanTexts): LabelledText[] {
  const concluded = plan.agreement.kind === 'agreed' ? texts.agreedOn : texts.endedOn
  return [
    { label: texts.employee, text: plan.employeeName },
    { label: texts.leader, text: plan.leaderName },
    { label: texts.heldOn, text: formatDay(plan.heldOn, language) },
    { label: concluded, text: formatDay(planConcludedOn(plan), language) },
  ]
}

function contentOf(plan: PlanDocument, language: Language, texts: PlanTexts) {
  const ownerNames = { employee: plan.employeeName, leader: plan.leaderName }
  return {
    goals: {
      heading: texts.goals,
      items: plan.goals.map(({ goal, workplaceGoal }) => ({
        goal,
        workplaceGoal: labelled(texts.workplaceGoal, workplaceGoal),
      })),
      none: texts.noGoals,
    },
    actions: {
      heading: texts.actions,
      items: plan.actions.map(({ what, owner, dueOn, support, effect }) => ({
        what,
        facts: [
          { label: texts.owner, text: `${ownerNames[owner]} (${texts[owner].toLowerCase()})` },
          { label: texts.dueOn, text: formatDay(dueOn, language) },
          labelled(texts.support, support),
          labelled(texts.effect, effect),
        ].filter((fact) => fact !== null),
      })),
      none: texts.noActions,
    },
    notDoing: {
      heading: texts.notDoing,
      items: plan.notDoing.map(({ what, why }) => ({ what, why: labelled(texts.why, why) })),
      none: texts.nothingNotDoing,
    },
    plannedTraining: { heading: texts.plannedTraining, items: plan.plannedTraining, none: texts.noTraining },
    completedTraining: {
      heading: texts.completedTraining,
      items: plan.completedTraining,
      none: texts.noTraining,
    },
  }
}

function approvalOf(agreement: PlanAgreement, language: Language, texts: PlanTexts): PlanView['approval'] {
  if (agreement.kind === 'not-agreed') return null
  return {
    heading: texts.approval,
    lead: texts.approvedSame,
    columns: [texts.name, texts.role, texts.approvedOn],
    rows: (['employee', 'leader'] as const).map((party) => [
      approverOf(agreement[party], texts),
      texts[party],
      formatDay(agreement[party].on, language),
    ]),
  }
}

function approverOf({ name, onBehalfOf }: PlanApproval, texts: PlanTexts): string {
  return onBehalfOf === null ? name : texts.onBehalfOf(name, onBehalfOf)
}

function statementsOf(plan: PlanDocument, texts: PlanTexts): Section<LabelledText> {
  const { agreement } = plan
  const statement = (name: string, role: string, text: string): LabelledText => ({
    label: texts.statementOf(name, role),
    text: text.trim() === '' ? texts.noStatement : text,
  })
  const items =
    agreement.kind === 'agreed'
      ? []
      : [
          statement(plan.employeeName, texts.employee, agreement.employeeStatement),
          statement(plan.leaderName, texts.leader, agreement.leaderStatement),
        ]
  return { heading: texts.statements, items, none: '' }
}

function labelled(label: string, text: string): LabelledText | null {
  return text.trim() === '' ? null : { label, text }
}

function namesOnOneLine(plan: PlanDocument): PlanDocument {
  const { agreement } = plan
  const approval = (of: PlanApproval): PlanApproval => ({
    ...of,
    name: oneLine(of.name),
    onBehalfOf: of.onBehalfOf && oneLine(of.onBehalfOf),
  })
  return {
    ...plan,
    employer: oneLine(plan.employer),
    unit: oneLine(plan.unit),
    employeeName: oneLine(plan.employeeName),
    leaderName: oneLine(plan.leaderName),
    kindName: oneLine(plan.kindName),
    agreement:
      agreement.kind === 'agreed'
        ? { kind: 'agreed', employee: approval(agreement.employee), leader: approval(agreement.leader) }
        : agreement,
  }
}

/** The same plan with every string in it made printable, so that no field can be forgotten. */
function printableStrings<Value>(value: Value, printable: (text: string) => string): Value
function printableStrings(value: unknown, printable: (text: string) => string): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map((item) => printableStrings(item, printable))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, printableStrings(item, printable)]),
  )
}
