import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker'
import { askFor } from '../support/ask.ts'
import { plays } from '../support/plays.ts'
import {
  historiesOf,
  recordedHistories,
  recordedVersions,
  textOfHistory,
} from '../support/recorded-histories.ts'

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  // One of these replays is meant to fail.
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
})

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

test('this version has a history for every phase and outcome a workflow may live through', () => {
  expect(recordedVersions).toContain(version)
  const kept = new Set(historiesOf(version).map((file) => file.replace(/-\d+\.json$/, '')))
  expect([...kept].sort()).toEqual(Object.keys(plays).sort())
})

describe("today's workflows go on from what those of each release did", () => {
  test.each(recordedHistories)('%s', async (path) => {
    await expect(replay(path, '../../workflows/index.ts')).resolves.toBeUndefined()
  })
})

test('a change that earlier workflows could not follow is noticed', async () => {
  const broken = replay(`${version}/talk-agreed-1.json`, './incompatible.workflow.ts')
  await expect(broken).rejects.toMatchObject({ name: 'DeterminismViolationError' })
})

test('no history names a machine or a person', () => {
  for (const path of recordedHistories) {
    const history = textOfHistory(path)
    expect(history).not.toMatch(/"identity": "\d+@/)
    expect(history).not.toMatch(/Anna|Ben\b|Børnehuset/)
  }
})

async function replay(path: string, workflows: string): Promise<void> {
  const { file: codePath } = await askFor('bundle', fileURLToPath(new URL(workflows, import.meta.url)))
  const history: unknown = JSON.parse(textOfHistory(path))
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, history)
}
