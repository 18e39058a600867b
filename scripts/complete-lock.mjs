/**
 * Completes package-lock.json after `npm install`; needs nothing but Node (20 or newer).
 *
 * A registry or mirror that serves only some platforms makes `npm install` leave the other platforms' optional
 * packages out of the lock file, and then `npm ci` refuses the file. This adds every missing optional package
 * with its version, os, cpu and libc, and removes download addresses, so that the file installs from any
 * registry. An entry added here has no integrity hash: it is only ever fetched on the platform it names.
 *
 * `--check` writes nothing and fails when something is missing; a path names another lock file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
const lockPath = positionals[0] ?? 'package-lock.json'
const OS_BY_WORD = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
}
const CPUS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

const before = readFileSync(lockPath, 'utf8')
const after = `${JSON.stringify(completeLock(JSON.parse(before)), null, 2)}\n`
if (after === before) {
  console.log(`${lockPath} is complete`)
} else if (values.check) {
  const missing = missingOptionals(JSON.parse(before).packages).map(({ path }) => path)
  console.error(
    `${lockPath} lacks ${missing.join(', ') || 'nothing but names a registry'}: run npm run complete-lock`,
  )
  process.exitCode = 1
} else {
  writeFileSync(lockPath, after)
  console.log(`${lockPath} was completed`)
}

/** Returns a copy of a lock file's content with every optional package listed and no download address. */
function completeLock(lock) {
  const packages = structuredClone(lock.packages)
  for (const entry of Object.values(packages)) delete entry.resolved
  for (const { path, entry } of missingOptionals(lock.packages)) packages[path] = entry
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

/** Lists the optional packages that a lock file's `packages` name but do not hold: where and what to add. */
function missingOptionals(packages) {
  const missing = new Map()
  for (const [owner, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (isHeld(packages, owner, name)) continue
      const entry = { version: range.replace(/^[\^~]/, ''), ...platformOf(name), optional: true }
      if (dev) entry.dev = true
      if (devOptional) entry.devOptional = true
      missing.set(`node_modules/${name}`, entry)
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }))
}

/** Walks up from the owner's folder as Node does when it looks for a package. */
function isHeld(packages, owner, name) {
  let folder = owner
  while (folder !== '') {
    if (packages[`${folder}/node_modules/${name}`]) return true
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
  return packages[`node_modules/${name}`] !== undefined
}

/** Reads os, cpu and libc from a platform package's name, such as `@swc/core-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = words.map((word) => OS_BY_WORD[word]).find(Boolean)
  const cpu = CPUS.find((word) => words.includes(word))
  if (!os || !cpu) {
    throw new Error(`package-lock.json lacks the optional package '${name}': expected a name with os and cpu`)
  }
  const musl = words.some((word) => word.startsWith('musl'))
  const gnu = words.some((word) => word.startsWith('gnu'))
  return { os: [os], cpu: [cpu], ...(musl ? { libc: ['musl'] } : gnu ? { libc: ['glibc'] } : {}) }
}
