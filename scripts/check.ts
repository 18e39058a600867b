/**
 * Runs every check, each step to its end, and fails when one of them failed.
 *
 * `npm run check -- --only lint --only types` runs some, `npm run check -- --without tests` all but some.
 */
import { spawnSync } from 'node:child_process'
import { given, refuse } from './infrastructure/given.ts'

const steps: Record<string, string[]> = {
  format: ['biome format'],
  lint: ['biome lint --error-on-warnings', 'oxlint --type-aware --deny-warnings'],
  types: ['tsc -p . --noEmit'],
  boundaries: ['depcruise --config .dependency-cruiser.cjs .'],
  unused: ['knip'],
  licences: ['node scripts/licences.ts'],
  bundle: ['node scripts/check-bundle.ts'],
  axe: [everyPage('axe')],
  markup: [everyPage('markup')],
  keyboard: [everyPage('keyboard')],
  permissions: ['PERMISSIONS=whole npm test -- test/permissions'],
  // All but the four above, which `npm test` by itself runs too.
  tests: [`npm test -- --testPathIgnorePatterns test/permissions -t '^(?!Every page (axe|markup|keyboard))'`],
}
/** One part of what is tried on every page; `npm test` tries them all. */
function everyPage(part: string): string {
  return `npm test -- test/pages/every-page -t ${part}`
}
const names = Object.keys(steps)
// As npm does it, so that `node scripts/check.ts` runs the same programs.
const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` }

const chosen = choose()
const failed = chosen.filter((name) => !passes(name))
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}

function choose(): string[] {
  const option = { type: 'string', multiple: true } as const
  const { values } = given('npm run check [-- --only lint] [--without tests], each as often as you like', {
    options: { only: option, without: option },
  })
  for (const name of [...(values.only ?? []), ...(values.without ?? [])]) {
    if (!names.includes(name)) refuse(`check has no step '${name}': expected ${names.join(', ')}`)
  }
  return names.filter((name) => (values.only?.includes(name) ?? true) && !values.without?.includes(name))
}

/** Runs a step's commands; all of them, so that one run shows everything there is to mend. */
function passes(name: string): boolean {
  console.log(`── ${name}`)
  const begunAt = performance.now()
  const results = (steps[name] ?? []).map(
    (command) => spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0,
  )
  const passed = results.every(Boolean)
  console.log(`   ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - begunAt) / 1000).toFixed(1)} s`)
  return passed
}
