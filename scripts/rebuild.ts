/** `npm run rebuild`: for when the engine's store is gone. Starts every open round and talk again from PostgreSQL. */
import { resume, resumedSentence } from './infrastructure/resume.ts'

console.log(resumedSentence(await resume()))
