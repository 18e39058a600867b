import { randomUUID } from 'node:crypto'
import type { Db } from '../../db/client.ts'
import { toDate } from '../../db/days.ts'
import { writeObligations } from '../../db/obligations.ts'
import { talkColumns } from '../../db/record-talk.ts'
import { zoneFactsOf } from '../../db/rounds.ts'
import { createCalendar, defaultCalendarSettings } from '../../domain/calendar/calendar.ts'
import { type Day, day, type Instant } from '../../domain/calendar/day.ts'
import type { GrantedRole } from '../../domain/permissions.ts'
import { defaultPolicy, type Policy } from '../../domain/policy/policy.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { openTalk } from '../../domain/talk/open-talk.ts'
import type { TalkOpening, TalkState } from '../../domain/talk/talk.ts'

export interface TestPerson {
  personId: string
  employmentId: string
  number: string
  name: string
}

/** A small organisation written straight into the tables, without imports or workflows. */
export interface Organisation {
  /** The unit at the top. */
  readonly top: string
  addUnit(name: string, parentId?: string): Promise<string>
  addPerson(given: string, about?: PersonWish): Promise<TestPerson>
  grant(person: TestPerson, role: GrantedRole, unitId?: string): Promise<string>
  /** A draft unless a status is named; with the default policy around 1 February of the organisation's own year. */
  addRound(about?: RoundWish): Promise<string>
  /** A talk as it is when it opens, changed by `to`; of an employee of its own unless one is named. */
  addTalk(roundId: string, openedAt: Instant, about?: TalkWish): Promise<string>
}

export interface PersonWish {
  unitId?: string
  leader?: TestPerson
  employedFrom?: string
  lastDay?: string
  hours?: number
  jobGroup?: string
  email?: string | null
}

export interface RoundWish {
  name?: string
  unitId?: string
  kind?: RoundKind
  status?: 'draft' | 'scheduled' | 'running' | 'closing' | 'closed'
  year?: number
  policy?: Partial<Policy>
  previousRoundId?: string
}

export interface TalkWish extends PersonWish {
  employee?: TestPerson
  opening?: Partial<TalkOpening>
  to?: Partial<TalkState>
}

export const calendarFacts = {
  zone: zoneFactsOf('Europe/Copenhagen', Date.parse('2026-11-01T00:00:00Z')),
  closed: defaultCalendarSettings.closed,
  quietPeriods: defaultCalendarSettings.quietPeriods,
  closings: [],
}

/** The default year around 1 February of a year. */
function policyOf(year: number): Policy {
  const zone = zoneFactsOf('Europe/Copenhagen', Date.parse(`${year - 1}-11-01T00:00:00Z`))
  const calendar = createCalendar({ ...calendarFacts, zone })
  return defaultPolicy(day(`${year}-02-01`), day(`${year}-04-30`), calendar)
}

export const policyOf2027: Policy = policyOf(2027)

const LONG_AGO = day('2020-01-01')

/** @param ownYear of its rounds, unless a round names another */
export async function addOrganisation(db: Db, ownYear = 2027): Promise<Organisation> {
  let count = 0
  const addUnit = async (name: string, parentId?: string) => {
    const unit = await db.unit.create({
      data: { number: `U${++count}-${randomUUID().slice(0, 8)}`, name, parentId: parentId ?? null },
    })
    return unit.id
  }
  const top = await addUnit('Børn og Unge')
  const addPerson = async (given: string, about: PersonWish = {}): Promise<TestPerson> => {
    const number = `M${++count}-${randomUUID().slice(0, 8)}`
    const from = day(about.employedFrom ?? LONG_AGO)
    const employment = await db.employment.create({
      data: {
        number,
        jobGroup: about.jobGroup ?? '',
        employedFrom: toDate(from),
        lastDay: about.lastDay === undefined ? null : toDate(day(about.lastDay)),
        hoursPerWeek: about.hours ?? 37,
        person: {
          create: {
            givenName: given,
            familyName: 'Test',
            email: about.email === undefined ? `${number}@by.example`.toLowerCase() : about.email,
          },
        },
        memberships: { create: { unitId: about.unitId ?? top, fromOn: toDate(from) } },
        ...(about.leader && {
          reportsTo: { create: { leaderId: about.leader.employmentId, fromOn: toDate(from) } },
        }),
      },
    })
    return { personId: employment.personId, employmentId: employment.id, number, name: `${given} Test` }
  }
  const addRound = (about: RoundWish = {}) => createRound(db, top, { ownYear, ...about })
  return {
    top,
    addUnit,
    addPerson,
    addRound,
    grant: async (person, role, unitId = top) => {
      const data = { personId: person.personId, role, unitId, fromOn: toDate(LONG_AGO) }
      return (await db.roleGrant.create({ data })).id
    },
    addTalk: async (roundId, openedAt, about = {}) => {
      const employee = about.employee ?? (await addPerson('Anna', about))
      return createTalk(db, roundId, openedAt, employee, about)
    },
  }
}

async function createRound(db: Db, top: string, about: RoundWish & { ownYear: number }): Promise<string> {
  const { ownYear, unitId = top, kind = 'mus', status = 'draft', year = ownYear } = about
  const name = about.name ?? `MUS ${ownYear}`
  const before = `${ownYear - 1}-10-01T08:00:00Z`
  const policy: object = { ...policyOf(ownYear), ...about.policy }
  const round = await db.round.create({
    data: {
      name,
      unitId,
      kind,
      status,
      year,
      previousRoundId: about.previousRoundId ?? null,
      createdAt: new Date(before),
      ...(status !== 'draft' && {
        snapshot: { policy },
        startedAt: new Date(`${ownYear - 1}-11-02T08:00:00Z`),
      }),
      policies: {
        create: { version: 1, policy, createdAt: new Date(before) },
      },
    },
  })
  return round.id
}

async function createTalk(
  db: Db,
  roundId: string,
  openedAt: Instant,
  employee: TestPerson,
  about: TalkWish,
): Promise<string> {
  const [employment, round, policyRow] = await Promise.all([
    db.employment.findUniqueOrThrow({ where: { id: employee.employmentId }, include: { reportsTo: true } }),
    db.round.findUniqueOrThrow({ where: { id: roundId } }),
    db.roundPolicy.findFirstOrThrow({ where: { roundId }, orderBy: { version: 'desc' } }),
  ])
  const talkId = randomUUID()
  const opened = openTalk({
    talkId,
    roundId,
    policy: policyRow.policy as unknown as Policy,
    calendar: calendarFacts,
    journaling: 'gateway',
    openedAt,
    employedFrom: employment.employedFrom.toISOString().slice(0, 10) as Day,
    lastDay: null,
    eligibleFrom: LONG_AGO,
    exemptReason: null,
    hasLeader: employment.reportsTo.length > 0,
    leaves: [],
    actions: [],
    actionObligations: [],
    ...about.opening,
  })
  const state: TalkState = { ...opened.state, ...about.to }
  await db.talk.create({
    data: {
      id: talkId,
      roundId,
      employmentId: employee.employmentId,
      kind: round.kind,
      version: 1,
      openedAt: new Date(openedAt),
      newestFact: 0,
      ...talkColumns(state),
    },
  })
  await writeObligations(db, [state])
  return talkId
}
