import { z } from 'zod'
import { type Problem, refused } from './problem.ts'
import { text } from './schemas.ts'

/** A text that a leader and a deputy write in turn, over the version its writer saw. */
export const savedText = z.strictObject({ version: z.int().min(0), text })

type SavedText = z.output<typeof savedText>

/** Saved in between: both are answered, and nothing is written over. */
export function textChanged(yours: SavedText, stored: SavedText): Problem {
  return refused(
    'changed-meanwhile',
    {
      da: 'Teksten er gemt fra et andet sted i mellemtiden. Vælg, hvad der skal gælde.',
      en: 'The text was saved from another place meanwhile. Choose which to keep.',
    },
    { yours, stored: { version: stored.version, text: stored.text } },
  )
}
