/**
 * Lists under which licences the software that production runs is given, and fails for one that nobody has read.
 * What it is made of in full, as CycloneDX: `npm run sbom`.
 */
import { execFileSync } from 'node:child_process'

/** Read and accepted: each lets an employer run, change and pass on the whole; EPL-2.0 asks for changes to that part. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
])

/** What their package.json does not say in a word, read in their own LICENSE file. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'seq-queue': 'MIT',
  slick: 'MIT',
  unionfs: 'Unlicense',
}

interface Component {
  name: string
  version: string
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[]
}

const sbom = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const { components }: { components: Component[] } = JSON.parse(sbom)

const packages = components.map((component) => ({ ...component, licence: licenceOf(component) }))
const groups = Object.entries(Object.groupBy(packages, ({ licence }) => licence))
for (const [name, members] of groups.toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(`${name.padEnd(36)} ${members?.length}`)

const unread = packages.filter(({ licence }) => !wordsOf(licence).every((word) => ACCEPTED.has(word)))
for (const { name, version, licence } of unread) {
  console.error(
    `${name}@${version} has the licence '${licence}': expected one of ${[...ACCEPTED].join(', ')}. Read it, then add it to scripts/licences.ts or do without the package.`,
  )
}
process.exitCode = unread.length > 0 ? 1 : 0

function licenceOf({ name, licenses = [] }: Component): string {
  const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'none')
  return said.length > 0 ? said.join(' and ') : (READ_BY_HAND[name] ?? 'none')
}

/** The licences an SPDX expression names, or a sentence like it. */
function wordsOf(licence: string): string[] {
  return licence.replace(/[()]/g, '').split(/ (?:AND|OR|and|or) /)
}
