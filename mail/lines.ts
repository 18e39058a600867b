import type { OpenMatter } from '../db/outbox-open.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { JudgedNotice, Moment } from './judge.ts'
import type { DigestLine } from './templates/digest-mail.ts'
import type { EmployeeMailInput } from './templates/employee-mail.ts'
import type { LocalTime } from './templates/words.ts'

/** A single mail's input from what was looked up; throws where the notice is not about a talk. */
export function employeeInput(
  { notice, line, policy }: JudgedNotice,
  tr: string,
  moment: Moment,
): EmployeeMailInput {
  const { talk } = notice
  if (talk === null) throw new Error(`notice ${notice.id} to an employee has no talk: expected one`)
  return {
    kind: notice.kind,
    step: notice.step,
    dueOn: notice.dueOn,
    talkId: talk.id,
    givenName: talk.givenName,
    employee: talk.name,
    leader: line.leaders[0]?.name ?? null,
    round: roundWords(notice.round, policy),
    inviteBy: talk.inviteDueOn,
    reveal: policy.reveal,
    time: localTime(talk.time, moment),
    tr,
  }
}

/** A digest's line for something that fell due. */
export function freshLine({ notice, line, policy }: JudgedNotice, moment: Moment): DigestLine {
  return {
    kind: notice.kind,
    step: notice.step,
    about: notice.talk?.isStatusTalk ? 'status-talk' : 'talk',
    dueOn: notice.dueOn,
    talkId: notice.talk?.id ?? null,
    roundId: notice.round.id,
    employee: notice.talk?.name ?? '',
    leader: line.leaders[0]?.name ?? null,
    owedBy: notice.owedBy ?? 'leader',
    time: localTime(notice.talk?.time ?? null, moment),
    round: roundWords(notice.round, policy),
  }
}

/** A digest's line for something told before and still open; it speaks as the day demands, not as the step did. */
export function openLine(matter: OpenMatter, policy: Policy, moment: Moment): DigestLine {
  const late = matter.dueOn !== null && matter.dueOn < moment.today
  return {
    kind: matter.kind,
    about: matter.kind === 'status-talk' ? 'status-talk' : 'talk',
    step: matter.reader === 'hears' ? 'other-party' : late ? 'overdue' : 'reminder',
    dueOn: matter.dueOn,
    talkId: matter.talkId,
    roundId: matter.round.id,
    employee: matter.employee,
    leader: matter.leader,
    owedBy: matter.owedBy,
    time: localTime(matter.time, moment),
    round: roundWords(matter.round, policy),
  }
}

export function localTime(at: Instant | null, moment: Moment): LocalTime | null {
  return at === null ? null : createZone(moment.zone).localTime(at)
}

function roundWords(round: { name: string; kind: RoundKind; committee: string }, policy: Policy) {
  const { talksFrom, talksTo, orientationOn } = policy
  return { name: round.name, kind: round.kind, committee: round.committee, talksFrom, talksTo, orientationOn }
}
