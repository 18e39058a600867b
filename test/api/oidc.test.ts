import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'
import { goAndComeBack, startProvider, type TestProvider } from '../support/oidc-provider.ts'
import type { TestPerson } from '../support/organisation.ts'
import { UserAgent } from '../support/user-agent.ts'

let provider: TestProvider
let api: TestApi
let cast: Cast

beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await startProvider(publicUrl)
  const providers = [
    provider.settings(),
    provider.settings({ id: 'other', name: 'Region', matchBy: 'mail' }),
    provider.settings({ id: 'checking', name: 'Skolerne', matchBy: 'mail', checksMails: true }),
    provider.settings({ id: 'unsigned', name: 'Kopien' }),
    provider.settings({ id: 'keyless', name: 'Nøglerne' }),
    provider.settings({ id: 'astray', issuer: `${provider.issuer}/somebody-else` }),
  ]
  const env = { PUBLIC_URL: publicUrl, SIGN_IN_LINKS: 'employees', OIDC_PROVIDERS: JSON.stringify(providers) }
  api = await startApi({ port, env, clock: { now: () => Date.parse('2038-01-11T09:00:00Z') } })
  cast = await addCast(api.db)
  await know('anna', cast.anna)
  await know('dora', cast.dora)
})
afterAll(async () => {
  await api?.close()
  await provider?.close()
})

/** The workplace gives somebody a login that carries their employee number. */
async function know(login: string, { employmentId }: TestPerson): Promise<void> {
  const { number } = await api.db.employment.findUniqueOrThrow({ where: { id: employmentId } })
  provider.accounts.set(login, { employee_number: number })
}

