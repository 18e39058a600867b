import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { toConfig, toDatabaseUrl, toStartConfig } from '../../config/config.ts'
import { type Env, envNames, readEnv } from '../../config/env.ts'
import { ConfigError } from '../../config/config-error.ts'

const running: Env = {
  DATABASE_URL: 'postgresql://aarshjul:secret@127.0.0.1:5432/aarshjul',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_KEYS: keyOf('2027', 1),
}

function keyOf(id: string, byte: number): string {
  return `${id}:${Buffer.alloc(32, byte).toString('base64')}`
}

const provider = {
  id: 'work',
  name: 'Solbakke',
  issuer: 'https://login.solbakke.example',
  clientId: 'mus',
  clientSecret: 'hemmelig',
  matchBy: 'number',
}

const production: Env = {
  ...running,
  MODE: 'production',
  PUBLIC_URL: 'https://mus.solbakke.example/',
  TRUSTED_PROXIES: '1',
  EMPLOYER_NAME: 'Solbakke Kommune',
  MAIL_FROM: 'Årshjulet <mus@solbakke.example>',
  SMTP_HOST: 'smtp.solbakke.example',
  JOURNAL: 'manual',
  OIDC_PROVIDERS: JSON.stringify([provider]),
}

/** Variables in which any text is meaningful. */
const freeText: ReadonlySet<string> = new Set([
  'HOST',
  'DATA_FOLDER',
  'ERASURES_FOLDER',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_CLI',
  'TASK_QUEUE',
  'SMTP_HOST',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'API_DATABASE_PASSWORD',
  'WORKER_DATABASE_PASSWORD',
  'JOURNAL_FOLDER',
  'JOURNAL_CLASSIFICATION',
  'JOURNAL_ACCESS_GROUP',
  'EMPLOYER_NAME',
  'DATA_PROTECTION_CONTACT',
])

function complaintsOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigError) return error.complaints
    throw error
  }
  return []
}

describe('An installation that sets nothing', () => {
  const config = toStartConfig({})

  test('runs embedded, in Danish, on Danish time, seen from this machine only', () => {
    expect(config).toMatchObject({
      mode: 'embedded',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      zone: 'Europe/Copenhagen',
      defaultLanguage: 'da',
      talkName: 'MUS',
      clock: 'system',
      databaseUrl: null,
      temporalAddress: null,
    })
  })

  test('sends no mail out of the house and files plans in its own folder', () => {
    expect(config.mail.sink).toEqual({ kind: 'outbox', folder: `${config.dataFolder}/outbox` })
    expect(config.journal).toEqual({ gateway: 'folder', folder: `${config.dataFolder}/personnel-file` })
  })
})

describe('An installation where anybody signs in as anybody', () => {
  test('is not opened to the network by an address alone', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.20', 'mus.solbakke.example']) {
      const complaints = complaintsOf(() => toStartConfig({ HOST }))
      expect(complaints).toEqual([expect.stringContaining(`HOST is '${HOST}': expected 127.0.0.1 unless`)])
      expect(toStartConfig({ HOST, OPEN_TO_NETWORK: 'yes' }).host).toBe(HOST)
    }
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) expect(toStartConfig({ HOST }).host).toBe(HOST)
    expect(toConfig(production).host).toBe('0.0.0.0')
  })
})

describe('A sign-in service of one’s own tenant', () => {
  test('is taken at Microsoft’s address too', () => {
    const issuer = 'https://login.microsoftonline.com/5a5c2a70-0000-4000-8000-0000000000a1/v2.0'
    const OIDC_PROVIDERS = JSON.stringify([{ ...provider, issuer }])
    expect(toConfig({ ...production, OIDC_PROVIDERS }).signIn.providers).toMatchObject([{ issuer }])
  })
})

describe('The environment', () => {
  test('is read by name, and a blank variable counts as not set', () => {
    expect(readEnv({ PORT: ' 4000 ', ZONE: '  ', HOME: '/home/anna' })).toEqual({ PORT: '4000' })
  })

  test('lists every variable once', () => {
    expect(new Set(envNames).size).toBe(envNames.length)
  })
})

