import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'

/** The few things the folder gateway does to a disk, each one step that a crash may fall before or after. */
export interface Disk {
  /** With its parents; nothing where it exists. */
  makeFolder(path: string): Promise<void>
  /** Fails where the file exists. Not yet safe from a loss of power. */
  writeNew(path: string, bytes: Uint8Array): Promise<void>
  /** Puts a file's bytes on the medium. */
  syncFile(path: string): Promise<void>
  /** In one step: whoever looks sees the old name or the new one, whole; an old file of that name is replaced. */
  rename(from: string, to: string): Promise<void>
  /** Puts a folder's names on the medium. */
  syncFolder(path: string): Promise<void>
  /** Null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  list(folder: string): Promise<readonly string[]>
  /** Nothing where it does not exist. */
  remove(path: string): Promise<void>
}

/** The owner writes; the group reads, so that an importer under another account can (R8.2). */
const fileMode = 0o640
const folderMode = 0o750

export const realDisk: Disk = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: folderMode })
  },
  writeNew: async (path, bytes) => {
    await using file = await open(path, 'wx', fileMode)
    await file.writeFile(bytes)
  },
  syncFile: async (path) => {
    await using file = await open(path, 'r+')
    await file.sync()
  },
  rename,
  syncFolder: async (path) => {
    try {
      await using folder = await open(path, 'r')
      await folder.sync()
    } catch (error) {
      if (!cannotSyncFolders(error)) throw error
    }
  },
  read: async (path) => {
    try {
      return await readFile(path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  },
  list: (folder) => readdir(folder),
  remove: (path) => rm(path, { force: true }),
}

/** Windows and some network shares have no such call; their rename is as safe as they make it. */
function cannotSyncFolders(error: unknown): boolean {
  return ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'].includes(codeOf(error))
}

/** The system's code of an error, such as ENOSPC; empty where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
