import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import * as oidc from 'openid-client'
import type { Config, SignInProvider } from '../config/config.ts'
import { type AtProvider, markOf, type SignOutThere } from '../db/provider-sign-out.ts'
import type { Instant } from '../domain/calendar/day.ts'
import { readLogoutToken, type Speaker } from './logout-token.ts'
import { Problem } from './problem.ts'

/** What the browser keeps while its person is at the provider: the answer must fit it. */
export interface Departure {
  readonly provider: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider says of whoever came back, its signature and all of it checked. */
export interface Arrival {
  /** The claim that names the person, as the settings say which. */
  readonly value: string
  readonly isStrong: boolean
  readonly there: AtProvider
}

/** The workplace's sign-in services: OpenID Connect, code flow with PKCE, state and nonce. */
export interface Providers {
  /** Where to send the browser, and what it keeps until it comes back; null where there is no such provider. Throws ProviderAwayError. */
  depart(id: string): Promise<{ to: string; departure: Departure } | null>
  /** Throws where the answer does not fit the departure, and ProviderAwayError. Null where the claim is missing. */
  arrive(provider: SignInProvider, departure: Departure, path: string): Promise<Arrival | null>
  /** Where somebody signs out of the provider too; null where it offers nothing of the kind. */
  signOutAt(id: string): Promise<string | null>
  /** Whose session the provider has ended. Throws NotBelievedError and ProviderAwayError; null where there is no such provider. */
  readSignOut(id: string, token: string, at: Instant): Promise<SignOutThere | null>
}

/** A provider, once it was asked. */
interface Known {
  readonly configuration: oidc.Configuration
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
}

export function createProviders({ publicUrl, signIn, mode }: Config): Providers {
  const known = new Map<string, Promise<Known>>()
  /** Asked for once; a provider that does not answer is asked again the next time. */
  const discovered = (provider: SignInProvider): Promise<Known> => {
    const found = known.get(provider.id) ?? discover(provider, mode !== 'production').catch(saysAway)
    known.set(provider.id, found)
    found.catch(() => known.delete(provider.id))
    return found
  }
  const providerOf = (id: string) => signIn.providers.find((one) => one.id === id) ?? null
  return {
    depart: async (id) => {
      const provider = providerOf(id)
      if (provider === null) return null
      const departure = {
        provider: id,
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const { configuration } = await discovered(provider)
      const to = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: returnUrl(publicUrl, id),
        scope: provider.scope,
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
        ...(provider.acr.length > 0 && { acr_values: provider.acr.join(' ') }),
      })
      return { to: to.href, departure }
    },
    arrive: async (provider, departure, path) => {
      const { configuration } = await discovered(provider)
      return arrivalOf(configuration, provider, departure, new URL(path, publicUrl))
    },
    signOutAt: async (id) => {
      const provider = providerOf(id)
      const asked = provider && (await discovered(provider).catch(() => null))
      return asked && wayOut(asked, publicUrl)
    },
    readSignOut: async (id, token, at) => {
      const provider = providerOf(id)
      if (provider === null) return null
      return believed(token, { ...(await discovered(provider)), clientId: provider.clientId }, at)
    },
  }
}

async function arrivalOf(
  configuration: oidc.Configuration,
  provider: SignInProvider,
  { state, nonce, verifier }: Departure,
  url: URL,
): Promise<Arrival | null> {
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }
  const answer = await oidc.authorizationCodeGrant(configuration, url, checks).catch(awayWhereOutOfReach)
  const claims = answer.claims()
  if (claims === undefined) return null
  const told =
    provider.claim in claims
      ? claims
      : await oidc.fetchUserInfo(configuration, answer.access_token, claims.sub).catch(awayWhereOutOfReach)
  return readClaims(provider, claims, told)
}