const comeBack = (login: string, how?: { mfa?: boolean; id?: string }) => goAndComeBack(api.url, login, how)
const sessionOf = (browser: UserAgent) => browser.cookie(api.url, 'aarshjul')
const nameOf = async (browser: UserAgent) => {
  const headers = { cookie: browser.cookieHeader(api.url) }
  return (await api.anybody.get<{ person?: { name: string } }>('/me', headers)).body.person?.name
}
const refusal = async (browser: UserAgent, back: string) => {
  const answer = await browser.send(back)
  const text = await answer.text()
  expect(sessionOf(browser)).toBeUndefined()
  return [answer.status, /font-lead">([^<]+)</.exec(text)?.[1]]
}

const INTERRUPTED = 'Login hos arbejdspladsen blev afbrudt eller tog for lang tid.'

describe("The workplace's own sign-in", () => {
  test('lets an employee in by employee number, and back to the page they asked for', async () => {
    const browser = new UserAgent()
    await browser.send(`${api.url}/me/sessions`)
    const asked = await browser.follow(`${api.url}/sign-in/with/work`)
    const posted = await browser.send(asked.url, { login: 'anna' })
    const resume = new URL(posted.headers.get('location') ?? '', asked.url).href
    const { url, answer } = await browser.follow(resume)
    expect([new URL(url).pathname, answer.status]).toEqual(['/me/sessions', 200])
    expect(await nameOf(browser)).toBe('Anna Test')
  })

  test('lets somebody in by mail where the service matches by mail, unless the address is not verified', async () => {
    await api.db.person.update({ where: { id: cast.ben.personId }, data: { email: 'ben@skolen.example' } })
    provider.accounts.set('ben', { email: 'Ben@Skolen.example', email_verified: true })
    provider.accounts.set('like-ben', { email: 'ben@skolen.example', email_verified: false })
    const ben = await comeBack('ben', { id: 'other' })
    await ben.browser.send(ben.back)
    expect(await nameOf(ben.browser)).toBe('Ben Test')
    const other = await comeBack('like-ben', { id: 'other' })
    expect(await refusal(other.browser, other.back)).toEqual([403, expect.stringContaining('ikke finde dig')])
  })

  test('does not go by an address that became theirs these days, but by the employee number all the same', async () => {
    const since = new Date(Date.parse('2038-01-09T09:00:00Z'))
    const data = { email: 'anna.ny@skolen.example', emailChangedAt: since }
    await api.db.person.update({ where: { id: cast.anna.personId }, data })
    provider.accounts.set('new-anna', { email: data.email, email_verified: true })
    const byMail = await comeBack('new-anna', { id: 'other' })
    expect(await refusal(byMail.browser, byMail.back)).toEqual([
      403,
      expect.stringContaining('ikke finde dig'),
    ])
    const byNumber = await comeBack('anna')
    await byNumber.browser.send(byNumber.back)
    expect(await nameOf(byNumber.browser)).toBe('Anna Test')
  })

  test('is believed about an address only where it says that it was checked, or HR has said that it always is', async () => {
    await api.db.person.update({ where: { id: cast.carl.personId }, data: { email: 'carl@skolen.example' } })
    provider.accounts.set('unsaid', { email: 'carl@skolen.example' })
    provider.accounts.set('denied', { email: 'carl@skolen.example', email_verified: false })
    for (const [login, id] of [
      ['unsaid', 'other'],
      ['denied', 'other'],
      ['denied', 'checking'],
    ] as const) {
      const { browser, back } = await comeBack(login, { id })
      expect(await refusal(browser, back)).toEqual([403, expect.stringContaining('ikke finde dig')])
    }
    const { browser, back } = await comeBack('unsaid', { id: 'checking' })
    await browser.send(back)
    expect(await nameOf(browser)).toBe('Carl Test')
  })

  test('goes out with a proof of its own each time: PKCE, state and nonce', async () => {
    const seen: string[] = []
    for (let i = 0; i < 2; i++) {
      const answer = await fetch(`${api.url}/sign-in/with/work`, { redirect: 'manual' })
      const { searchParams } = new URL(answer.headers.get('location') ?? '')
      expect(searchParams.get('code_challenge_method')).toBe('S256')
      expect(searchParams.get('response_type')).toBe('code')
      for (const name of ['state', 'nonce', 'code_challenge']) seen.push(searchParams.get(name) ?? '')
      expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax/)
    }
    expect(new Set(seen.filter((value) => value.length >= 43)).size).toBe(6)
  })

  test('of a kind that nobody has set up is not there', async () => {
    expect((await fetch(`${api.url}/sign-in/with/nobody`)).status).toBe(404)
    expect((await fetch(`${api.url}/sign-in/with/nobody/return?code=x`)).status).toBe(403)
  })

  test('that calls itself something else than agreed is not trusted', async () => {
    const answer = await fetch(`${api.url}/sign-in/with/astray`, { redirect: 'manual' })
    expect(answer.status).toBe(503)
  })

  test('lets nobody in while its keys cannot be fetched, says so in both languages, and does as soon as they can', async () => {
    try {
      for (const [what, language, sentence] of [
        ['nothing', 'da', 'Arbejdspladsens login svarer ikke lige nu. Vent lidt, og prøv igen.'],
        ['an excuse', 'en', "The workplace's sign-in does not answer just now. Wait a little and try again."],
      ] as const) {
        provider.publish(what)
        const { browser, back } = await comeBack('anna', { id: 'keyless' })
        browser.setCookie(api.url, 'aarshjul-language', language)
        expect(await refusal(browser, back)).toEqual([503, sentence])
      }
    } finally {
      provider.publish('own')
    }
    const { browser, back } = await comeBack('anna', { id: 'keyless' })
    await browser.send(back)
    expect(await nameOf(browser)).toBe('Anna Test')
  })
})

