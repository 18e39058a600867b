/**
 * Makes this folder ready to run: the packages of the lock file and the generated database client.
 *
 * Runs before `npm start`, `npm test` and their kin, on whatever Node the machine has (20 or newer) and before
 * anything is installed, so it needs nothing but Node and npm. When all is in place it takes some 50 ms.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => join(root, path)

if (!packagesMatchLock()) installPackages()
if (existsSync(at('prisma/schema.prisma'))) generateClient()

/** Compares what npm noted about node_modules with the lock file. */
function packagesMatchLock() {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false
  const wanted = readPackages('package-lock.json')
  const held = readPackages('node_modules/.package-lock.json')
  const { optionalDependencies = {} } = wanted['']
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    if (held[path]) return held[path].version === entry.version && held[path].integrity === entry.integrity
    // npm leaves out what does not fit the machine; of the rest only our own optional packages (Node) are needed.
    const ours = optionalDependencies[path.replace(/^node_modules\//, '')] !== undefined
    return entry.optional === true && !(ours && fitsMachine(entry))
  })
}

function readPackages(path) {
  return JSON.parse(readFileSync(at(path), 'utf8')).packages
}

function fitsMachine({ os, cpu }) {
  const names = (value, mine) => value === undefined || [value].flat().includes(mine)
  return names(os, process.platform) && names(cpu, process.arch)
}

function installPackages() {
  console.log(
    existsSync(at('node_modules'))
      ? 'Installing the packages that package-lock.json asks for now …'
      : 'Installing the packages: some minutes, and 1.4 GB …',
  )
  // npm of the surrounding `npm start`, on the machine's own Node: the Node in node_modules is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const [program, ...first] = npm && node ? [node, npm] : ['npm']
  run('npm ci', program, [...first, 'ci', '--loglevel=error'])
}

/** Generates db/generated/ anew when the schema or Prisma's version is another than last time. */
function generateClient() {
  const schema = readFileSync(at('prisma/schema.prisma'))
  const { version } = JSON.parse(readFileSync(at('node_modules/prisma/package.json'), 'utf8'))
  const wanted = createHash('sha256').update(version).update(schema).digest('hex')
  const stampPath = at('db/generated/schema.sha256')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return
  console.log('Generating the database client …')
  run('prisma generate', process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    // `generate` needs no engine, but the command line would download one unless it is shown a program.
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    CHECKPOINT_DISABLE: '1',
  })
  writeFileSync(stampPath, wanted)
}

function run(name, program, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  console.error(`${name} failed (${error?.message ?? `exit code ${status}`}): see above, then start again.`)
  process.exit(1)
}
