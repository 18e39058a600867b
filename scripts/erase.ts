/**
 * `npm run erase -- --number 41003`: says what erasing the person with that employee number would take; does it with
 * `--confirm`, and waits until the engine has no run of their workflows left. `--person <id>` names somebody by id.
 */
import { parseArgs } from 'node:util'
import { erasureStanding } from '../db/erasure.ts'
import { personByNumber } from '../db/legal-holds.ts'
import { dayAt } from '../db/rounds.ts'
import { erasureRefusal } from '../domain/retention/retention.ts'
import { erase } from '../worker/erasures.ts'
import { connectToInstallation } from './infrastructure/installation.ts'

const { values } = parseArgs({
  options: {
    number: { type: 'string' },
    person: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
})
const { config, db, clock, client, close } = await connectToInstallation()
try {
  const personId = values.person ?? (await personByNumber(db, values.number ?? ''))?.personId
  const today = dayAt(await clock.now(), config.zone).on
  const standing = personId ? await erasureStanding(db, personId, today) : null
  if (!personId || standing === null) {
    console.error(
      `--number is '${values.number ?? ''}': expected the employee number of somebody in the tables`,
    )
    process.exitCode = 1
  } else {
    const { name, counts } = standing
    console.log(
      `${name}: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    )
    const refused = erasureRefusal(standing)
    if (refused !== null) {
      console.error(`Not possible now: ${refused}.`)
      process.exitCode = 1
    } else if (values.confirm) {
      const answer = await erase({ client, taskQueue: config.taskQueue }, personId, false)
      console.log(
        'runs' in answer ? `Erased, with ${answer.runs} runs in the engine.` : `Refused: ${answer.refused}.`,
      )
    } else {
      console.log('What was filed in the personnel file stays there. To erase: the same with --confirm.')
    }
  }
} finally {
  await close()
}
