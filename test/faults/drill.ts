import { createErasureList } from '../../activities/erasure-list.ts'
import { notErased } from '../../db/erasure.ts'
import { erase } from '../../worker/erasures.ts'
import { createChance } from './chance.ts'
import { type InstallationWish, openInstallation } from './installation.ts'
import { type Outcome, problemsOf, timed } from './outcome.ts'
import type { Json } from './people.ts'
import { play } from './play.ts'
import { rebuildAll, versionsOf } from './recovery.ts'
import type { FaultServers } from './servers.ts'
import { STORY_AT, storyNames, tellStory } from './story.ts'
import { playSteps } from './twin.ts'
import { openWorld, type World } from './world.ts'

/**
 * The operator's drill: a backup while people save, everything is lost, the restore. What was committed before the copy
 * began is there, what came later is counted, and the story goes on as if nothing had happened.
 */
export async function backUpAndRestore(
  servers: FaultServers,
  seed: number,
  say: (line: string) => void,
  broken: Pick<InstallationWish, 'source'> = {},
): Promise<Outcome> {
  say('    A backup is made while people save; everything is lost, and restored')
  const chance = createChance(seed)
  const installation = await openInstallation(servers, {
    ...broken,
    at: STORY_AT,
    personnelFile: 'drop-folder',
  })
  try {
    const world = await openWorld(installation, storyNames)
    const steps = tellStory(world, chance.fork())
    const left = await world.cast.organisation.addPerson('Ingolf', { lastDay: '2037-06-30' })
    const middle = Math.floor(steps.length / 2)
    await playSteps(world, steps.slice(0, middle))

    const saver = keepSaving(world)
    await saver.until(SAVES_BEFORE)
    const before = { saves: saver.acknowledged(), versions: await versionsOf(world) }
    let copy = { where: '', bytes: 0 }
    const copied = await timed(async () => {
      copy = await servers.backUp()
    })
    await saver.until(saver.acknowledged() + SAVES_AFTER)
    await saver.stop()

    const parts = { client: { workflow: world.client }, taskQueue: world.taskQueue }
    const erased = await erase(parts, left.personId, false)
    if ('refused' in erased) throw new Error(`${left.name} is not erased: ${erased.refused}`)

    const at = await world.player.now()
    await Promise.all([world.api.away(), world.worker.away()])
    const restored = await timed(() => servers.loseAllAndRestore(copy.where))
    const problems: string[] = []
    const known = createErasureList(world.workerSettings.erasures)
    const isBack = async () => (await notErased(world.db, await known.all())).includes(left.personId)
    if (!(await isBack())) problems.push('the copy did not bring back who was erased after it')
    await world.player.begin(at)
    const resumed = await timed(async () => {
      await Promise.all([world.api.back(), world.worker.back()])
      await rebuildAll(world)
    })

    if (await isBack()) problems.push('who was erased after the copy is in the tables again')
    const there = await saver.readAgain()
    if (there < before.saves) problems.push(`save ${before.saves} was committed before the copy and is gone`)
    const versions = await versionsOf(world)
    for (const [id, version] of before.versions)
      if (versions.get(id) !== version) problems.push(`${id} was at version ${version} when the copy began`)
    const { violations } = await play(world, steps.slice(middle), [], createChance(seed), () => {})
    const size = (copy.bytes / 1_000_000).toFixed(0)
    return {
      struck: [{ kind: 'a store is lost', name: 'everything is lost, and restored from a backup' }],
      problems: [...problems, ...problemsOf(violations)],
      drill:
        `${size} MB copied in ${copied} while people saved, restored in ${restored}, running again ${resumed} later; ` +
        `of ${before.saves} saves before the copy ${Math.max(0, before.saves - there)} lost, ` +
        `of ${saver.acknowledged() - before.saves} since ${saver.acknowledged() - Math.max(there, before.saves)}`,
    }
  } finally {
    await installation.stop()
  }
}

const SAVES_BEFORE = 20
const SAVES_AFTER = 5

interface Saver {
  /** How many saves were answered; they are numbered from 1. */
  acknowledged(): number
  until(count: number): Promise<void>
  stop(): Promise<void>
  /** The number of the newest save that is there, which is to be there at the end of the story, too. */
  readAgain(): Promise<number>
}

/** Somebody who writes on their sheet without a pause; whoever this is has nothing else to prepare in the story. */
function keepSaving({ people, employees, talkOf, kept }: World): Saver {
  const [, , , who] = employees
  if (who === undefined) throw new Error('there is nobody who saves')
  const sheets = `/talks/${talkOf(who)}/sheets`
  const place = { read: sheets, write: `${sheets}/mine`, of: (body: Json) => body.mine }
  const contentOf = (save: number) => ({ 'since-last': `Udkast ${save}: æøå` })
  let acknowledged = 0
  let wanted = Number.POSITIVE_INFINITY
  const waiting: { count: number; resolve: () => void }[] = []
  const saving = (async () => {
    while (acknowledged < wanted) {
      await people.save(who, place, contentOf(acknowledged + 1))
      acknowledged += 1
      for (const { count, resolve } of waiting) if (acknowledged >= count) resolve()
    }
  })()
  return {
    acknowledged: () => acknowledged,
    until: (count) =>
      Promise.race([saving, new Promise<void>((resolve) => waiting.push({ count, resolve }))]),
    stop: () => {
      wanted = 0
      return saving
    },
    readAgain: async () => {
      const { content } = place.of(await people.get(who, place.read))
      const save = Number(/\d+/.exec(content['since-last'])?.[0])
      kept.push({ who, what: `${who.name}'s sheet`, place, content: contentOf(save) })
      return save
    },
  }
}
