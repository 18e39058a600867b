import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Frame, SentForm } from '../frame.ts'

/** What the fields of a form know of it: what was sent, and what stood against it. */
export interface Filling {
  readonly frame: Frame
  readonly allOptional: boolean
  readonly sent: SentForm | null
}

export const FillingContext = createContext<Filling | null>(null)

export function useFilling(): Filling {
  const filling = useContext(FillingContext)
  if (filling === null) throw new Error('a field stands outside of a <Form>')
  return filling
}

/** Collects what the fields with a complaint are called; null where nobody asks. */
export const ComplainedContext = createContext<Map<string, string> | null>(null)

export function complaintOf(name: string, sent: SentForm | null): string | null {
  return sent?.problem?.fields.find((field) => field.name === name)?.sentence ?? null
}

export function textOf(entered: string | readonly string[] | undefined, otherwise: string): string {
  return typeof entered === 'string' ? entered : otherwise
}

export function listOf(entered: string | readonly string[] | undefined): readonly string[] {
  return typeof entered === 'string' ? [entered] : (entered ?? [])
}
