import { maySeeContent } from '../../domain/permissions.ts'
import type { z } from 'zod'
import { talkDetails, type TalkDetails } from '../../db/talk-view.ts'
import type { Day, Instant } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import { mayOpenPlan } from '../../domain/permissions.ts'
import { isInvitationHastened } from '../../domain/talk/not-invited.ts'
import { isStanding } from '../../domain/talk/standing.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import { type OfferFacts, offersDue } from '../../domain/talk/offers-due.ts'
import { possibleActs } from '../../domain/talk/possible-acts.ts'
import type { AppointmentState, TalkState } from '../../domain/talk/talk.ts'
import { withdrawalAt } from '../../domain/talk/times.ts'
import { compiled } from '../../domain/talk/turn.ts'
import { refusalSentences } from '../refusal-sentences.ts'
import type { SignedInRequest } from '../request.ts'
import { noteAccess, type SeenTalk, seenTalk, type TalkWords } from '../talk-access.ts'
import { warningsAbout } from '../time-warnings.ts'
import type { talkView } from './talk-schema.ts'

export type TalkView = z.output<typeof talkView>

/** Who looks at a talk. */
interface Viewer {
  isParty: boolean
  language: Language
}

/** The talk as it is now in the table, for the person who asks: what an act is answered with. */
export async function freshTalk(request: SignedInRequest, talkId: string): Promise<TalkView> {
  return talkViewOf(request, await seenTalk(request, talkId))
}

async function talkViewOf(request: SignedInRequest, seen: SeenTalk): Promise<TalkView> {
  const { talk, standing } = seen
  const { state } = talk
  const named = [talk.leader?.personId ?? [], standing.onBehalfOf ?? []].flat()
  const details = await talkDetails(request.db, talk.id, talk.unitId, named)
  const nameOf = (personId: string | null) =>
    personId === null ? null : (details.names.get(personId) ?? null)
  const isParty = maySeeContent(standing)
  const { id, name, year, kind, status: roundStatus } = details.round
  const seenBy: Viewer = { isParty, language: request.language }
  const view: TalkView = {
    id: talk.id,
    version: talk.version,
    status: state.status,
    outcome: state.outcome,
    outcomeReason: state.outcomeReason,
    standing: {
      ...standing,
      onBehalfOf: nameOf(standing.onBehalfOf),
      mayOpenPlan: mayOpenPlan(request.person, standing, talk.unitId),
    },
    round: { id, name, year, kind, status: roundStatus, minimumGroup: state.policy.minimumGroup },
    employee: { name: details.employee.name, title: details.employee.title, unit: details.employee.unit },
    leader: talk.leader && { name: nameOf(talk.leader.personId) ?? '' },
    forHr: standing.isHr ? { personId: talk.employeePersonId, employmentId: talk.employmentId } : null,
    dates: datesOf(state),
    isPaused: state.pausedOn !== null,
    hastensInvitation: isInvitationHastened(state, request.today),
    appointment: state.appointment && appointmentOf(state, state.appointment, details, seenBy),
    ready: state.ready,
    held: { isConfirmed: state.heldConfirmed, contradictedOn: state.contradictedOn },
    plan: planOf(state, details),
    filings: filingsOf(state, details, isParty),
    statusTalks: statusTalksOf(state, details, seenBy),
    content: isParty ? contentOf(seen, details, seenBy, request.now) : null,
    owed: owedIn(state, request.today),
    history: details.history
      .filter(({ event }) => !unshown.has(event) && (isParty || !ofTheTwo.has(event)))
      .map(({ event, at, by, onBehalfOf }) => ({ event, at, by, onBehalfOf })),
    coming: comingIn(state, request.today, isParty),
    acts: possibleActs(state, standing, request.now).map(({ act, subject, refused }) => ({
      act,
      subject,
      refused: refused && { code: refused, sentence: refusalSentences(refused)[request.language] },
    })),
  }
  // Also where an act is answered with it.
  if (standing.party === 'leader') for (const what of wordsIn(view)) await noteAccess(request, seen, what)
  return view
}

/** What stands in a talk as it is shown in the words of the two. */
function wordsIn({ appointment, statusTalks, content }: TalkView): TalkWords[] {
  const times = [appointment, ...[...statusTalks, ...(content?.offers ?? [])].map((one) => one.appointment)]
  const found: Record<TalkWords, boolean> = {
    actions: (content?.actions ?? []).some(({ what }) => what !== ''),
    wish: times.some((time) => time?.wish),
    'status-talk-note': statusTalks.some(({ note }) => note),
  }
  return (Object.keys(found) as TalkWords[]).filter((what) => found[what])
}

/** Causes that say nothing to people, or whose reason is not everybody's (R15.1: leave). */
const unshown: ReadonlySet<string> = new Set([
  'time-passed',
  'leave-set',
  'leave-removed',
  'unit-changed',
  'eligibility-changed',
  'policy-changed',
  'next-talk-opened',
  'next-talk-arranged',
  'actions-revised',
  'filing-failed',
  'retry-filing',
])

/** What was offered to somebody and answered, that HR read their plan, and who wrote a statement, is between the two (R15.1). */
const ofTheTwo: ReadonlySet<string> = new Set<TalkAct['type'] | 'plan-opened'>([
  'plan-opened',
  'write-statement',
  'answer-offer',
  'set-extra-appointment',
  'cancel-extra-appointment',
  'report-extra-held',
])

function datesOf(state: TalkState): TalkView['dates'] {
  return {
    startsOn: state.startsOn,
    talksFrom: state.policy.talksFrom,
    talksTo: state.policy.talksTo,
    inviteDueOn: state.inviteDueOn,
    holdOn: state.holdOn,
    heldOn: state.heldOn,
    planDueOn: state.plan?.dueOn ?? null,
    agreedOn: state.plan?.agreedOn ?? null,
  }
}

