import { Client, Connection } from '@temporalio/client'
import { createDataConverter } from '../codec/data-converter.ts'
import { payloadKeys } from '../config/forms.ts'
import { TEMPORAL_KEYS } from './processes.ts'
import type { BenchServers } from './servers.ts'

export interface EngineClients {
  /** Reads and writes what the service's workflows do, which is encrypted. */
  readonly service: Client
  /** For the bare workflows. */
  readonly bare: Client
  close(): Promise<void>
}

export async function connectClients(servers: BenchServers): Promise<EngineClients> {
  const connection = await Connection.connect({ address: servers.temporalAddress })
  const { namespace } = servers
  const dataConverter = createDataConverter(payloadKeys.parse(TEMPORAL_KEYS) ?? [])
  return {
    service: new Client({ connection, namespace, dataConverter }),
    bare: new Client({ connection, namespace }),
    close: () => connection.close(),
  }
}

/** Does something for each of them, so many at once; the first failure is thrown once nothing is under way any more. */
export async function inParallel<T>(
  all: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...all]
  const line = async () => {
    try {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one)
    } catch (error) {
      waiting.length = 0
      throw error
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, line))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
