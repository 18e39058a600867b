import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Service } from '../../scripts/infrastructure/process.ts'
import { type Program, startProgram } from '../../scripts/infrastructure/program.ts'

let folder: string
let program: Program
let starts: Service[]
let said: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'program-'))
  starts = []
  said = []
})

afterEach(async () => {
  await program.stop()
  await rm(folder, { recursive: true })
})

async function run(code: string): Promise<void> {
  const file = join(folder, 'main.mjs')
  await writeFile(file, code)
  program = await startProgram({
    name: 'worker',
    file,
    env: { PLACE: folder },
    logFolder: folder,
    restartAfterMs: 0,
    spawned: (service) => starts.push(service),
    say: (line) => said.push(line),
  })
}

test('A program that ends three times in a row is given up, with its last words', async () => {
  await run("console.log('no database'); process.exit(3)")
  await expect(program.failed).rejects.toThrow(/worker ended 3 times in a row \(exit code 3\).*\nno database/)
  expect(starts).toHaveLength(3)
  expect(said).toHaveLength(2)
})

test('A program that was killed once is started again', async () => {
  await run(`
    import { existsSync, writeFileSync } from 'node:fs'
    const first = process.env.PLACE + '/first'
    if (!existsSync(first)) { writeFileSync(first, ''); process.kill(process.pid, 'SIGKILL') }
    setInterval(() => {}, 1000)`)
  await starts[0]?.ended
  await Promise.race([program.failed, secondStart()])
  expect(said).toEqual([expect.stringContaining('The worker ended (SIGKILL) and is started again')])
})

test('A program that is stopped ends as it likes and is not started again', async () => {
  await run(`
    const work = setInterval(() => {}, 1000)
    process.on('SIGTERM', () => { console.log('good night'); clearInterval(work) })
    process.on('disconnect', () => {})
    console.log('ready')`)
  while (!program.lastWords().includes('ready')) await new Promise(setImmediate)
  await program.stop()
  expect(await starts[0]?.ended).toBe('exit code 0')
  expect(program.lastWords()).toContain('good night')
  expect(starts).toHaveLength(1)
})

async function secondStart(): Promise<void> {
  while (starts.length < 2) await new Promise(setImmediate)
}
