import type { Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { NoticeEffect, TalkEffect } from '../domain/talk/effects.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { compiled } from '../domain/talk/turn.ts'
import { writeAgreedActions } from './agreed-actions.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'
import { insertNotices } from './notices.ts'
import { queueCalendarMail } from './outbox.ts'
import { MissingDocumentError } from './recorded.ts'
import { freeSlotWithoutTime } from './slots.ts'

interface By {
  at: Instant
  byPersonId: string | null
}

type EffectOf<T extends TalkEffect['type']> = Extract<TalkEffect, { type: T }>

/** Writes what a decision shall do, in its order and in its transaction. */
export async function writeTalkEffects(
  tx: Tx,
  state: TalkState,
  effects: TalkEffect[],
  by: By,
): Promise<void> {
  const notices = await ofOwnActions(
    tx,
    state.talkId,
    effects.filter((effect) => effect.type === 'notice'),
  )
  await insertNotices(
    tx,
    notices.map((notice) => ({ state, notice })),
    by.at,
  )
  for (const effect of effects) await writeEffect(tx, state, effect, by)
  if (effects.some((effect) => effect.type === 'appointment-ended' && effect.subject === state.talkId))
    await freeSlotWithoutTime(tx, state.talkId, state.appointment?.startsAt ?? null)
  await tellPreviousTalk(tx, state, effects, by.at)
}

async function writeEffect(tx: Tx, state: TalkState, effect: TalkEffect, by: By): Promise<void> {
  switch (effect.type) {
    case 'notice':
      return
    case 'calendar':
      return queueCalendarMail(tx, { talkId: state.talkId, at: by.at, ...effect })
    case 'appointment-current':
      return makeAppointmentCurrent(tx, state.talkId, effect)
    case 'appointment-ended':
      return void (await tx.appointment.updateMany({
        where: { id: effect.appointmentId },
        data: { status: 'replaced' },
      }))
    case 'plan-current':
      return makePlanCurrent(tx, state, effect, by)
    case 'plan-approved':
      return approve(tx, effect, by)
    case 'plan-returned':
      return voidApprovals(tx, state.talkId, by.at)
    case 'plan-agreed':
      return agree(tx, state, effect, by.at)
    case 'plan-not-agreed':
      if (effect.versionId === null) return
      await tx.planVersion.updateMany({ where: { id: effect.versionId }, data: { status: 'not-agreed' } })
      return openFiling(tx, state, effect.versionId)
    case 'filed-by-hand':
      return void (await tx.journalEntry.updateMany({
        where: { planVersionId: effect.versionId },
        data: { status: 'filed', filedAt: new Date(by.at) },
      }))
    case 'action-changed':
      return changeAction(tx, state.talkId, effect)
    case 'status-talk-changed':
      return writeStatusTalk(tx, state.talkId, effect)
    case 'offer-answered':
      return void (await tx.offer.updateMany({
        where: { id: effect.offerId, talkId: state.talkId },
        data: { answer: effect.accepted ? 'yes' : 'no', answeredAt: new Date(by.at) },
      }))
    case 'return-talk-offered':
      return offerReturnTalk(tx, state.talkId, effect.offerId, by.at)
    case 'status-talks-withdrawn':
      return void (await tx.statusTalk.deleteMany({ where: { talkId: state.talkId } }))
  }
}

/** An action that the next round's talk has taken over is reminded about there, and only there (R9.3). */
async function ofOwnActions(tx: Tx, talkId: string, notices: NoticeEffect[]): Promise<NoticeEffect[]> {
  const ids = notices.filter((notice) => notice.obligation === 'action').map((notice) => notice.subject)
  if (ids.length === 0) return notices
  const own = await tx.action.findMany({ where: { id: { in: ids }, talkId }, select: { id: true } })
  const owned = new Set(own.map((action) => action.id))
  return notices.filter((notice) => notice.obligation !== 'action' || owned.has(notice.subject))
}

async function makeAppointmentCurrent(
  tx: Tx,
  talkId: string,
  { subject, appointment }: EffectOf<'appointment-current'>,
): Promise<void> {
  const { id, sequence } = appointment
  const { count } = await tx.appointment.updateMany({
    where: { id, talkId, subject },
    data: { status: 'current', sequence },
  })
  if (count === 0) throw new MissingDocumentError('appointment', id)
}

async function makePlanCurrent(
  tx: Tx,
  state: TalkState,
  effect: EffectOf<'plan-current'>,
  by: By,
): Promise<void> {
  await voidApprovals(tx, state.talkId, by.at)
  await tx.planVersion.updateMany({
    where: { talkId: state.talkId, status: 'current' },
    data: { status: 'replaced' },
  })
  const { versionId, hash } = effect
  const newest = await tx.planVersion.aggregate({ where: { talkId: state.talkId }, _max: { number: true } })
  const { count } = await tx.planVersion.updateMany({
    where: { id: versionId, talkId: state.talkId, hash },
    data: { status: 'current', number: (newest._max.number ?? 0) + 1 },
  })
  if (count === 0) throw new MissingDocumentError('plan version', versionId)
  await approve(tx, effect, by)
}

async function approve(tx: Tx, effect: EffectOf<'plan-approved' | 'plan-current'>, by: By): Promise<void> {
  const { versionId: planVersionId, party, hash } = effect
  // What is approved is the content itself, as the table has it, not a name for it (R7.2).
  if ((await tx.planVersion.count({ where: { id: planVersionId, hash } })) === 0)
    throw new MissingDocumentError('plan version', planVersionId)
  const given = { hash, byPersonId: by.byPersonId, at: new Date(by.at), voidedAt: null }
  await tx.planApproval.upsert({
    where: { planVersionId_party: { planVersionId, party } },
    create: { planVersionId, party, ...given },
    update: given,
  })
}

/** A new version, or a return, voids the approvals given so far (R7.2). */
async function voidApprovals(tx: Tx, talkId: string, at: Instant): Promise<void> {
  await tx.planApproval.updateMany({
    where: { planVersion: { talkId, status: 'current' }, voidedAt: null },
    data: { voidedAt: new Date(at) },
  })
}

async function agree(tx: Tx, state: TalkState, effect: EffectOf<'plan-agreed'>, at: Instant): Promise<void> {
  await tx.planVersion.update({ where: { id: effect.versionId }, data: { status: 'agreed' } })
  await writeAgreedActions(tx, state, effect, at)
  await openFiling(tx, state, effect.versionId)
}

/** What the next talk has taken over it alone changes, also before this talk has heard of it (R9.3). */
async function changeAction(tx: Tx, talkId: string, { action }: EffectOf<'action-changed'>): Promise<void> {
  const { id, owner, dueOn, status } = action
  await tx.action.updateMany({ where: { id, talkId }, data: { owner, dueOn: toDate(dueOn), status } })
}

/** Each agreed version has one journal entry, whose key the gateway is asked for before any retry (R8.2). */
async function openFiling(tx: Tx, state: TalkState, versionId: string): Promise<void> {
  if (!state.filings.some((filing) => filing.versionId === versionId)) return
  await tx.journalEntry.createMany({
    data: [
      { planVersionId: versionId, gateway: state.journaling, key: `plan-${versionId}`, status: 'pending' },
    ],
    skipDuplicates: true,
  })
}

/** Offered by the rules and not answered: the leader may set a time at once (R13.2). */
async function offerReturnTalk(tx: Tx, talkId: string, id: string, at: Instant): Promise<void> {
  const offered = { offeredAt: new Date(at), answer: null, answeredAt: null }
  await tx.offer.upsert({
    where: { id },
    create: { id, talkId, kind: 'return', ...offered },
    update: offered,
  })
}

async function writeStatusTalk(
  tx: Tx,
  talkId: string,
  effect: EffectOf<'status-talk-changed'>,
): Promise<void> {
  const { id, number, dueOn, status } = effect.statusTalk
  const values = { dueOn: toDate(dueOn), status }
  await tx.statusTalk.upsert({ where: { id }, create: { id, talkId, number, ...values }, update: values })
}

/**
 * Once a time stands in this talk, or it was held without one, the open status talks of the last round's talk end as
 * replaced (R9.1).
 */
async function tellPreviousTalk(tx: Tx, state: TalkState, effects: TalkEffect[], at: Instant): Promise<void> {
  if (
    !['arranged', 'held'].includes(state.status) ||
    !effects.some((effect) => effect.type === 'appointment-current' || effect.type === 'notice')
  )
    return
  const talk = await tx.talk.findUniqueOrThrow({
    where: { id: state.talkId },
    select: { previousTalkId: true, employmentId: true },
  })
  if (talk.previousTalkId === null) return
  await tx.fact.createMany({
    data: [
      {
        id: derivedId('next-talk-arranged', talk.previousTalkId),
        employmentId: talk.employmentId,
        talkId: talk.previousTalkId,
        cause: 'next-talk-arranged',
        kind: 'next-talk-arranged',
        effectiveOn: toDate(compiled(state.calendar).dayOf(at)),
        knownAt: new Date(at),
      },
    ],
    skipDuplicates: true,
  })
}
