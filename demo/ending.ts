import { readdirSync } from 'node:fs'
import { checkInvariants } from './invariants.ts'
import type { PlayedYear } from './play.ts'
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
  const talks: Json[] = await dora.get(`/rounds/${roundId}/talks`)
  say(`\nMUS ${dates.year}: everybody on the roster`)
  for (const talk of talks) {
    const ending = [talk.outcome ?? 'no outcome', talk.reason, talk.heldOn].filter(Boolean).join(', ')
    say(`  ${String(talk.name).padEnd(20)} ${ending}`)
  }
  const round: Json = await dora.get(`/rounds/${roundId}`)
  say(`  The round is ${round.status}.`)

  say('\nThe personnel file')
  for (const name of readdirSync(stack.personnelFile).filter((file) => file.endsWith('.pdf')))
    say(`  ${name}`)

  const notices = await stack.db.notice.groupBy({ by: ['status'], _count: true })
  const counted = notices.map(({ status, _count }) => `${_count} ${status}`).join(', ')
  say(`\n${stack.sink.received.length} mails reached the mail server. Notices: ${counted}.`)

  say('\nWhat was checked')
  const results = await checkInvariants(stack, dates)
  for (const { sentence, broken } of results) {
    say(`  ${broken.length === 0 ? '✓' : '✗'} ${sentence}`)
    for (const line of broken.slice(0, 10)) say(`      ${line}`)
  }
  return results.every(({ broken }) => broken.length === 0)
}
