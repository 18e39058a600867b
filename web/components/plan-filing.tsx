import { dayText, instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { type PlanFiling, type PlanTalk, planPaths } from '../plan-view.ts'
import { planWords } from '../texts/plan-text.ts'
import { planVersionTexts } from '../texts/plan-version.ts'
import { Form, Submit, TextField } from './form.tsx'

/** Where a version is filed, with its receipt, or who files it and until when (R8). */
export function Filing({ frame, talk, filing }: { frame: Frame; talk: PlanTalk; filing: PlanFiling }) {
  const { filing: texts, title } = planVersionTexts[frame.language]
  const { number } = filing
  return (
    <section class="panel" id="filing">
      <h2>{talk.filings.length > 1 && number !== null ? `${texts.title}: ${title(number)}` : texts.title}</h2>
      {filing.status === 'filed' ? (
        <Filed frame={frame} filing={filing} />
      ) : (
        <p>{coming(frame, talk, filing)}</p>
      )}
    </section>
  )
}

function coming(frame: Frame, talk: PlanTalk, { by, status, dueOn, statementsUntil }: PlanFiling): string {
  const { filing } = planVersionTexts[frame.language]
  if (statementsUntil !== null) return filing.afterStatements(dayText(frame, statementsUntil))
  const leader = talk.leader?.name ?? planWords[frame.language].leader
  if (by === 'leader') return filing.byLeader(leader, dayText(frame, dueOn))
  return status === 'failed' ? filing.failed : filing.byItself(dayText(frame, dueOn))
}

/** What the leader does where no system takes the plan (R8.2). */
export function FileByHand({ frame, talk, versionId }: { frame: Frame; talk: PlanTalk; versionId: string }) {
  const { filing: texts } = planVersionTexts[frame.language]
  const paths = planPaths(talk.id)
  return (
    <Form frame={frame} action={paths.journalEntry(versionId)}>
      <ol>
        <li>
          <a href={paths.pdf(versionId)}>{texts.byHand.get}</a>
        </li>
        <li>{texts.byHand.put}</li>
        <li>{texts.byHand.enter}</li>
      </ol>
      <TextField
        name="caseNumber"
        label={texts.caseNumber}
        hint={texts.caseNumberHint}
        width="m"
        maxLength={200}
        autocomplete="off"
        required
      />
      <Submit>{texts.save}</Submit>
    </Form>
  )
}

function Filed({ frame, filing }: { frame: Frame; filing: PlanFiling }) {
  const { filing: texts } = planVersionTexts[frame.language]
  const { filedAt, caseReference, receipt } = filing
  return (
    <>
      {filedAt !== null && <p>{texts.filed(instantText(frame, filedAt))}</p>}
      <dl class="facts">
        {caseReference && (
          <>
            <dt>{texts.reference}</dt>
            <dd>{caseReference}</dd>
          </>
        )}
        {receipt && receipt !== caseReference && (
          <>
            <dt>{texts.receipt}</dt>
            <dd>{receipt}</dd>
          </>
        )}
      </dl>
    </>
  )
}
