import { createHmac } from 'node:crypto'

/**
 * The token of a mailed link: made anew from the link's id where it is needed, so that it stands in no table. Without the
 * installation's key nobody makes it.
 */
export function signInToken(key: Uint8Array, linkId: string): string {
  return createHmac('sha256', key).update(`sign-in-link:${linkId}`).digest('base64url')
}
