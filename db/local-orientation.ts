import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Tx } from './client.ts'
import { trsOf } from './outbox-people.ts'
import type { RoundLink } from './round-reading.ts'

/** A leader's own paragraph in a round's orientation; '' where none is written (R4.1). */
export async function localText(
  db: Tx,
  roundId: string,
  leaderId: string,
): Promise<{ text: string; version: number }> {
  const row = await db.localOrientation.findUnique({
    where: { roundId_leaderId: { roundId, leaderId } },
    select: { text: true, version: true },
  })
  return row ?? { text: '', version: 0 }
}

/** Saves it over the version its writer saw; false where another was saved meanwhile. */
export async function writeLocalText(
  db: Tx,
  paragraph: { roundId: string; leaderId: string; text: string; version: number; at: Instant },
): Promise<boolean> {
  const { roundId, leaderId, text, version, at } = paragraph
  const updatedAt = new Date(at)
  await db.localOrientation.createMany({
    data: [{ roundId, leaderId, text: '', updatedAt }],
    skipDuplicates: true,
  })
  const { count } = await db.localOrientation.updateMany({
    where: { roundId, leaderId, version },
    data: { text, version: version + 1, updatedAt },
  })
  return count > 0
}

/** What everybody on the roster is told before the invitations (R4.1), beside the material. */
export interface OrientationView {
  roundName: string
  year: number
  focusText: string
  orientationText: string
  links: RoundLink[]
  committee: string
  guidelinesDiscussed: boolean
  policy: Policy
  leaderName: string | null
  /** The leader's own paragraph. */
  localText: string
  /** The union representative of the unit, else of the nearest unit above that names one; '' = nobody. */
  trName: string
}

export async function orientationOf(db: Tx, talkId: string, on: Day): Promise<OrientationView> {
  const [row] = await db.$queryRaw<
    (Omit<OrientationView, 'guidelinesDiscussed' | 'policy' | 'trName'> & {
      guidelinesDiscussed: boolean
      policy: Policy
      unitId: string | null
    })[]
  >`
    SELECT r.name AS "roundName", r.year, r.focus_text AS "focusText", r.orientation_text AS "orientationText", r.links,
      r.committee, r.guidelines_discussed_on IS NOT NULL AS "guidelinesDiscussed", t.snapshot->'policy' AS policy,
      p.given_name || ' ' || p.family_name AS "leaderName", coalesce(o.text, '') AS "localText",
      m.unit_id::text AS "unitId"
    FROM talk t
    JOIN round r ON r.id = t.round_id
    JOIN employment e ON e.id = t.employment_id
    CROSS JOIN LATERAL (SELECT greatest(least(${on}::date, e.last_day), e.employed_from) AS on_day) seen
    LEFT JOIN reporting_line l ON l.employment_id = t.employment_id AND l.from_on <= seen.on_day
      AND (l.to_on IS NULL OR l.to_on >= seen.on_day)
    LEFT JOIN employment le ON le.id = l.leader_id
    LEFT JOIN person p ON p.id = le.person_id
    LEFT JOIN local_orientation o ON o.round_id = r.id AND o.leader_id = l.leader_id
    LEFT JOIN unit_membership m ON m.employment_id = t.employment_id AND m.from_on <= seen.on_day
      AND (m.to_on IS NULL OR m.to_on >= seen.on_day)
    WHERE t.id = ${talkId}::uuid`
  if (row === undefined)
    throw new Error(`talk ${talkId} is not in the table: expected one that was found before`)
  const { unitId, ...view } = row
  const trs = await trsOf(db, unitId === null ? [] : [unitId])
  return { ...view, trName: trs.get(unitId ?? '') ?? '' }
}
