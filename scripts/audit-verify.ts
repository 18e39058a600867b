/**
 * `npm run audit:verify`: reads the whole audit of an installation and says whether it is as it was written, or where not.
 * `-- --seal <number>:<hash>` compares with a seal that is known from elsewhere, such as a log.
 */
import { createErasureList } from '../activities/erasure-list.ts'
import { faultSentence } from '../db/audit-faults.ts'
import type { SealMark } from '../db/audit-seal.ts'
import { verifyAudit } from '../db/audit-verify.ts'
import type { Db } from '../db/client.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { counted } from './infrastructure/counted.ts'
import { given } from './infrastructure/given.ts'
import { connectToDatabase } from './infrastructure/installation.ts'

const { values } = given('npm run audit:verify [-- --seal 12:3f9c…]', {
  options: { seal: { type: 'string', multiple: true, default: [] } },
})
await attempt(async () => {
  const named = values.seal.map(sealFrom)
  const { config, db, close } = connectToDatabase()
  try {
    const noted = await createErasureList(config.erasuresFolder).lastSeal()
    const known = noted === null ? named : [...named, noted]
    await verify(db, known, config.erasuresFolder)
  } finally {
    await close()
  }
})

async function verify(db: Db, known: readonly SealMark[], erasuresFolder: string): Promise<void> {
  const { entries, chains, seals, newestSeal, unsealed, faults } = await verifyAudit(db, known)
  console.log(
    `${counted(entries, 'entry', 'entries')} in ${counted(chains, 'chain')}, ${counted(seals, 'seal')}.`,
  )
  if (newestSeal !== null)
    console.log(
      `The newest seal is ${newestSeal.number}, of ${new Date(newestSeal.at).toISOString()}: ${newestSeal.hash}`,
    )
  console.log(
    known.length === 0
      ? `No seal is known from outside the database (${erasuresFolder}, or --seal <number>:<hash>): that the newest were not taken away rests on its rights.`
      : `Known from outside the database: ${known.map(({ number }) => `seal ${number}`).join(', ')}.`,
  )
  for (const fault of faults) console.error(`✗ ${faultSentence(fault)}`)
  if (faults.length > 0) process.exitCode = 1
  else console.log('✓ Everything is as it was written.')
  console.log(
    `${unsealed === 1 ? '1 entry is' : `${unsealed} entries are`} newer than their chain's last seal. That nobody has taken or replaced the newest of them rests on the database's rights alone.`,
  )
}

function sealFrom(text: string): SealMark {
  const [, number, hash] = /^(\d+):([\da-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined)
    throw new CommandError(`--seal is '${text}': expected a number and a hash, as the log has them: 12:3f9c…`)
  return { number: Number(number), hash }
}
