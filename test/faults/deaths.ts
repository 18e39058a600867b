import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Point } from './orders.ts'

/** Where workers are to die, and where they did: in files, because what a worker knows dies with it. */
export interface Deaths {
  /** The worker that comes to the point for the so-manieth time from now dies there. */
  arm(point: Point, times: number): void
  isArmed(point: Point): boolean
  /** A worker is at the point: as `kill -9` would, here and now, where its time has come. */
  at(point: Point): void
  /** What nobody came to is forgotten. */
  disarm(): void
  hasHappened(point: Point): boolean
}

export function openDeaths(folder: string): Deaths {
  const [armed, done] = [join(folder, 'armed'), join(folder, 'done')]
  for (const place of [armed, done]) mkdirSync(place, { recursive: true })
  const isArmed = (point: Point) => existsSync(join(armed, nameOf(point)))

  /** Whether this is the time; of two workers at one point, one dies of it. */
  function isTime(point: Point): boolean {
    const file = join(armed, nameOf(point))
    try {
      const left = Number(readFileSync(file, 'utf8')) - 1
      if (left > 0) writeFileSync(file, String(left))
      else renameSync(file, join(done, nameOf(point)))
      return left <= 0
    } catch {
      return false
    }
  }

  return {
    arm: (point, times) => writeFileSync(join(armed, nameOf(point)), String(times)),
    isArmed,
    at: (point) => {
      if (isArmed(point) && isTime(point)) process.kill(process.pid, 'SIGKILL')
    },
    disarm: () => {
      rmSync(armed, { recursive: true })
      mkdirSync(armed)
    },
    hasHappened: (point) => existsSync(join(done, nameOf(point))),
  }
}

function nameOf(point: Point): string {
  return point.replace('/', '.')
}
