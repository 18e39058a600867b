import { readdirSync } from 'node:fs'
import { createCalendar, defaultCalendarSettings } from '../domain/calendar/calendar.ts'
import type { DigestData } from '../db/outbox-digests.ts'
import { zoneFactsOf } from '../db/rounds.ts'
import type { Dates } from './scene.ts'
import type { Stack } from './stack.ts'

/** One thing that must hold after any year, and where it does not. */
export interface Invariant {
  sentence: string
  broken: string[]
}

/** Asks tables, mail server and personnel file; nothing here trusts what the service says of itself. */
export async function checkInvariants(stack: Stack, dates: Dates): Promise<Invariant[]> {
  return [
    {
      sentence: 'Everybody on the roster is accounted for, and the round is closed',
      broken: await unaccounted(stack, dates),
    },
    {
      sentence: 'Every notice that was due reached the mail server, or says why not',
      broken: await unsent(stack),
    },
    { sentence: 'Nobody was told the same thing twice', broken: await twice(stack) },
    { sentence: 'No mail came early, or outside a working day’s hours', broken: early(stack) },
    {
      sentence: 'No mail went to somebody on leave or after their last day',
      broken: await toTheWrong(stack),
    },
    { sentence: 'Every agreed plan lies once in the personnel file', broken: await unfiled(stack) },
    {
      sentence: 'No talk stands still: none is overdue, none disagrees with its row',
      broken: await stuck(stack),
    },
    {
      sentence: 'Every open action is reminded about by exactly one live talk',
      broken: await orphaned(stack),
    },
  ]
}

async function unaccounted({ db }: Stack, { year }: Dates): Promise<string[]> {
  const open = await db.talk.findMany({
    where: { round: { year }, outcome: null },
    select: { id: true, status: true },
  })
  const rounds = await db.round.findMany({ where: { year, status: { not: 'closed' } } })
  return [
    ...open.map((talk) => `talk ${talk.id} is ${talk.status}`),
    ...rounds.map((round) => `${round.name} is ${round.status}`),
  ]
}

/** A notice may wait for its hour; one decided more than five days ago may not. */
async function unsent({ db, player }: Stack): Promise<string[]> {
  const before = new Date((await player.now()) - 5 * 24 * 60 * 60_000)
  const waiting = await db.notice.findMany({ where: { status: 'queued', decidedAt: { lt: before } } })
  return waiting.map(
    (notice) =>
      `${notice.obligation} ${notice.step} to ${notice.audience}, decided ${notice.decidedAt.toISOString()}`,
  )
}

/** By what people see: one mail twice, a subject line twice on a day, or a digest that calls new what another told. */
async function twice({ db, sink, player }: Stack): Promise<string[]> {
  const mails = sink.received.filter(({ mail }) => !isSignIn(mail.subject))
  const digests = await db.mail.findMany({
    where: { template: 'digest', status: 'sent' },
    include: { person: true },
  })
  return [
    ...repeated(mails.map(({ to, mail }) => `mail ${mail.messageId} to ${to}`)),
    ...repeated(mails.map(({ at, to, mail }) => `${player.calendar.dayOf(at)} ${to}: ${mail.subject}`)),
    ...repeated(
      digests.flatMap(({ person, data }) =>
        (data as unknown as DigestData).notices.map((id) => `notice ${id} is new to ${person?.email}`),
      ),
    ),
  ]
}

function repeated(lines: string[]): string[] {
  const counts = Map.groupBy(lines, (line) => line)
  return [...counts].filter(([, same]) => same.length > 1).map(([line]) => line)
}

/** Calendar and sign-in mails go at once, at any hour; everything else between seven and nine on a working day. */
function early({ sink }: Stack): string[] {
  const first = sink.received[0]
  if (first === undefined) return ['no mail was sent at all']
  const { zoneName, ...settings } = defaultCalendarSettings
  const calendar = createCalendar({ ...settings, zone: zoneFactsOf(zoneName, first.at) })
  return sink.received
    .filter(({ mail }) => !isAtOnce(mail.subject, mail.attachments.length > 0))
    .filter(({ at }) => {
      const { on, minutes } = calendar.localTime(at)
      return !calendar.isWorkingDay(on) || minutes < 7 * 60 || minutes > 9 * 60
    })
    .map(({ at, mail }) => `${new Date(at).toISOString()} ${mail.subject}`)
}

function isAtOnce(subject: string | undefined, hasAttachment: boolean): boolean {
  return hasAttachment || isSignIn(subject)
}

function isSignIn(subject: string | undefined): boolean {
  return /log ind|sign in/i.test(subject ?? '')
}

async function toTheWrong({ db, sink, player }: Stack): Promise<string[]> {
  const people = await db.person.findMany({ include: { employments: { include: { leaves: true } } } })
  const broken: string[] = []
  for (const { at, to, mail } of sink.received) {
    const on = player.calendar.dayOf(at)
    const jobs = people.find((person) => person.email === to)?.employments ?? []
    const isAway = jobs.every(
      (job) =>
        (job.lastDay !== null && job.lastDay.toISOString().slice(0, 10) < on) ||
        job.leaves.some(
          (leave) =>
            leave.fromOn.toISOString().slice(0, 10) <= on &&
            (leave.toOn === null || leave.toOn.toISOString().slice(0, 10) >= on),
        ),
    )
    if (isAway && !isAtOnce(mail.subject, mail.attachments.length > 0))
      broken.push(`${on} ${to}: ${mail.subject}`)
  }
  return broken
}

async function unfiled({ db, personnelFile }: Stack): Promise<string[]> {
  const agreed = await db.planVersion.findMany({ where: { status: 'agreed' }, select: { id: true } })
  const files = readdirSync(personnelFile).filter((name) => name.endsWith('.pdf'))
  const missing = agreed.filter(({ id }) => files.filter((name) => name.includes(id)).length !== 1)
  const extra = files.length - agreed.length
  return [...missing.map(({ id }) => `plan version ${id}`), ...(extra > 0 ? [`${extra} files too many`] : [])]
}

async function stuck({ db, player }: Stack): Promise<string[]> {
  const now = new Date(await player.now())
  const talks = await db.talk.findMany({
    where: { OR: [{ disagrees: true }, { closedAt: null, nextDueAt: { lt: now } }] },
    select: { id: true, status: true, nextDueAt: true },
  })
  const facts = await db.fact.count({
    where: { delivered: false, knownAt: { lt: new Date(now.getTime() - 2 * 24 * 60 * 60_000) } },
  })
  return [
    ...talks.map((talk) => `talk ${talk.id} is ${talk.status}, due ${talk.nextDueAt?.toISOString()}`),
    ...(facts > 0 ? [`${facts} facts are not delivered`] : []),
  ]
}

async function orphaned({ db }: Stack): Promise<string[]> {
  const open = await db.action.findMany({ where: { status: 'open' }, include: { talk: true } })
  const broken: string[] = []
  for (const action of open) {
    const owed = await db.obligation.count({ where: { obligation: 'action', subject: action.id } })
    const left = action.talk.status === 'left'
    if (owed !== (left ? 0 : 1)) broken.push(`action ${action.id} is owed in ${owed} talks`)
  }
  return broken
}
