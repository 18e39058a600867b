import { dirname } from 'node:path'
import type { Disk } from '../../journal/disk.ts'

interface Content {
  bytes: Uint8Array
  /** What the medium holds; null until synced. */
  safe: Uint8Array | null
}

/** What a loss of power does to a change that was not synced: it decides for each name. */
export type Survives = (name: string) => boolean

export interface ForgetfulDisk extends Disk {
  /** The machine is on again: what was synced is there, and of the rest what `survives`. */
  losePower(survives: Survives): void
  /** All file names under a folder with their bytes, as a program sees them. */
  files(folder: string): Map<string, Uint8Array>
}

/**
 * A disk in memory that keeps only what was synced: a file's bytes by `syncFile`, names by `syncFolder`.
 * `beforeStep` is called before each change and may throw, or wait, in its stead.
 */
export function createForgetfulDisk(
  beforeStep: (step: string) => void | Promise<void> = () => {},
): ForgetfulDisk {
  let names = new Map<string, Content>()
  let safeNames = new Map<string, Content>()
  const folders = new Set<string>()
  const missing = (path: string): Error =>
    Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
  const found = (path: string): Content => {
    const content = names.get(path)
    if (content === undefined) throw missing(path)
    return content
  }
  const isIn = (folder: string) => (path: string) => dirname(path) === folder
  return {
    makeFolder: async (path) => {
      for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) folders.add(folder)
    },
    writeNew: async (path, bytes) => {
      await beforeStep(`write ${path}`)
      if (!folders.has(dirname(path))) throw missing(path)
      if (names.has(path)) throw Object.assign(new Error(`exists: ${path}`), { code: 'EEXIST' })
      names.set(path, { bytes, safe: null })
    },
    syncFile: async (path) => {
      await beforeStep(`sync ${path}`)
      const content = found(path)
      content.safe = content.bytes
    },
    rename: async (from, to) => {
      await beforeStep(`rename ${from} ${to}`)
      names.set(to, found(from))
      names.delete(from)
    },
    syncFolder: async (path) => {
      await beforeStep(`sync ${path}`)
      if (!folders.has(path)) throw missing(path)
      for (const name of [...safeNames.keys()].filter(isIn(path))) safeNames.delete(name)
      for (const [name, content] of names) if (isIn(path)(name)) safeNames.set(name, content)
    },
    read: async (path) => names.get(path)?.bytes ?? null,
    list: async (folder) => {
      if (!folders.has(folder)) throw missing(folder)
      return [...names.keys()].filter(isIn(folder)).map((path) => path.slice(folder.length + 1))
    },
    remove: async (path) => {
      await beforeStep(`remove ${path}`)
      names.delete(path)
    },
    losePower: (survives) => {
      const after = new Map<string, Content>()
      for (const name of new Set([...names.keys(), ...safeNames.keys()])) {
        const content = (survives(name) ? names : safeNames).get(name)
        if (content === undefined) continue
        const safe = content.safe ?? new Uint8Array()
        after.set(name, { bytes: safe, safe })
      }
      names = after
      safeNames = new Map(after)
    },
    files: (folder) => {
      const inside = [...names].filter(([path]) => isIn(folder)(path))
      return new Map(inside.map(([path, { bytes }]) => [path.slice(folder.length + 1), bytes]))
    },
  }
}
