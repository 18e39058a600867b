import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../activities/engine.ts'
import { createErasureList } from '../../activities/erasure-list.ts'
import { tableClock } from '../../db/clock.ts'
import { mailsToGo } from '../../db/reconcile.ts'
import { rebuild } from '../../worker/rebuild.ts'
import { type Disagreement, findDisagreements, settleDisagreement } from '../../worker/reconcile.ts'
import { createChance } from './chance.ts'
import { check, type promises, type Violation } from './checker.ts'
import type { Evidence } from './evidence.ts'
import { type InstallationWish, openInstallation } from './installation.ts'
import { type Outcome, problemsOf, timed } from './outcome.ts'
import { finish } from './play.ts'
import type { FaultServers } from './servers.ts'
import { type Step, STORY_AT, storyNames, tellStory } from './story.ts'
import { differences, playAStory, playSteps, undisturbed } from './twin.ts'
import { openWorld, type World } from './world.ts'

/** The engine's store is deleted in the middle of a story and rebuilt: it ends as its undisturbed twin does. */
export async function loseTheEngine(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
): Promise<Outcome> {
  say("    Temporal's store is deleted, and rebuilt; and its twin is played")
  const twin = await playAStory(servers, seed, [undisturbed])
  let drill = ''
  const loss = async (world: World) => {
    await servers.temporal.whileStopped((file) => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    })
    await Promise.all([world.api.ready(), world.worker.ready()])
    let talks = 0
    const took = await timed(async () => {
      talks = await rebuildAll(world)
    })
    drill = `Temporal's store was deleted: ${talks} talks rebuilt in ${took}`
  }
  const rebuilt = await playAStory(servers, seed, [loss])
  return {
    struck: [{ kind: 'a store is lost', name: "Temporal's store is deleted" }],
    problems: [...problemsOf(rebuilt.violations), ...differences(twin.evidence, rebuilt.evidence)],
    drill,
  }
}

/** As `npm run rebuild`; answers how many talks run. */
export async function rebuildAll({ client, commandDb: db, taskQueue }: World): Promise<number> {
  const engine = createEngine({ workflow: client }, taskQueue)
  return (await rebuild({ db, engine, ensureSchedules: async () => {} })).talks
}

/** The database is taken back to the copy of an evening days ago, and reconciled. */
export async function restoreAnOlderCopy(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
  broken: Pick<InstallationWish, 'source'> = {},
): Promise<Outcome> {
  say('    PostgreSQL is restored from an older copy, and reconciled')
  const problems: string[] = []
  const chance = createChance(seed)
  const installation = await openInstallation(servers, { ...broken, at: STORY_AT })
  try {
    const world = await openWorld(installation, storyNames)
    const steps = tellStory(world, chance.fork())
    const known = createErasureList(world.workerSettings.erasures)
    const invited = lateInvitation(steps)
    await playSteps(world, steps.slice(0, invited))
    // Its mails wait in the copy, and go after it.
    await world.smtp.goAway()
    await playSteps(world, steps.slice(invited, invited + 1))
    const copy = join(servers.folder, 'copy')
    await servers.postgres.whileStopped((data) => void execFileSync('cp', ['-a', data, copy]))
    const copied = await versionsOf(world)
    await world.smtp.comeBack()
    await playSteps(world, steps.slice(invited + 1, invited + 1 + LATER))
    const before = await stateBefore(world)

    await Promise.all([world.api.away(), world.worker.away()])
    await servers.postgres.whileStopped((data) => {
      rmSync(data, { recursive: true })
      execFileSync('mv', [copy, data])
    })
    await world.player.begin(before.at)
    await known.holdMail()
    await Promise.all([world.api.back(), world.worker.back()])
    const waiting = await mailsToGo(world.commandDb, before.at)
    if (waiting === 0) problems.push('no mail waited in the copy, so that none could be held')
    await world.worker.ask({ do: 'drain' })

    const parts = {
      client: { workflow: world.client },
      db: world.commandDb,
      clock: tableClock(world.db),
      taskQueue: world.taskQueue,
    }
    let found: Disagreement[] = []
    const compared = await timed(async () => {
      found = await findDisagreements(parts)
    })
    const moved = [...before.versions].filter(([id, version]) => version > (copied.get(id) ?? 0))
    if (moved.length === 0) problems.push('nothing happened between the copy and its return')
    problems.push(
      ...comparison(
        moved.map(([id]) => id),
        found.map(({ id }) => id),
      ),
    )
    if (world.smtp.received.length !== before.received)
      problems.push('mail went before anybody had seen what disagrees')
    const settled = await timed(async () => {
      for (const disagreement of found) await settleDisagreement(parts, disagreement, disagreement.side)
    })
    await known.releaseMail()
    await world.settle()
    if ((await mailsToGo(world.commandDb, before.at)) > 0) problems.push('mail is held for good')
    for (const { id } of await findDisagreements(parts)) problems.push(`${id} disagrees after it was settled`)

    const { evidence } = await finish(world)
    const engines = new Set(found.filter(({ side }) => side === 'engine').map(({ id }) => id))
    problems.push(...problemsOf(check(evidence).filter(isKept)), ...toldAgain(before, evidence, engines))
    return {
      struck: [{ kind: 'a store is lost', name: 'PostgreSQL is restored from an older copy' }],
      problems,
      drill: `PostgreSQL went back to an older copy: ${found.length} disagreements listed in ${compared}, settled in ${settled}; ${waiting} mails that waited in it were held meanwhile`,
    }
  } finally {
    await installation.stop()
  }
}

