import type { Logger } from 'pino'
import type { Db } from '../db/client.ts'
import type { AnsweredTeams } from '../db/leads-on.ts'
import type { Session } from '../db/sessions.ts'
import type { SignedInPerson } from '../db/signed-in.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { AppContext } from './context.ts'
import type { Cause } from './temporal.ts'

/** What every route gets beside what was sent. */
export interface OpenRequest extends Omit<AppContext, 'log' | 'db'> {
  readonly db: Db
  readonly log: Logger
  readonly language: Language
  /** What the browser or program calls itself; '' where it does not say. */
  readonly userAgent: string
  /** The Clock's instant and its day in the installation's zone; one reading per request. */
  readonly now: Instant
  readonly today: Day
}

/** What a route behind the session gets. */
export interface SignedInRequest extends OpenRequest {
  readonly person: SignedInPerson
  /** Null where a program asks, with a service token. */
  readonly session: Session | null
  /** Of the program that asks for the person; null where the person asks. */
  readonly tokenId: string | null
  /**
   * Whom the person answers for today: their own teams, and those they act for (R11.2, R13.2). Asked for once in a
   * request, and only where it is needed.
   */
  readonly teams: () => Promise<AnsweredTeams>
  /** The header's key; null where none was sent. */
  readonly idempotencyKey: string | null
  /**
   * Who asks what, under one decision id. New rows take ids made of it (`derivedId('topic', cause.decisionId)`), so
   * that the same request sent twice makes one row.
   */
  readonly cause: Cause
  readonly acting: Acting
}

/** For whom the person turns out to act, as the route finds whose talk or team it is about: for the audit (R13.2). */
export interface Acting {
  /** The person of the leader whose deputy they are, or whose team they answer for; null = for themselves. */
  onBehalfOf: string | null
}
