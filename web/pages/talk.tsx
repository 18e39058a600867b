import type { Instant } from '../../domain/calendar/day.ts'
import { FromHr, type FromHrView } from '../components/from-hr.tsx'
import { Actions, StatusTalks } from '../components/talk-after.tsx'
import { EmployeesOffers, Topics, type TopicView } from '../components/talk-agenda.tsx'
import {
  Accesses,
  type AccessView,
  History,
  ItWasHeld,
  TalkLinks,
  WasItHeld,
} from '../components/talk-course.tsx'
import { GroupTalks, type GroupTalkOfTalk } from '../components/group-talks.tsx'
import { EmployeesNext, WhoActsNext } from '../components/talk-next.tsx'
import { TalkForHr } from '../components/talk-for-hr.tsx'
import { EmployeesTime, type FreeTime } from '../components/talk-time.tsx'
import { LeadersNext, LeadersTime } from '../components/leader-acts.tsx'
import { LeadersOffers, Themes } from '../components/leader-follow-up.tsx'
import { type PlanOpeningLine, PlanOpenings } from '../components/plan-openings.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { TimeLine } from '../components/time-line.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { milestonesOf } from '../talk-milestones.ts'
import type { TalkView } from '../talk-view.ts'
import { talkTexts } from '../texts/talk.ts'
import { talkName } from '../talk-name.ts'

/** A talk and what stands beside it; the lists are empty for those who see only how far it has come. */
export interface TalkPageView {
  readonly talk: TalkView
  readonly topics: readonly TopicView[]
  /** Free times the employee can pick. */
  readonly slots: readonly FreeTime[]
  readonly accesses: readonly AccessView[]
  readonly openings: readonly PlanOpeningLine[]
  readonly now: Instant
  /** What the leader has tagged the held talk with. */
  readonly themes: readonly string[]
  readonly fromHr: readonly FromHrView[]
  /** Whether the employee's team was sent common feedback. */
  readonly hasFeedback: boolean
  /** The team talks that list it. */
  readonly groupTalks: readonly GroupTalkOfTalk[]
}

export function talkPage(frame: Frame, view: TalkPageView): string {
  const texts = talkTexts[frame.language]
  const { talk } = view
  const { party, onBehalfOf } = talk.standing
  const name = talkName(frame, talk.round.kind)
  return renderPage({
    frame,
    section: party === 'leader' ? 'team' : 'home',
    title: party === 'employee' ? texts.ownTitle(name) : texts.title(name, talk.employee.name),
    lead: (
      <p>
        {talk.round.name} <StatusMark frame={frame} status={talk.status} />
        {onBehalfOf && <span class="on-behalf"> {texts.onBehalfOf(onBehalfOf)}</span>}
      </p>
    ),
    children: (
      <>
        <PlanOpenings frame={frame} openings={view.openings} now={view.now} />
        {party === 'employee' && <EmployeesSide frame={frame} view={view} />}
        {party === 'leader' && <LeadersSide frame={frame} view={view} />}
        {party === null && <WhoActsNext frame={frame} talk={talk} />}
        <TalkForHr frame={frame} talk={talk} />
        <section class="panel">
          <h2>{texts.course}</h2>
          {talk.outcomeReason && (
            <p>
              {texts.reason}: {texts.reasons[talk.outcomeReason]}
            </p>
          )}
          <TimeLine frame={frame} milestones={milestonesOf(frame, talk, party)} />
        </section>
        <History frame={frame} talk={talk} />
        {party && <Accesses frame={frame} party={party} accesses={view.accesses} />}
      </>
    ),
  })
}

function EmployeesSide({ frame, view }: { frame: Frame; view: TalkPageView }) {
  const { talk, topics, slots } = view
  return (
    <>
      <EmployeesNext frame={frame} talk={talk} freeTimes={slots.length} />
      <FromHr frame={frame} messages={view.fromHr} />
      <EmployeesTime frame={frame} talk={talk} slots={slots} />
      <WasItHeld frame={frame} talk={talk} />
      <ItWasHeld frame={frame} talk={talk} />
      <EmployeesOffers frame={frame} talk={talk} />
      <Actions frame={frame} talk={talk} />
      <StatusTalks frame={frame} talk={talk} />
      <GroupTalks frame={frame} party="employee" groupTalks={view.groupTalks} />
      <Topics frame={frame} talk={talk} topics={topics} />
      <TalkLinks frame={frame} talk={talk} hasFeedback={view.hasFeedback} />
    </>
  )
}

/** What only the leader does (times, outcome, offers, themes, status talks) comes before what both share. */
function LeadersSide({ frame, view }: { frame: Frame; view: TalkPageView }) {
  const { talk, topics, themes } = view
  return (
    <>
      <LeadersNext frame={frame} talk={talk} />
      <LeadersTime frame={frame} talk={talk} />
      <Topics frame={frame} talk={talk} topics={topics} />
      <Actions frame={frame} talk={talk} />
      <StatusTalks frame={frame} talk={talk} />
      <GroupTalks frame={frame} party="leader" groupTalks={view.groupTalks} />
      <LeadersOffers frame={frame} talk={talk} />
      <Themes frame={frame} talk={talk} themes={themes} />
      <TalkLinks frame={frame} talk={talk} />
    </>
  )
}
