import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { askFor } from '../support/ask.ts'
import { createChance } from './chance.ts'
import { openInstallation } from './installation.ts'
import { fewFaultyDays, playScenario, SCENARIO_AT } from './scenarios.ts'
import { type FaultServers, startFaultServers } from './servers.ts'
import { openWorld } from './world.ts'

let servers: FaultServers

beforeAll(async () => {
  const workflows = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url))
  servers = await startFaultServers((await askFor('bundle', workflows)).file)
})

afterAll(async () => {
  await servers?.stop()
})

/** `npm run faults` plays on with other seeds, for as long as it is told. */
const SEED = 1

test('nothing is lost and nothing is told twice while worker, api, database, engine and mail server break down', async () => {
  const installation = await openInstallation(servers, { at: SCENARIO_AT })
  try {
    const world = await openWorld(installation, [])
    const { struck, violations } = await playScenario(world, fewFaultyDays, createChance(SEED))
    expect({ faults: struck.length, violations }).toEqual({
      faults: fewFaultyDays.blows.length,
      violations: [],
    })
  } finally {
    await installation.stop()
  }
})
