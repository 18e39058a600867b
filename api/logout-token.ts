import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { markOf, type SignOutThere } from '../db/provider-sign-out.ts'
import { type Instant, MINUTE } from '../domain/calendar/day.ts'

/** Whose word counts: a provider's, signed with its keys, for us. */
export interface Speaker {
  readonly issuer: string
  readonly clientId: string
  readonly keys: JWTVerifyGetKey
}

/**
 * Whose session a provider has ended. Throws where the token is not such a word of this provider to us, now (OpenID Connect
 * Back-Channel Logout 1.0, 2.6); that it is not used twice is for the table to know.
 */
export async function readLogoutToken(
  token: string,
  { issuer, clientId, keys }: Speaker,
  at: Instant,
): Promise<SignOutThere> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: clientId,
    requiredClaims: ['exp'],
    maxTokenAge: LONGEST_AGE / 1000,
    clockTolerance: CLOCKS_APART / 1000,
    currentDate: new Date(at),
  })
  const { jti, sub, sid } = claims.parse(payload)
  return {
    tokenId: markOf(issuer, jti),
    expiresAt: at + LONGEST_AGE + CLOCKS_APART,
    subject: sub === undefined ? null : markOf(issuer, sub),
    session: sid === undefined ? null : markOf(issuer, sid),
  }
}

/** Providers give such a token two minutes, and some try again when they get no answer. */
const LONGEST_AGE = 10 * MINUTE
const CLOCKS_APART = MINUTE

/** An ID token, which has a nonce and no events, ends nothing. */
const claims = z
  .object({
    jti: z.string().min(1),
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.object({ 'http://schemas.openid.net/event/backchannel-logout': z.looseObject({}) }),
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)
