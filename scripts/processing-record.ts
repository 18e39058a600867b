/**
 * `npm run --silent processing-record [-- --language en]`: prints the record of processing (GDPR art. 30) as Markdown,
 * with every column of the database, from the field inventory.
 */
import { parseArgs } from 'node:util'
import { toStartConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { processingRecord } from '../domain/inventory/article-30.ts'

const { values } = parseArgs({ options: { language: { type: 'string', default: 'da' } } })
const { language } = values
if (language !== 'da' && language !== 'en') throw new Error(`--language is '${language}': expected da or en`)
const { employerName, dataProtectionContact } = toStartConfig(readEnv())
console.log(processingRecord(language, { employerName, protectionContact: dataProtectionContact }))
