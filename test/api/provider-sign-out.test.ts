import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { UnsecuredJWT } from 'jose'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'
import { goAndComeBack, signingKey, startProvider, type TestProvider } from '../support/oidc-provider.ts'
import type { TestPerson } from '../support/organisation.ts'
import type { UserAgent } from '../support/user-agent.ts'

let provider: TestProvider
let api: TestApi
let cast: Cast

beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await startProvider(publicUrl)
  const providers = [
    provider.settings(),
    provider.settings({ id: 'other', name: 'Region' }),
    provider.settings({ id: 'keyless', name: 'Nøglerne' }),
  ]
  const env = { PUBLIC_URL: publicUrl, SIGN_IN_LINKS: 'employees', OIDC_PROVIDERS: JSON.stringify(providers) }
  api = await startApi({ port, env, clock: { now: () => Date.parse('2038-01-11T09:00:00Z') } })
  cast = await addCast(api.db)
  await know('anna', cast.anna)
  await know('ben', cast.ben)
})
afterAll(async () => {
  await api?.close()
  await provider?.close()
})
beforeEach(() => api.db.session.deleteMany())

async function know(login: string, { employmentId }: TestPerson): Promise<void> {
  const { number } = await api.db.employment.findUniqueOrThrow({ where: { id: employmentId } })
  provider.accounts.set(login, { employee_number: number })
}

async function signIn(login: string, id = 'work'): Promise<UserAgent> {
  const { browser, back } = await goAndComeBack(api.url, login, { id })
  await browser.send(back)
  expect(await isIn(browser)).toBe(true)
  return browser
}

async function isIn(browser: UserAgent): Promise<boolean> {
  return (await api.anybody.get('/me', { cookie: browser.cookieHeader(api.url) })).status === 200
}