/** The invitation to a talk that is still ahead after all later steps: what is over is told to nobody. */
function lateInvitation(steps: readonly Step[]): number {
  const index = steps.findIndex(({ does }) => does.endsWith('is invited by the new one'))
  if (index === -1) throw new Error('nobody is invited by a new leader')
  return index
}

/** Steps of the story between the copy and the loss. */
const LATER = 8

function comparison(wanted: string[], listed: string[]): string[] {
  return [
    ...wanted.filter((id) => !listed.includes(id)).map((id) => `${id} disagrees and was not listed`),
    ...listed.filter((id) => !wanted.includes(id)).map((id) => `${id} was listed and agrees`),
  ]
}

/** Of every talk and round, by its id. */
export async function versionsOf({ db }: World): Promise<Map<string, number>> {
  const rows = [
    ...(await db.talk.findMany({ select: { id: true, version: true } })),
    ...(await db.round.findMany({ select: { id: true, version: true } })),
  ]
  return new Map(rows.map(({ id, version }) => [id, version]))
}

interface Before {
  at: number
  versions: Map<string, number>
  received: number
  /** What had been told, and of which talk. */
  told: Map<string, string>
}

async function stateBefore(world: World): Promise<Before> {
  const notices = await world.db.notice.findMany({ where: { status: 'sent', talkId: { not: null } } })
  return {
    at: await world.player.now(),
    versions: await versionsOf(world),
    received: world.smtp.received.length,
    told: new Map(notices.map((notice) => [stepOf(notice), notice.talkId ?? ''])),
  }
}

function stepOf(notice: {
  subject: string
  obligation: string
  occurrence: number
  step: string
  audience: string
}): string {
  const { subject, obligation, occurrence, step, audience } = notice
  return `${obligation} ${occurrence} ${step} to ${audience} (${subject})`
}

/** What the engine knew to be told is not decided and told again; where the table's side was taken, it may be. */
function toldAgain(before: Before, { notices, mails }: Evidence, engines: Set<string>): string[] {
  return notices
    .filter((notice) => notice.status === 'sent' && engines.has(before.told.get(stepOf(notice)) ?? ''))
    .filter(({ mailId }) => (mails.find(({ id }) => id === mailId)?.endedAt ?? 0) > before.at)
    .map((notice) => `${stepOf(notice)} was told again`)
}

/** What was written after the copy is lost, and what was said of it; these hold all the same. */
const kept: readonly (keyof typeof promises)[] = [
  'Everybody has one talk in a round',
  'Table and engine agree',
  'Nothing owed stands without a next step',
  'Nothing comes early or outside its hours',
]

function isKept({ promise }: Violation): boolean {
  return kept.includes(promise)
}
