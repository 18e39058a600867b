import type { Language } from '../domain/language.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { answersIn, ownTalks } from './own-talks.ts'

/** Everything the service has about one person that they may see, as their copy gives it (GDPR art. 15). */
export type OwnData = Awaited<ReturnType<typeof ownData>>

/** Own texts, what others wrote about them that they may see, the mails they got, and who has read their talks. */
export async function ownData(db: Tx, personId: string, language: Language) {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId }, include: personParts })
  const jobs = person.employments.map(({ id }) => id)
  return {
    ...personOf(person),
    talks: await ownTalks(db, { personId, language }, jobs),
    messagesFromHr: await messagesTo(db, jobs),
    writtenAsLeader: await writtenAsLeader(db, { personId, language }, jobs),
    mails: await mailsTo(db, personId),
  }
}

const personParts = {
  employments: {
    include: {
      memberships: { include: { unit: true }, orderBy: { fromOn: 'asc' } },
      reportsTo: { include: { leader: { include: { person: true } } }, orderBy: { fromOn: 'asc' } },
      leaves: { orderBy: { fromOn: 'asc' } },
    },
    orderBy: { employedFrom: 'asc' },
  },
  roleGrants: { include: { unit: true }, orderBy: { fromOn: 'asc' } },
  serviceTokens: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.PersonInclude

function personOf(person: Prisma.PersonGetPayload<{ include: typeof personParts }>) {
  return {
    person: {
      name: `${person.givenName} ${person.familyName}`,
      email: person.email,
      phone: person.phone,
      birthDate: person.birthDate && toDay(person.birthDate),
      language: person.language,
    },
    employments: person.employments.map((job) => ({
      number: job.number,
      title: job.title,
      jobGroup: job.jobGroup,
      caseNumber: job.caseNumber,
      hoursPerWeek: job.hoursPerWeek === null ? null : Number(job.hoursPerWeek),
      employedFrom: toDay(job.employedFrom),
      lastDay: job.lastDay && toDay(job.lastDay),
      units: job.memberships.map((one) => ({ unit: one.unit.name, ...span(one) })),
      leaders: job.reportsTo.map((one) => ({
        leader: `${one.leader.person.givenName} ${one.leader.person.familyName}`,
        ...span(one),
      })),
      leaves: job.leaves.map(span),
    })),
    roles: person.roleGrants.map((one) => ({ role: one.role, unit: one.unit.name, ...span(one) })),
    serviceTokens: person.serviceTokens.map((token) => ({
      name: token.name,
      scopes: token.scopes,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      revokedAt: token.revokedAt?.toISOString() ?? null,
      lastUsedOn: token.lastUsedOn && toDay(token.lastUsedOn),
    })),
  }
}

function span({ fromOn, toOn }: { fromOn: Date; toOn: Date | null }) {
  return { from: toDay(fromOn), to: toOn && toDay(toOn) }
}

async function messagesTo(db: Tx, jobs: readonly string[]) {
  const talks = await db.talk.findMany({ where: { employmentId: { in: [...jobs] } }, select: { id: true } })
  const nudges = await db.nudge.findMany({
    where: { OR: [{ talkId: { in: talks.map(({ id }) => id) } }, { leaderId: { in: [...jobs] } }] },
    orderBy: { at: 'asc' },
  })
  return nudges.map(({ at, text }) => ({ at: at.toISOString(), text }))
}

/** What they wrote about others' talks or to their team. */
async function writtenAsLeader(
  db: Tx,
  { personId, language }: { personId: string; language: Language },
  jobs: readonly string[],
) {
  const sheets = await db.sheet.findMany({
    where: { authorPersonId: personId, author: 'leader' },
    orderBy: { updatedAt: 'asc' },
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
    orientations: paragraphs.map(({ round, text }) => ({ round: round.name, text })),
    groupFeedbacks: feedbacks.map(({ round, text, status }) => ({ round: round.name, text, status })),
  }
}

async function mailsTo(db: Tx, personId: string) {
  const mails = await db.mail.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ createdAt, endedAt, template, recipient, subjectLine, status, reason }) => ({
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    template,
    recipient,
    subjectLine,
    status,
    reason,
  }))
}
