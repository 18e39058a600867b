import { z } from 'zod'
import { exemptReasons } from '../../domain/eligibility.ts'
import { obligationKinds } from '../../domain/policy/ladder.ts'
import { roundKinds } from '../../domain/round/round.ts'
import { talkActTypes } from '../../domain/talk/events.ts'
import { extraKinds } from '../../domain/talk/talk.ts'
import { writingTypes } from '../../domain/talk/writings.ts'
import { day, id, instant, notHeldReason, party, talkStatus } from '../schemas.ts'
import { timeWarning } from '../time-warnings.ts'

const appointment = z.object({
  id,
  startsAt: instant,
  minutes: z.int(),
  /** Place, link and wish are for the two parties. */
  place: z.string().nullable(),
  onlineUrl: z.string().nullable(),
  wish: z.string().nullable(),
  noticeKept: z.boolean(),
  accepted: z.boolean(),
  otherTimeAsked: z.boolean(),
  /** A standing time: notice kept, or accepted (R4.2). */
  stands: z.boolean(),
  /** When a time at short notice is withdrawn unless it is accepted. */
  answerBy: instant.nullable(),
  /** Such as a Sunday, or hours outside 7–18. */
  warnings: z.array(timeWarning),
})

const owed = z.object({
  obligation: z.enum(obligationKinds),
  subject: id,
  owedBy: z.enum(['employee', 'leader', 'hr']),
  dueOn: day,
  isOverdue: z.boolean(),
})

const filing = z.object({
  versionId: id,
  number: z.int().nullable(),
  status: z.enum(['owed', 'failed', 'filed']),
  by: z.enum(['gateway', 'leader']),
  dueOn: day,
  /** The last day for the statements it waits for; null where it waits for none. */
  statementsUntil: day.nullable(),
  receipt: z.string().nullable(),
  caseReference: z.string().nullable(),
  filedAt: instant.nullable(),
})

const possibleAct = z.object({
  act: z.enum([...talkActTypes, ...writingTypes]),
  /** The talk, or the status talk, action, offer or plan version the act is about. */
  subject: z.string(),
  /** Why it cannot be done now; null where it can. */
  refused: z.object({ code: z.string(), sentence: z.string() }).nullable(),
})

/** What only the two parties see (R15.1). */
const content = z.object({
  actions: z.array(
    z.object({
      id,
      what: z.string(),
      owner: party,
      dueOn: day,
      status: z.enum(['open', 'done', 'cannot', 'no-effect', 'dropped']),
    }),
  ),
  offers: z.array(
    z.object({
      id,
      kind: z.enum(extraKinds),
      offeredAt: instant,
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      /** The extra talk that comes of a yes. */
      appointment: appointment.nullable(),
      heldOn: day.nullable(),
    }),
  ),
  /** Offers the leader must make and has not (R4.5). */
  offersDue: z.array(z.string()),
  /** Whether the employee has evaluated the talk; null for the leader, who is not told (R6.2). */
  hasEvaluated: z.boolean().nullable(),
})

export const talkView = z
  .object({
    id,
    version: z.int(),
    status: talkStatus,
    outcome: z.string().nullable(),
    outcomeReason: z.union([z.enum(exemptReasons), notHeldReason]).nullable(),
    /** How the person who asks stands to the talk. */
    standing: z.object({
      party: party.nullable(),
      onBehalfOf: z.string().nullable(),
      isLeadersLeader: z.boolean(),
      isHr: z.boolean(),
      /** Break-glass: HR with the right to open the plan, with a reason. */
      mayOpenPlan: z.boolean(),
    }),
    round: z.object({
      id,
      name: z.string(),
      year: z.int(),
      kind: z.enum(roundKinds),
      status: z.string(),
      /** Of fewer people than these no totals are shown. */
      minimumGroup: z.int(),
    }),
    employee: z.object({ name: z.string(), title: z.string(), unit: z.string() }),
    leader: z.object({ name: z.string() }).nullable(),
    /** Where HR looks after the employee; null for everybody else. */
    forHr: z.object({ personId: id, employmentId: id }).nullable(),
    dates: z.object({
      startsOn: day.nullable(),
      talksFrom: day,
      talksTo: day,
      inviteDueOn: day,
      holdOn: day,
      heldOn: day.nullable(),
      planDueOn: day.nullable(),
      agreedOn: day.nullable(),
    }),
    isPaused: z.boolean(),
    /** Whether "I have not been invited" has the leader reminded, and does not only tell them (R4.4). */
    hastensInvitation: z.boolean(),
    appointment: appointment.nullable(),
    ready: z.object({ employee: z.boolean(), leader: z.boolean() }),
    held: z.object({ isConfirmed: z.boolean(), contradictedOn: day.nullable() }),
    plan: z
      .object({
        missing: party.nullable().meta({
          description: 'Whose approval is missing; null when the plan is agreed, or ended without agreement',
        }),
        turnDueOn: day,
        agreedOn: day.nullable(),
        current: z
          .object({
            versionId: id,
            number: z.int().nullable(),
            hash: z.string(),
            approvedBy: z.array(party),
          })
          .nullable(),
      })
      .nullable(),
    filings: z.array(filing),
    statusTalks: z.array(
      z.object({
        id,
        number: z.int(),
        dueOn: day,
        status: z.enum(['open', 'held', 'agreed-away', 'replaced']),
        heldOn: day.nullable(),
        note: z.string().nullable(),
        agreedAwayBy: z.array(party),
        appointment: appointment.nullable(),
      }),
    ),
    content: content.nullable(),
    /** What is owed now, most urgent first; the first line says who acts next. */
    owed: z.array(owed),
    /** What has happened, oldest first. */
    history: z.array(
      z.object({
        event: z.string(),
        at: instant,
        by: z.string().nullable(),
        onBehalfOf: z.string().nullable(),
      }),
    ),
    /** What comes, soonest first. */
    coming: z.array(z.object({ what: z.string(), on: day, owedBy: z.string().nullable() })),
    /** Every act that is this person's to do, with the reason where it cannot be done now. */
    acts: z.array(possibleAct),
  })
  .meta({ id: 'Talk' })
