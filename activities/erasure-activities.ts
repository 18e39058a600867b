import type { Db } from '../db/client.ts'
import type { Clock } from '../db/clock.ts'
import { writeReceipt } from '../db/deletion-receipts.ts'
import { erasePerson, erasureStanding, outsideTables, type OutsideTables } from '../db/erasure.ts'
import { dayAt, openTalkIds, recordedTalk } from '../db/rounds.ts'
import { type ErasureRefusal, erasureRefusal } from '../domain/retention/retention.ts'
import { forgetOutboxMails } from '../mail/outbox-folder.ts'
import type { ErasureInput } from '../workflows/erasure/erasure.messages.ts'
import { talkWorkflowId } from '../workflows/talk/talk.messages.ts'
import { beat } from './beat.ts'
import type { Engine } from './engine.ts'
import type { ErasureList } from './erasure-list.ts'

export interface ErasureActivityDeps {
  db: Db
  clock: Clock
  engine: Engine
  /** IANA name. */
  zone: string
  erasures: ErasureList
  /** Where mails lie as files (embedded mode); null where they are sent. */
  outboxFolder: string | null
}

/** What the erasure of a person asks of the world (R15.2). */
export function createErasureActivities(deps: ErasureActivityDeps) {
  const { db, clock, engine, zone, erasures } = deps
  const today = async () => {
    const at = await clock.now()
    return { at, today: dayAt(at, zone).on }
  }
  return {
    async lookAtPerson({
      personId,
      again,
    }: ErasureInput): Promise<OutsideTables | { refused: ErasureRefusal | 'unknown-person' }> {
      const standing = await erasureStanding(db, personId, (await today()).today)
      if (standing === null) return { refused: 'unknown-person' }
      const isListed = again && (await erasures.all()).includes(personId)
      const refused = isListed ? null : erasureRefusal(standing)
      beat()
      return refused === null ? outsideTables(db, personId) : { refused }
    },

    async noteErasure({ personId }: { personId: string }): Promise<void> {
      await erasures.note(personId, await clock.now())
    },

    async stopTalks({ talkIds }: { talkIds: readonly string[] }): Promise<void> {
      for (const talkId of talkIds) {
        beat()
        await engine.stop(talkWorkflowId(talkId))
      }
    },

    /** Asks once more: where they are held back meanwhile, what was noted is taken back and their talks go on. */
    async eraseRows({ personId, again }: ErasureInput): Promise<{ refused: ErasureRefusal } | undefined> {
      const refused = await erasePerson(db, personId, { ...(await today()), again, progress: beat })
      if (refused === null) return undefined
      await erasures.takeBack(personId)
      for await (const talkId of openTalkIds(db, { employment: { personId } })) {
        beat()
        await engine.startTalk(await recordedTalk(db, talkId))
      }
      return { refused }
    },

    async eraseFiles({ messageIds }: { messageIds: readonly string[] }): Promise<{ files: number }> {
      if (deps.outboxFolder === null) return { files: 0 }
      return { files: await forgetOutboxMails(deps.outboxFolder, messageIds) }
    },

    /** Asks for the deletion of every run there still is, and answers which those were. */
    async deleteRuns({ talkIds }: { talkIds: readonly string[] }): Promise<{ runIds: string[] }> {
      const runIds: string[] = []
      for (const talkId of talkIds) {
        beat()
        runIds.push(...(await engine.deleteRuns(talkWorkflowId(talkId))))
      }
      return { runIds }
    },

    async countOutside({ runs, files }: { runs: number; files: number }): Promise<void> {
      const { at, today: on } = await today()
      await writeReceipt(db, { on, cause: 'erasure', kind: 'workflow-runs', count: runs }, at)
      await writeReceipt(db, { on, cause: 'erasure', kind: 'files', count: files }, at)
    },
  }
}

export type ErasureActivities = ReturnType<typeof createErasureActivities>
