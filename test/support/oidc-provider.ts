import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type JWK, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { UserAgent } from './user-agent.ts'

/** A workplace's sign-in service: a real OpenID provider on this machine. */
export interface TestProvider {
  readonly issuer: string
  /** What the provider knows of whoever signs in with a name. */
  readonly accounts: Map<string, Record<string, unknown>>
  /** As the service is told of it. */
  settings(more?: Record<string, unknown>): Record<string, unknown>
  /** A token with the provider's signature, or with that of a key it does not have. */
  sign(claims: object, key?: JWK): Promise<string>
  /** What stands from now on where it publishes its keys. */
  publish(what: Published): void
  close(): Promise<void>
}

/** Its own keys, another's under the same name, no answer at all, or a page that says something is wrong. */
type Published = 'own' | 'others' | 'nothing' | 'an excuse'

/** @param publicUrl of the service whose people sign in here */
export async function startProvider(publicUrl: string): Promise<TestProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const accounts: TestProvider['accounts'] = new Map()
  const client = { clientId: 'mus', clientSecret: 'a-secret-between-the-two' }
  const key = signingKey()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: ways.map((id) => `${publicUrl}/sign-in/with/${id}/return`),
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        backchannel_logout_uri: `${publicUrl}/sign-in/with/work/sign-out`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['of-this-test-alone'] },
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], work: ['employee_number'] },
    scopes: ['openid', 'email', 'work'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Solbakke</title>${form}<button form="op.logoutForm" name="logout" value="yes">Log ud</button>`
        },
      },
    },
    // Its own way of asking refuses this machine's addresses.
    fetch: (url, { method = 'GET', headers = {}, body = null } = {}) => fetch(url, { method, headers, body }),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...accounts.get(accountId) }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const { clientId = '' } = oidc.client ?? {}
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email work')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  let published: Published = 'own'
  const server = createServer((req, res) => {
    if (req.url === '/jwks' && published !== 'own') publishOtherwise(res, published)
    else if (req.url?.startsWith('/interaction/')) void interact(provider, req, res)
    else void answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    issuer,
    accounts,
    settings: (more = {}) => ({
      id: 'work',
      name: 'Solbakke',
      issuer,
      ...client,
      scope: 'openid email work',
      matchBy: 'number',
      ...more,
    }),
    sign: (claims, by = key) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'logout+jwt' })
        .sign(by),
    publish: (what) => {
      published = what
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The ways in that lead here; the service may know one provider under several names. */
const ways = ['work', 'other', 'checking', 'unsigned', 'keyless']

/** Goes to the provider from a browser of its own, signs in there, and stops where it sends the browser back. */
export async function goAndComeBack(
  serviceUrl: string,
  login: string,
  { mfa = false, id = 'work' } = {},
): Promise<{ browser: UserAgent; back: string }> {
  const browser = new UserAgent()
  const asked = await browser.follow(`${serviceUrl}/sign-in/with/${id}`)
  const answer = await browser.send(asked.url, { login, ...(mfa && { mfa: 'on' }) })
  const resume = new URL(answer.headers.get('location') ?? '', asked.url).href
  const { url: back } = await browser.follow(resume, (next) => next.startsWith(serviceUrl))
  return { browser, back }
}

/** Asks who it is, and whether they show a second factor. */
async function interact(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST') {
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.end(page)
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const entered = new URLSearchParams(Buffer.concat(chunks).toString())
  const amr = entered.has('mfa') ? ['pwd', 'mfa'] : ['pwd']
  const login = { accountId: entered.get('login') ?? '', amr }
  await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false })
}

const page = `<!doctype html><html lang="da"><title>Solbakke</title><h1>Solbakkes login</h1>
<form method="post"><label>Brugernavn <input name="login"></label>
<label><input type="checkbox" name="mfa"> Kode fra appen</label><button>Fortsæt</button></form></html>`

function publishOtherwise(res: ServerResponse, what: Exclude<Published, 'own'>): void {
  if (what === 'nothing') res.destroy()
  else if (what === 'others') sendKeys(res, [signingKey()])
  else res.writeHead(502, { 'content-type': 'text/html' }).end('<!doctype html><title>Bad gateway</title>')
}

function sendKeys(res: ServerResponse, keys: readonly JWK[]): void {
  res.setHeader('content-type', 'application/json')
  res.end(
    JSON.stringify({ keys: keys.map(({ kty, n, e, use, alg, kid }) => ({ kty, n, e, use, alg, kid })) }),
  )
}

/** A key under the name that the provider's has. */
export function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'of-this-test' }
}
