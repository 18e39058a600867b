import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { type ActionView, canDo, type StatusTalkView, type TalkView } from '../talk-view.ts'
import { leaderActsTexts } from '../texts/leader-acts.ts'
import { talkAfterTexts } from '../texts/talk-after.ts'
import { talkTexts } from '../texts/talk.ts'
import { Form, Radios, Submit, TextField } from './form.tsx'
import { LeadersStatusTalk } from './leader-follow-up.tsx'
import { OtherTime, TimeFacts } from './talk-time.tsx'

/** What the two have promised each other; each reports on their own (R9.2). */
export function Actions({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkAfterTexts[frame.language]
  const actions = talk.content?.actions ?? []
  if (actions.length === 0) return null
  const mayShare = talk.standing.party === 'employee' && actions.some(({ owner }) => owner === 'employee')
  return (
    <section class="panel" id="actions">
      <h2>{texts.actions}</h2>
      <p>{texts.actionsHint}</p>
      {actions.map((action) => (
        <Action key={action.id} frame={frame} talk={talk} action={action} />
      ))}
      {mayShare && (
        <p>
          <a href={`/talks/${talk.id}/sharing?what=actions`}>{texts.shareActions}</a>
        </p>
      )}
    </section>
  )
}

const tones = { open: 'plain', done: 'good', cannot: 'wait', 'no-effect': 'wait', dropped: 'quiet' } as const

function Action({ frame, talk, action }: { frame: Frame; talk: TalkView; action: ActionView }) {
  const texts = talkAfterTexts[frame.language]
  const { id, what, owner, dueOn, status } = action
  const isMine = owner === talk.standing.party
  const name = owner === 'employee' ? talk.employee.name : (talk.leader?.name ?? '')
  return (
    <article class="part" id={`action-${id}`}>
      <h3 class="written">{what}</h3>
      <p>
        <span class={`mark mark-${tones[status]}`}>{texts.actionStates[status]}</span>{' '}
        {texts.ownerIs(isMine && !talk.standing.onBehalfOf ? texts.mine : name)} ·{' '}
        {texts.dueOn(dayText(frame, dueOn))}
      </p>
      {canDo(talk, 'report-action', id) && <Report frame={frame} talk={talk} actionId={id} dueOn={dueOn} />}
    </article>
  )
}

function Report({
  frame,
  talk,
  actionId,
  dueOn,
}: {
  frame: Frame
  talk: TalkView
  actionId: string
  dueOn: string
}) {
  const texts = talkAfterTexts[frame.language]
  const path = `/talks/${talk.id}/actions/${actionId}/report`
  const name = (field: string) => `${field}-${actionId}`
  const hows = ['done', 'new-date', 'cannot', 'no-effect'] as const
  return (
    <details open={frame.sent?.action === path || dueOn <= frame.today}>
      <summary>{texts.report}</summary>
      <Form frame={frame} action={path}>
        <Radios
          name={name('report')}
          label={texts.how}
          hint={texts.reportHint}
          required
          options={hows.map((value) => ({ value, label: texts.hows[value] }))}
        />
        <TextField
          name={name('dueOn')}
          label={texts.newDate}
          hint={texts.newDateHint}
          type="date"
          width="m"
        />
        <Submit kind="secondary">{texts.send}</Submit>
      </Form>
    </details>
  )
}

/** The short talks that follow up (R9.1): their time, their note, and doing without one when both agree. */
export function StatusTalks({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkAfterTexts[frame.language]
  if (talk.statusTalks.length === 0) return null
  return (
    <section class="panel" id="status-talks">
      <h2>{texts.statusTalks}</h2>
      {talk.statusTalks.map((one) => (
        <StatusTalk key={one.id} frame={frame} talk={talk} one={one} />
      ))}
    </section>
  )
}

function StatusTalk({ frame, talk, one }: { frame: Frame; talk: TalkView; one: StatusTalkView }) {
  const texts = talkAfterTexts[frame.language]
  const { id, number, dueOn, status, heldOn, note, appointment } = one
  const due = (talk.standing.party === 'leader' ? leaderActsTexts[frame.language] : texts).statusDue
  return (
    <article class="part" id={`status-talk-${id}`}>
      <h3>
        {texts.statusTalk(number)}{' '}
        <span class={`mark mark-${status === 'held' ? 'good' : status === 'open' ? 'plain' : 'quiet'}`}>
          {texts.statusStates[status]}
        </span>
      </h3>
      {heldOn && <p>{texts.statusHeld(dayText(frame, heldOn))}</p>}
      {note && (
        <>
          <p class="muted">{texts.note}</p>
          <p class="written">{note}</p>
        </>
      )}
      {status === 'open' && !appointment && <p>{due(dayText(frame, dueOn))}</p>}
      {status === 'open' && appointment && (
        <TimeFacts
          frame={frame}
          time={appointment}
          of={talk.standing.party && `/talks/${talk.id}/status-talks/${id}`}
        />
      )}
      {status === 'open' && talk.standing.party === 'leader' && (
        <LeadersStatusTalk frame={frame} talk={talk} one={one} />
      )}
      {status === 'open' && <StatusTalkAnswers frame={frame} talk={talk} one={one} />}
    </article>
  )
}

function StatusTalkAnswers({ frame, talk, one }: { frame: Frame; talk: TalkView; one: StatusTalkView }) {
  const texts = talkAfterTexts[frame.language]
  const path = `/talks/${talk.id}/status-talks/${one.id}`
  const { party } = talk.standing
  const other = one.agreedAwayBy.find((who) => who !== party)
  const nameOfOther = other === 'employee' ? talk.employee.name : (talk.leader?.name ?? '')
  return (
    <>
      {canDo(talk, 'accept-appointment', one.id) && !one.appointment?.accepted && (
        <Form frame={frame} action={`${path}/appointment/acceptance`}>
          <Submit kind="secondary">{talkTexts[frame.language].accept}</Submit>
        </Form>
      )}
      {canDo(talk, 'ask-other-time', one.id) && (
        <OtherTime
          frame={frame}
          action={`${path}/appointment/other-time`}
          name={`wish-${one.id}`}
          wish={one.appointment?.wish ?? ''}
        />
      )}
      {other && <p>{texts.agreedAwayByOther(nameOfOther)}</p>}
      {party && one.agreedAwayBy.includes(party) && <p class="muted">{texts.agreedAwayByMe}</p>}
      {canDo(talk, 'agree-status-talk-away', one.id) && (
        <Form frame={frame} action={`${path}/agreed-away`}>
          <Submit kind="secondary">{texts.agreeAway}</Submit>
          <p class="muted">{texts.agreeAwayHint}</p>
        </Form>
      )}
    </>
  )
}
