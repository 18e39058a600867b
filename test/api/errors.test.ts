import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/api.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'

let api: TestApi
let cast: Cast
let anna: Caller
let ben: Caller
let talkId: string

/** An api whose engine is down. */
beforeAll(async () => {
  api = await startApi({ clock: { now: () => Date.parse('2027-01-11T09:00:00Z') } })
  cast = await addCast(api.db)
  const roundId = await cast.organisation.addRound({ unitId: cast.school, status: 'running' })
  talkId = await cast.organisation.addTalk(roundId, Date.parse('2026-11-24T09:00:00Z'), {
    employee: cast.anna,
  })
  anna = await api.signIn(cast.anna.personId)
  ben = await api.signIn(cast.ben.personId)
})
afterAll(() => api?.close())

interface ProblemDocument {
  type: string
  title: string
  status: number
  code: string
  sentence: string
  id?: string
}

describe('A problem', () => {
  test('is a document with a code, and a sentence in the language of the reader', async () => {
    const danish = await api.anybody.get<ProblemDocument>('/me', { 'accept-language': 'da-DK,da;q=0.9' })
    const english = await api.anybody.get<ProblemDocument>('/me', { 'accept-language': 'en' })
    expect(danish.headers.get('content-type')).toContain('application/problem+json')
    expect(danish.body).toMatchObject({ status: 401, code: 'signed-out', sentence: 'Du skal logge ind.' })
    expect(english.body.sentence).toBe('You need to sign in.')
  })

  test('with the body is one of the input, not of ours', async () => {
    const answer = await fetch(`${api.url}/api/v1/talks/${talkId}/topics`, {
      method: 'POST',
      headers: { cookie: anna.cookie, 'content-type': 'application/json' },
      body: '{"text": ',
    })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      code: 'wrong-input',
      fields: [{ place: 'body', sentence: 'Indholdet skal være JSON.' }],
    })
  })

  test('with an id or a list is said in grammatical sentences', async () => {
    const sentencesFor = async (path: string, body: object, language: string) => {
      const caller = await api.signIn(cast.ben.personId)
      await api.db.person.update({ where: { id: cast.ben.personId }, data: { language } })
      const answer = await caller.post<{ fields: { sentence: string }[] }>(path, body)
      return answer.body.fields.map(({ sentence }) => sentence)
    }
    const empty = { appointments: [] }
    expect(await sentencesFor('/talks/42/not-invited', {}, 'da')).toEqual(['Det skal være et id.'])
    expect(await sentencesFor('/talks/42/not-invited', {}, 'en')).toEqual(['It must be an id.'])
    expect(await sentencesFor('/appointments', empty, 'da')).toEqual(['Vælg mindst én.'])
    expect(await sentencesFor('/appointments', empty, 'en')).toEqual(['Choose at least one.'])
  })

  test('with the size of the body is said as such', async () => {
    const answer = await anna.post<ProblemDocument>(`/talks/${talkId}/topics`, { text: 'x'.repeat(600_000) })
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
  })

  test('with an id that is none is found before anything is looked up', async () => {
    const answer = await anna.get<ProblemDocument>('/talks/42')
    expect([answer.status, answer.body.code]).toEqual([422, 'wrong-input'])
  })

  test('with a day or a time that no calendar reaches is found before the engine is asked', async () => {
    const far = await ben.post<ProblemDocument>(`/talks/${talkId}/outcome`, {
      outcome: 'held',
      on: '9999-12-31',
    })
    expect([far.status, far.body.code]).toEqual([422, 'wrong-input'])
    const startsAt = '9999-12-31T09:00:00Z'
    const late = await ben.post<ProblemDocument>(`/talks/${talkId}/appointment`, { startsAt })
    expect([late.status, late.body.code]).toEqual([422, 'wrong-input'])
  })

  test('of an address that nothing answers is not found', async () => {
    expect((await anna.get<ProblemDocument>('/nothing')).body.code).toBe('not-found')
  })

  test('of our own gives a number to ask HR about, and tells nothing else, not even the log', async () => {
    // A snapshot that no release wrote: the page cannot be made from it.
    const broken = await cast.organisation.addTalk(
      await cast.organisation.addRound({ unitId: cast.school, status: 'running', name: 'Hemmelig' }),
      Date.parse('2026-11-24T09:00:00Z'),
      { employee: cast.anna },
    )
    await api.db.talk.update({ where: { id: broken }, data: { snapshot: { hemmelig: 'Annas sag' } } })
    const answer = await anna.get<ProblemDocument>(`/talks/${broken}`)
    expect(answer.status).toBe(500)
    expect(Object.keys(answer.body).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'code',
      'id',
      'sentence',
      'status',
      'title',
      'type',
    ])
    const line = api.logged.find(
      (logged) => logged.includes(String(answer.body.id)) && logged.includes('"level":50'),
    )
    expect(line).toContain('request failed')
    expect(api.logged.join()).not.toContain('Annas sag')
  })
})

