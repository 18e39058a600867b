import type { Day, Instant } from '../domain/calendar/day.ts'
import type { GroupTalkMember, GroupTalkState, GroupTalkStatus } from '../domain/group-talk/group-talk.ts'
import type { LeaveState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

/** A team talk with those it lists, by name. */
export interface GroupTalk extends GroupTalkState {
  readonly id: string
  readonly roundId: string
  /** The employment of the leader whose team it is. */
  readonly leaderId: string
  readonly leader: string
  readonly minutes: number
  readonly place: string
  readonly onlineUrl: string
  readonly sequence: number
  readonly heldOn: Day | null
  readonly parts: readonly GroupTalkPart[]
}

export interface GroupTalkPart {
  readonly talkId: string
  readonly employee: string
  readonly personId: string
  /** Null until it was held. */
  readonly tookPart: boolean | null
}

/** Those of a leader's team on a day whose talks a team talk can list. */
export interface NamedMember extends GroupTalkMember {
  readonly employee: string
}

/** The team talks of one leader in a round, in the order of their times. */
export function groupTalksOf(db: Tx, roundId: string, leaderId: string): Promise<GroupTalk[]> {
  return read(db, { roundId, leaderId })
}

/** How one team talk of a round stands, for those who follow the round. */
export interface GroupTalkLine {
  readonly id: string
  readonly leader: string
  /** Where the leader is that day; null where nowhere. */
  readonly unitId: string | null
  readonly startsAt: Date
  readonly status: GroupTalkStatus
  readonly calledIn: number
  readonly tookPart: number
}

/** All team talks of a round, in the order of their times. */
export async function groupTalkLines(db: Tx, roundId: string, on: Day): Promise<GroupTalkLine[]> {
  return db.$queryRaw<GroupTalkLine[]>`
    SELECT g.id::text, p.given_name || ' ' || p.family_name AS leader, m.unit_id::text AS "unitId",
      g.starts_at AS "startsAt", g.status, count(part.talk_id)::int AS "calledIn",
      count(*) FILTER (WHERE part.took_part)::int AS "tookPart"
    FROM group_talk g JOIN employment e ON e.id = g.leader_id JOIN person p ON p.id = e.person_id
    LEFT JOIN unit_membership m ON m.employment_id = e.id AND m.from_on <= ${on}::date
      AND (m.to_on IS NULL OR m.to_on >= ${on}::date)
    LEFT JOIN group_talk_part part ON part.group_talk_id = g.id
    WHERE g.round_id = ${roundId}::uuid
    GROUP BY g.id, p.id, m.unit_id ORDER BY g.starts_at, g.id`
}

/** The planned ones of a round whose time has not come. */
export function groupTalksAhead(db: Tx, roundId: string, at: Instant): Promise<GroupTalk[]> {
  return read(db, { roundId, status: 'planned', startsAt: { gt: new Date(at) } })
}

/** Those that list a talk; one that was called off is forgotten. */
export function groupTalksWith(db: Tx, talkId: string): Promise<GroupTalk[]> {
  return read(db, { parts: { some: { talkId } }, status: { not: 'cancelled' } })
}

export async function readGroupTalk(db: Tx, id: string): Promise<GroupTalk | null> {
  const [found] = await read(db, { id })
  return found ?? null
}

/** The leader's people with a talk in the round that has not ended with their employment or with the round, by name. */
export async function membersOf(db: Tx, roundId: string, leaderId: string, on: Day): Promise<NamedMember[]> {
  return db.$queryRaw<NamedMember[]>`
    SELECT t.id::text AS "talkId", p.given_name || ' ' || p.family_name AS employee,
      coalesce(t.snapshot->'leaves', '[]') AS leaves, t.snapshot->>'lastDay' AS "lastDay"
    FROM talk t JOIN employment e ON e.id = t.employment_id JOIN person p ON p.id = e.person_id
    JOIN reporting_line l ON l.employment_id = e.id AND l.leader_id = ${leaderId}::uuid
      AND l.from_on <= ${on}::date AND (l.to_on IS NULL OR l.to_on >= ${on}::date)
    WHERE t.round_id = ${roundId}::uuid AND t.status NOT IN ('left', 'stopped')
    ORDER BY p.given_name, p.family_name, t.id`
}

/** The same of talks that are listed already, whoever leads them today. */
export async function listedMembers(db: Tx, groupTalkId: string): Promise<NamedMember[]> {
  const parts = await db.groupTalkPart.findMany({
    where: { groupTalkId },
    include: { talk: { include: { employment: { include: { person: true } } } } },
  })
  return parts.map(({ talk }) => {
    const { leaves, lastDay } = talk.snapshot as unknown as { leaves: LeaveState[]; lastDay: Day | null }
    return { talkId: talk.id, employee: fullName(talk.employment.person), leaves, lastDay }
  })
}

type Where = NonNullable<NonNullable<Parameters<Tx['groupTalk']['findMany']>[0]>['where']>

async function read(db: Tx, where: Where): Promise<GroupTalk[]> {
  const rows = await db.groupTalk.findMany({
    where,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: {
      leader: { include: { person: true } },
      parts: { include: { talk: { include: { employment: { include: { person: true } } } } } },
    },
  })
  return rows.map(({ startsAt, onDay, heldOn, status, leader, parts, createdAt: _createdAt, ...row }) => ({
    ...row,
    status: status as GroupTalkStatus,
    startsAt: startsAt.getTime(),
    on: toDay(onDay),
    heldOn: heldOn && toDay(heldOn),
    leader: fullName(leader.person),
    parts: parts
      .map(({ talkId, tookPart, talk }) => ({
        talkId,
        tookPart,
        employee: fullName(talk.employment.person),
        personId: talk.employment.personId,
      }))
      .toSorted((a, b) => a.employee.localeCompare(b.employee, 'da')),
  }))
}

function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`
}
