import type { Day, Instant } from '../domain/calendar/day.ts'
import type { EvaluationAnswers } from '../domain/evaluation/questions.ts'
import type { NoticeKind } from '../domain/talk/effects.ts'
import type { ExtraKind, OfferKind } from '../domain/talk/talk.ts'
import type { Db, Tx } from './client.ts'
import { toDate } from './days.ts'

/** The short note of a status talk, and the day it was held (R9.1). */
export async function writeStatusTalkNote(
  db: Tx,
  statusTalkId: string,
  held: { on: Day; note: string },
): Promise<void> {
  await db.statusTalk.updateMany({
    where: { id: statusTalkId },
    data: { heldOn: toDate(held.on), note: held.note },
  })
}

/** The talk that reminds about an action (R9.3); null where there is no such action. */
export async function talkOfAction(db: Tx, actionId: string): Promise<string | null> {
  const action = await db.action.findFirst({ where: { id: actionId }, select: { talkId: true } })
  return action?.talkId ?? null
}

export async function hasEvaluated(db: Tx, talkId: string): Promise<boolean> {
  return (await db.evaluationMark.count({ where: { talkId } })) > 0
}

/**
 * Stores an evaluation that nothing leads back from: a random id and the month alone, and apart from it the mark that
 * the talk was evaluated (R6.2). False where it was before; then nothing is stored.
 * @param month 'YYYY-MM'
 */
export async function storeEvaluation(
  db: Db,
  talkId: string,
  evaluation: { roundId: string; unitId: string; month: string; answers: EvaluationAnswers },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.evaluationMark.createMany({ data: { talkId }, skipDuplicates: true })
    if (count === 0) return false
    // Nothing is read back: whoever answers may read no answers, not even their own.
    await tx.talkEvaluation.createMany({ data: [{ ...evaluation, answers: { ...evaluation.answers } }] })
    return true
  })
}

/** Registers that the employee is offered such a talk, and tells them; registered again it changes nothing (R4.5). */
export async function insertOffer(
  db: Db,
  { talk, kind, at }: { talk: { id: string; roundId: string }; kind: OfferKind; at: Instant },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [offer] = await tx.offer.createManyAndReturn({
      data: { talkId: talk.id, kind, offeredAt: new Date(at) },
      skipDuplicates: true,
      select: { id: true },
    })
    if (offer === undefined) return
    await tx.notice.createMany({
      data: {
        subject: offer.id,
        obligation: 'talk-offered' satisfies NoticeKind,
        occurrence: 1,
        step: 'told',
        audience: 'employee',
        talkId: talk.id,
        roundId: talk.roundId,
        whileOpen: false,
        decidedAt: new Date(at),
      },
    })
  })
}

/** The id of an offer; null where it was never made. */
export async function offerOf(db: Tx, talkId: string, kind: ExtraKind): Promise<string | null> {
  const offer = await db.offer.findUnique({ where: { talkId_kind: { talkId, kind } }, select: { id: true } })
  return offer?.id ?? null
}

/** What a person has tagged a talk with: nobody else sees it but counted (R10.1, R13.2). */
export async function themesOf(db: Tx, talkId: string, byPersonId: string): Promise<string[]> {
  const rows = await db.themeTag.findMany({ where: { talkId, byPersonId }, orderBy: { theme: 'asc' } })
  return rows.map(({ theme }) => theme)
}

/** A person's themes of a talk from now on (R10.1). */
export async function replaceThemes(
  db: Db,
  { id: talkId, roundId }: { id: string; roundId: string },
  byPersonId: string,
  themes: readonly string[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.themeTag.deleteMany({ where: { talkId, byPersonId, theme: { notIn: [...themes] } } })
    await tx.themeTag.createMany({
      data: themes.map((theme) => ({ talkId, roundId, byPersonId, theme })),
      skipDuplicates: true,
    })
  })
}
