import type { Day } from '../domain/calendar/day.ts'
import type { RetentionKind } from '../domain/retention/retention.ts'
import type { Tx } from './client.ts'
import { emptyPlan } from './erasure.ts'
import { Prisma } from './generated/client.ts'
import { isNotHeld, isNotHeldTalk } from './legal-holds.ts'

/** What one page deletes at most: short transactions, and little lost where a night is cut short. */
const PAGE = 500

/** What the night deletes by age, beside people: those are erased one by one. */
export type AgedKind = Exclude<RetentionKind, 'people'> | 'previews'

/**
 * Deletes one page of what is older than a day, in the caller's transaction; 0 once there is no more. What belongs to
 * somebody under a legal hold stays, with all of the talks in which they wrote or read.
 */
export async function forgetPage(tx: Tx, kind: AgedKind, before: Day): Promise<number> {
  const counts = []
  for (const statement of pages[kind](before)) counts.push(await tx.$executeRaw(statement))
  return counts.reduce((sum, count) => sum + count, 0)
}

const pages: Readonly<Record<AgedKind, (before: Day) => readonly Prisma.Sql[]>> = {
  preparation: (before) => {
    const over = Prisma.sql`coalesce(t.held_on, (t.closed_at AT TIME ZONE 'UTC')::date) < ${before}::date
      AND ${isNotHeldTalk(Prisma.sql`t.id`)}`
    const settled = Prisma.sql`(t.agreed_on < ${before}::date OR t.closed_at < ${before}::date)`
    return [
      deleted('sheet', talksWhere(over)),
      deleted('topic', talksWhere(over)),
      // Counted for the common feedback until the round is over (R10.1).
      Prisma.sql`DELETE FROM theme_tag WHERE id IN (SELECT g.id FROM theme_tag g
        JOIN round r ON r.id = g.round_id AND ${isOverBefore(before)}
        WHERE ${isNotHeldTalk(Prisma.sql`g.talk_id`)} LIMIT ${PAGE})`,
      // Try-outs are shared for as long as they are worked on: they go with the plan.
      deleted('share', talksWhere(over), Prisma.sql`x.what = 'sheet'`),
      Prisma.sql`DELETE FROM plan_draft WHERE talk_id IN
        (SELECT d.talk_id FROM plan_draft d WHERE d.talk_id IN (${talksWhere(Prisma.sql`${over} AND ${settled}`)}) LIMIT ${PAGE})`,
      Prisma.sql`UPDATE appointment SET wish = '', place = '', online_url = '' WHERE id IN
        (SELECT a.id FROM appointment a WHERE (a.wish <> '' OR a.place <> '' OR a.online_url <> '')
          AND a.starts_at < ${before}::date AND a.talk_id IN (${talksWhere(over)}) LIMIT ${PAGE})`,
      Prisma.sql`UPDATE group_talk SET place = '', online_url = '' WHERE id IN
        (SELECT g.id FROM group_talk g JOIN employment e ON e.id = g.leader_id
          WHERE (g.place <> '' OR g.online_url <> '') AND g.on_day < ${before}::date
            AND ${isNotHeld(Prisma.sql`e.person_id`)} AND NOT EXISTS (SELECT 1 FROM group_talk_part p
              WHERE p.group_talk_id = g.id AND NOT ${isNotHeldTalk(Prisma.sql`p.talk_id`)}) LIMIT ${PAGE})`,
      Prisma.sql`DELETE FROM slot WHERE id IN (SELECT s.id FROM slot s JOIN employment e ON e.id = s.leader_id
        WHERE s.starts_at < ${before}::date AND ${isNotHeld(Prisma.sql`e.person_id`)}
          AND (s.taken_by IS NULL OR ${isNotHeldTalk(Prisma.sql`s.taken_by`)}) LIMIT ${PAGE})`,
    ]
  },
  /**
   * The rows stay, because closed rounds count them; what they say goes. An open action that the next talk reminds about
   * has its words in the plan it was agreed in (R9.3): both keep theirs.
   */
  plan: (before) => {
    const over = Prisma.sql`t.closed_at < ${before}::date AND ${isNotHeldTalk(Prisma.sql`t.id`)}
      AND NOT EXISTS (SELECT 1 FROM action o JOIN plan_version w ON w.id = o.plan_version_id
        WHERE t.id IN (o.talk_id, w.talk_id) AND o.status = 'open')
      AND NOT EXISTS (SELECT 1 FROM plan_version w JOIN journal_entry j ON j.plan_version_id = w.id
        WHERE w.talk_id = t.id AND j.status <> 'filed')`
    const talks = talksWhere(over)
    return [
      Prisma.sql`DELETE FROM plan_comment WHERE id IN (SELECT c.id FROM plan_comment c
        JOIN plan_version v ON v.id = c.plan_version_id WHERE v.talk_id IN (${talks}) LIMIT ${PAGE})`,
      Prisma.sql`UPDATE plan_version SET content = ${emptyPlan}::jsonb WHERE id IN (SELECT v.id FROM plan_version v
        WHERE v.talk_id IN (${talks}) AND v.content <> ${emptyPlan}::jsonb LIMIT ${PAGE})`,
      Prisma.sql`UPDATE action SET what = '' WHERE id IN (SELECT a.id FROM action a
        JOIN plan_version v ON v.id = a.plan_version_id WHERE v.talk_id IN (${talks}) AND a.what <> '' LIMIT ${PAGE})`,
      Prisma.sql`UPDATE status_talk SET note = '' WHERE id IN (SELECT s.id FROM status_talk s
        WHERE s.talk_id IN (${talks}) AND s.note <> '' LIMIT ${PAGE})`,
      deleted('share', talks),
      Prisma.sql`UPDATE group_feedback SET text = '' WHERE id IN (SELECT f.id FROM group_feedback f
        WHERE f.text <> '' AND ${ofOverRounds('f', before)} LIMIT ${PAGE})`,
      Prisma.sql`DELETE FROM local_orientation WHERE id IN (SELECT o.id FROM local_orientation o
        WHERE ${ofOverRounds('o', before)} LIMIT ${PAGE})`,
    ]
  },
  nudges: (before) => [
    Prisma.sql`DELETE FROM nudge WHERE id IN (SELECT n.id FROM nudge n LEFT JOIN talk t ON t.id = n.talk_id
      JOIN employment e ON e.id = coalesce(t.employment_id, n.leader_id)
      WHERE n.at < ${before}::date AND ${isNotHeld(Prisma.sql`e.person_id`)}
        AND ${isNotHeld(Prisma.sql`n.by_person_id`)}
        AND (n.talk_id IS NULL OR ${isNotHeldTalk(Prisma.sql`n.talk_id`)}) LIMIT ${PAGE})`,
  ],
  mails: (before) => [
    Prisma.sql`DELETE FROM mail WHERE id IN (SELECT m.id FROM mail m
      WHERE m.ended_at < ${before}::date AND ${isNotHeld(Prisma.sql`m.person_id`)} LIMIT ${PAGE})`,
  ],
  accesses: (before) => [
    Prisma.sql`DELETE FROM access_entry WHERE id IN (SELECT a.id FROM access_entry a
      WHERE a.at < ${before}::date AND ${isNotHeldTalk(Prisma.sql`a.talk_id`)} LIMIT ${PAGE})`,
    Prisma.sql`DELETE FROM plan_opening WHERE id IN (SELECT o.id FROM plan_opening o
      WHERE o.opened_at < ${before}::date AND ${isNotHeldTalk(Prisma.sql`o.talk_id`)} LIMIT ${PAGE})`,
  ],
  previews: (before) => [
    Prisma.sql`DELETE FROM import_run WHERE id IN (SELECT i.id FROM import_run i
      WHERE i.status = 'previewed' AND i.created_at < ${before}::date LIMIT ${PAGE})`,
  ],
}

