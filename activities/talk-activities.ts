import type { Db } from '../db/client.ts'
import { recordTalk, type RecordTalkInput } from '../db/record-talk.ts'
import type { Recorded } from '../db/recorded.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { asFailure } from './failures.ts'
import { type FilePlanDeps, filePlanVersion } from './file-plan.ts'

export interface TalkActivityDeps extends FilePlanDeps {
  db: Db
}

/** What a talk's workflow asks of the world: to write a decision down, and to file a plan. */
export function createTalkActivities(deps: TalkActivityDeps) {
  return {
    async record(input: RecordTalkInput): Promise<Recorded<TalkState>> {
      try {
        return await recordTalk(deps.db, input)
      } catch (error) {
        throw asFailure(error)
      }
    },
    async filePlan(input: { versionId: string }): Promise<{ filed: boolean }> {
      return { filed: await filePlanVersion(deps, input.versionId) }
    },
  }
}

export type { Recorded }

export type TalkActivities = ReturnType<typeof createTalkActivities>
