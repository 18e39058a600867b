import type { Language } from '../domain/language.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { ownReadings, writtenAsHr, writtenAsLeader } from './own-acts.ts'
import { ownTalks } from './own-talks.ts'

/** Everything the service has about one person that they may see, as their copy gives it (GDPR art. 15). */
export type OwnData = Awaited<ReturnType<typeof ownData>>

/** Own texts, what others wrote about them that they may see, the mails they got, and who has read their talks. */
export async function ownData(db: Tx, personId: string) {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId }, include: personParts })
  const jobs = person.employments.map(({ id }) => id)
  const language = languageOf(person)
  return {
    ...personOf(person),
    talks: await ownTalks(db, { personId, language }, jobs),
    messagesFromHr: await messagesTo(db, jobs),
    writtenAsLeader: await writtenAsLeader(db, { personId, language }, jobs),
    writtenAsHr: await writtenAsHr(db, personId),
    readings: await ownReadings(db, personId),
    mails: await mailsTo(db, personId),
  }
}

const personParts = {
  employments: {
    include: {
      memberships: { include: { unit: true }, orderBy: { fromOn: 'asc' } },
      reportsTo: { include: { leader: { include: { person: true } } }, orderBy: { fromOn: 'asc' } },
      leaves: { orderBy: { fromOn: 'asc' } },
      deputizedBy: { include: { deputy: { include: { person: true } } }, orderBy: { fromOn: 'asc' } },
      deputyFor: { include: { leader: { include: { person: true } } }, orderBy: { fromOn: 'asc' } },
    },
    orderBy: { employedFrom: 'asc' },
  },
  roleGrants: { include: { unit: true }, orderBy: { fromOn: 'asc' } },
  serviceTokens: { orderBy: { createdAt: 'asc' } },
  sessions: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.PersonInclude

function personOf(person: Prisma.PersonGetPayload<{ include: typeof personParts }>) {
  return {
    person: {
      name: nameOf(person),
      email: person.email,
      emailChangedAt: person.emailChangedAt?.toISOString() ?? null,
      phone: person.phone,
      birthDate: person.birthDate && toDay(person.birthDate),
      language: languageOf(person),
    },
    employments: person.employments.map((job) => ({
      number: job.number,
      title: job.title,
      jobGroup: job.jobGroup,
      caseNumber: job.caseNumber,
      hoursPerWeek: job.hoursPerWeek === null ? null : Number(job.hoursPerWeek),
      employedFrom: toDay(job.employedFrom),
      lastDay: job.lastDay && toDay(job.lastDay),
      joinedAt: job.joinedAt?.toISOString() ?? null,
      units: job.memberships.map((one) => ({ unit: one.unit.name, ...span(one) })),
      leaders: job.reportsTo.map((one) => ({
        leader: nameOf(one.leader.person),
        ...span(one),
      })),
      leaves: job.leaves.map(span),
      deputies: job.deputizedBy.map((one) => ({ name: nameOf(one.deputy.person), ...span(one) })),
      deputyFor: job.deputyFor.map((one) => ({ leader: nameOf(one.leader.person), ...span(one) })),
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
    sessions: person.sessions.map((session) => ({
      device: session.device,
      provider: session.provider,
      isStrong: session.isStrong,
      roles: session.roles,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
  }
}

function languageOf({ language }: { language: string }): Language {
  return language === 'en' ? 'en' : 'da'
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`
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
