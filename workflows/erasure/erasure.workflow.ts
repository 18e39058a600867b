import { proxyActivities, sleep } from '@temporalio/workflow'
import type { ErasureActivities } from '../../activities/erasure-activities.ts'
import { inLongPieces } from '../record.ts'
import type { ErasureAnswer, ErasureInput } from './erasure.messages.ts'

const erasure = proxyActivities<ErasureActivities>(inLongPieces)

/**
 * Erases one person: noted outside the tables first, so that a restored copy does not bring them back unseen; their
 * talks stopped, so that nothing is written meanwhile; then the rows, unless the person is held back by now, the files, and
 * every run of their workflows, asked for until the engine has none. Cut short at any point it goes on there.
 */
export async function erasureWorkflow(input: ErasureInput): Promise<ErasureAnswer> {
  const { personId } = input
  const person = await erasure.lookAtPerson(input)
  if ('refused' in person) return person
  const { talkIds, messageIds } = person
  await erasure.noteErasure({ personId })
  await erasure.stopTalks({ talkIds })
  const refusal = await erasure.eraseRows(input)
  if (refusal !== undefined) return refusal
  const { files } = await erasure.eraseFiles({ messageIds })
  const runs = new Set<string>()
  for (;;) {
    const { runIds } = await erasure.deleteRuns({ talkIds })
    if (runIds.length === 0) break
    for (const runId of runIds) runs.add(runId)
    await sleep('1 second')
  }
  await erasure.countOutside({ runs: runs.size, files })
  return { runs: runs.size, files }
}
