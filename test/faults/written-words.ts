import type { Evidence } from './evidence.ts'

/** Words that people wrote, in mails and in what the engine's server can read; there nobody's address either (R15.3). */
export function writtenElsewhere({ asked, saved, people, received, engineTexts }: Evidence): string[] {
  const written = new Set([
    ...asked.flatMap(({ sent }) => writtenIn(sent)),
    ...saved.flatMap(({ sent }) => sentencesIn(JSON.parse(sent))),
  ])
  const found: string[] = []
  for (const words of written)
    for (const { messageId, to, readable } of received)
      if (readable.includes(words)) found.push(`'${words}' was told to ${to} in ${messageId}`)
  const inEngine = engineTexts.join('\n')
  for (const words of [...written, ...people.map(({ email }) => email)])
    if (words !== '' && inEngine.includes(words)) found.push(`'${words}' can be read in the engine`)
  return found
}

/** Where a request carries what somebody wrote; places and times are told in mails. */
const WRITTEN = ['content', 'text', 'wish']

function writtenIn(sent: unknown): string[] {
  return Object.entries(sent ?? {})
    .filter(([name]) => WRITTEN.includes(name))
    .flatMap(([, value]) => sentencesIn(value))
}

/** Texts of more than one word: others may be names of a choice, ids or days. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}
