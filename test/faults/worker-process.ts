/**
 * A worker in a process of its own, for the faults: the product's workflows, activities, sender and transport, which
 * die at a named point when told to. It drains when it is told to, because the driver moves the clock; and it ends when
 * the driver does.
 */
import { Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { createEngine, type Engine } from '../../activities/engine.ts'
import { createErasureList } from '../../activities/erasure-list.ts'
import { type Db, openWorkerDb } from '../../db/client.ts'
import { type Clock, databaseClock, tableClock } from '../../db/clock.ts'
import { MINUTE } from '../../domain/calendar/day.ts'
import { type Disk, realDisk } from '../../journal/disk.ts'
import type { JournalGateway } from '../../journal/gateway.ts'
import type { MailTransport } from '../../mail/outgoing.ts'
import { createSender } from '../../mail/sender.ts'
import { createSmtpTransport } from '../../mail/smtp-transport.ts'
import { createActivities, patchesBut, workerOptions } from '../../worker/create-worker.ts'
import { eraseAgain } from '../../worker/erasures.ts'
import { isRestoredUnseen } from '../../worker/restored.ts'
import { testDataConverter } from '../support/temporal-keys.ts'
import { openDeaths } from './deaths.ts'
import { mutate } from './mutations.ts'
import { type Asked, type FaultWorkerSettings, type Heard, PATIENCE } from './orders.ts'
import { openPersonnelFile } from './personnel-file.ts'
import { QuickClient } from './quick-client.ts'

process.once('disconnect', () => process.exit())
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })

const settings = JSON.parse(process.env.FAULT_WORKER ?? '{}') as FaultWorkerSettings
const { temporalAddress, taskQueue, workflows, smtpPort, personnelFile, mutations } = settings
const ZONE = 'Europe/Copenhagen'
const deaths = openDeaths(settings.deaths)

const db = openWorkerDb(settings.databaseUrl)
const clock = asTheMachineHasIt(tableClock(db), databaseClock(db))
const erasures = createErasureList(settings.erasures)
const client = new QuickClient(
  { connection: await Connection.connect({ address: temporalAddress }), dataConverter: testDataConverter },
  async () => clock.now(),
)
const mutated = mutate(mutations, {
  transport: createSmtpTransport(
    { host: '127.0.0.1', port: smtpPort, secure: 'none', user: null, password: null, maxConnections: 2 },
    PATIENCE,
  ),
  gateway: openPersonnelFile(personnelFile, dyingDisk(realDisk)),
  clock,
  dataConverter: testDataConverter,
})
const activities = createActivities({
  db,
  clock,
  engine: dyingEngine(createEngine({ workflow: client }, taskQueue)),
  zone: ZONE,
  journaling: 'gateway',
  gateway: dyingGateway(mutated.gateway),
  installation: { employer: 'Solbakke Kommune', kindName: 'MUS' },
  filedUnder: { classification: '', accessGroup: '' },
  erasures,
  outboxFolder: null,
})
const worker = await Worker.create({
  ...workerOptions,
  // A dead worker's workflows are given to the next one soon.
  stickyQueueScheduleToStartTimeout: '1s',
  connection: await NativeConnection.connect({ address: temporalAddress }),
  taskQueue,
  dataConverter: mutated.dataConverter,
  workflowBundle: { codePath: workflows },
  patchActivationCallback: patchesBut(settings.heldPatches),
  activities: mutated.activities({
    ...activities,
    record: (input) => around('record', () => activities.record(input)),
    recordRound: (input) => around('record-round', () => activities.recordRound(input)),
    filePlan: async (input) => {
      const filed = await activities.filePlan(input)
      deaths.at('file-plan/after')
      return filed
    },
  }),
})
const senders = [1, 2].map(() =>
  createSender({
    db: dyingDb(db),
    clock: mutated.clock,
    transport: dyingTransport(mutated.transport),
    config: {
      publicUrl: 'https://mus.solbakke.example',
      employerName: 'Solbakke Kommune',
      talkName: 'MUS',
      zone: ZONE,
      mail: {
        from: { name: 'Årshjulet', address: 'mus@solbakke.example' },
        bounceAddress: 'bounce@solbakke.example',
      },
    },
    isHeld: () => isRestoredUnseen(db, erasures),
    onError: (error) => void process.stderr.write(`the sender failed: ${String(error)}\n`),
  }),
)
process.on('message', (order: Asked) => void obey(order))
const running = worker.run()
await eraseAgain({ client: { workflow: client }, taskQueue }, db, erasures)
tell({ ready: true })
await running

/** The player's time, as wrong as the product's clock is on a machine whose own is wrong (`wrong-clock.mjs`), in minutes. */
function asTheMachineHasIt(players: Clock, products: Clock): Clock {
  const rightNow = () => Date.now() - Number(process.env.WRONG_BY ?? 0)
  return {
    now: async () => {
      const wrongBy = (await products.now()) - rightNow()
      return (await players.now()) + Math.round(wrongBy / MINUTE) * MINUTE
    },
  }
}

async function obey(order: Asked): Promise<void> {
  try {
    await Promise.all(senders.slice(0, order.do === 'drain' ? 1 : 2).map((sender) => sender.drain()))
    tell({ id: order.id, error: null })
  } catch (error) {
    tell({ id: order.id, error: error instanceof Error ? error.message : String(error) })
  }
}

function tell(heard: Heard): void {
  process.send?.(heard)
}

type Surrounded = 'record' | 'record-round' | 'start-talk' | 'tell-talk' | 'outbox' | 'send' | 'file' | 'disk'

async function around<Answer>(what: Surrounded, act: () => Promise<Answer>): Promise<Answer> {
  deaths.at(`${what}/before`)
  const answer = await act()
  deaths.at(`${what}/after`)
  return answer
}

function dyingEngine(engine: Engine): Engine {
  return {
    ...engine,
    startTalk: (input) => around('start-talk', () => engine.startTalk(input)),
    tellTalk: (talkId, fact) => around('tell-talk', () => engine.tellTalk(talkId, fact)),
  }
}

function dyingGateway(gateway: JournalGateway): JournalGateway {
  return { ...gateway, file: (entry, signal) => around('file', () => gateway.file(entry, signal)) }
}

/** Every change of the drop folder. */
function dyingDisk(disk: Disk): Disk {
  const changed = (change: () => Promise<void>) => around('disk', change)
  return {
    ...disk,
    writeNew: (path, bytes) =>
      changed(async () => {
        if (!deaths.isArmed('disk/half')) return disk.writeNew(path, bytes)
        await disk.writeNew(path, bytes.subarray(0, bytes.length / 2))
        deaths.at('disk/half')
        // Not this time: the other half comes too.
        await disk.remove(path)
        await disk.writeNew(path, bytes)
      }),
    syncFile: (path) => changed(() => disk.syncFile(path)),
    rename: (from, to) => changed(() => disk.rename(from, to)),
    syncFolder: (path) => changed(() => disk.syncFolder(path)),
    remove: (path) => changed(() => disk.remove(path)),
  }
}

function dyingTransport(transport: MailTransport): MailTransport {
  return { ...transport, send: (mail) => around('send', () => transport.send(mail)) }
}

/** Every transaction of the sender, and every statement outside of one: a claim, what became of attempts, a plan of the day. */
function dyingDb(real: Db): Db {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== '$transaction' && name !== '$queryRaw') return value.bind(target)
      return (...args: unknown[]) => around('outbox', () => value.apply(target, args) as Promise<unknown>)
    },
  })
}
