import type { Frame } from '../frame.ts'
import { materialEditorTexts } from '../texts/material-editor.ts'
import { Submit } from './form.tsx'

/** What every part of a material's form needs. */
export interface EditorParts {
  readonly frame: Frame
  /** Where the form is sent; a button adds the place of the page to go on at. */
  readonly action: string
}

interface MovesParts extends EditorParts {
  readonly what: string
  /** Said to those who hear the page and do not see where the button stands. */
  readonly about: string
  /** Where the page goes on afterwards. */
  readonly anchors: Readonly<Record<'up' | 'down' | 'remove', string>>
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly remove: string
}

/** Up, down, away: the form comes back with it done, and nothing is saved yet. */
export function Moves({ frame, action, what, about, anchors, isFirst, isLast, remove }: MovesParts) {
  const texts = materialEditorTexts[frame.language]
  const moves = [
    ...(isFirst ? [] : (['up'] as const)),
    ...(isLast ? [] : (['down'] as const)),
    'remove' as const,
  ]
  const words = { up: texts.up, down: texts.down, remove }
  return (
    <>
      {moves.map((move) => (
        <Submit
          key={move}
          kind="tertiary"
          name="do"
          value={`${move}.${what}`}
          to={`${action}#${anchors[move]}`}
        >
          {words[move]}
          <span class="sr-only">: {about}</span>
        </Submit>
      ))}
    </>
  )
}
