/**
 * `npm run audit:verify`: reads the whole audit of an installation and says whether it is as it was written, or where not.
 * `-- --seal <number>:<hash>` compares with a seal that is known from elsewhere, such as a log.
 */
import { parseArgs } from 'node:util'
import { createErasureList } from '../activities/erasure-list.ts'
import { faultSentence } from '../db/audit-faults.ts'
import type { SealMark } from '../db/audit-seal.ts'
import { verifyAudit } from '../db/audit-verify.ts'
import { connectToDatabase } from './infrastructure/installation.ts'

const { values } = parseArgs({ options: { seal: { type: 'string', multiple: true, default: [] } } })
const named = values.seal.map(sealFrom)
const { config, db, close } = connectToDatabase()
try {
  const noted = await createErasureList(config.erasuresFolder).lastSeal()
  const known = noted === null ? named : [...named, noted]
  const { entries, chains, seals, newestSeal, unsealed, faults } = await verifyAudit(db, known)
  console.log(`${entries} entries in ${chains} chains, ${seals} seals.`)
  if (newestSeal !== null)
    console.log(
      `The newest seal is ${newestSeal.number}, of ${new Date(newestSeal.at).toISOString()}: ${newestSeal.hash}`,
    )
  console.log(
    known.length === 0
      ? `No seal is known from outside the database (${config.erasuresFolder}, or --seal <number>:<hash>): that the newest were not taken away rests on its rights.`
      : `Known from outside the database: ${known.map(({ number }) => `seal ${number}`).join(', ')}.`,
  )
  for (const fault of faults) console.error(`✗ ${faultSentence(fault)}`)
  if (faults.length > 0) process.exitCode = 1
  else console.log('✓ Everything is as it was written.')
  console.log(
    `${unsealed} entries are newer than their chain's last seal. That nobody has taken or replaced the newest of them rests on the database's rights alone.`,
  )
} finally {
  await close()
}

function sealFrom(text: string): SealMark {
  const [, number, hash] = /^(\d+):([\da-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined)
    throw new Error(`--seal is '${text}': expected a number and a hash, as the log has them: 12:3f9c…`)
  return { number: Number(number), hash }
}
