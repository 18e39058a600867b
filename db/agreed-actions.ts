import type { Instant } from '../domain/calendar/day.ts'
import type { PlanContent } from '../domain/plan/content.ts'
import type { TalkEffect } from '../domain/talk/effects.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { compiled } from '../domain/talk/turn.ts'
import type { Tx } from './client.ts'
import { toDate } from './days.ts'

type Agreed = Extract<TalkEffect, { type: 'plan-agreed' }>

/**
 * The actions of a version that is agreed, as it says them; what became of one is never written here. An action that
 * another talk reminds about has its words from this version, and that talk learns as a fact what else changed (R9.3).
 */
export async function writeAgreedActions(
  tx: Tx,
  state: TalkState,
  agreed: Agreed,
  at: Instant,
): Promise<void> {
  const { versionId, actions, dropped } = agreed
  const { content, talk } = await tx.planVersion.findFirstOrThrow({
    where: { id: versionId },
    select: { content: true, talk: { select: { employmentId: true } } },
  })
  const { employmentId } = talk
  const written = (content as unknown as PlanContent).actions
  const elsewhere = await remindedElsewhere(tx, state.talkId, [...actions.map(({ id }) => id), ...dropped])
  for (const [position, { id, owner, dueOn }] of actions.entries()) {
    const what = written.find((action) => action.id === id)?.what ?? ''
    const said = { planVersionId: versionId, position, what }
    const all = { ...said, owner, dueOn: toDate(dueOn) }
    await tx.action.upsert({
      where: { id, employmentId },
      create: { id, employmentId, talkId: state.talkId, ...all },
      update: elsewhere.has(id) ? said : all,
    })
  }
  await tellOfRevision(tx, state, agreed, { employmentId, elsewhere, at })
}

/** The talks that remind about some of these actions, by action, other than this one. */
async function remindedElsewhere(
  tx: Tx,
  talkId: string,
  actionIds: string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.action.findMany({
    where: { id: { in: actionIds }, talkId: { not: talkId } },
    select: { id: true, talkId: true },
  })
  return new Map(rows.map((row) => [row.id, row.talkId]))
}

async function tellOfRevision(
  tx: Tx,
  state: TalkState,
  { versionId, revised, dropped }: Agreed,
  told: { employmentId: string; elsewhere: ReadonlyMap<string, string>; at: Instant },
): Promise<void> {
  const { employmentId, elsewhere, at } = told
  const changes = [...new Set(elsewhere.values())].map((talkId) => ({
    talkId,
    actions: revised
      .filter(({ id }) => elsewhere.get(id) === talkId)
      .map(({ id, owner, dueOn }) => ({ id, owner, dueOn })),
    dropped: dropped.filter((id) => elsewhere.get(id) === talkId),
  }))
  await tx.fact.createMany({
    data: changes
      .filter(({ actions, dropped: ended }) => actions.length + ended.length > 0)
      .map(({ talkId, ...data }) => ({
        employmentId,
        talkId,
        cause: `revised/${versionId}`,
        kind: 'actions-revised',
        effectiveOn: toDate(compiled(state.calendar).dayOf(at)),
        knownAt: new Date(at),
        data,
      })),
    skipDuplicates: true,
  })
}
