import { fileURLToPath } from 'node:url'
import type { DataConverter } from '@temporalio/common'
import type { PayloadKey } from '../config/forms.ts'
import { createPayloadCodec } from './payload-codec.ts'

/** What every client and worker of the engine is given, so that nothing enters it in the clear. */
export function createDataConverter(keys: readonly PayloadKey[]): DataConverter {
  return { payloadCodecs: [createPayloadCodec(keys)], failureConverterPath }
}

/** The name of the key that encrypts. */
export function currentKeyId([current]: readonly PayloadKey[]): string {
  return current?.id ?? ''
}

export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url))
