import type { Question } from './stage.ts'
import type { Line } from './table.ts'
import type { Persona } from './world.ts'

/** A line of the table as somebody asks it. */
export interface Asking {
  readonly persona: Persona
  readonly address: string
  readonly line: Line
}

export function questionOf(
  { persona, address, line }: Asking,
  ids: Readonly<Record<string, string>>,
): Question {
  const { body, query, ids: others = {} } = line
  const here = Object.fromEntries(Object.entries(others).map(([name, other]) => [name, ids[other] ?? other]))
  return {
    persona,
    address,
    ids: { ...ids, ...here },
    body: withIds(body, ids),
    query: withIds(query, ids),
  }
}

/** ':talkId' anywhere in what is sent stands for that id. */
function withIds<T>(sent: T, ids: Readonly<Record<string, string>>): T {
  if (sent === undefined) return sent
  const text = JSON.stringify(sent).replaceAll(/:([a-z]+Id)\b/gi, (as, name: string) => ids[name] ?? as)
  return JSON.parse(text) as T
}
