import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../domain/calendar/day.ts'
import { checkInvariants } from './invariants.ts'
import type { PlayedYear } from './play.ts'
import { dateText } from './timeline.ts'
import type { Json } from './scene.ts'
import type { Stack } from './stack.ts'

/** Prints the round's overview, the personnel file and what was checked; whether everything held. */
export async function printEnding(
  stack: Stack,
  { world, dates }: PlayedYear,
  say: (line: string) => void,
): Promise<boolean> {
  const dora = await world.as('Dora')
  const roundId = world.notes.get(`round ${dates.year}`)
  const { talks }: Json = await dora.get(`/rounds/${roundId}/talks?pageSize=500`)
  say(`\nMUS ${dates.year}: everybody on the roster`)
  for (const talk of talks) {
    const heldOn = talk.heldOn && dateText(talk.heldOn as Day)
    const ending = [talk.outcome ?? 'no outcome', talk.reason, heldOn].filter(Boolean).join(', ')
    say(`  ${String(talk.name).padEnd(20)} ${ending}`)
  }
  const round: Json = await dora.get(`/rounds/${roundId}`)
  say(`  The round is ${round.status}.`)

  say('\nThe personnel file')
  for (const name of readdirSync(stack.personnelFile).filter((file) => file.endsWith('.pdf')))
    say(`  ${name}`)

  const notices = await stack.db.notice.groupBy({ by: ['status'], _count: true })
  const counted = notices.map(({ status, _count }) => `${_count} ${noticeWords[status] ?? status}`).join(', ')
  say(`\n${stack.sink.received.length} mails reached the mail server. Notices: ${counted}.`)

  say(`Mails and filed plans are kept in ${keepToLookAt(stack)}`)

  say('\nWhat was checked')
  const results = await checkInvariants(stack, dates)
  for (const { sentence, broken } of results) {
    say(`  ${broken.length === 0 ? '✓' : '✗'} ${sentence}`)
    for (const line of broken.slice(0, 10)) say(`      ${line}`)
  }
  return results.every(({ broken }) => broken.length === 0)
}

const noticeWords: Readonly<Record<string, string>> = {
  dropped: 'not needed any more when their hour came',
  queued: 'waiting for their hour',
}

/** Copies what was mailed and filed to a folder that outlives the demo. */
function keepToLookAt({ sink, personnelFile }: Stack): string {
  const folder = mkdtempSync(join(tmpdir(), 'aarshjul-demo-year-'))
  cpSync(personnelFile, join(folder, 'personnel-file'), { recursive: true })
  mkdirSync(join(folder, 'mails'))
  for (const [index, { at, to, raw }] of sink.received.entries()) {
    const name = `${new Date(at).toISOString().slice(0, 10)}-${String(index + 1).padStart(4, '0')}-${to}.eml`
    writeFileSync(join(folder, 'mails', name), raw)
  }
  return folder
}
