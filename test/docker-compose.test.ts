import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { toConfig } from '../config/config.ts'
import { envNames, readEnv } from '../config/env.ts'

interface Service {
  image: string
  build?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  networks?: string[]
  ports?: string[]
}

const text = readFileSync('docker-compose.yml', 'utf8')
const file: { services: Record<string, Service> } = parse(text, { merge: true })
const services = Object.entries(file.services)
const ours = services.filter(([, { build }]) => build !== undefined)
const service = (name: string): Service => file.services[name] ?? { image: '' }
const version = (image: string) => image.split(':')[1]

describe('The compose file', () => {
  test('is what the compose specification allows', () => {
    const { $schema: _dialect, ...schema }: Record<string, unknown> = JSON.parse(
      readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8'),
    )
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    validate(file)
    expect(validate.errors).toBeNull()
    expect(validate({ ...file, services: { api: { imagge: 'aarshjul' } } })).toBe(false)
  })

  test('names the version of every image that it does not build', () => {
    const images = services.filter(([, { build }]) => build === undefined).map(([, { image }]) => image)
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) expect(image).toMatch(/:\d+\.\d+/)
  })

  test('waits only for services that exist, and for health only where health is checked', () => {
    const waits = services.flatMap(([name, { depends_on = {} }]) =>
      Object.entries(depends_on).map(([needed, { condition }]) => ({ name, needed, condition })),
    )
    const vain = waits.filter(({ needed, condition }) => {
      const other = file.services[needed]
      return other === undefined || (condition === 'service_healthy' && other.healthcheck === undefined)
    })
    expect(waits.length).toBeGreaterThan(0)
    expect(vain).toEqual([])
  })

  test('shows nothing but the api to other machines unless somebody says so', () => {
    for (const [name, { ports = [] }] of services) {
      for (const port of ports)
        expect([name, withVariables(port, {})]).toEqual([name, expect.stringMatching(/^127\.0\.0\.1:/)])
    }
  })
})

describe('Secrets', () => {
  const references = [...text.matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)].map(([, name = '', rest = '']) => ({
    name,
    rest,
  }))

  test('have no default: whoever runs the service must give them', () => {
    const secrets = references.filter(({ name }) => /PASSWORD|SECRET|TOKEN|KEY/.test(name))
    expect(secrets.length).toBeGreaterThan(0)
    for (const { name, rest } of secrets)
      expect([name, rest]).toEqual([name, expect.stringMatching(/^:?\?\w/)])
  })

  test('are never written down', () => {
    const settings = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([key, value]) => ({ name, key, value })),
    )
    const secrets = settings.filter(({ key }) => /PASSWORD|PWD|SECRET|TOKEN/.test(key))
    expect(secrets.length).toBeGreaterThan(0)
    expect(secrets.filter(({ value }) => !/^\$\{[^}]+\}$/.test(value))).toEqual([])
    const addresses = settings.filter(({ value }) => /:\/\/[^/]*:[^/]*@/.test(value))
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter(({ value }) => !/:\$\{[^}]+\}@/.test(value))).toEqual([])
  })
})

describe('Api, worker and migrations', () => {
  test('get only settings that the service knows', () => {
    expect(ours.map(([name]) => name)).toEqual(['api', 'worker', 'migrate'])
    for (const [name, { environment = {} }] of ours) {
      const unknown = Object.keys(environment).filter((key) => !(envNames as readonly string[]).includes(key))
      expect([name, unknown]).toEqual([name, []])
    }
  })

  test.each(['api', 'worker'])('start with what the file gives them: %s', (name) => {
    const env = Object.entries(service(name).environment ?? {}).map(([key, value]) => [
      key,
      withVariables(value, answers),
    ])
    const config = toConfig(readEnv(Object.fromEntries(env)))
    expect(config.mode).toBe('production')
    expect(config.temporalAddress).toBe('temporal:7233')
    expect(new URL(config.databaseUrl).username).toBe(`aarshjul_${name}_login`)
    expect(config.journal).toEqual({ gateway: 'folder', folder: '/var/lib/aarshjul/personnel-file' })
    expect(name === 'api' ? config.apiMetricsPort : config.workerMetricsPort).toBe(9464)
  })

  test('keep the image of each version under its own name, so that there is a way back', () => {
    for (const [, { image }] of ours) {
      expect(withVariables(image, {})).toBe('aarshjul:latest')
      expect(withVariables(image, { AARSHJUL_VERSION: '0.2.0' })).toBe('aarshjul:0.2.0')
    }
  })

  test('are healthy, as a worker, once it asks Temporal for work', async () => {
    const polls = 'temporal_num_pollers{poller_type="workflow_task"}'
    expect(await isHealthy('worker', `${polls} 5\n`)).toBe(true)
    expect(await isHealthy('worker', `${polls} 0\n`)).toBe(false)
    expect(await isHealthy('worker', 'temporal_request{operation="GetSystemInfo"} 1\n')).toBe(false)
  })

  test('run programs that the build makes', () => {
    const programs = ours.map(([, { command = [] }]) => command.at(-1) ?? '')
    const sources = programs.map((program) => program.replace(/^dist\/(.+)[.]js$/, '$1.ts'))
    expect(sources).toEqual(['api/main.ts', 'worker/main.ts', 'scripts/migrate.ts'])
    expect(sources.filter((source) => !existsSync(source))).toEqual([])
  })

  test('wait for the tables and for the namespace', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        temporal: { condition: 'service_healthy' },
        'temporal-namespace': { condition: 'service_completed_successfully' },
      })
    }
  })

  test('run on the Node that the tests run on', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    const nodes = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM node:([\d.]+)-/gm)].map(
      ([, node]) => node,
    )
    expect(nodes).toHaveLength(2)
    for (const wanted of Object.values(optionalDependencies))
      for (const node of nodes) expect(node).toBe(wanted)
  })
})

