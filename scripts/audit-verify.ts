/** `npm run audit:verify`: reads the whole audit of an installation and says whether it is as it was written, or where not. */
import { faultSentence } from '../db/audit-faults.ts'
import { verifyAudit } from '../db/audit-verify.ts'
import { connectToDatabase } from './infrastructure/installation.ts'

const { db, close } = connectToDatabase()
try {
  const { entries, chains, seals, newestSeal, unsealed, faults } = await verifyAudit(db)
  console.log(`${entries} entries in ${chains} chains, ${seals} seals.`)
  if (newestSeal !== null)
    console.log(
      `The newest seal is ${newestSeal.number}, of ${new Date(newestSeal.at).toISOString()}: ${newestSeal.hash}`,
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
