import type { Disk } from '../../journal/disk.ts'

/** Stops the program at its n-th change to the disk, before it, after it, or half-way through a write. */
export function crashingDisk(disk: Disk, crashAt: number, when: 'before' | 'half' | 'after') {
  let steps = 0
  let isDown = false
  const step = async (act: () => Promise<void>, half: () => Promise<void> = act): Promise<void> => {
    if (isDown) throw new Error('down')
    steps += 1
    isDown = steps === crashAt
    if (!isDown) return act()
    if (when === 'after') await act()
    if (when === 'half') await half()
    throw new Error('down')
  }
  const orDown = <Answer>(act: () => Promise<Answer>): Promise<Answer> =>
    isDown ? Promise.reject(new Error('down')) : act()
  const crashing: Disk = {
    makeFolder: (path) => disk.makeFolder(path),
    writeNew: (path, bytes) =>
      step(
        () => disk.writeNew(path, bytes),
        () => disk.writeNew(path, bytes.subarray(0, bytes.length / 2)),
      ),
    syncFile: (path) => step(() => disk.syncFile(path)),
    rename: (from, to) => step(() => disk.rename(from, to)),
    syncFolder: (path) => step(() => disk.syncFolder(path)),
    remove: (path) => step(() => disk.remove(path)),
    read: (path) => orDown(() => disk.read(path)),
    list: (path) => orDown(() => disk.list(path)),
  }
  return { disk: crashing, hasCrashed: () => isDown }
}