describe('When the engine does not answer', () => {
  test('the person is told that it is not confirmed, and that it may be tried again', async () => {
    const answer = await ben.post<ProblemDocument>(`/talks/${talkId}/appointment`, {
      startsAt: '2027-02-18T09:00:00Z',
    })
    expect([answer.status, answer.body.code]).toEqual([503, 'not-confirmed'])
  })

  test('pages can still be read', async () => {
    expect((await ben.get(`/talks/${talkId}`)).status).toBe(200)
  })

  test('the api is alive and not ready', async () => {
    const live = await api.anybody.get('/health/live')
    expect(live.status).toBe(200)
    const ready = await api.anybody.get('/health/ready')
    expect([ready.status, ready.body]).toEqual([
      503,
      { status: 'not-ready', database: 'up', temporal: 'down' },
    ])
  })
})

describe('Every answer', () => {
  const own = [
    ['a page', '/sign-in'],
    ['a page of somebody signed in', '/'],
    ['an answer of the api', '/api/v1/me'],
    ['a file that never changes', '/assets/js/aarshjul.js'],
    ['a font', '/assets/fonts/IBMPlexSans-Regular.woff2'],
    ['the documentation', '/api/docs/swagger-ui.css'],
    ['health', '/health/live'],
    ['an address that leads nowhere', '/nothing'],
    ['an address that cannot be read', '/%ff'],
    ['a talk that is not there', `/api/v1/talks/00000000-0000-4000-8000-000000000001`],
  ] as const

  test.each(own)('carries headers that keep other sites and scripts out: %s', async (_what, path) => {
    const { headers } = await fetch(api.url + path, { headers: { cookie: anna.cookie } })
    expect(headersOf(headers)).toEqual(wanted)
  })

  test.each(['POST', 'DELETE', 'OPTIONS'])('also to %s, refused or not', async (method) => {
    const answer = await fetch(`${api.url}/api/v1/me`, {
      method,
      headers: { origin: 'https://evil.example' },
    })
    expect(headersOf(answer.headers)).toEqual(wanted)
  })

  test('is kept by no browser, but files that never change', async () => {
    const kept = async (path: string) =>
      (await fetch(api.url + path, { headers: { cookie: anna.cookie } })).headers.get('cache-control')
    for (const path of ['/', '/sign-in', '/api/v1/me', '/nothing', '/api/v1/nothing'])
      expect([path, await kept(path)]).toEqual([path, 'no-store'])
    expect(await kept('/assets/js/aarshjul.js')).toContain('immutable')
  })

  test('tells browsers over https to come back over https alone', async () => {
    const secure = await startApi({ env: { PUBLIC_URL: 'https://mus.skolen.example' } })
    try {
      const { headers } = await fetch(`${secure.url}/nothing`)
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    } finally {
      await secure.close()
    }
  })
})

const wanted = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-powered-by': null,
}

function headersOf(headers: Headers) {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, headers.get(name)]))
}
