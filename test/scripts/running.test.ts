import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { identityOf, isAlive, type Service, startService } from '../../scripts/infrastructure/process.ts'
import { holdFolder, type RunningNote, readRunning } from '../../scripts/infrastructure/running.ts'

let folder: string
let service: Service
const said: string[] = []
const say = (line: string) => said.push(line)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'running-'))
  service = await startService({
    name: 'PostgreSQL',
    command: 'sleep',
    args: ['600'],
    logFile: join(folder, 'sleep.log'),
  })
})

afterEach(async () => {
  await service.stop('SIGKILL', 1_000)
  await rm(folder, { recursive: true })
})

async function leaveBehind(services: RunningNote['services']): Promise<void> {
  const supervisor = { ...(await identityOf(process.pid)), began: 'long ago' }
  const note: RunningNote = { supervisor, services, databaseUrl: null, temporalAddress: null }
  await writeFile(join(folder, 'running.json'), JSON.stringify(note))
}

test('A second start on the same folder is refused and told which process holds it', async () => {
  const hold = await holdFolder(folder, say)
  await expect(holdFolder(folder, say)).rejects.toThrow(`${folder} is in use by process ${process.pid}`)
  hold.release()
  await expect(holdFolder(folder, say)).resolves.toBeDefined()
})

test('Other commands of the installation find the servers of the running one', async () => {
  const hold = await holdFolder(folder, say)
  hold.add(service)
  hold.announce({ databaseUrl: 'postgresql://127.0.0.1/aarshjul', temporalAddress: '127.0.0.1:7233' })
  expect(readRunning(folder)).toMatchObject({
    services: [{ name: 'PostgreSQL', pid: service.identity.pid }],
    databaseUrl: 'postgresql://127.0.0.1/aarshjul',
    temporalAddress: '127.0.0.1:7233',
  })
})

test('A start after a kill ends the servers that were left behind', async () => {
  await leaveBehind([{ name: 'PostgreSQL', ...service.identity }])
  await holdFolder(folder, say)
  expect(await service.ended).toBe('SIGINT')
  expect(said).toContain(
    `Ending PostgreSQL (process ${service.identity.pid}), left behind by an earlier start`,
  )
})

test('A start after a kill leaves alone whoever got the process number since', async () => {
  await leaveBehind([{ name: 'PostgreSQL', pid: service.identity.pid, began: 'long ago' }])
  await holdFolder(folder, say)
  expect(await isAlive(service.identity)).toBe(true)
})

test('A process that does not end when asked is killed', async () => {
  const deaf = await startService({
    name: 'deaf',
    command: 'sh',
    args: ['-c', 'trap "" TERM; echo deaf; while :; do sleep 1; done'],
    logFile: join(folder, 'deaf.log'),
  })
  while (!deaf.lastWords().includes('deaf')) await new Promise(setImmediate)
  await deaf.stop('SIGTERM', 0)
  expect(await deaf.ended).toBe('SIGKILL')
})

test('A program that is not there is named', async () => {
  const missing = {
    name: 'Temporal',
    command: join(folder, 'none'),
    args: [],
    logFile: join(folder, 'none.log'),
  }
  await expect(startService(missing)).rejects.toThrow(`Temporal could not be started from ${missing.command}`)
})
