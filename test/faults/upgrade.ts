import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import proto from '@temporalio/proto'
import { pause } from '../../scripts/infrastructure/process.ts'
import { talkWorkflowId, wakeSignal } from '../../workflows/talk/talk.messages.ts'
import { nextRelease, PATCH } from '../support/next-release.ts'
import { check } from './checker.ts'
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
  const workflows = nextReleaseOn(servers)
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
    if ((await changedTalks(world)).length > 0) problems.push('a change that was held has begun')
    await world.worker.become({ FAULT_WORKER: JSON.stringify({ ...world.workerSettings, workflows }) })
  }
  const looks: Interlude = async (world) => {
    begun = (await changedTalks(world)).length
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

/**
 * The next release comes beside the one that runs, with its change begun; it is taken back all the same, so that the talks
 * that went over to it stand still; it comes again in its place, and they go on. The story ends as its undisturbed twin does.
 */
export async function goBackTooLate(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  say(
    '    The next release works beside this one with its change begun, is taken back all the same, and takes over',
  )
  const workflows = nextReleaseOn(servers)
  const problems: string[] = []
  let goes = async () => {}
  const stoodStill = new Set<string>()
  const comes: Interlude = async ({ joinWorker, worker }) => {
    goes = await joinWorker({ workflows })
    // One after the other is started anew, so that the talks which it had in its memory are anybody's.
    await worker.become({})
  }
  const isTakenBack: Interlude = async (world) => {
    await goes()
    const talks = await changedTalks(world)
    if (talks.length === 0) problems.push('the change never began beside the release before')
    for (const talkId of talks)
      if (await isFollowed(world, talkId)) problems.push(`talk ${talkId} went on by the release before`)
    for (const talkId of talks) stoodStill.add(talkWorkflowId(talkId))
    // Not beside it: whoever failed at a turn may be given it again, after a pause that grows each time.
    await world.worker.become({ FAULT_WORKER: JSON.stringify({ ...world.workerSettings, workflows }) })
    for (const talkId of talks)
      if (!(await goesOn(world, talkId)))
        problems.push(`talk ${talkId} stands still although the release is back`)
  }
  const interludes = [comes, isTakenBack]
  const upgraded = await playAStory(servers, seed, interludes)
  const twin = await playAStory(
    servers,
    seed,
    interludes.map(() => undisturbed),
  )
  // At what the change wrote the release before failed, and it alone.
  const { failedTasks } = upgraded.evidence
  const asExpected = ({ workflowId, cause }: (typeof failedTasks)[number]) =>
    stoodStill.has(workflowId) && cause === 'WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR'
  const others = failedTasks.filter((task) => !asExpected(task))
  for (const workflowId of stoodStill)
    if (!failedTasks.some((task) => task.workflowId === workflowId && asExpected(task)))
      problems.push(`${workflowId} never failed at a history of the release that was taken back`)
  return {
    struck: [
      { kind: 'another release', name: 'the next release begins its change beside this one' },
      { kind: 'another release', name: 'the next release is taken back after its change began' },
    ],
    problems: [
      ...problems,
      ...problemsOf(check({ ...upgraded.evidence, failedTasks: others })),
      ...differences(twin.evidence, upgraded.evidence),
    ],
    drill: `a release taken back after its change began: talks that stood still until it came back: ${stoodStill.size}`,
  }
}

/** The next release's workflows, in a file. */
function nextReleaseOn(servers: FaultServers): string {
  const workflows = join(servers.folder, 'next-release.cjs')
  writeFileSync(workflows, nextRelease(readFileSync(servers.workflows, 'utf8')))
  return workflows
}

/** Tells the talk to look around: whether a worker took that turn, or failed at it. */
async function isFollowed({ client }: World, talkId: string): Promise<boolean> {
  await client.getHandle(talkWorkflowId(talkId)).signal(wakeSignal)
  return untilTurn(client, talkId, (tries) => tries > 1)
}

/** Whether the turn that waits was taken in the end. */
function goesOn({ client }: World, talkId: string): Promise<boolean> {
  return untilTurn(client, talkId, () => false)
}

/** True when no turn of the talk waits any more. */
async function untilTurn(
  client: World['client'],
  talkId: string,
  isEnough: (tries: number) => boolean,
): Promise<boolean> {
  const until = performance.now() + GOES_ON_WITHIN_MS
  while (performance.now() < until) {
    const { raw, status } = await client.getHandle(talkWorkflowId(talkId)).describe()
    if (status.name !== 'RUNNING') throw new Error(`talk ${talkId} is ${status.name}: expected it to wait`)
    if (!raw.pendingWorkflowTask) return true
    if (isEnough(raw.pendingWorkflowTask.attempt ?? 1)) return false
    await pause(LOOK_MS)
  }
  return false
}

const LOOK_MS = 100
/** The engine tries again after pauses that grow. */
const GOES_ON_WITHIN_MS = 120_000

const { EVENT_TYPE_MARKER_RECORDED } = proto.temporal.api.enums.v1.EventType

/** Open talks with a history that the release before cannot follow. */
async function changedTalks({ client, db }: World): Promise<string[]> {
  const changed: string[] = []
  for (const { id } of await db.talk.findMany({ where: { closedAt: null }, select: { id: true } })) {
    const { events } = await client.getHandle(talkWorkflowId(id)).fetchHistory()
    const isMark = ({
      eventType,
      markerRecordedEventAttributes: mark,
    }: proto.temporal.api.history.v1.IHistoryEvent) =>
      eventType === EVENT_TYPE_MARKER_RECORDED && mark?.markerName === 'core_patch'
    if (events?.some(isMark)) changed.push(id)
  }
  return changed
}
