import type { Language } from '../domain/language.ts'
import { readAnswers, type SheetAnswers } from '../domain/material/answers.ts'
import { namesOf } from './accesses.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'
import type { Prisma } from './generated/client.ts'
import { materialsOfTalk } from './materials.ts'

/**
 * An employee's talks with everything in them that the employee may see: a leader's sheet only once it is shared (R5.3).
 * Other people are names here.
 */
export async function ownTalks(
  db: Tx,
  { personId, language }: { personId: string; language: Language },
  employmentIds: readonly string[],
) {
  const talks = await db.talk.findMany({
    where: { employmentId: { in: [...employmentIds] } },
    include: talkParts,
    orderBy: { openedAt: 'asc' },
  })
  const accesses = await db.accessEntry.findMany({
    where: { talkId: { in: talks.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  })
  const names = await namesOf(db, [
    ...accesses.flatMap(({ personId: by, onBehalfOf }) => [by, ...(onBehalfOf ? [onBehalfOf] : [])]),
    ...talks.flatMap(({ openings }) => openings.flatMap(({ byPersonId }) => byPersonId ?? [])),
    ...talks.flatMap(({ sheets }) => sheets.map(({ authorPersonId }) => authorPersonId)),
    ...talks.flatMap(({ planDraft, planVersions }) => writersOf([planDraft ?? [], planVersions].flat())),
  ])
  const nameOf: NameOf = (id) => (id === null ? null : (names.get(id) ?? null))
  const shown = await Promise.all(
    talks.flatMap(({ sheets }) =>
      sheets
        .filter(({ authorPersonId, sharedAt }) => authorPersonId === personId || sharedAt !== null)
        .map(async (sheet) => ({
          talkId: sheet.talkId,
          by: nameOf(sheet.authorPersonId),
          updatedAt: sheet.updatedAt.toISOString(),
          readyAt: sheet.readyAt?.toISOString() ?? null,
          sharedAt: sheet.sharedAt?.toISOString() ?? null,
          answers: await answersIn(db, sheet, language),
        })),
    ),
  )
  return talks.map((talk) => ({
    ...courseOf(talk),
    sheets: shown.filter(({ talkId }) => talkId === talk.id).map(({ talkId: _talkId, ...sheet }) => sheet),
    ...writingsIn(talk, nameOf),
    planVersions: talk.planVersions.map((version) => versionOf(version, nameOf)),
    openedBy: talk.openings.map(({ byPersonId, reason, openedAt, untilAt }) => ({
      by: nameOf(byPersonId),
      reason,
      from: openedAt.toISOString(),
      to: untilAt.toISOString(),
    })),
    readBy: accesses
      .filter(({ talkId }) => talkId === talk.id)
      .map(({ personId: by, onBehalfOf, standing, what, at }) => ({
        at: at.toISOString(),
        by: nameOf(by),
        as: standing,
        onBehalfOf: nameOf(onBehalfOf),
        what,
      })),
  }))
}

interface Written {
  readonly byPersonId: string | null
  readonly onBehalfOf?: string | null
  readonly comments?: readonly Written[]
  readonly approvals?: readonly Written[]
}

function writersOf(written: readonly Written[]): string[] {
  return written.flatMap(({ byPersonId, onBehalfOf, comments = [], approvals = [] }) => [
    ...[byPersonId ?? [], onBehalfOf ?? []].flat(),
    ...writersOf([...comments, ...approvals]),
  ])
}

type NameOf = (personId: string | null) => string | null

const talkParts = {
  round: true,
  appointments: { where: { status: { not: 'proposed' } }, orderBy: { createdAt: 'asc' } },
  sheets: { orderBy: { updatedAt: 'asc' } },
  topics: { orderBy: { createdAt: 'asc' } },
  planDraft: true,
  planVersions: {
    where: { number: { not: null } },
    include: { comments: { orderBy: { at: 'asc' } }, approvals: true, journal: true, actions: true },
    orderBy: { number: 'asc' },
  },
  openings: { orderBy: { openedAt: 'asc' } },
  statusTalks: { orderBy: { number: 'asc' } },
  offers: { orderBy: { offeredAt: 'asc' } },
  groupTalks: { include: { groupTalk: true }, orderBy: { groupTalk: { startsAt: 'asc' } } },
  shares: { include: { withEmployment: { include: { person: true } } } },
} as const satisfies Prisma.TalkInclude

type WholeTalk = Prisma.TalkGetPayload<{ include: typeof talkParts }>

function courseOf(talk: WholeTalk) {
  return {
    round: talk.round.name,
    status: talk.status,
    outcome: talk.outcome,
    outcomeReason: talk.outcomeReason,
    openedAt: talk.openedAt.toISOString(),
    closedAt: talk.closedAt?.toISOString() ?? null,
    inviteDueOn: talk.inviteDueOn && toDay(talk.inviteDueOn),
    holdDueOn: talk.holdDueOn && toDay(talk.holdDueOn),
    planDueOn: talk.planDueOn && toDay(talk.planDueOn),
    heldOn: talk.heldOn && toDay(talk.heldOn),
    agreedOn: talk.agreedOn && toDay(talk.agreedOn),
    times: talk.appointments.map(({ startsAt, minutes, place, onlineUrl, wish, status }) => ({
      startsAt: startsAt.toISOString(),
      minutes,
      place,
      onlineUrl,
      wish,
      status,
    })),
    statusTalks: talk.statusTalks.map(({ dueOn, heldOn, status, note }) => ({
      dueOn: toDay(dueOn),
      heldOn: heldOn && toDay(heldOn),
      status,
      note,
    })),
    offers: talk.offers.map(({ kind, offeredAt, answer, answeredAt }) => ({
      kind,
      offeredAt: offeredAt.toISOString(),
      answer,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    groupTalks: talk.groupTalks.map(({ tookPart, groupTalk }) => ({
      startsAt: groupTalk.startsAt.toISOString(),
      minutes: groupTalk.minutes,
      place: groupTalk.place,
      onlineUrl: groupTalk.onlineUrl,
      status: groupTalk.status,
      heldOn: groupTalk.heldOn && toDay(groupTalk.heldOn),
      tookPart,
    })),
  }
}

/** The questions of a sheet in the reader's language, with the answers. */
export async function answersIn(
  db: Tx,
  sheet: { readonly talkId: string; readonly author: string; readonly content: unknown },
  language: Language,
) {
  const name = sheet.author === 'employee' ? 'preparation-sheet' : 'leader-preparation'
  const materials = await materialsOfTalk(db, sheet.talkId, language)
  const asked = materials.find(({ material }) => material === name)?.content.sections ?? []
  const questions = asked.flatMap((section) => section.questions)
  return readAnswers(questions, sheet.content as SheetAnswers).map(({ id, question, answer }) => ({
    question: question ?? id,
    answer,
  }))
}

function writingsIn(talk: WholeTalk, nameOf: NameOf) {
  return {
    topics: talk.topics.map(({ kind, text, createdAt }) => ({
      kind,
      text,
      createdAt: createdAt.toISOString(),
    })),
    sharedWith: talk.shares.map(({ what, followUpOn, createdAt, withEmployment: { person } }) => ({
      what,
      with: `${person.givenName} ${person.familyName}`,
      createdAt: createdAt.toISOString(),
      ...(followUpOn && { followUpOn: toDay(followUpOn) }),
    })),
    planDraft: talk.planDraft && {
      ...byWhom(talk.planDraft, nameOf),
      updatedAt: talk.planDraft.updatedAt.toISOString(),
      content: talk.planDraft.content,
    },
  }
}

function byWhom(
  { byPersonId, onBehalfOf }: Required<Pick<Written, 'byPersonId' | 'onBehalfOf'>>,
  nameOf: NameOf,
) {
  return { by: nameOf(byPersonId), onBehalfOf: nameOf(onBehalfOf ?? null) }
}

function versionOf(version: WholeTalk['planVersions'][number], nameOf: NameOf) {
  const { number, status, createdAt, content, journal } = version
  return {
    number,
    status,
    ...byWhom(version, nameOf),
    createdAt: createdAt.toISOString(),
    content,
    approvals: version.approvals.map(({ party, byPersonId, at, voidedAt }) => ({
      party,
      by: nameOf(byPersonId),
      at: at.toISOString(),
      voidedAt: voidedAt?.toISOString() ?? null,
    })),
    comments: version.comments.map((one) => ({
      kind: one.kind,
      party: one.party,
      ...byWhom(one, nameOf),
      text: one.text,
      at: one.at.toISOString(),
    })),
    actions: version.actions.map((one) => ({
      owner: one.owner,
      what: one.what,
      dueOn: toDay(one.dueOn),
      status: one.status,
    })),
    filing: journal && {
      status: journal.status,
      receipt: journal.receipt,
      caseReference: journal.caseReference,
      filedAt: journal.filedAt?.toISOString() ?? null,
    },
  }
}
