import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'
import proto from '@temporalio/proto'
import type { PayloadKey } from '../config/forms.ts'

/** A payload that none of our keys has written. Nobody guesses what it may have held. */
export class UnreadablePayloadError extends Error {
  readonly code = 'unreadable-payload'
  constructor(what: string, expected: string) {
    super(`${what}: expected ${expected} (TEMPORAL_KEYS)`)
    this.name = 'UnreadablePayloadError'
  }
}

/**
 * Encrypts whatever enters the engine and decrypts what comes back (AES-256-GCM). The first key encrypts, each of them
 * decrypts; a payload names its key. One in the clear is refused: the engine asks nobody who they are, so that whoever
 * reaches it could give orders in anybody's name.
 */
export function createPayloadCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [current] = keys
  if (current === undefined) throw new TypeError('no key to encrypt with: expected at least one')
  const known = new Map(keys.map(({ id, bytes }) => [id, createSecretKey(bytes)]))
  const currentKey = createSecretKey(current.bytes)
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, current.id, currentKey)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, known)),
  }
}

const { Payload: PayloadBytes } = proto.temporal.api.common.v1

const ALGORITHM = 'aes-256-gcm'
const ENCODING = Buffer.from('binary/encrypted')
const NONCE = 12
const TAG = 16

/** Nonce, text, tag. The key's name is bound to the text: it cannot be exchanged either. */
function encrypt(payload: Payload, keyId: string, key: KeyObject): Payload {
  const name = Buffer.from(keyId)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(name)
  const text = [cipher.update(PayloadBytes.encode(payload).finish()), cipher.final()]
  return {
    metadata: { encoding: ENCODING, 'encryption-key-id': name },
    data: Buffer.concat([nonce, ...text, cipher.getAuthTag()]),
  }
}

function isOurs({ metadata }: Payload): boolean {
  return ENCODING.equals(metadata?.encoding ?? new Uint8Array())
}

function decrypt(payload: Payload, known: ReadonlyMap<string, KeyObject>): Payload {
  if (!isOurs(payload)) throw new UnreadablePayloadError('A payload is in the clear', 'an encrypted one')
  const { metadata, data } = payload
  const name = Buffer.from(metadata?.['encryption-key-id'] ?? [])
  const keyId = name.toString()
  const key = known.get(keyId)
  if (key === undefined)
    throw new UnreadablePayloadError(
      `A payload was encrypted with the key '${keyId}'`,
      `that key among ${[...known.keys()].map((id) => `'${id}'`).join(', ')}`,
    )
  const bytes = Buffer.from(data ?? [])
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(name).setAuthTag(bytes.subarray(-TAG))
    return PayloadBytes.decode(
      Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]),
    )
  } catch {
    throw new UnreadablePayloadError(
      `A payload of the key '${keyId}' cannot be decrypted`,
      'the very key it was encrypted with, and a payload as it was written',
    )
  }
}