/** Signs out at the provider's own page, as somebody does from another service of the workplace. */
async function signOutThere(browser: UserAgent): Promise<void> {
  const page = await (await browser.send(`${provider.issuer}/session/end?client_id=mus`)).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await browser.send(`${provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
  expect(answer.status).toBe(303)
}

const SIGNED_OUT = { 'http://schemas.openid.net/event/backchannel-logout': {} }
const now = () => Math.floor(Date.now() / 1000)
let tokens = 0

/** What the provider says when all of Anna's sessions there are over, with something else in it. */
function claims(more: object = {}): object {
  tokens += 1
  const [iat, exp] = [now(), now() + 120]
  return {
    iss: provider.issuer,
    aud: 'mus',
    sub: 'anna',
    iat,
    exp,
    jti: `${tokens}`,
    events: SIGNED_OUT,
    ...more,
  }
}

function send(token: string, { id = 'work', headers = {} } = {}): Promise<Response> {
  const body = new URLSearchParams({ logout_token: token })
  return fetch(`${api.url}/sign-in/with/${id}/sign-out`, { method: 'POST', body, headers })
}

const statusOf = async (more: object) => (await send(await provider.sign(claims(more)))).status

describe("Somebody who signs out of the workplace's own sign-in", () => {
  test('is signed out here at once, and stays signed in where they came in from elsewhere', async () => {
    const [desk, phone, ben] = [await signIn('anna'), await signIn('anna'), await signIn('ben')]
    const byLink = await api.signIn(cast.anna.personId)
    await signOutThere(desk)
    expect([await isIn(desk), await isIn(phone), await isIn(ben)]).toEqual([false, true, true])
    expect((await byLink.get('/me')).status).toBe(200)
    const [end] = await api.db.auditEntry.findMany({
      where: { subject: cast.anna.personId, event: { startsWith: 'session/ended' } },
      orderBy: { seq: 'desc' },
    })
    expect(end?.event).toBe('session/ended/provider-ended')
  })

  test('is signed out here everywhere when the provider ends all that is theirs, whichever way in of its they took', async () => {
    const [desk, phone, ben] = [await signIn('anna'), await signIn('anna', 'other'), await signIn('ben')]
    const answer = await send(await provider.sign(claims()))
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
      200,
      'no-store',
      '',
    ])
    expect([await isIn(desk), await isIn(phone), await isIn(ben)]).toEqual([false, false, true])
  })

  test('stays signed in here when it was another session of theirs, or somebody else’s', async () => {
    const anna = await signIn('anna')
    expect(await statusOf({ sid: 'of-another-browser' })).toBe(200)
    expect(await statusOf({ sub: undefined, sid: 'of-another-browser' })).toBe(200)
    expect(await statusOf({ sub: 'ben' })).toBe(200)
    expect(await isIn(anna)).toBe(true)
  })

  test('is signed out too where the provider had not told which session of theirs it was', async () => {
    const anna = await signIn('anna')
    await api.db.session.updateMany({ data: { providerSession: null } })
    expect(await statusOf({ sid: 'of-some-browser' })).toBe(200)
    expect(await isIn(anna)).toBe(false)
  })

  test('is known in the table neither by the name they have at the provider nor by that of their session', async () => {
    await signIn('anna')
    const [session] = await api.db.session.findMany()
    expect(session?.providerSubject).toMatch(/^[0-9a-f]{64}$/)
    expect(session?.providerSession).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('A word that somebody has signed out is not believed', () => {
  const old = () => ({ iat: now() - 15 * 60, exp: now() + 120 })
  const forgeries: [string, () => object][] = [
    ['that was meant for another service', () => ({ aud: 'another' })],
    ['of another issuer', () => ({ iss: 'https://login.example' })],
    ['that has expired', () => ({ exp: now() - 120 })],
    ['that never expires', () => ({ exp: undefined })],
    ['that was given a quarter of an hour ago', old],
    ['that does not say when it was given', () => ({ iat: undefined })],
    ['from the future', () => ({ iat: now() + 600, exp: now() + 720 })],
    ['that tells of no event', () => ({ events: undefined })],
    ['that tells of another event', () => ({ events: { 'https://schemas.example/event/moved': {} } })],
    ['with a nonce, as what is given at sign-in has', () => ({ nonce: 'n' })],
    ['that names nobody and no session', () => ({ sub: undefined })],
    ['without a name of its own', () => ({ jti: undefined })],
  ]

  test.each(forgeries)('%s', async (_title, more) => {
    const anna = await signIn('anna')
    expect(await statusOf(more())).toBe(400)
    expect(await isIn(anna)).toBe(true)
  })

  test('signed by another, or not at all, or no token', async () => {
    const anna = await signIn('anna')
    const forged = await provider.sign(claims(), signingKey())
    for (const token of [forged, new UnsecuredJWT({ ...claims() }).encode(), 'no token', '']) {
      const answer = await send(token)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store'])
      expect(await answer.json()).toMatchObject({ error: 'invalid_request' })
    }
    expect((await fetch(`${api.url}/sign-in/with/work/sign-out`, { method: 'POST' })).status).toBe(400)
    expect(await isIn(anna)).toBe(true)
  })

  test('a second time: whoever has signed in since stays signed in', async () => {
    const token = await provider.sign(claims())
    expect((await send(token)).status).toBe(200)
    const anna = await signIn('anna')
    expect((await send(token)).status).toBe(400)
    expect((await send(token, { id: 'other' })).status).toBe(400)
    expect(await isIn(anna)).toBe(true)
  })

  test('of a provider that nobody has set up', async () => {
    expect((await send(await provider.sign(claims()), { id: 'nobody' })).status).toBe(404)
  })

  test('and the log tells why without telling of whom', async () => {
    await send(await provider.sign(claims({ sub: 'somebody-by-name', aud: 'another' })))
    expect(api.logged.join()).toContain('a logout token was not believed')
    expect(api.logged.join()).not.toContain('somebody-by-name')
  })
})

describe('A word that somebody has signed out', () => {
  test.each(['nothing', 'an excuse'] as const)(
    'may be sent again, and is believed then, where the keys could not be fetched: %s came',
    async (what) => {
      const anna = await signIn('anna')
      const token = await provider.sign(claims())
      provider.publish(what)
      try {
        const answer = await send(token, { id: 'keyless' })
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
        expect(await answer.json()).toMatchObject({ code: 'provider-away' })
        expect(await isIn(anna)).toBe(true)
      } finally {
        provider.publish('own')
      }
      // Keys that came are remembered: the provider's other name leaves them unknown under this one.
      expect((await send(token, { id: 'other' })).status).toBe(200)
      expect(await isIn(anna)).toBe(false)
    },
  )

  test('is believed for its signature alone, wherever the program that brings it says it comes from', async () => {
    const anna = await signIn('anna')
    const headers = { origin: provider.issuer, 'sec-fetch-site': 'cross-site' }
    expect((await send(await provider.sign(claims()), { headers })).status).toBe(200)
    expect(await isIn(anna)).toBe(false)
  })
})