function believed(token: string, speaker: Speaker, at: Instant): Promise<SignOutThere> {
  return readLogoutToken(token, speaker, at).catch((error: unknown) => {
    throw isOutOfReach(error) ? new ProviderAwayError(error) : new NotBelievedError(error)
  })
}

/** What a provider is said to have told is not its word to us, now. */
export class NotBelievedError extends Error {
  constructor(cause: unknown) {
    super('a logout token was not believed', { cause })
  }
}

/** A provider does not answer, its keys' address included, or with something else than its protocol's words. */
export class ProviderAwayError extends Problem {
  constructor(cause: unknown) {
    super(503, 'provider-away', {
      da: 'Arbejdspladsens login svarer ikke lige nu. Vent lidt, og prøv igen.',
      en: "The workplace's sign-in does not answer just now. Wait a little and try again.",
    })
    this.cause = cause
  }
}

function saysAway(error: unknown): never {
  throw new ProviderAwayError(error)
}

function awayWhereOutOfReach(error: unknown): never {
  throw isOutOfReach(error) ? new ProviderAwayError(error) : error
}

/** Whether nothing is known of what the provider would say, so that it may be asked again. */
function isOutOfReach(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { name, code, status, cause } = error as Partial<
    Record<'name' | 'code' | 'status' | 'cause', unknown>
  >
  // What fetch throws where nobody answers.
  if (name === 'TypeError' && cause !== undefined) return true
  if (typeof status === 'number' && status >= 500) return true
  return (typeof code === 'string' && outOfReach.has(code)) || isOutOfReach(cause)
}

/** A status other than the protocol's, no JSON, or no answer in time: jose's and openid-client's words. */
const outOfReach = new Set([
  'ERR_JOSE_GENERIC',
  'ERR_JWKS_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
])

function wayOut({ configuration }: Known, publicUrl: string): string | null {
  if (!configuration.serverMetadata().end_session_endpoint) return null
  return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${publicUrl}/sign-in` }).href
}

/** Each provider's answers come to an address of their own, so that one cannot answer in another's place. */
export function returnPath(id: string): string {
  return `/sign-in/with/${encodeURIComponent(id)}/return`
}

function returnUrl(publicUrl: string, id: string): string {
  return publicUrl + returnPath(id)
}

async function discover(
  { issuer, clientId, clientSecret }: SignInProvider,
  mayBePlain: boolean,
): Promise<Known> {
  // What a provider tells is believed for its signature, not for its address alone.
  // oxlint-disable-next-line typescript/no-deprecated -- only outside production, where a provider on this machine has no TLS
  const execute = [oidc.enableNonRepudiationChecks, ...(mayBePlain ? [oidc.allowInsecureRequests] : [])]
  const configuration = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout: TIMEOUT_SECONDS,
  })
  const metadata = configuration.serverMetadata()
  if (metadata.jwks_uri === undefined) throw new Error('the provider publishes no keys (jwks_uri)')
  return { configuration, issuer: metadata.issuer, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) }
}

const TIMEOUT_SECONDS = 10

function readClaims(
  { claim, matchBy, checksMails, acr, amr }: SignInProvider,
  proven: oidc.IDToken,
  told: oidc.IDToken | oidc.UserInfoResponse,
): Arrival | null {
  const value = told[claim]
  if (typeof value !== 'string' || value.trim() === '') return null
  // An address that its holder chose and nobody checked names nobody. What is told as false is never believed.
  const isChecked = told.email_verified ?? checksMails
  if (matchBy === 'mail' && isChecked !== true) return null
  const methods: readonly unknown[] = Array.isArray(proven.amr) ? proven.amr : []
  const isStrong =
    amr.some((one) => methods.includes(one)) || (typeof proven.acr === 'string' && acr.includes(proven.acr))
  const { iss, sub, sid } = proven
  const session = typeof sid === 'string' ? markOf(iss, sid) : null
  return { value: value.trim(), isStrong, there: { subject: markOf(iss, sub), session } }
}
