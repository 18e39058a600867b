/**
 * `npm run grant -- --number 41003 --role hr --unit 5000 [--from 2027-01-01] [--to 2027-12-31]`: gives an employee a role
 * for a unit and all below it, from outside the service. For the first administrator, who gives the others.
 */
import { grantFromSetup, type SetupGrant, type SetupGrantAnswer } from '../db/setup-grants.ts'
import { dayAt } from '../db/rounds.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given } from './infrastructure/given.ts'
import { connectToDatabase } from './infrastructure/installation.ts'
import { readGrantWish } from './infrastructure/grant-wish.ts'

const text = { type: 'string' } as const
const { values } = given(
  'npm run grant -- --number 41003 --role hr --unit 5000 [--from 2027-01-01] [--to 2027-12-31]',
  { options: { number: text, role: text, unit: text, from: text, to: text } },
)
await attempt(async () => {
  const { config, db, clock, close } = connectToDatabase()
  try {
    const at = await clock.now()
    const today = dayAt(at, config.zone).on
    const read = readGrantWish(values, today)
    const answer = 'wish' in read ? await grantFromSetup(db, read.wish, { today, at }) : read
    if ('complaints' in answer) throw new CommandError(answer.complaints.join('\n'))
    if ('wish' in read) console.log(grantSentence(read.wish, answer))
  } finally {
    await close()
  }
})

function grantSentence({ role, from, to }: SetupGrant, { person, unit, isNew }: SetupGrantAnswer): string {
  const days = to === null ? `from ${from} on` : `from ${from} through ${to}`
  return `${person} ${isNew ? 'now has' : 'already had'} the role ${role} for ${unit} and everything below, ${days}.`
}
