import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker'
import { askFor } from '../support/ask.ts'
import { plays } from '../support/plays.ts'

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  // One of these replays is meant to fail.
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
})

const folder = fileURLToPath(new URL('./histories/', import.meta.url))
const files = readdirSync(folder).sort()

test('there is a history for every phase and outcome a workflow may live through', () => {
  const kept = new Set(files.map((file) => file.replace(/-\d+\.json$/, '')))
  expect([...kept].sort()).toEqual(Object.keys(plays).sort())
})

describe("today's workflows go on from what earlier ones did", () => {
  test.each(files)('%s', async (file) => {
    await expect(replay(file, '../../workflows/index.ts')).resolves.toBeUndefined()
  })
})

test('a change that earlier workflows could not follow is noticed', async () => {
  const broken = replay('talk-agreed-1.json', './incompatible.workflow.ts')
  await expect(broken).rejects.toMatchObject({ name: 'DeterminismViolationError' })
})

test('no history names a machine or a person', () => {
  for (const file of files) {
    const history = readFileSync(`${folder}${file}`, 'utf8')
    expect(history).not.toMatch(/"identity": "\d+@/)
    expect(history).not.toMatch(/Anna|Ben\b|Børnehuset/)
  }
})

async function replay(file: string, workflows: string): Promise<void> {
  const { file: codePath } = await askFor('bundle', fileURLToPath(new URL(workflows, import.meta.url)))
  const history: unknown = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, history)
}
