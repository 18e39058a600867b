/** `npm run rebuild`: for when the engine's store is gone. Starts every open round and talk again from PostgreSQL. */
import { attempt } from './infrastructure/attempt.ts'
import { given } from './infrastructure/given.ts'
import { resume, resumedSentence } from './infrastructure/resume.ts'

given('npm run rebuild', {})
await attempt(async () => console.log(resumedSentence(await resume())))