describe('Complaints', () => {
  test('come all at once, each with variable, value and allowed form', () => {
    const bad: Env = {
      ...running,
      PORT: '70000',
      ZONE: 'Mars/Olympus',
      LOG_LEVEL: 'loud',
      TEMPORAL_ADDRESS: 'temporal',
    }
    expect(complaintsOf(() => toConfig(bad))).toEqual([
      "TEMPORAL_ADDRESS is 'temporal': expected host:port, such as 127.0.0.1:7233",
      "PORT is '70000': expected a whole number from 0 to 65535",
      "ZONE is 'Mars/Olympus': expected an IANA time zone such as Europe/Copenhagen",
      "LOG_LEVEL is 'loud': expected fatal, error, warn, info, debug, trace, silent",
    ])
  })

  test('never repeat a password', () => {
    const bad: Env = { ...running, DATABASE_URL: 'mysql://u:hemmelig@h/d', SMTP_URL: 'http://u:hemmelig@h' }
    const complaints = complaintsOf(() => toConfig(bad))
    expect(complaints).toHaveLength(2)
    expect(complaints.join()).not.toContain('hemmelig')
  })

  test('never repeat a key, and refuse one that is too short or named twice', () => {
    const short = `2027:${Buffer.alloc(16, 7).toString('base64')}`
    for (const keys of [short, `${keyOf('2027', 1)},${keyOf('2027', 2)}`, '2027', keyOf('', 1)]) {
      const complaints = complaintsOf(() => toConfig({ ...running, TEMPORAL_KEYS: keys }))
      expect(complaints).toEqual([
        expect.stringMatching(/^TEMPORAL_KEYS is set \(value hidden\): expected id:key/),
      ])
    }
    const keys = `${keyOf('2028', 2)}, ${keyOf('2027', 1)}`
    expect(toConfig({ ...running, TEMPORAL_KEYS: keys }).temporalKeys.map(({ id }) => id)).toEqual([
      '2028',
      '2027',
    ])
  })

  test('name what a running process cannot do without', () => {
    expect(complaintsOf(() => toConfig({}))).toEqual([
      expect.stringContaining('DATABASE_URL is not set'),
      expect.stringContaining('TEMPORAL_ADDRESS is not set'),
      expect.stringContaining('TEMPORAL_KEYS is not set'),
    ])
  })

  test.each(envNames.filter((name) => !freeText.has(name)).map((name) => [name]))(
    'refuse nonsense in %s',
    (name) => {
      const env: Env = { ...running, SMTP_HOST: 'smtp.solbakke.example', [name]: '<nonsense>' }
      const complaints = complaintsOf(() => toStartConfig(env))
      expect(complaints).toContainEqual(expect.stringMatching(new RegExp(`^${name} is .*: expected `)))
    },
  )
})

test('Changes of the workflows are held by their names, and by none unless somebody says so', () => {
  expect(toConfig(running).heldPatches).toEqual([])
  const held = toConfig({ ...running, HELD_PATCHES: 'wait-for-room, note-the-phase' })
  expect(held.heldPatches).toEqual(['wait-for-room', 'note-the-phase'])
  expect(complaintsOf(() => toConfig({ ...running, HELD_PATCHES: 'wait for room' }))).toEqual([
    expect.stringContaining("HELD_PATCHES is 'wait for room': expected names"),
  ])
})

