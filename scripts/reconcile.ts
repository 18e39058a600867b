/**
 * `npm run reconcile`: for when the database was restored from an earlier copy than the engine remembers. Lists every
 * disagreement and the side to take; takes them with `-- --confirm`, and lets mail go again. `--side engine` or
 * `--side table` takes that side instead, `--only <id>` settles one. `--hold`, before the workers start on the copy,
 * holds all mail until then.
 */
import { createErasureList } from '../activities/erasure-list.ts'
import { newestSeal } from '../db/audit-seal.ts'
import { notErased } from '../db/erasure.ts'
import { mailsToGo } from '../db/reconcile.ts'
import { erase } from '../worker/erasures.ts'
import { findDisagreements, ReconcileError, settleDisagreement, type Side } from '../worker/reconcile.ts'
import { isRestoredUnseen } from '../worker/restored.ts'
import { attempt } from './infrastructure/attempt.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given, refuse } from './infrastructure/given.ts'
import { connectToDatabase, connectToInstallation, type Installation } from './infrastructure/installation.ts'

const { values } = given(
  'npm run reconcile [-- --confirm] [--side engine or table] [--only ID], or npm run reconcile -- --hold',
  {
    options: {
      confirm: { type: 'boolean', default: false },
      side: { type: 'string' },
      only: { type: 'string' },
      hold: { type: 'boolean', default: false },
    },
  },
)
const side = sideOf(values.side)
const settlesAll = values.confirm && !values.only
await attempt(values.hold ? hold : look)

async function hold(): Promise<void> {
  const { config, close } = connectToDatabase()
  await createErasureList(config.erasuresFolder).holdMail()
  console.log('No mail is sent before npm run reconcile -- --confirm.')
  await close()
}

async function look(): Promise<void> {
  const installation = await connectToInstallation()
  try {
    await compare(installation)
  } catch (error) {
    throw error instanceof ReconcileError ? new CommandError(error.message, { cause: error }) : error
  } finally {
    await installation.close()
  }
}

async function compare({ config, db, clock, client }: Installation): Promise<void> {
  const erasures = createErasureList(config.erasuresFolder)
  const isHeld = await isRestoredUnseen(db, erasures)
  const parts = { client, db, clock, taskQueue: config.taskQueue }
  const found = (await findDisagreements(parts)).filter(({ id }) => !values.only || values.only === id)
  for (const disagreement of found) {
    const { kind, id, table, engine, why } = disagreement
    const taken = side ?? disagreement.side
    const rows = table === null ? 'no row' : `${table.status} (version ${table.version})`
    console.log(`${kind} ${id}`)
    console.log(`  table: ${rows}, engine: ${engine.status} (version ${engine.version})`)
    console.log(`  ${values.confirm ? 'taken' : 'to take'}: the ${taken}'s side${side ? '' : `: ${why}`}`)
    if (values.confirm) await settleDisagreement(parts, disagreement, taken)
  }
  console.log(summary(found.length))
  const [noted, newest] = [await erasures.lastSeal(), await newestSeal(db)]
  if (noted !== null && noted.number > (newest?.number ?? 0)) {
    console.log(`the audit ends before seal ${noted.number}, which is noted in ${config.erasuresFolder}`)
    if (settlesAll) await erasures.noteSeal(newest)
    console.log(`  ${settlesAll ? 'noted' : 'to note'}: ${newest ? `seal ${newest.number}` : 'none'}`)
  }
  const back = await notErased(db, await erasures.all())
  for (const personId of back) {
    console.log(`person ${personId} was erased, and is in the table again`)
    console.log(`  ${settlesAll ? await erased(parts, personId) : 'to erase'}`)
  }
  if (isHeld) console.log(heldSentence(await mailsToGo(db, await clock.now())))
  if (isHeld && settlesAll) await erasures.releaseMail()
}

async function erased(parts: Parameters<typeof erase>[0], personId: string): Promise<string> {
  const answer = await erase(parts, personId, true)
  if (!('refused' in answer)) return 'erased'
  process.exitCode = 1
  return `stays: ${answer.refused}`
}

function summary(count: number): string {
  if (count === 0 && values.only)
    return `${values.only} is no open talk or round on which the table and the engine disagree.`
  if (count === 0) return 'The table and the engine agree.'
  return values.confirm
    ? `${count} settled.`
    : `${count} found. To settle them: npm run reconcile -- --confirm`
}

function heldSentence(mails: number): string {
  const what =
    mails === 0
      ? 'Mail is held, and none has its time now'
      : `Mail is held, with ${mails} whose time has come; some may have gone after the copy was made`
  if (!values.confirm) return `${what}. With --confirm it goes again, each if its reason still holds.`
  return values.only ? `${what}. It stays held while one thing alone is settled.` : `${what}. It goes again.`
}

function sideOf(text: string | undefined): Side | null {
  if (text === undefined || text === 'engine' || text === 'table') return text ?? null
  return refuse(`--side is '${text}': expected engine or table`)
}
