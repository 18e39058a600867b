import type { Day, Instant } from '../../domain/calendar/day.ts'
import type { Readable } from '../support/histories.ts'

/** One request of somebody, with every answer it got. */
export interface Asked {
  personId: string
  method: string
  path: string
  key: string | null
  sent: unknown
  /** The clock when it was first sent. */
  at: Instant
  expects: 'done' | 'refused'
  ends: { talkId: string; obligation: string } | null
  /** The talk whose rules decide it. */
  decides: string | null
  decisionId: string
  /** Each answer that was one, in the order they came. */
  answers: Answer[]
  /** What came instead of an answer: 0 for a broken connection. */
  unanswered: number[]
}

export interface Answer {
  status: number
  body: unknown
  /** To a click of another time than the first. */
  isLater: boolean
}

/** Something that was saved and acknowledged, and what was read of it at the end. */
export interface Saved {
  what: string
  sent: string
  read: string
}

export interface SeenMail {
  id: string
  key: string
  lane: string
  status: string
  reason: string | null
  messageId: string | null
  /** What it was handed over to, or would be. */
  recipient: string | null
  personId: string | null
  notBeforeAt: Instant
  createdAt: Instant
  endedAt: Instant | null
  attempts: string[]
  /** Of a talk's calendar mail. */
  event: SeenEvent | null
}

/** What a calendar mail puts into a calendar or takes out of it, and of which party. */
export interface SeenEvent {
  talkId: string
  /** `former` for a leader who no longer is the party. */
  party: string
  method: string
  sequence: number
  startsAt: Instant
}

export interface SeenNotice {
  id: string
  subject: string
  obligation: string
  occurrence: number
  step: string
  audience: string
  /** Its place in the ladder, and the working days since the step before it. */
  position: number
  distance: number
  reminder: boolean
  talkId: string | null
  whileOpen: boolean
  status: string
  reason: string | null
  decidedAt: Instant
  endedAt: Instant | null
  mailId: string | null
}

/** Something that is to be told of a talk, with the day on which it is decided; or what is owed in the end, with its day. */
export interface Due {
  talkId: string
  what: string
  on: Day
}

export interface SeenTalk {
  id: string
  roundId: string
  employmentId: string
  status: string
  outcome: string | null
  version: number
  disagrees: boolean
  nextDueAt: Instant | null
  isClosed: boolean
}

export interface SeenPerson {
  personId: string
  employmentId: string
  email: string
  isHr: boolean
  lastDay: Day | null
  leaves: { from: Day; to: Day | null }[]
  /** Whom they report to, with the days. */
  leaders: { personId: string; from: Day; to: Day | null }[]
}

/** Everything that can be known of an installation from outside its programs: tables, sinks, answers and the engine. */
export interface Evidence {
  /** The clock at the end. */
  at: Instant
  talks: SeenTalk[]
  /** Who is to have a talk, and in which round. */
  roster: { roundId: string; employmentId: string }[]
  /** What each talk's rules say of the same acts where nothing breaks. */
  due: Due[]
  /** What each talk's workflow says of itself; one that has ended says it too. None where the engine has none. */
  engine: { talkId: string; version: number; status: string; runs: boolean }[]
  /** Ids of all workflows that run. */
  running: string[]
  failedTasks: Readable['failedTasks']
  /** What the engine's server can read. */
  engineTexts: string[]
  obligations: { talkId: string; obligation: string; subject: string; occurrence: number; dueOn: Day }[]
  notices: SeenNotice[]
  mails: SeenMail[]
  /** What the mail server took, in the order it came, with everything that can be read in it. */
  received: { messageId: string; to: string; at: Instant; readable: string }[]
  /** Ids of the mails that HR finds in its list of what did not arrive. */
  shownToHr: string[]
  people: SeenPerson[]
  plans: { versionId: string; status: string }[]
  filings: { versionId: string; status: string }[]
  /** What lies in the personnel file. */
  records: { key: string }[]
  decisions: { subject: string; decisionId: string }[]
  topics: { talkId: string; text: string }[]
  asked: Asked[]
  saved: Saved[]
}
