import { type PolicyLine, policyLineNames } from '../../domain/policy/line-names.ts'
import type { Policy, PolicyDateKey } from '../../domain/policy/policy.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { Form, Hidden, Radios, Select, Submit, TextField } from '../components/form.tsx'
import { roundBack, RoundNav, type RoundReach } from '../components/round-nav.tsx'
import { RuleMoves, type RuleMovesView } from '../components/rule-moves.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { changeableDates, type RuleLine, ruleInput, ruleLines, ruleText } from '../rule-lines.ts'
import { roundWords } from '../texts/rounds.ts'
import { rulesTexts } from '../texts/rules.ts'

export interface RulesView {
  readonly round: RoundReach & { readonly name: string; readonly status: RoundStatus }
  readonly policy: Policy
  /** The lines that were changed and not saved yet. */
  readonly changes: ReadonlyMap<RuleLine, string>
  /** What they would move; null where nothing was changed. */
  readonly moves: RuleMovesView | null
}

/** A round's dates and rules; of a running one, what a change moves and for whom, before it is saved (R14.2). */
export function roundRulesPage(frame: Frame, view: RulesView): string {
  const texts = rulesTexts[frame.language]
  const { round, moves } = view
  const field = (line: RuleLine) => <RuleField key={line} frame={frame} view={view} line={line} />
  const path = `/rounds/${round.id}`
  const hasEnded = round.status === 'closed' || round.status === 'stopped'
  return renderPage({
    frame,
    section: 'rounds',
    back: roundBack(frame, round),
    title: round.status === 'draft' ? texts.title : `${texts.title}: ${round.name}`,
    lead: <p>{texts.leads[round.status](dayText(frame, view.policy.leaderKickoffOn))}</p>,
    children: (
      <>
        {round.status !== 'draft' && <RoundNav frame={frame} round={round} at="rules" />}
        {moves && <Preview frame={frame} view={view} moves={moves} />}
        <Form frame={frame} action={`${path}/rules`}>
          <section class="panel">
            <h2>{texts.window}</h2>
            <p class="muted">{texts.windowHint}</p>
            <div class="field-row">{(['talksFrom', 'talksTo'] as const).map(field)}</div>
            <h3>{texts.dates}</h3>
            {changeableDates.map(field)}
          </section>
          <section class="panel">
            <h2>{texts.talks}</h2>
            {talkLines.map(field)}
          </section>
          <section class="panel">
            <h2>{texts.afterwards}</h2>
            {laterLines.map(field)}
          </section>
          <section class="panel">
            <h2>{texts.who}</h2>
            {whoLines.map(field)}
          </section>
          <Seldom frame={frame} view={view} />
          {!hasEnded && (
            <p class="buttons">
              <Submit kind={moves ? 'secondary' : 'primary'}>{texts.look}</Submit>
            </p>
          )}
        </Form>
      </>
    ),
  })
}

/** What most leave as it is: folded, unless something of it was changed or could not be read. */
function Seldom({ frame, view }: { frame: Frame; view: RulesView }) {
  const texts = rulesTexts[frame.language]
  const field = (line: RuleLine) => <RuleField key={line} frame={frame} view={view} line={line} />
  const isOpen = (lines: readonly RuleLine[]) =>
    frame.sent !== null || lines.some((line) => view.changes.has(line))
  return (
    <>
      <section class="panel">
        <h2>{texts.daysOff}</h2>
        {daysOffLines.map(field)}
      </section>
      <details class="panel" open={isOpen([...sendLines, ...digestLines, ...stepLines])}>
        <summary>{texts.mails}</summary>
        <p class="muted">{texts.mailsHint}</p>
        <div class="field-row">{sendLines.map(field)}</div>
        <div class="field-row">{digestLines.map(field)}</div>
        <div class="field-row">{stepLines.map(field)}</div>
      </details>
      <details class="panel" open={isOpen(specialLines)}>
        <summary>{texts.special}</summary>
        <p class="muted">{texts.specialHint}</p>
        {specialLines.map(field)}
      </details>
      <section class="panel">
        <h2>{texts.elsewhere}</h2>
        <p>{texts.elsewhereHint}</p>
      </section>
    </>
  )
}

