import type { Instant } from '../domain/calendar/day.ts'
import type { PlanContent } from '../domain/plan/content.ts'
import type { TalkEffect } from '../domain/talk/effects.ts'
import type { PlannedAction, TalkState } from '../domain/talk/talk.ts'
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
  { versionId, actions, revised }: Agreed,
  at: Instant,
): Promise<void> {
  const { content, talk } = await tx.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { content: true, talk: { select: { employmentId: true } } },
  })
  const { employmentId } = talk
  const written = (content as unknown as PlanContent).actions
  const elsewhere = await remindedElsewhere(tx, state.talkId, actions)
  for (const [position, { id, owner, dueOn }] of actions.entries()) {
    const what = written.find((action) => action.id === id)?.what ?? ''
    const said = { planVersionId: versionId, position, what }
    const agreed = { ...said, owner, dueOn: toDate(dueOn) }
    await tx.action.upsert({
      where: { id, employmentId },
      create: { id, employmentId, talkId: state.talkId, ...agreed },
      update: elsewhere.has(id) ? said : agreed,
    })
  }
  await tellOfRevision(tx, state, { employmentId, versionId, revised, elsewhere, at })
}

/** The talks that remind about some of these actions, by action, other than this one. */
async function remindedElsewhere(
  tx: Tx,
  talkId: string,
  actions: PlannedAction[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.action.findMany({
    where: { id: { in: actions.map(({ id }) => id) }, talkId: { not: talkId } },
    select: { id: true, talkId: true },
  })
  return new Map(rows.map((row) => [row.id, row.talkId]))
}

async function tellOfRevision(
  tx: Tx,
  state: TalkState,
  told: {
    employmentId: string
    versionId: string
    revised: PlannedAction[]
    elsewhere: ReadonlyMap<string, string>
    at: Instant
  },
): Promise<void> {
  const { employmentId, versionId, revised, elsewhere, at } = told
  const byTalk = Map.groupBy(revised, ({ id }) => elsewhere.get(id) ?? state.talkId)
  byTalk.delete(state.talkId)
  await tx.fact.createMany({
    data: [...byTalk].map(([talkId, actions]) => ({
      employmentId,
      talkId,
      cause: `revised/${versionId}`,
      kind: 'actions-revised',
      effectiveOn: toDate(compiled(state.calendar).dayOf(at)),
      knownAt: new Date(at),
      data: { actions: actions.map(({ id, owner, dueOn }) => ({ id, owner, dueOn })) },
    })),
    skipDuplicates: true,
  })
}
