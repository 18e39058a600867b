import { readFileSync } from 'node:fs'
import { connect as connectPlain, type AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { NativeConnection } from '@temporalio/worker'
import { connectEngine } from '../../api/temporal.ts'
import { toConfig } from '../../config/config.ts'
import type { Env } from '../../config/env.ts'
import { askFor } from '../support/ask.ts'
import { TEST_KEYS } from '../support/temporal-keys.ts'

const certificate = (name: string) => `test/support/certificates/${name}`
const pem = (name: string) => readFileSync(certificate(name))

let front: Server

/** Temporal behind TLS that asks who comes, as clusters that several services share do. */
beforeAll(async () => {
  const [host, port] = (await askFor('temporal')).address.split(':')
  front = createServer(
    {
      cert: pem('server.pem'),
      key: pem('server.key'),
      ca: pem('ca.pem'),
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (socket) => {
      const behind = connectPlain({ host, port: Number(port) })
      socket.pipe(behind).pipe(socket)
      for (const end of [socket, behind]) end.on('error', () => socket.destroy() && behind.destroy())
    },
  )
  front.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(() => new Promise((resolve) => front.close(resolve)))

function configWith(env: Env) {
  const { port } = front.address() as AddressInfo
  return toConfig({
    MODE: 'test',
    DATABASE_URL: 'postgresql://127.0.0.1/aarshjul',
    TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    TEMPORAL_KEYS: TEST_KEYS,
    ...env,
  })
}

const known: Env = {
  TEMPORAL_TLS: 'on',
  TEMPORAL_TLS_CA: certificate('ca.pem'),
  TEMPORAL_TLS_CERT: certificate('client.pem'),
  TEMPORAL_TLS_KEY: certificate('client.key'),
}

async function apiReaches(env: Env): Promise<boolean> {
  const connection = connectEngine(configWith(env))
  try {
    await connection.withDeadline(Date.now() + 3_000, () =>
      connection.workflowService.describeNamespace({ namespace: 'default' }),
    )
    return true
  } catch {
    return false
  } finally {
    await connection.close()
  }
}

async function workerReaches(env: Env): Promise<boolean> {
  const { temporalAddress: address, temporalTls: tls } = configWith(env)
  try {
    await (await NativeConnection.connect({ address, tls })).close()
    return true
  } catch {
    return false
  }
}

describe.each([
  ['The api', apiReaches],
  ['The worker', workerReaches],
])('%s', (_name, reaches) => {
  test('reaches a Temporal whose certificate it knows, and shows its own', async () => {
    expect(await reaches(known)).toBe(true)
  })

  test('does not believe a certificate that it has no reason to', async () => {
    const { TEMPORAL_TLS_CA: _ca, ...rest } = known
    expect(await reaches(rest)).toBe(false)
  })

  test('comes no further without its own, or without TLS', async () => {
    const { TEMPORAL_TLS_CERT: _cert, TEMPORAL_TLS_KEY: _key, ...rest } = known
    expect(await reaches(rest)).toBe(false)
    expect(await reaches({ TEMPORAL_TLS: 'off' })).toBe(false)
  })
})
