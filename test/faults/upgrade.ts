import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import proto from '@temporalio/proto'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import { nextRelease, PATCH } from '../support/next-release.ts'
import { type Outcome, problemsOf } from './outcome.ts'
import type { FaultServers } from './servers.ts'
import { differences, type Interlude, playAStory, undisturbed } from './twin.ts'
import type { World } from './world.ts'

/**
 * The next release comes beside the one that runs, its change of the workflows held; it is taken back; it comes again in
 * its place; and when nobody wants to go back any more its change begins. The story ends as its undisturbed twin does.
 */
export async function upgradeAndGoBack(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  say('    The next release works beside this one, is taken back, and comes; and its twin is played')
  const workflows = join(servers.folder, 'next-release.cjs')
  writeFileSync(workflows, nextRelease(readFileSync(servers.workflows, 'utf8')))
  const problems: string[] = []
  let goes = async () => {}
  let begun = 0
  const comes: Interlude = async ({ joinWorker }) => {
    goes = await joinWorker({ workflows, heldPatches: [PATCH] })
  }
  const isTakenBack: Interlude = () => goes()
  const replaces: Interlude = async ({ worker, workerSettings }) => {
    const settings = { ...workerSettings, workflows, heldPatches: [PATCH] }
    await worker.become({ FAULT_WORKER: JSON.stringify(settings) })
  }
  const begins: Interlude = async (world) => {
    if ((await changedTalks(world)) > 0) problems.push('a change that was held has begun')
    await world.worker.become({ FAULT_WORKER: JSON.stringify({ ...world.workerSettings, workflows }) })
  }
  const looks: Interlude = async (world) => {
    begun = await changedTalks(world)
    if (begun === 0) problems.push('the change never began')
  }
  const interludes = [comes, isTakenBack, replaces, begins, looks]
  const upgraded = await playAStory(servers, seed, interludes)
  const twin = await playAStory(
    servers,
    seed,
    interludes.map(() => undisturbed),
  )
  return {
    struck: [
      { kind: 'another release', name: 'the next release works beside this one' },
      { kind: 'another release', name: 'the next release is taken back' },
      { kind: 'another release', name: 'the next release takes over' },
    ],
    problems: [
      ...problems,
      ...problemsOf(upgraded.violations),
      ...differences(twin.evidence, upgraded.evidence),
    ],
    drill: `two releases at once, and one taken back; talks that went over to the change in the end: ${begun}`,
  }
}

const { EVENT_TYPE_MARKER_RECORDED } = proto.temporal.api.enums.v1.EventType

/** How many talks have a history that the release before could not follow. */
async function changedTalks({ client, db }: World): Promise<number> {
  let changed = 0
  for (const { id } of await db.talk.findMany({ select: { id: true } })) {
    const { events } = await client.getHandle(talkWorkflowId(id)).fetchHistory()
    const isMark = ({
      eventType,
      markerRecordedEventAttributes: mark,
    }: proto.temporal.api.history.v1.IHistoryEvent) =>
      eventType === EVENT_TYPE_MARKER_RECORDED && mark?.markerName === 'core_patch'
    if (events?.some(isMark)) changed += 1
  }
  return changed
}
