import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { employeesNext } from '../talk-next.ts'
import type { TalkView } from '../talk-view.ts'
import { owedSentences } from '../texts/owed.ts'
import { talkTexts } from '../texts/talk.ts'
import { talkNextTexts } from '../texts/talk-next.ts'
import { Form, Submit } from './form.tsx'
import { NextPanel, WayButton } from './next-panel.tsx'
import { theTalk } from '../talk-name.ts'

/** On top of an employee's talk: what to do, by when, and what happens if not. */
export function EmployeesNext({
  frame,
  talk,
  freeTimes,
}: {
  frame: Frame
  talk: TalkView
  freeTimes: number
}) {
  const texts = talkNextTexts[frame.language]
  const step = employeesNext(frame, talk, freeTimes)
  if (step === null) return null
  const { action } = step
  return (
    <NextPanel frame={frame} step={step} isPaused={talk.isPaused} words={texts}>
      {action === 'accept-time' ? (
        <Form frame={frame} action={`/talks/${talk.id}/appointment/acceptance`}>
          <Submit>{talkTexts[frame.language].accept}</Submit>
        </Form>
      ) : (
        action && <WayButton way={action} />
      )}
    </NextPanel>
  )
}

/** For those who see how far a talk has come and nothing else (R15.1): who acts next, and by when. */
export function WhoActsNext({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = talkTexts[frame.language]
  const next = talkNextTexts[frame.language]
  const [owed] = talk.owed
  const names = { employee: talk.employee.name, leader: talk.leader?.name ?? '', hr: 'HR' }
  return (
    <section class={`panel next${owed?.isOverdue ? ' late' : ''}`}>
      <p class="muted">{texts.actsNext}</p>
      {owed ? (
        <>
          <h2>
            {names[owed.owedBy] && `${names[owed.owedBy]}: `}
            {owedSentences[frame.language][owed.obligation][owed.owedBy]({
              employee: talk.employee.name,
              talk: theTalk(frame, talk.round.kind),
              round: talk.round.name,
            })}
          </h2>
          <p>{(owed.isOverdue ? next.was : next.by)(dayText(frame, owed.dueOn))}</p>
        </>
      ) : (
        <h2>{texts.nobodyNext}</h2>
      )}
      {talk.isPaused && <p>{next.paused}</p>}
      <p class="muted">{texts.statusOnly}</p>
    </section>
  )
}
