import type { Day, Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { GuardWarning } from '../domain/plan/guard.ts'
import type { NoticeCode } from './texts/notices.ts'

/** The service's main sections; a person sees those that are theirs. */
export const sections = [
  'home',
  'team',
  'rounds',
  'people',
  'materials',
  'mails',
  'evaluation',
  'roles',
] as const
export type Section = (typeof sections)[number]

/** What every page stands in, whoever it is for. */
export interface Frame {
  readonly language: Language
  /** The name the workplace gives the talk, such as MUS. */
  readonly talkName: string
  readonly employerName: string
  readonly today: Day
  /** Null where nobody is signed in. */
  readonly person: { readonly name: string } | null
  readonly sections: readonly Section[]
  /**
   * The address of the page itself, for the language switch. Null where the page answers a form: what stands on it,
   * such as what was typed, is at no address.
   */
  readonly path: string | null
  /** Said on top after something was done. */
  readonly notice: NoticeCode | null
  /** The form that was just sent and could not be done; null on a page that is simply opened. */
  readonly sent: SentForm | null
  /** Sent along with every form of the page, so that pressing twice does a thing once. */
  readonly key: string
  /** The local day and the minutes after its midnight. */
  readonly localTime: (at: Instant) => { readonly on: Day; readonly minutes: number }
  readonly links: { readonly gdprNotice: string; readonly accessibility: string | null }
  readonly assets: Assets
}

/** Addresses of the style sheets and the script, each with a mark of what it holds. */
export interface Assets {
  readonly styles: readonly string[]
  readonly script: string
}

/** A form that comes back with everything that was typed. */
export interface SentForm {
  /** The address it was sent to. */
  readonly action: string
  readonly entered: Entered
  /** Why it could not be done; null where it was to come back, such as with a row more. */
  readonly problem: ShownProblem | null
}

/** Form fields as browsers send them: one text, or several under one name. */
export type Entered = Readonly<Record<string, string | readonly string[]>>

/** What the guard took for something that does not belong there. */
export type GuardFinding = Pick<GuardWarning, 'kind' | 'found'>

export interface ShownProblem {
  readonly code: string
  readonly sentence: string
  /** Which fields it is about, by the name of the input. */
  readonly fields: readonly { readonly name: string; readonly sentence: string }[]
  /** What the guard found before something is shared (R7.3). */
  readonly warnings: readonly GuardFinding[]
}
