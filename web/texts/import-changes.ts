import type { Language } from '../../domain/language.ts'

/** One change of an import as a sentence; days, names and units come ready to be shown. */
export interface ImportChangeTexts {
  joins: (on: string, unit: string) => string
  leader: (name: string) => string
  noLeader: string
  secondTo: (number: string) => string
  leaves: (lastDay: string) => string
  before: (day: string) => string
  resignationWithdrawn: (lastDay: string) => string
  back: (lastDay: string) => string
  newLastDay: (lastDay: string) => string
  leaderTo: (from: string, to: string, on: string) => string
  leaderFirst: (to: string, on: string) => string
  leaderNone: (from: string, on: string) => string
  moves: (from: string, to: string, on: string) => string
  movesFirst: (to: string, on: string) => string
  keeps: (name: string) => string
  planWithdrawn: (day: string) => string
  leave: Record<'new' | 'changed' | 'ended' | 'removed', (span: string) => string>
  leaveBefore: (span: string) => string
  span: (from: string, to: string | null) => string
  edit: (column: string, before: string, after: string) => string
  empty: string
  unitUnder: (parent: string) => string
  unitTop: string
  unitTr: (name: string) => string
  unitWas: (name: string, parent: string) => string
}

export const importChangeTexts: Readonly<Record<Language, ImportChangeTexts>> = {
  da: {
    joins: (on, unit) => `Ansat fra ${on} i ${unit}.`,
    leader: (name) => `Leder: ${name}.`,
    noLeader: 'Ingen leder i filen.',
    secondTo: (number) => `Samme person som medarbejder ${number}: en ansættelse mere.`,
    leaves: (lastDay) => `Sidste dag er ${lastDay}.`,
    before: (day) => `Før: ${day}.`,
    resignationWithdrawn: (lastDay) => `Fratræder alligevel ikke ${lastDay}.`,
    back: (lastDay) => `Er ansat igen efter at have haft sidste dag ${lastDay}.`,
    newLastDay: (lastDay) => `Ny sidste dag: ${lastDay}.`,
    leaderTo: (from, to, on) => `Fra ${from} til ${to}. Gælder fra ${on}.`,
    leaderFirst: (to, on) => `Får ${to} som leder fra ${on}.`,
    leaderNone: (from, on) => `Har ikke længere ${from} som leder fra ${on} og ingen ny.`,
    moves: (from, to, on) => `Fra ${from} til ${to}. Gælder fra ${on}.`,
    movesFirst: (to, on) => `Til ${to} fra ${on}.`,
    keeps: (name) => `Stadig ${name}.`,
    planWithdrawn: (day) => `Det skift, der var planlagt til ${day}, bliver ikke til noget.`,
    leave: {
      new: (span) => `Orlov ${span}.`,
      changed: (span) => `Orloven er nu ${span}.`,
      ended: (span) => `Orloven slutter: ${span}.`,
      removed: (span) => `Orloven ${span} bliver ikke til noget.`,
    },
    leaveBefore: (span) => `Før: ${span}.`,
    span: (from, to) => (to === null ? `fra ${from} indtil videre` : `fra ${from} til og med ${to}`),
    edit: (column, before, after) => `${column}: ${before} bliver til ${after}.`,
    empty: '(tom)',
    unitUnder: (parent) => `Under ${parent}.`,
    unitTop: 'Øverst.',
    unitTr: (name) => `Tillidsrepræsentant: ${name}.`,
    unitWas: (name, parent) => `Før: ${name}. ${parent}`,
  },
  en: {
    joins: (on, unit) => `Employed from ${on} in ${unit}.`,
    leader: (name) => `Leader: ${name}.`,
    noLeader: 'No leader in the file.',
    secondTo: (number) => `The same person as employee ${number}: one more employment.`,
    leaves: (lastDay) => `The last day is ${lastDay}.`,
    before: (day) => `Before: ${day}.`,
    resignationWithdrawn: (lastDay) => `Does not leave on ${lastDay} after all.`,
    back: (lastDay) => `Is employed again after a last day on ${lastDay}.`,
    newLastDay: (lastDay) => `New last day: ${lastDay}.`,
    leaderTo: (from, to, on) => `From ${from} to ${to}. Takes effect on ${on}.`,
    leaderFirst: (to, on) => `Gets ${to} as leader from ${on}.`,
    leaderNone: (from, on) => `No longer has ${from} as leader from ${on}, and nobody new.`,
    moves: (from, to, on) => `From ${from} to ${to}. Takes effect on ${on}.`,
    movesFirst: (to, on) => `To ${to} from ${on}.`,
    keeps: (name) => `Still ${name}.`,
    planWithdrawn: (day) => `The change that was planned for ${day} does not happen.`,
    leave: {
      new: (span) => `Leave ${span}.`,
      changed: (span) => `The leave is now ${span}.`,
      ended: (span) => `The leave ends: ${span}.`,
      removed: (span) => `The leave ${span} does not happen.`,
    },
    leaveBefore: (span) => `Before: ${span}.`,
    span: (from, to) => (to === null ? `from ${from} until further notice` : `from ${from} through ${to}`),
    edit: (column, before, after) => `${column}: ${before} becomes ${after}.`,
    empty: '(empty)',
    unitUnder: (parent) => `Under ${parent}.`,
    unitTop: 'At the top.',
    unitTr: (name) => `Union representative: ${name}.`,
    unitWas: (name, parent) => `Before: ${name}. ${parent}`,
  },
}
