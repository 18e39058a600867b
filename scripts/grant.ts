/**
 * `npm run grant -- --number 41003 --role hr --unit 5000 [--from 2027-01-01] [--to 2027-12-31]`: gives an employee a role
 * for a unit and all below it, from outside the service. For the first administrator, who gives the others.
 */
import { grantFromSetup } from '../db/setup-grants.ts'
import { dayAt } from '../db/rounds.ts'
import { connectToDatabase } from './infrastructure/installation.ts'
import { readGrantWish } from './infrastructure/grant-wish.ts'

const { config, db, clock, close } = connectToDatabase()
try {
  const at = await clock.now()
  const today = dayAt(at, config.zone).on
  const read = readGrantWish(process.argv.slice(2), today)
  const answer = 'wish' in read ? await grantFromSetup(db, read.wish, { today, at }) : read
  if ('complaints' in answer) {
    for (const complaint of answer.complaints) console.error(complaint)
    process.exitCode = 1
  } else if ('wish' in read) {
    const { role, from, to } = read.wish
    const days = to === null ? `from ${from} on` : `from ${from} through ${to}`
    const has = answer.isNew ? 'now has' : 'already had'
    console.log(`${answer.person} ${has} the role ${role} for ${answer.unit} and everything below, ${days}.`)
  }
} finally {
  await close()
}