function appointmentOf(
  state: TalkState,
  appointment: AppointmentState,
  details: TalkDetails,
  { isParty, language }: Viewer,
): NonNullable<TalkView['appointment']> {
  const calendar = compiled(state.calendar)
  const written = details.appointments.get(appointment.id)
  const { id, startsAt, noticeKept, accepted, otherTimeAsked } = appointment
  return {
    id,
    startsAt,
    minutes: written?.minutes ?? Math.round((appointment.endsAt - startsAt) / 60_000),
    place: isParty ? (written?.place ?? '') : null,
    onlineUrl: isParty ? (written?.onlineUrl ?? '') : null,
    wish: isParty ? (written?.wish ?? '') : null,
    noticeKept,
    accepted,
    otherTimeAsked,
    stands: isStanding(appointment),
    answerBy: withdrawalAt(appointment, state, calendar),
    warnings: warningsAbout(appointment, calendar, language),
  }
}

function planOf({ plan, status }: TalkState, details: TalkDetails): TalkView['plan'] {
  if (plan === null) return null
  const { missing, turnDueOn, agreedOn, current } = plan
  // Agreed once, a later version may be in the making (R7.4).
  const isDecided = (agreedOn !== null && status !== 'held') || status === 'not-agreed'
  return {
    missing: isDecided ? null : missing,
    turnDueOn,
    agreedOn,
    current: current && {
      versionId: current.id,
      number: details.versionNumbers.get(current.id) ?? null,
      hash: current.hash,
      approvedBy: current.approvedBy,
    },
  }
}

function filingsOf(state: TalkState, details: TalkDetails, isParty: boolean): TalkView['filings'] {
  return state.filings.map(({ versionId, status, by, dueOn, statements }) => {
    const filed = details.filings.get(versionId)
    return {
      versionId,
      number: details.versionNumbers.get(versionId) ?? null,
      status,
      by,
      dueOn,
      statementsUntil: statements?.until ?? null,
      receipt: isParty ? (filed?.receipt ?? null) : null,
      caseReference: isParty ? (filed?.caseReference ?? null) : null,
      filedAt: filed?.filedAt ?? null,
    }
  })
}

function statusTalksOf(state: TalkState, details: TalkDetails, seenBy: Viewer): TalkView['statusTalks'] {
  return state.statusTalks.map(({ id, number, dueOn, status, agreedAwayBy, appointment }) => {
    const written = details.statusTalkNotes.get(id)
    return {
      id,
      number,
      dueOn,
      status,
      heldOn: written?.heldOn ?? null,
      note: seenBy.isParty ? (written?.note ?? '') : null,
      agreedAwayBy,
      appointment: appointment && appointmentOf(state, appointment, details, seenBy),
    }
  })
}

function contentOf(
  { talk, standing }: SeenTalk,
  details: TalkDetails,
  seenBy: Viewer,
  now: Instant,
): NonNullable<TalkView['content']> {
  const { state } = talk
  return {
    actions: state.actions.map(({ id, owner, dueOn, status }) => ({
      id,
      what: details.actions.get(id) ?? '',
      owner,
      dueOn,
      status,
    })),
    offers: offersOf(state, details, seenBy),
    offersDue: standing.party === 'leader' ? offersDue(state, offerFactsOf(details), now) : [],
    hasEvaluated: standing.party === 'employee' ? details.hasEvaluated : null,
  }
}

function offersOf(
  state: TalkState,
  details: TalkDetails,
  seenBy: Viewer,
): NonNullable<TalkView['content']>['offers'] {
  return details.offers.map((offer) => {
    const extra = state.extras.find(({ id }) => id === offer.id)
    const appointment = extra?.appointment ?? null
    return {
      ...offer,
      appointment: appointment && appointmentOf(state, appointment, details, seenBy),
      heldOn: extra?.heldOn ?? null,
    }
  })
}

function offerFactsOf({ round, employee, offers }: TalkDetails): OfferFacts {
  return { sector: round.sector, birthDate: employee.birthDate, offered: offers.map(({ kind }) => kind) }
}

function owedIn(state: TalkState, today: Day): TalkView['owed'] {
  return state.obligations
    .map(({ obligation, subject, owedBy, dueOn }) => ({
      obligation,
      subject,
      owedBy,
      dueOn,
      isOverdue: dueOn < today,
    }))
    .sort((a, b) => byDay(a.dueOn, b.dueOn))
}

function comingIn(state: TalkState, today: Day, isParty: boolean): TalkView['coming'] {
  const extras = isParty ? state.extras : []
  const times = [
    ...(state.appointment ? [{ what: 'talk', on: state.appointment.on, owedBy: null }] : []),
    ...extras.flatMap(({ kind, heldOn, appointment }) =>
      appointment && heldOn === null ? [{ what: kind, on: appointment.on, owedBy: null }] : [],
    ),
    ...state.statusTalks
      .filter(({ status }) => status === 'open')
      .map(({ appointment, dueOn }) => ({ what: 'status-talk', on: appointment?.on ?? dueOn, owedBy: null })),
  ]
  const owed = state.obligations.map(({ obligation, dueOn, owedBy }) => ({
    what: obligation,
    on: dueOn,
    owedBy,
  }))
  return [...owed.filter(({ what }) => what !== 'status-talk'), ...times]
    .filter(({ on }) => on >= today)
    .sort((a, b) => byDay(a.on, b.on))
}

function byDay(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}
