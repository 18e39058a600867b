import { expect, test } from '@jest/globals'
import { bundleWorkflows } from '../../scripts/bundle-workflows.ts'

test('what every talk keeps in memory holds the rules, the workflows, the engine and how failures are encrypted, and no library', async () => {
  const { modules } = await bundleWorkflows()
  const folders = new Set(
    modules.map((path) =>
      path
        .split('/')
        .slice(0, path.startsWith('node_modules') ? 2 : 1)
        .join('/'),
    ),
  )
  expect([...folders].sort()).toEqual([
    'codec',
    'domain',
    'node_modules/@temporalio',
    'node_modules/long',
    'node_modules/ms',
    'node_modules/nexus-rpc',
    'workflows',
  ])
})

test('the rules are loaded once for all talks of a worker', async () => {
  const { code } = await bundleWorkflows()
  expect(code).toMatch(/preloadModules\(\) \{\s*__webpack_require__\([^)]*loaded-once/)
})
