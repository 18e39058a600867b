import type { Db } from '../db/client.ts'
import { unitsOf } from '../db/outbox-lines.ts'
import { endStaleDigests, insertDigest, peopleWithDigest } from '../db/outbox-digests.ts'
import { endNotices, insertSingles, noteNoRecipient } from '../db/outbox-mails.ts'
import {
  type OutboxNotice,
  readNotices,
  readPolicies,
  roundsWithWaiting,
  waitingNotices,
} from '../db/outbox-notices.ts'
import { unitsOfPeople } from '../db/outbox-people.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { createZone } from '../domain/calendar/zone.ts'
import type { MailReason } from '../domain/notices/mail-outcome.ts'
import { mayGoAt, nextHandOver } from '../domain/notices/send-window.ts'
import { readCalendars } from './calendars.ts'
import { type JudgedNotice, judgeNotices, type Moment, policyOf } from './judge.ts'

/** Notices looked at in one go. */
const PAGE = 500

/** Makes a single mail of every waiting notice to an employee, for the first morning it may go. */
export async function planSingles(db: Db, moment: Moment): Promise<number> {
  let planned = 0
  for (;;) {
    const ids = await waitingNotices(db, 'employee', PAGE)
    if (ids.length === 0) return planned
    const notices = await readNotices(db, ids, moment)
    const timed = await withFirstMorning(db, notices, moment)
    await db.$transaction((tx) => insertSingles(tx, timed, moment.now))
    const homeless = notices.filter((notice) => notice.talk === null).map((notice) => notice.id)
    await endNotices(db, homeless, { status: 'dropped', reason: 'no-recipient', at: moment.now })
    planned += timed.length
  }
}

async function withFirstMorning(db: Db, notices: OutboxNotice[], moment: Moment) {
  const policies = await readPolicies(db, [...new Set(notices.map((notice) => notice.round.id))])
  const employments = notices.flatMap((notice) => notice.talk?.employmentId ?? [])
  const units = await unitsOf(db, employments, moment.today)
  const calendars = await readCalendars(db, [...units.values()], moment.zone)
  return notices.flatMap((notice) => {
    if (notice.talk === null) return []
    const policy = policyOf(notice, policies)
    const calendar = calendars.of(policy, units.get(notice.talk.employmentId))
    return {
      noticeId: notice.id,
      personId: notice.talk.personId,
      key: `${notice.subject}:${notice.kind}:${notice.occurrence}:${notice.step}:${notice.audience}`,
      notBeforeAt: nextHandOver('single', notice.id, moment.now, policy.sendWindow, calendar),
    }
  })
}

export interface PlannedDigests {
  made: number
  dropped: number
}

/**
 * In the digests' hour: ends digests of earlier days, ends notices whose reason has gone, and makes
 * today's digest of everybody for whom something new may be told. Who they are is asked again when it is handed over.
 */
export async function planDigests(db: Db, moment: Moment): Promise<PlannedDigests> {
  const dropped = await db.$transaction((tx) => endStaleDigests(tx, moment.today, moment.now))
  if (!(await isDigestHour(db, moment))) return { made: 0, dropped }
  const ids = await waitingNotices(db, 'above', Number.MAX_SAFE_INTEGER)
  const judged = await judgeInPages(db, ids, moment)
  await writeVerdicts(db, judged)
  const byPerson = await whoMayHearToday(db, judged, moment)
  let made = 0
  for (const [personId, notices] of byPerson) {
    const digest = { personId, on: moment.today, notices, at: moment.now }
    if (await db.$transaction((tx) => insertDigest(tx, digest))) made += 1
  }
  return { made, dropped }
}

/** Outside the digest hours of the rounds with something to tell no notice needs to be read or judged. */
async function isDigestHour(db: Db, moment: Moment): Promise<boolean> {
  const policies = await readPolicies(db, await roundsWithWaiting(db))
  const { minutes } = createZone(moment.zone).localTime(moment.now)
  return [...policies.values()].some(
    ({ sendWindow }) => sendWindow.digestAt <= minutes && minutes <= sendWindow.digestTo,
  )
}

async function judgeInPages(db: Db, ids: string[], moment: Moment): Promise<JudgedNotice[]> {
  const judged: JudgedNotice[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    judged.push(...(await judgeNotices(db, ids.slice(from, from + PAGE), moment)))
  }
  return judged
}

/** Ends what has no reason any more, and notes on what waits why it does. */
async function writeVerdicts(db: Db, judged: JudgedNotice[]): Promise<void> {
  const drops = new Map<string, { ids: string[]; reason: MailReason; at: Instant }>()
  const unplaced: string[] = []
  for (const { notice, judgement } of judged) {
    if (judgement.verdict === 'wait' && judgement.reason === 'no-recipient') unplaced.push(notice.id)
    if (judgement.verdict !== 'drop') continue
    const { reason, at } = judgement
    const same = drops.get(`${reason}/${at}`) ?? { ids: [], reason, at }
    same.ids.push(notice.id)
    drops.set(`${reason}/${at}`, same)
  }
  for (const { ids, reason, at } of drops.values())
    await endNotices(db, ids, { status: 'dropped', reason, at })
  await noteNoRecipient(db, unplaced)
}

/** Each person's new notices of today; those who had their digest already wait for the next day's. */
async function whoMayHearToday(
  db: Db,
  judged: JudgedNotice[],
  moment: Moment,
): Promise<Map<string, string[]>> {
  const people = [
    ...new Set(judged.flatMap(({ judgement }) => (judgement.verdict === 'go' ? judgement.to : []))),
  ]
  const had = await peopleWithDigest(db, people, moment.today)
  const units = await unitsOfPeople(db, people, moment.today)
  const calendars = await readCalendars(db, [...units.values()], moment.zone)
  const byPerson = new Map<string, string[]>()
  for (const { notice, judgement, policy } of judged) {
    if (judgement.verdict !== 'go') continue
    for (const person of judgement.to.filter((id) => !had.has(id))) {
      const calendar = calendars.of(policy, units.get(person))
      if (!mayGoAt('digest', person, moment.now, policy.sendWindow, calendar)) continue
      byPerson.set(person, [...(byPerson.get(person) ?? []), notice.id])
    }
  }
  return byPerson
}
