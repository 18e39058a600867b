import type { RoundKind } from '../domain/round/round.ts'
import { definiteDa, talkWord } from '../domain/talk/talk-word.ts'
import type { Frame } from './frame.ts'

/** The shown name of a talk of a kind: 'MUS', 'LUS', 'medarbejdersamtale' (R12). */
export function talkName({ language, talkName: yearly }: Frame, kind: RoundKind): string {
  return talkWord(kind, yearly, language)
}

/** A certain one, within a sentence: in Danish 'medarbejdersamtalen'. */
export function theTalk(frame: Frame, kind: RoundKind): string {
  const name = talkName(frame, kind)
  return frame.language === 'da' ? definiteDa(name) : name
}