function talksWhere(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT t.id FROM talk t JOIN employment e ON e.id = t.employment_id WHERE ${condition}`
}

/** What a leader wrote to a team in a round that was over before a day. @param row its name in the query */
function ofOverRounds(row: string, before: Day): Prisma.Sql {
  const [roundId, leaderId] = [Prisma.raw(`${row}.round_id`), Prisma.raw(`${row}.leader_id`)]
  return Prisma.sql`EXISTS (SELECT 1 FROM round r WHERE r.id = ${roundId} AND ${isOverBefore(before)})
    AND ${isNotHeld(Prisma.sql`(SELECT e.person_id FROM employment e WHERE e.id = ${leaderId})`)}`
}

/** Of the round `r`. */
function isOverBefore(before: Day): Prisma.Sql {
  return Prisma.sql`r.status IN ('closed', 'stopped') AND coalesce(r.closes_on, r.created_at::date) < ${before}::date`
}

function deleted(
  table: 'sheet' | 'share' | 'topic',
  talks: Prisma.Sql,
  which = Prisma.sql`true`,
): Prisma.Sql {
  const name = Prisma.raw(table)
  return Prisma.sql`DELETE FROM ${name} WHERE id IN
    (SELECT x.id FROM ${name} x WHERE x.talk_id IN (${talks}) AND ${which} LIMIT ${PAGE})`
}

/** People whose every employment ended before a day, a page of them: nobody is left in it twice once erased. */
export async function peopleLongGone(db: Tx, before: Day): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM person p WHERE p.erased_at IS NULL AND ${isNotHeld(Prisma.sql`p.id`)}
      AND EXISTS (SELECT 1 FROM employment e WHERE e.person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.person_id = p.id
        AND (e.last_day IS NULL OR e.last_day >= ${before}::date))
      AND p.id <> ALL (ARRAY(SELECT fence.people_in_held_talks()))
      AND NOT EXISTS (SELECT 1 FROM employment e JOIN talk t ON t.employment_id = e.id
        JOIN plan_version v ON v.talk_id = t.id JOIN journal_entry j ON j.plan_version_id = v.id
        WHERE e.person_id = p.id AND j.status <> 'filed')
    ORDER BY p.id LIMIT 100`
  return rows.map(({ id }) => id)
}
