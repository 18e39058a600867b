/**
 * `npm run erase -- --number 41003`: says what erasing the person with that employee number would take; does it with
 * `--confirm`, and waits until the engine has no run of their workflows left. `--person <id>` names somebody by id.
 */
import { erasureSentences } from '../api/erasure-sentences.ts'
import { type ErasureCounts, erasureStanding } from '../db/erasure.ts'
import { personByNumber } from '../db/legal-holds.ts'
import { dayAt } from '../db/rounds.ts'
import { erasureRefusal } from '../domain/retention/retention.ts'
import { erase } from '../worker/erasures.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { counted } from './infrastructure/counted.ts'
import { given } from './infrastructure/given.ts'
import { connectToInstallation, type Installation } from './infrastructure/installation.ts'

const { values } = given('npm run erase -- --number 41003 [--confirm], or --person ID for the number', {
  options: {
    number: { type: 'string' },
    person: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
})
await attempt(async () => {
  const installation = await connectToInstallation()
  try {
    await lookAndErase(installation)
  } finally {
    await installation.close()
  }
})

async function lookAndErase({ config, db, clock, client }: Installation): Promise<void> {
  const personId = values.person ?? (await personByNumber(db, values.number ?? ''))?.personId
  const today = dayAt(await clock.now(), config.zone).on
  const standing = personId ? await erasureStanding(db, personId, today) : null
  if (!personId || standing === null) throw new CommandError(nobody())
  console.log(`${standing.name}: ${whatGoes(standing.counts)}`)
  const refused = erasureRefusal(standing)
  if (refused !== null) throw new CommandError(erasureSentences[refused].en)
  if (!values.confirm) {
    console.log('What was filed in the personnel file stays there. To erase: the same with --confirm.')
    return
  }
  const answer = await erase({ client, taskQueue: config.taskQueue }, personId, false)
  if ('refused' in answer)
    throw new CommandError(
      answer.refused === 'unknown-person' ? nobody() : erasureSentences[answer.refused].en,
    )
  console.log(`Erased, with ${counted(answer.runs, 'run')} in the engine.`)
}

function nobody(): string {
  const { number, person } = values
  if (person !== undefined) return `--person is '${person}': expected the id of somebody in the tables`
  return `--number is ${number === undefined ? 'not given' : `'${number}'`}: expected the employee number of somebody in the tables`
}

function whatGoes({ talks, sheets, plans, mails, accesses }: ErasureCounts): string {
  return [
    counted(talks, 'talk'),
    counted(sheets, 'sheet'),
    counted(plans, 'plan'),
    counted(mails, 'mail'),
    counted(accesses, 'access', 'accesses'),
  ].join(', ')
}
