import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { MaterialKind, MaterialName } from '../domain/material/material.ts'
import { type MaterialEditorTexts, materialEditorTexts } from './texts/material-editor.ts'
import { materialTexts } from './texts/material.ts'
import { roundWords } from './texts/rounds.ts'

/** One material of a round, or of the installation where no round is named. */
export interface MaterialPlace {
  readonly roundId?: string
  /** Of a default: the kind of round that begins with it. */
  readonly kind?: MaterialKind
  readonly material: MaterialName
  readonly language: Language
  /** '' = everybody whose job group has none of its own. */
  readonly jobGroup: string
}

/** A round as its materials need it. */
export interface MaterialRound {
  readonly id: string
  readonly name: string
  readonly status: string
  /** Talks that have begun. */
  readonly begun: number
}

/** One version without what it says. */
export interface MaterialEdition {
  readonly version: number
  readonly createdAt: Instant
  /** Null for what came with the installation or was copied. */
  readonly by: string | null
}

/** 'Vejledning på dansk til Lærer'. */
export function materialTitle(language: Language, place: MaterialPlace): string {
  const texts = materialEditorTexts[language]
  const { names } = materialTexts[language]
  const title = texts.title(names[place.material], texts.languages[place.language], place.jobGroup)
  return place.kind ? `${title} (${roundWords[language].kinds[place.kind]})` : title
}

/** Who keeps what they have when a new version is written. */
export function keepingText(texts: MaterialEditorTexts, round: MaterialRound | null): string {
  if (round === null) return texts.keepsDefault
  return round.begun === 0 ? texts.keepsDraft : texts.keepsRunning(round.begun)
}

/** Where HR reads and writes it. */
export function materialAddress({ roundId, kind, material, language, jobGroup }: MaterialPlace) {
  const base = roundId === undefined ? '/materials' : `/rounds/${roundId}/materials`
  const form = `${base}/${material}/${language}`
  const group = new URLSearchParams({ ...(kind && { kind }), ...(jobGroup !== '' && { jobGroup }) })
  const withGroup = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams([...group, ...Object.entries(more)])
    return query.size === 0 ? path : `${path}?${query}`
  }
  return {
    all: base,
    /** Where the form is sent. */
    form,
    editor: withGroup(form),
    editFrom: (version: number) => withGroup(form, { from: String(version) }),
    version: (version: number) => withGroup(`${form}/versions/${version}`),
    files: roundId === undefined ? '/api/v1/material-files' : `/api/v1/rounds/${roundId}/material-files`,
  }
}
