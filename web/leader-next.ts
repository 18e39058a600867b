import type { NextStep, Way } from './components/next-panel.tsx'
import { owedHref } from './components/owed.tsx'
import { instantText } from './dates.ts'
import type { Frame } from './frame.ts'
import type { OwedInTalk, TalkView } from './talk-view.ts'
import { leaderActsTexts } from './texts/leader-acts.ts'
import { owedSentences } from './texts/owed.ts'
import { theTalk } from './talk-name.ts'

/** What the leader is to do now, or whom they wait for (R16: one clear next step). */
export function leadersNext(frame: Frame, talk: TalkView): NextStep<Way> {
  const texts = leaderActsTexts[frame.language]
  const plain = { dueOn: null, isLate: false, sentence: null, action: null }
  const { appointment } = talk
  const owed = talk.owed.find(
    ({ owedBy, obligation }) => owedBy === 'leader' && obligation !== 'leader-prepare',
  )
  const isAhead = appointment !== null && owed?.obligation !== 'confirm-held' && talk.dates.heldOn === null
  if (isAhead && appointment.otherTimeAsked) {
    const action = { href: '#time', text: texts.moveTime }
    return { ...plain, title: texts.otherTime(talk.employee.name), sentence: texts.otherTimeIf, action }
  }
  if (owed) return owedByLeader(frame, talk, owed)
  const preparation = talk.owed.find(({ obligation }) => obligation === 'leader-prepare')
  if (preparation) return owedByLeader(frame, talk, preparation)
  const waiting = talk.owed.find(
    ({ owedBy, obligation }) => owedBy === 'employee' && obligation !== 'prepare',
  )
  if (waiting) {
    const title = texts.waitsFor(talk.employee.name, sentenceOf(frame, talk, waiting))
    return { ...plain, title, dueOn: waiting.dueOn, isLate: waiting.isOverdue }
  }
  if (isAhead) {
    const title = texts.talkAt(instantText(frame, appointment.startsAt))
    return { ...plain, title, sentence: texts.talkAtHint }
  }
  return { ...plain, title: texts.ended[talk.status] ?? texts.nothing }
}

function owedByLeader(frame: Frame, talk: TalkView, owed: OwedInTalk): NextStep<Way> {
  const texts = leaderActsTexts[frame.language]
  const { obligation, dueOn, isOverdue, subject } = owed
  const text = texts.go[obligation]
  const isTime = obligation === 'invite' || obligation === 'hold'
  const href = isTime
    ? '#time'
    : obligation === 'journal'
      ? `/talks/${talk.id}/plan`
      : owedHref({ obligation, subject, talkId: talk.id, roundId: talk.round.id })
  return {
    title: sentenceOf(frame, talk, owed),
    dueOn,
    isLate: isOverdue,
    sentence: texts.ifNot[obligation] ?? null,
    action: text === undefined ? null : { href, text },
  }
}

function sentenceOf(frame: Frame, talk: TalkView, { obligation, owedBy }: OwedInTalk): string {
  const facts = {
    employee: talk.employee.name,
    talk: theTalk(frame, talk.round.kind),
    round: talk.round.name,
  }
  return owedSentences[frame.language][obligation][owedBy](facts)
}
