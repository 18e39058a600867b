import { payloadKeys } from '../../config/forms.ts'
import { createDataConverter } from '../../codec/data-converter.ts'

/** As the setting has them; the same for every worker and client of a run. */
export const TEST_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`

/** The same, read. */
export const testKeys = payloadKeys.parse(TEST_KEYS) ?? []

/** What enters the engine in tests is encrypted as in the product. */
export const testDataConverter = createDataConverter(testKeys)
