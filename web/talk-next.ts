import type { NextStep, Way } from './components/next-panel.tsx'
import { dayText, instantText, isSoon, spanText } from './dates.ts'
import type { Frame } from './frame.ts'
import { talkNextTexts } from './texts/talk-next.ts'
import { canDo, type OwedInTalk, type StatusTalkView, type TalkView } from './talk-view.ts'

/** 'accept-time' = the button that accepts the talk's time. */
type EmployeesNext = NextStep<'accept-time' | Way>

/**
 * What the employee is to do now, or whom they wait for (R16: one clear next step).
 * @param freeTimes how many published times they can pick from
 */
export function employeesNext(frame: Frame, talk: TalkView, freeTimes: number): EmployeesNext | null {
  const owed = talk.owed.filter(({ owedBy }) => owedBy === 'employee')
  return (
    answerTime(frame, talk) ??
    answerStatusTime(frame, talk) ??
    owedByEmployee(
      frame,
      talk,
      owed.find(({ dueOn }) => isSoon(frame, dueOn)),
    ) ??
    (freeTimes > 0 ? chooseTime(frame, talk) : null) ??
    answerOffer(frame, talk) ??
    afterwards(frame, talk) ??
    owedByEmployee(frame, talk, owed[0]) ??
    followUp(frame, talk)
  )
}

function answerTime(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  const { appointment: time } = talk
  if (time === null || time.accepted || time.otherTimeAsked || !canDo(talk, 'accept-appointment')) return null
  return {
    title: texts.answer(spanText(frame, time.startsAt, time.minutes)),
    dueOn: null,
    isLate: false,
    sentence: time.answerBy === null ? texts.answerKept : texts.answerBy(instantText(frame, time.answerBy)),
    action: 'accept-time',
  }
}

/** A status talk is invited to like the talk (R9.1), and answered where it stands on the page. */
function answerStatusTime(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  for (const { id, status, appointment: time } of talk.statusTalks) {
    if (status !== 'open' || time === null || time.accepted || time.otherTimeAsked) continue
    if (!canDo(talk, 'accept-appointment', id)) continue
    return {
      title: texts.answerStatus(spanText(frame, time.startsAt, time.minutes)),
      dueOn: null,
      isLate: false,
      sentence: time.answerBy === null ? texts.answerKept : texts.answerBy(instantText(frame, time.answerBy)),
      action: { href: `#status-talk-${id}`, text: texts.seeStatus },
    }
  }
  return null
}

function owedByEmployee(frame: Frame, talk: TalkView, owed: OwedInTalk | undefined): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  if (owed === undefined) return null
  const step = (title: string, sentence: string, href: string, text: string): EmployeesNext => ({
    title,
    dueOn: owed.dueOn,
    isLate: owed.isOverdue,
    sentence,
    action: { href, text },
  })
  const path = `/talks/${talk.id}`
  if (owed.obligation === 'agree-plan') return step(texts.plan, texts.planIf, `${path}/plan`, texts.openPlan)
  if (owed.obligation === 'action')
    return step(texts.action, texts.actionIf, `#action-${owed.subject}`, texts.openActions)
  return step(texts.prepare, texts.prepareIf, `${path}/preparation`, texts.openSheet)
}

/** The leader has published times: picking one is quicker than waiting for an invitation (R4.2). */
function chooseTime(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  if (talk.appointment !== null) return null
  const leader = talk.leader?.name ?? texts.noLeader
  const action = { href: '#free-times', text: texts.seeTimes }
  return { title: texts.choose, dueOn: null, isLate: false, sentence: texts.chooseIf(leader), action }
}

/** An offer without an answer; never forced (R4.5). */
function answerOffer(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  const isOpen = talk.content?.offers.some(
    ({ kind, answer, heldOn }) => kind !== 'return' && answer === null && heldOn === null,
  )
  if (!isOpen) return null
  const action = { href: '#offers', text: texts.seeOffer }
  return { title: texts.offer, dueOn: null, isLate: false, sentence: texts.offerIf, action }
}

