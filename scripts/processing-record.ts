/**
 * `npm run --silent processing-record [-- --language en]`: prints the record of processing (GDPR art. 30) as Markdown,
 * with every column of the database, from the field inventory and the months that HR has chosen.
 */
import { retentionMonths } from '../db/retention-rules.ts'
import { processingRecord } from '../domain/inventory/article-30.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given } from './infrastructure/given.ts'
import { connectToDatabase } from './infrastructure/installation.ts'

const { values } = given('npm run --silent processing-record [-- --language en]', {
  options: { language: { type: 'string', default: 'da' } },
})
await attempt(async () => {
  const { language } = values
  if (language !== 'da' && language !== 'en')
    throw new CommandError(`--language is '${language}': expected da or en`)
  const { config, db, close } = connectToDatabase()
  try {
    const { employerName, dataProtectionContact: protectionContact } = config
    const months = await retentionMonths(db)
    console.log(processingRecord(language, { employerName, protectionContact }, months))
  } finally {
    await close()
  }
})