function Preview({ frame, view, moves }: { frame: Frame; view: RulesView; moves: RuleMovesView }) {
  const texts = rulesTexts[frame.language]
  return (
    <section class="panel next">
      <h2>{texts.preview}</h2>
      {view.changes.size === 0 ? (
        <p>{texts.nothingChanges}</p>
      ) : (
        <>
          <RuleMoves frame={frame} moves={moves} />
          <Form frame={frame} action={`/rounds/${view.round.id}/rules/changes`}>
            {[...view.changes].map(([line, value]) => (
              <Hidden key={line} name={ruleInput(line)} value={value} />
            ))}
            <Submit>{texts.save}</Submit>
          </Form>
        </>
      )}
    </section>
  )
}

const talkLines = [
  'noticeDays',
  'talkMinutes',
  'planMinutes',
  'prepareReminders',
  'leaderPrepareReminder',
  'reveal',
] as const
const laterLines = [
  'planAgreedWithin',
  'journaledWithin',
  'fileNotAgreed',
  'statementsWithin',
  'statusTalks',
  'statusTalkMinutes',
  'minimumGroup',
  'nudgeEvery',
] as const
const whoLines = [
  'eligibility.leastWeeklyHours',
  'eligibility.leastMonthsEmployed',
  'leadersByLus',
  'seniorTalkFromAge',
] as const
const daysOffLines = [
  'quietPeriods',
  'closed.mayDay',
  'closed.constitutionDay',
  'closed.christmasEve',
  'closed.newYearsEve',
] as const
const sendLines = ['sendWindow.singleFrom', 'sendWindow.singleTo'] as const
const digestLines = ['sendWindow.digestAt', 'sendWindow.digestTo'] as const
const stepLines = ['stepWindow.from', 'stepWindow.to'] as const
const specialLines = [
  'answerBy',
  'confirmHeldWithin',
  'reinviteWithin',
  'approveAfterTurn',
  'notInvited.beforeTalksTo',
  'notInvited.leadersLeader',
  'notInvited.hr',
  'leads.orientation',
  'leads.invite',
  'leads.hold',
  'holdAfterTalksTo',
  'handOverGrace',
  'leastAfterLeave',
  'leastAfterMove',
  'oldNotesKept',
  'returnTalkAfter',
  'filingFailureEvery',
] as const

function RuleField({ frame, view, line }: { frame: Frame; view: RulesView; line: RuleLine }) {
  const texts = rulesTexts[frame.language]
  const words = roundWords[frame.language]
  const form = ruleLines[line]
  const value = view.changes.get(line) ?? ruleText(view.policy, line)
  const name = ruleInput(line)
  if (form === 'day') {
    const key = line as PolicyDateKey
    const hint = words.dateNotes[key]
    return <TextField name={name} label={words.dates[key]} hint={hint} type="date" required value={value} />
  }
  const label = policyLineNames[frame.language][line as PolicyLine]
  const hint = texts.hints[line as PolicyLine]
  const shared = { name, label, value, ...(hint && { hint }) }
  if (form === 'reveal')
    return (
      <Radios
        {...shared}
        required
        options={(['both-ready', 'author'] as const).map((one) => ({ value: one, label: texts.reveal[one] }))}
      />
    )
  if (form === 'yes-no')
    return (
      <Select
        {...shared}
        required
        options={[
          { value: 'no', label: texts.no },
          { value: 'yes', label: texts.yes },
        ]}
      />
    )
  if (form === 'time') return <TextField {...shared} type="time" required width="s" />
  if (form === 'quiet') return <TextField {...shared} maxLength={200} />
  return <TextField {...shared} required={form === 'number'} width="xs" />
}
