import { readdirSync, renameSync } from 'node:fs'
import { type Disk, realDisk } from '../../journal/disk.ts'
import { createFolderGateway, prepareDropFolder } from '../../journal/folder-gateway.ts'
import { readRecord } from '../../journal/folder-record.ts'
import { type JournalGateway, journalKey } from '../../journal/gateway.ts'
import { createRegister, recordsIn } from './register.ts'

/**
 * Where an installation files its plans: a register that makes a new record whenever it is asked and can be told to
 * misbehave, or the product's own drop folder, whose disk a worker may die on.
 */
export interface PersonnelFile {
  kind: 'register' | 'drop-folder'
  folder: string
}

export async function preparePersonnelFile({ kind, folder }: PersonnelFile): Promise<void> {
  if (kind === 'drop-folder') await prepareDropFolder(folder)
}

/** @param disk of the drop folder */
export function openPersonnelFile({ kind, folder }: PersonnelFile, disk: Disk): JournalGateway {
  return kind === 'register' ? createRegister(folder) : createFolderGateway({ folder, disk })
}

/** The keys of the records in it, each as often as it is there; what is half there is none. */
export async function recordsOf({ kind, folder }: PersonnelFile): Promise<{ key: string }[]> {
  if (kind === 'register') return recordsIn(folder)
  const found: { key: string }[] = []
  for (const name of readdirSync(folder)) {
    const [, versionId] = /^plan-(.+)\.json$/.exec(name) ?? []
    if (versionId === undefined) continue
    const key = journalKey(versionId)
    if ((await readRecord(realDisk, folder, key)) !== null) found.push({ key })
  }
  return found
}

/** The share is not mounted: nothing is where the folder was. */
export function unmount({ folder }: PersonnelFile): void {
  renameSync(folder, `${folder}.away`)
}

export function mount({ folder }: PersonnelFile): void {
  renameSync(`${folder}.away`, folder)
}