describe('Whoever comes back is refused', () => {
  test('with another state than they left with', async () => {
    const { browser, back } = await comeBack('anna')
    const url = new URL(back)
    url.searchParams.set('state', 'of-somebody-else')
    expect(await refusal(browser, url.href)).toEqual([403, INTERRUPTED])
  })

  test('with a token for another nonce', async () => {
    const { browser, back } = await comeBack('anna')
    const kept = browser.cookie(api.url, 'aarshjul-departure') ?? ''
    const departure = JSON.parse(Buffer.from(kept, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...departure, nonce: 'of-somebody-else' })).toString(
      'base64url',
    )
    browser.setCookie(api.url, 'aarshjul-departure', other)
    expect(await refusal(browser, back)).toEqual([403, INTERRUPTED])
  })

  test('with a token that no key of the provider has signed', async () => {
    provider.publish('others')
    try {
      const { browser, back } = await comeBack('anna', { id: 'unsigned' })
      expect(await refusal(browser, back)).toEqual([403, INTERRUPTED])
    } finally {
      provider.publish('own')
    }
  })

  test('with another verifier than the code was asked for with', async () => {
    const { browser, back } = await comeBack('anna')
    const kept = browser.cookie(api.url, 'aarshjul-departure') ?? ''
    const departure = JSON.parse(Buffer.from(kept, 'base64url').toString())
    const other = Buffer.from(JSON.stringify({ ...departure, verifier: 'x'.repeat(43) })).toString(
      'base64url',
    )
    browser.setCookie(api.url, 'aarshjul-departure', other)
    expect(await refusal(browser, back)).toEqual([403, INTERRUPTED])
  })

  test('with an answer of another issuer, or at the address of another provider', async () => {
    const first = await comeBack('anna')
    const url = new URL(first.back)
    expect(url.searchParams.get('iss')).toBe(provider.issuer)
    url.searchParams.set('iss', 'http://evil.example')
    expect(await refusal(first.browser, url.href)).toEqual([403, INTERRUPTED])
    const second = await comeBack('anna')
    const elsewhere = second.back.replace('/with/work/', '/with/other/')
    expect(await refusal(second.browser, elsewhere)).toEqual([403, INTERRUPTED])
  })

  test('in another browser than they left from, or a second time', async () => {
    const { browser, back } = await comeBack('anna')
    expect(await refusal(new UserAgent(), back)).toEqual([403, INTERRUPTED])
    await browser.send(back)
    expect(sessionOf(browser)).toBeDefined()
    expect((await browser.send(back)).status).toBe(403)
  })

  test('where the directory does not know them, or knows that they have left', async () => {
    provider.accounts.set('stranger', { employee_number: 'no-such-number' })
    provider.accounts.set('nameless', {})
    const gone = await cast.organisation.addPerson('Gonzo', { unitId: cast.school, lastDay: '2038-01-10' })
    await know('gone', gone)
    for (const login of ['stranger', 'nameless', 'gone']) {
      const { browser, back } = await comeBack(login)
      expect(await refusal(browser, back)).toEqual([403, expect.stringContaining('ikke finde dig')])
    }
  })

  test('and nothing of what the provider told stands in the log', async () => {
    const { browser, back } = await comeBack('anna')
    await refusal(browser, `${back}&state=of-somebody-else`)
    expect(api.logged.join()).toContain('sign-in at the provider failed')
    expect(api.logged.join()).not.toMatch(/no-such-number|ben@skolen|code=/i)
  })
})

describe('HR and administrators', () => {
  test('come in with more than one factor, and not with one', async () => {
    const weak = await comeBack('dora')
    expect(await refusal(weak.browser, weak.back)).toEqual([403, expect.stringContaining('i to trin')])
    const strong = await comeBack('dora', { mfa: true })
    await strong.browser.send(strong.back)
    expect(await nameOf(strong.browser)).toBe('Dora Test')
    const noted = await api.db.auditEntry.findMany({ where: { subject: cast.dora.personId } })
    expect(noted.map(({ event }) => event)).toEqual(['session/begun/work/strong'])
    expect(api.logged.join()).toContain('"way":"work","reason":"too-weak"')
  })

  test('get no link by mail, and none that is there lets them in', async () => {
    await api.db.person.update({ where: { id: cast.dora.personId }, data: { email: 'dora@skolen.example' } })
    const answer = await api.anybody.post('/sign-in', { email: 'dora@skolen.example' })
    await api.settled()
    expect([answer.status, await api.db.mail.count()]).toEqual([202, 0])
    expect((await api.signIn(cast.dora.personId)).cookie).toBe('')
    expect((await api.signIn(cast.anna.personId)).cookie).not.toBe('')
  })

  test('who are given the role in a session with one factor are asked to sign in again', async () => {
    const eva = await cast.organisation.addPerson('Eva')
    const caller = await api.signIn(eva.personId)
    expect((await caller.get('/me')).status).toBe(200)
    await cast.organisation.grant(eva, 'hr')
    expect((await caller.get('/me')).status).toBe(401)
  })
})

describe('Signing out', () => {
  test("ends the session and shows the way out of the workplace's own sign-in", async () => {
    const { browser, back } = await comeBack('anna')
    await browser.send(back)
    const answer = await browser.send(`${api.url}/sign-out`, {})
    const href = /href="([^"]+)">Log også ud/.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
    const url = new URL(href)
    expect([url.origin, url.searchParams.get('client_id')]).toEqual([provider.issuer, 'mus'])
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${api.config.publicUrl}/sign-in`)
    expect(await nameOf(browser)).toBeUndefined()
  })
})

describe('Where links are switched off', () => {
  test('nobody can ask for one', async () => {
    const strict = await startApi({ env: { SIGN_IN_LINKS: 'off' } })
    try {
      expect((await strict.anybody.post('/sign-in', { email: 'anna@skolen.example' })).status).toBe(404)
      const page = await (await fetch(`${strict.url}/sign-in`)).text()
      expect(page).not.toContain('name="email"')
    } finally {
      await strict.close()
    }
  })
})