/** Nothing is owed by the employee: what they may do, or whom they wait for. */
function afterwards(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  const ended = texts.ended[talk.status]
  const plain = { dueOn: null, isLate: false, sentence: null, action: null }
  const path = `/talks/${talk.id}`
  if (talk.dates.heldOn !== null && talk.content?.hasEvaluated === false) {
    const action = { href: `${path}/evaluation`, text: texts.openEvaluation }
    return { ...plain, title: texts.evaluate, sentence: texts.evaluateIf, action }
  }
  if (talk.appointment?.otherTimeAsked && talk.dates.heldOn === null) {
    const leader = talk.leader?.name ?? texts.noLeader
    return { ...plain, title: texts.otherTime(leader), sentence: texts.otherTimeIf }
  }
  const waits = talk.owed.find(({ obligation }) => isWaitedFor(obligation))
  if (waits) return waitFor(frame, talk, waits)
  if (ended) return { ...plain, title: ended }
  if (talk.appointment && talk.dates.heldOn === null) {
    if (!talk.ready.employee) return prepare(frame, talk)
    const action = { href: `${path}/materials/conversation-guide`, text: texts.openGuide }
    return { ...plain, title: texts.ready(instantText(frame, talk.appointment.startsAt)), action }
  }
  if (talk.dates.startsOn === null) return { ...plain, title: texts.startsLater }
  if (talk.dates.startsOn > frame.today)
    return { ...plain, title: texts.notStarted(dayText(frame, talk.dates.startsOn)) }
  return null
}

/** All is said and agreed: what follows up on it, and who acts then (R9.1). */
function followUp(frame: Frame, talk: TalkView): EmployeesNext | null {
  const texts = talkNextTexts[frame.language]
  const open = talk.statusTalks.find(({ status }) => status === 'open')
  if (open !== undefined) return statusTalkNext(frame, talk, open)
  if (talk.status !== 'agreed') return null
  return { title: texts.agreed, dueOn: null, isLate: false, sentence: null, action: null }
}

function statusTalkNext(frame: Frame, talk: TalkView, { id, appointment }: StatusTalkView): EmployeesNext {
  const texts = talkNextTexts[frame.language]
  const leader = talk.leader?.name ?? texts.noLeader
  const plain = { dueOn: null, isLate: false, sentence: null, action: null }
  const owed = talk.owed.find(({ subject }) => subject === id)
  const due = owed ? { dueOn: owed.dueOn, isLate: owed.isOverdue } : {}
  if (appointment === null)
    return { ...plain, ...due, title: texts.statusTalk(leader), sentence: texts.inviteIf }
  if (appointment.otherTimeAsked)
    return { ...plain, title: texts.otherTime(leader), sentence: texts.otherTimeIf }
  // A time that stands is owed again once it is over.
  if (owed) return { ...plain, ...due, title: texts.confirmStatus(leader), sentence: texts.confirmStatusIf }
  return { ...plain, title: texts.statusTalkAt(instantText(frame, appointment.startsAt)) }
}

function prepare(frame: Frame, talk: TalkView): EmployeesNext {
  const texts = talkNextTexts[frame.language]
  const action = { href: `/talks/${talk.id}/preparation`, text: texts.openSheet }
  return { title: texts.prepare, dueOn: null, isLate: false, sentence: texts.prepareIf, action }
}

function isWaitedFor(obligation: OwedInTalk['obligation']): boolean {
  return ['invite', 'hold', 'confirm-held', 'agree-plan'].includes(obligation)
}

function waitFor(frame: Frame, talk: TalkView, owed: OwedInTalk): EmployeesNext {
  const texts = talkNextTexts[frame.language]
  const leader = talk.leader?.name ?? texts.noLeader
  const shared = { dueOn: owed.dueOn, isLate: owed.isOverdue }
  if (owed.obligation === 'confirm-held')
    return { ...shared, title: texts.confirm(leader), sentence: texts.confirmIf, action: null }
  if (owed.obligation === 'agree-plan') {
    const action = { href: `/talks/${talk.id}/plan`, text: texts.openPlan }
    return { ...shared, title: texts.planAtLeader(leader), sentence: texts.planAtLeaderIf, action }
  }
  return { ...shared, title: texts.invite(leader), sentence: texts.inviteIf, action: null }
}
