import type { Language } from '../domain/language.ts'
import type { Tx } from './client.ts'
import { answersIn } from './own-talks.ts'

/** What a person wrote about others' talks or to their team, for their copy: as far as they may still see it. */
export async function writtenAsLeader(
  db: Tx,
  { personId, language }: { personId: string; language: Language },
  jobs: readonly string[],
) {
  const sheets = await db.sheet.findMany({
    where: { authorPersonId: personId, author: 'leader' },
    orderBy: { updatedAt: 'asc' },
  })
  const comments = await db.planComment.findMany({
    where: { byPersonId: personId, party: 'leader' },
    orderBy: { at: 'asc' },
  })
  const themes = await db.themeTag.findMany({
    where: { byPersonId: personId },
    orderBy: [{ talkId: 'asc' }, { theme: 'asc' }],
  })
  const ofJobs = { where: { leaderId: { in: [...jobs] } }, include: { round: true } }
  const paragraphs = await db.localOrientation.findMany(ofJobs)
  const feedbacks = await db.groupFeedback.findMany(ofJobs)
  return {
    sheets: await Promise.all(
      sheets.map(async (sheet) => ({
        updatedAt: sheet.updatedAt.toISOString(),
        answers: await answersIn(db, sheet, language),
      })),
    ),
    comments: comments.map(({ kind, text, at }) => ({ kind, text, at: at.toISOString() })),
    themes: themes.map(({ theme }) => theme),
    orientations: paragraphs.map(({ round, text }) => ({ round: round.name, text })),
    groupFeedbacks: feedbacks.map(({ round, text, status }) => ({ round: round.name, text, status })),
  }
}

/** Their messages to others about late talks, and why they opened plans. */
export async function writtenAsHr(db: Tx, personId: string) {
  const nudges = await db.nudge.findMany({ where: { byPersonId: personId }, orderBy: { at: 'asc' } })
  const openings = await db.planOpening.findMany({
    where: { byPersonId: personId },
    orderBy: { openedAt: 'asc' },
  })
  return {
    messages: nudges.map(({ at, text }) => ({ at: at.toISOString(), text })),
    openings: openings.map(({ reason, openedAt, untilAt }) => ({
      reason,
      from: openedAt.toISOString(),
      to: untilAt.toISOString(),
    })),
  }
}

/** What they have read of talks, and as what; whose those are stands with the one who was read. */
export async function ownReadings(db: Tx, personId: string) {
  const readings = await db.accessEntry.findMany({ where: { personId }, orderBy: { id: 'asc' } })
  return readings.map(({ at, what, standing }) => ({ at: at.toISOString(), what, as: standing }))
}
