/** Makes dist/: the compiled program, the files it reads at run time, and the bundle of the workflows. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { bundleWorkflows, hasWorkflows } from './bundle-workflows.ts'

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

try {
  if (compiles()) {
    copyAssets()
    if (hasWorkflows()) writeFileSync(join(output, 'workflows.cjs'), (await bundleWorkflows()).code)
    swapIn()
  } else process.exitCode = 1
} finally {
  rmSync(output, { recursive: true, force: true })
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