describe('The databases and the Temporal cluster', () => {
  test('are PostgreSQL 15 or newer, ours with Danish order', () => {
    for (const name of ['database', 'temporal-database']) {
      expect(Number.parseInt(version(service(name).image) ?? '', 10)).toBeGreaterThanOrEqual(15)
    }
    expect(service('database').environment?.POSTGRES_INITDB_ARGS).toContain('--icu-locale=da-DK')
  })

  test('have 512 shards on PostgreSQL, and a schema made by the same version', () => {
    expect(service('temporal').environment).toMatchObject({ NUM_HISTORY_SHARDS: '512', DB: 'postgres12_pgx' })
    expect(service('temporal-schema').environment).toMatchObject({ SQL_PLUGIN: 'postgres12_pgx' })
    const versions = ['temporal', 'temporal-schema', 'temporal-namespace'].map((name) =>
      version(service(name).image),
    )
    expect(new Set(versions).size).toBe(1)
  })

  test('create the namespace that the service uses', () => {
    const namespaces = ['api', 'worker', 'temporal-namespace'].map(
      (name) => service(name).environment?.TEMPORAL_NAMESPACE,
    )
    expect(namespaces).toEqual(['aarshjul', 'aarshjul', 'aarshjul'])
  })

  test("keep Temporal's database out of everybody else's reach", () => {
    const near = services
      .filter(([, { networks = [] }]) => networks.includes('temporal-store'))
      .map(([name]) => name)
    expect(near).toEqual(['temporal', 'temporal-schema', 'temporal-database'])
    expect(service('temporal-database').networks).toEqual(['temporal-store'])
  })
})

const answers = {
  PUBLIC_URL: 'https://mus.example.dk',
  API_DATABASE_PASSWORD: 'not-a-secret',
  WORKER_DATABASE_PASSWORD: 'not-a-secret',
  TEMPORAL_KEYS: `2027:${Buffer.alloc(32).toString('base64')}`,
  EMPLOYER_NAME: 'Solbakke Kommune',
  MAIL_FROM: 'Årshjulet <mus@example.dk>',
  SMTP_HOST: 'smtp.example.dk',
  SMTP_PASSWORD: '',
  JOURNAL: 'folder',
  OIDC_PROVIDERS: JSON.stringify([
    {
      id: 'work',
      name: 'Solbakke',
      issuer: 'https://login.example.dk',
      clientId: 'mus',
      clientSecret: 'not-a-secret',
      matchBy: 'number',
    },
  ]),
}

/** What a service's own health check says where its process answers with these figures. */
async function isHealthy(name: string, figures: string): Promise<boolean> {
  const server = createServer((_, response) => response.end(figures)).listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const [, , option = '', program = ''] = service(name).healthcheck?.test ?? []
    const child = spawn(process.execPath, [option, program.replace(':9464', `:${port}`)])
    const [code] = await once(child, 'close')
    return code === 0
  } finally {
    server.close()
  }
}

/** Fills in variables as compose does: `${X:-default}`, `${X:?complaint}`, `$$`. */
function withVariables(value: string, variables: Record<string, string>): string {
  return value.replace(
    /\$\$|\$\{([A-Z_]+)(?:(:?[-?])([^}]*))?\}/g,
    (whole, name: string, kind = '', rest = '') => {
      if (whole === '$$') return '$'
      const given = variables[name]
      if (given !== undefined && !(given === '' && kind.startsWith(':'))) return given
      if (kind.endsWith('?')) throw new Error(`${name}: ${rest}`)
      return rest
    },
  )
}
