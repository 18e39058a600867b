import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../replay/histories/', import.meta.url))

/** The releases whose talks may still run somewhere; each has a folder of what its workflows lived through. */
export const recordedVersions: readonly string[] = readdirSync(folder).toSorted()

/** A version's histories, by their names: the play and the number of its run. */
export function historiesOf(version: string): string[] {
  return readdirSync(join(folder, version)).toSorted()
}

export const recordedHistories: readonly string[] = recordedVersions.flatMap((version) =>
  historiesOf(version).map((file) => `${version}/${file}`),
)

export function textOfHistory(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}
