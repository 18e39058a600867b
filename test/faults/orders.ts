import type { PersonnelFile } from './personnel-file.ts'

/** Where a fault worker can be told to kill itself: before a thing, or after its effect and before anybody hears of it. */
export const points = [
  'record/before',
  'record/after',
  'record-round/before',
  'record-round/after',
  'start-talk/before',
  'start-talk/after',
  'tell-talk/before',
  'tell-talk/after',
  'outbox/before',
  'outbox/after',
  'send/before',
  'send/after',
  'file/before',
  'file/after',
  'file-plan/after',
] as const

/** As above, where the worker changes the drop folder's disk; `half` leaves half a file. */
export const diskPoints = ['disk/before', 'disk/half', 'disk/after'] as const

export type Point = (typeof points)[number] | (typeof diskPoints)[number]

/** How often a round's workers come to a point at least: at the latest the last of those times one can die there. */
export function comesAgain(point: Point): number {
  if (point === 'disk/half') return 1
  const [what = ''] = point.split('/')
  return times[what] ?? 3
}

const times: Record<string, number> = {
  // A round opens once, with eight talks.
  'record-round': 1,
  'start-talk': 8,
  // Few are told of others' acts, and each plan is filed once, in eight changes of the drop folder.
  'tell-talk': 1,
  file: 1,
  'file-plan': 1,
  disk: 8,
}

/** How long the sender waits for the mail server, in milliseconds: seconds in place of the product's minute. */
export const PATIENCE = { connect: 5_000, silence: 5_000 } as const

/** What the driver may ask of a fault worker. */
export type Order =
  | { do: 'drain' }
  /** Two senders at the same moment, as two workers have it. */
  | { do: 'drain-twice' }

export type Asked = Order & { id: number }

export type Heard = { ready: true } | { id: number; error: string | null }

/** What a fault worker is started with, as JSON in FAULT_WORKER. */
export interface FaultWorkerSettings {
  databaseUrl: string
  temporalAddress: string
  taskQueue: string
  /** The file with the bundled workflows. */
  workflows: string
  smtpPort: number
  personnelFile: PersonnelFile
  /** Where it is noted who was erased. */
  erasures: string
  /** Changes of the workflows that are not begun yet. */
  heldPatches: readonly string[]
  /** The folder that says where it is to die. */
  deaths: string
  /** Names of what is broken in it on purpose. */
  mutations: readonly string[]
}
