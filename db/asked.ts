import type { Day, Instant } from '../domain/calendar/day.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { BesideTalk } from '../domain/talk/asked.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'
import { Prisma } from './generated/client.ts'
import { fromTalks, type Leading, leads, openTalksOf } from './home.ts'

/** A talk in which somebody may be asked for something, with what its state does not know. */
export interface AskingTalk {
  readonly id: string
  readonly roundName: string
  readonly kind: RoundKind
  readonly state: TalkState
  readonly employee: string
  /** The person is its employee; else they lead it. */
  readonly isOwn: boolean
  readonly onBehalfOf: string | null
  readonly beside: BesideTalk
}

/** The person's own open talks, and those of their teams in which another time was asked for. */
export async function askingTalks(db: Tx, who: Leading, today: Day, at: Instant): Promise<AskingTalk[]> {
  const { personId } = who
  const isOwn = Prisma.sql`employment.person_id = ${personId}::uuid`
  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (${openTalksOf(who)})
    SELECT talk.id::text, round.name AS "roundName", round.kind, talk.snapshot AS state,
      person.given_name || ' ' || person.family_name AS employee, ${isOwn} AS "isOwn",
      CASE WHEN NOT ${isOwn} AND leader.person_id <> ${personId}::uuid
        THEN leader_person.given_name || ' ' || leader_person.family_name END AS "onBehalfOf",
      (SELECT min(slot.starts_at) FROM slot WHERE slot.round_id = talk.round_id AND slot.leader_id = leader.id
        AND slot.taken_by IS NULL AND slot.starts_at > ${new Date(at)}) AS "firstFreeAt",
      (SELECT coalesce(json_agg(json_build_object('id', offer.id, 'kind', offer.kind) ORDER BY offer.kind), '[]')
        FROM offer WHERE offer.talk_id = talk.id AND offer.answer IS NULL) AS offers,
      EXISTS (SELECT 1 FROM evaluation_mark mark WHERE mark.talk_id = talk.id) AS "hasEvaluated"
    ${fromTalks(today)}
    WHERE (${isOwn} OR (${leads(who)} AND ${asksForOtherTime}))
    ORDER BY employee, talk.id`
  return rows.map(({ firstFreeAt, offers, hasEvaluated, ...row }) => ({
    ...row,
    beside: { firstFreeAt: firstFreeAt?.getTime() ?? null, offers, hasEvaluated },
  }))
}

interface Row extends Omit<AskingTalk, 'beside'>, Pick<BesideTalk, 'offers' | 'hasEvaluated'> {
  readonly firstFreeAt: Date | null
}

const asksForOtherTime = Prisma.sql`(talk.snapshot->'appointment'->>'otherTimeAsked' = 'true'
  OR jsonb_path_exists(talk.snapshot, '$.statusTalks[*].appointment.otherTimeAsked ? (@ == true)'))`