describe('Production', () => {
  test('is accepted when everything it needs is there', () => {
    expect(toConfig(production)).toMatchObject({
      host: '0.0.0.0',
      publicUrl: 'https://mus.solbakke.example',
      mail: {
        from: { name: 'Årshjulet', address: 'mus@solbakke.example' },
        bounceAddress: 'mus@solbakke.example',
        sink: {
          kind: 'smtp',
          server: { host: 'smtp.solbakke.example', port: 587, secure: 'starttls', user: null },
        },
      },
      journal: { gateway: 'manual' },
    })
  })

  test('takes an address in capitals for the same one in small letters, with secure cookies', () => {
    const { publicUrl } = toConfig({ ...production, PUBLIC_URL: 'HTTPS://MUS.Solbakke.example/' })
    expect(publicUrl).toBe('https://mus.solbakke.example')
  })

  test('guesses nothing about the employer, its address, its mail or its personnel file', () => {
    const complaints = complaintsOf(() => toStartConfig({ MODE: 'production' }))
    expect(complaints.map((line) => line.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'TRUSTED_PROXIES',
      'MAIL_FROM',
      'SMTP_HOST',
      'JOURNAL',
      'EMPLOYER_NAME',
      'OIDC_PROVIDERS',
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'TEMPORAL_KEYS',
    ])
  })

  test.each([
    [{ PUBLIC_URL: 'http://mus.solbakke.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'HTTP://mus.solbakke.example' }, 'PUBLIC_URL'],
    [{ TRUSTED_PROXIES: '0' }, 'TRUSTED_PROXIES'],
    [{ SMTP_SECURE: 'none' }, 'SMTP_SECURE'],
    [{ MAIL_SINK: 'outbox' }, 'MAIL_SINK'],
    [{ JOURNAL: 'folder' }, 'JOURNAL_FOLDER'],
    [{ CLOCK: 'table' }, 'CLOCK'],
    [{ SIGN_IN_LINKS: 'everybody' }, 'SIGN_IN_LINKS'],
    [{ OIDC_PROVIDERS: JSON.stringify([{ ...provider, issuer: 'http://login.example' }]) }, 'OIDC_PROVIDERS'],
    [{ OIDC_PROVIDERS: JSON.stringify([provider, provider]) }, 'OIDC_PROVIDERS'],
    ...['common', 'organizations', 'consumers'].map((tenant): [Env, string] => {
      const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`
      return [{ OIDC_PROVIDERS: JSON.stringify([{ ...provider, issuer }]) }, 'OIDC_PROVIDERS']
    }),
    [{ OIDC_PROVIDERS: '[]' }, 'OIDC_PROVIDERS'],
  ])('refuses %j', (change: Env, name) => {
    const complaints = complaintsOf(() => toConfig({ ...production, ...change }))
    expect(complaints).toEqual([expect.stringMatching(`^${name} is `)])
  })
})

describe('A database on another machine', () => {
  const far = 'postgresql://aarshjul:hemmelig@database.solbakke.example:5432/aarshjul'

  test.each([far, `${far}?sslmode=disable`, `${far}?sslmode=no-verify`, `${far}?sslmode=require`])(
    'is not reached without TLS that proves who it is: %s',
    (address) => {
      expect(complaintsOf(() => toConfig({ ...running, DATABASE_URL: address }))).toEqual([
        expect.stringMatching(/^DATABASE_URL is set \(value hidden\): expected .*sslmode=verify-full/),
      ])
      expect(complaintsOf(() => toDatabaseUrl({ DATABASE_URL: address }))).toHaveLength(1)
    },
  )

  test('is reached with it, or where somebody says that the network is their own', () => {
    const proved = `${far}?sslmode=verify-full`
    expect(toConfig({ ...running, DATABASE_URL: proved }).databaseUrl).toBe(proved)
    expect(toConfig({ ...running, DATABASE_URL: far, DATABASE_TLS: 'off' }).databaseUrl).toBe(far)
  })

  test.each(['localhost', '127.0.0.1', '[::1]', ''])('is none of those on this machine: %s', (host) => {
    const near = `postgresql://${host}/aarshjul`
    expect(toConfig({ ...running, DATABASE_URL: near }).databaseUrl).toBe(near)
  })

  test('is one that a parameter names, whatever the address says', () => {
    const hidden = 'postgresql://localhost/aarshjul?host=database.solbakke.example'
    expect(complaintsOf(() => toConfig({ ...running, DATABASE_URL: hidden }))).toHaveLength(1)
  })
})

describe('Temporal', () => {
  const far: Env = { ...running, TEMPORAL_ADDRESS: 'temporal.solbakke.example:7233' }

  test('is reached over TLS where it is another machine, unless somebody says otherwise', () => {
    expect(toConfig(running).temporalTls).toBe(false)
    expect(toConfig(far).temporalTls).toBe(true)
    expect(toConfig({ ...far, TEMPORAL_TLS: 'off' }).temporalTls).toBe(false)
  })

  test('is shown a certificate only together with its key, and only over TLS', () => {
    const certificate = 'test/support/certificates/client.pem'
    const alone: Env = { ...far, TEMPORAL_TLS_CERT: certificate }
    expect(complaintsOf(() => toConfig(alone))).toEqual([
      'TEMPORAL_TLS_KEY is not set: expected the file with the key of TEMPORAL_TLS_CERT',
    ])
    const without: Env = { ...far, TEMPORAL_TLS: 'off', TEMPORAL_TLS_CA: certificate }
    expect(complaintsOf(() => toConfig(without))).toEqual([
      "TEMPORAL_TLS is 'off': expected on while certificates for it are given",
    ])
  })
})

describe('A secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-secrets-'))
  const file = join(folder, 'keys')
  writeFileSync(file, `${keyOf('2027', 3)}\n`)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('counts as if it stood in the setting itself', () => {
    expect(readEnv({ TEMPORAL_KEYS_FILE: file })).toEqual({ TEMPORAL_KEYS: keyOf('2027', 3) })
  })

  test('that is not there, or is given twice, is complained about by name, and never shown', () => {
    const complaints = complaintsOf(() =>
      readEnv({ SMTP_PASSWORD_FILE: `${file}-gone`, TEMPORAL_KEYS_FILE: file, TEMPORAL_KEYS: 'x' }),
    )
    expect(complaints).toEqual([
      `TEMPORAL_KEYS_FILE is '${file}': expected nothing while TEMPORAL_KEYS is set`,
      `SMTP_PASSWORD_FILE is '${file}-gone': expected a file that holds the value of SMTP_PASSWORD`,
    ])
  })
})

describe('Signing in', () => {
  test('is by link for everybody outside production, and by link for nobody in it unless employees are let', () => {
    expect(toConfig(running).signIn).toEqual({ links: 'everybody', providers: [] })
    expect(toConfig(production).signIn.links).toBe('off')
    expect(toConfig({ ...production, SIGN_IN_LINKS: 'employees' }).signIn.links).toBe('employees')
  })

  test("takes the workplace's own services, each by employee number or mail", () => {
    expect(toConfig(production).signIn.providers).toEqual([
      {
        ...provider,
        claim: 'employee_number',
        checksMails: false,
        scope: 'openid profile email',
        acr: [],
        amr: ['mfa'],
      },
    ])
  })

  test('never tells a client secret', () => {
    const bad: Env = { ...running, OIDC_PROVIDERS: JSON.stringify([{ ...provider, issuer: 'nowhere' }]) }
    const complaints = complaintsOf(() => toConfig(bad)).join()
    expect(complaints).toMatch(/^OIDC_PROVIDERS is set \(value hidden\)/)
    expect(complaints).not.toContain('hemmelig')
  })
})

describe('The mail server', () => {
  const server = (env: Env) => {
    const { sink } = toConfig({ ...running, ...env }).mail
    return sink.kind === 'smtp' ? sink.server : null
  }

  test('can be given as one address', () => {
    expect(server({ SMTP_URL: 'smtps://mus:p%40ss@smtp.solbakke.example' })).toEqual({
      host: 'smtp.solbakke.example',
      port: 465,
      secure: 'tls',
      user: 'mus',
      password: 'p@ss',
      maxConnections: 2,
    })
  })

  test('is never given twice', () => {
    const env: Env = { ...running, SMTP_URL: 'smtp://smtp.solbakke.example', SMTP_HOST: 'other.example' }
    expect(complaintsOf(() => toConfig(env))).toEqual([
      expect.stringMatching(/^SMTP_HOST is 'other.example'/),
    ])
  })

  test('with a user needs a password', () => {
    const env: Env = { ...running, SMTP_HOST: 'smtp.solbakke.example', SMTP_USER: 'mus' }
    expect(complaintsOf(() => toConfig(env))).toEqual([expect.stringMatching(/^SMTP_PASSWORD is not set/)])
  })
})

describe('The clock', () => {
  test.each(['test', 'demo'])('may be moved by the player when the mode is %s', (mode) => {
    expect(toConfig({ ...running, MODE: mode, CLOCK: 'table' }).clock).toBe('table')
  })

  test('is never the movable one in an installation people use', () => {
    expect(complaintsOf(() => toConfig({ ...running, CLOCK: 'table' }))).toHaveLength(1)
  })
})
