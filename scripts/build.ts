/**
 * Makes dist/: the compiled program, the files it reads at run time, and the bundle of the workflows.
 *
 * Every command runs it first. It does nothing when dist/ was made of the same sources.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'

// Built beside the old one and swapped in: a server that runs from dist/ may start another process at any moment.
const output = `dist-${process.pid}`
/** What the program reads beside its code, by folder: SQL, pages' styles, fonts, sample files. */
const assetFolders = [
  'api',
  'web',
  'mail',
  'journal',
  'directory',
  'db',
  'codec',
  'prisma',
  'scripts',
  'worker',
]
const notAssets = new Set(['.ts', '.tsx', '.mjs', '.sha256'])

/** What was built of what, in dist/. */
const stamp = 'sources.sha256'
const notSources = /^(?:\.|dist|node_modules$|coverage$|docs$)/

const sources = digestOfSources()
if (!isBuiltOf(sources)) {
  // What a command writes may go to a file.
  console.error('Building (half a minute or so, only when something has changed) …')
  await build()
}

async function build(): Promise<void> {
  try {
    if (compiles()) {
      copyAssets()
      await addWorkflows()
      writeFileSync(join(output, stamp), sources)
      swapIn()
    } else process.exitCode = 1
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

function isBuiltOf(wanted: string): boolean {
  return existsSync(join('dist', stamp)) && readFileSync(join('dist', stamp), 'utf8') === wanted
}

/** Of every file that dist/ is made from, the packages' versions among them. */
function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const path of sourcePaths()) digest.update(`${path}\0`).update(readFileSync(path)).update('\0')
  return digest.digest('hex')
}

function sourcePaths(): string[] {
  return readdirSync('.', { withFileTypes: true })
    .filter(({ name }) => !notSources.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(entry.name) : entry.name.endsWith('.json') ? [entry.name] : [],
    )
    .sort()
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Webpack is loaded only when there is something to build. */
async function addWorkflows(): Promise<void> {
  const { bundleWorkflows, hasWorkflows } = await import('./bundle-workflows.ts')
  if (hasWorkflows()) writeFileSync(join(output, 'workflows.cjs'), (await bundleWorkflows()).code)
}

/** The compiler names each place itself. */
function compiles(): boolean {
  const args = ['-p', 'tsconfig.build.json', '--outDir', output]
  return spawnSync('node_modules/.bin/tsc', args, { stdio: 'inherit' }).status === 0
}

function copyAssets(): void {
  for (const folder of assetFolders.filter(existsSync)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name)
      if (notAssets.has(extname(path)) || statSync(path).isDirectory()) continue
      mkdirSync(dirname(join(output, path)), { recursive: true })
      cpSync(path, join(output, path))
    }
  }
}

function swapIn(): void {
  const old = `${output}-old`
  if (existsSync('dist')) renameSync('dist', old)
  renameSync(output, 'dist')
  rmSync(old, { recursive: true, force: true })
}
