import { causeOf } from '../../api/cause.ts'
import { recordTalk } from '../../db/record-talk.ts'
import { decideAct } from '../../domain/talk/decide.ts'
import type { TalkAct } from '../../domain/talk/events.ts'
import type { TalkState } from '../../domain/talk/talk.ts'
import type { Stage } from './stage.ts'

export interface Sent {
  readonly personId: string
  readonly key: string
}

/**
 * What a crash between the commit and the end of the workflow task leaves behind: the decision is in the table, and
 * the engine has forgotten it, because an update's events reach the server only when its task is done.
 */
export async function recordAndForget(stage: Stage, talkId: string, act: TalkAct, sent: Sent): Promise<void> {
  const row = await stage.db.talk.findUniqueOrThrow({ where: { id: talkId } })
  const at = await stage.clock.now()
  const decision = decideAct(row.snapshot as unknown as TalkState, act, at)
  if ('refused' in decision) throw new Error(`${act.type} is refused: ${decision.refused.code}`)
  const { decisionId, requestHash } = causeOf(
    sent.personId,
    `POST /talks/${talkId}/${act.type}`,
    sent.key,
    act,
  )
  const state = { ...decision.state, processed: [...decision.state.processed, decisionId] }
  const recorded = await recordTalk(stage.db, {
    talkId,
    expectedVersion: row.version,
    decisionId,
    event: act.type,
    at,
    byPersonId: sent.personId,
    onBehalfOf: null,
    requestHash,
    answer: { talkId, status: state.status },
    state,
    effects: decision.effects,
  })
  if (recorded.outcome !== 'recorded') throw new Error(`the decision was not recorded: ${recorded.outcome}`)
}
