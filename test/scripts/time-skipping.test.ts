import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DAY, type Instant } from '../../domain/calendar/day.ts'
import { connectTemporal, type TestTemporal } from '../support/temporal.ts'
import { dailyWorkflow, momentsQuery, sleeperWorkflow, wakeUpdate } from './sleeper.workflow.ts'

const workflows = new URL('./sleeper.workflow.ts', import.meta.url)
const MINUTE = 60_000
let temporal: TestTemporal
let shared: { at: Instant }

beforeAll(async () => {
  shared = { at: Date.now() + 100 * DAY }
  temporal = await connectTemporal()
  await temporal.runWorker({ workflows })
})

afterAll(async () => {
  await temporal.close()
})

describe('A workflow that sleeps 200 days', () => {
  test('is done in a moment when its clock is moved, and its own time says 200 days', async () => {
    const { client, taskQueue } = temporal
    const workflowId = randomUUID()
    const handle = await client.start(sleeperWorkflow, { taskQueue, workflowId })
    expect(await client.forward(workflowId, (201 * DAY) / 1000)).toBe('ended')
    const [began = 0, woke = 0] = await handle.result()
    expect(Math.abs(began - Date.now())).toBeLessThan(MINUTE)
    expect(woke - began).toBeGreaterThanOrEqual(200 * DAY)
    expect(woke - began).toBeLessThan(200 * DAY + MINUTE)
  })

  test('stops where it is told to, so that a person can act on that day', async () => {
    const { client, taskQueue } = temporal
    const workflowId = randomUUID()
    const handle = await client.start(sleeperWorkflow, { taskQueue, workflowId })
    const target = Date.now() + 30 * DAY
    expect(await client.forwardTo(workflowId, target)).toBe('reached')
    expect((await client.timeOf(workflowId)) - target).toBeLessThan(MINUTE)
    const wokeAt = await handle.executeUpdate(wakeUpdate)
    expect(wokeAt).toBeGreaterThanOrEqual(target)
    expect(wokeAt).toBeLessThan(target + MINUTE)
    expect(await handle.result()).toHaveLength(2)
  })

  test('is not moved back', async () => {
    const { client, taskQueue } = temporal
    const workflowId = randomUUID()
    await client.start(sleeperWorkflow, { taskQueue, workflowId })
    await client.forwardTo(workflowId, Date.now() + 20 * DAY)
    expect(await client.forwardTo(workflowId, Date.now() + 10 * DAY)).toBe('reached')
    expect(await client.timeOf(workflowId)).toBeGreaterThanOrEqual(Date.now() + 20 * DAY - MINUTE)
  })
})

test('A year of daily steps keeps its time across every continue-as-new', async () => {
  const { client, taskQueue } = temporal
  const workflowId = randomUUID()
  const handle = await client.start(dailyWorkflow, { taskQueue, workflowId, args: [365] })
  expect(await client.forward(workflowId, (366 * DAY) / 1000)).toBe('ended')
  expect(await handle.result()).toBeCloseTo(365, 2)
})

describe('A client with a clock', () => {
  test('begins workflows at the clock and lets people act at its time', async () => {
    const player = await connectTemporal(async () => shared.at)
    try {
      const { taskQueue } = temporal
      const handle = await player.client.start(sleeperWorkflow, { taskQueue, workflowId: randomUUID() })
      const [began = 0] = await handle.query(momentsQuery)
      expect(Math.abs(began - shared.at)).toBeLessThan(MINUTE)
      shared.at += 50 * DAY
      expect(Math.abs((await handle.executeUpdate(wakeUpdate)) - shared.at)).toBeLessThan(MINUTE)
    } finally {
      await player.close()
    }
  })
})
