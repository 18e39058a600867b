import type { Language } from '../../domain/language.ts'
import type { TalkStatus } from '../../domain/talk/talk.ts'

/** How far a talk has come, in a word or two. */
export const statusWords: Readonly<Record<Language, Readonly<Record<TalkStatus, string>>>> = {
  da: {
    awaiting: 'Venter på indkaldelse',
    invited: 'Indkaldt',
    arranged: 'Tid aftalt',
    'to-confirm': 'Blev den holdt?',
    held: 'Holdt',
    agreed: 'Plan aftalt',
    'not-agreed': 'Uden enighed',
    exempt: 'Undtaget',
    postponed: 'Udskudt',
    left: 'Fratrådt',
    'not-held': 'Ikke holdt',
    stopped: 'Stoppet',
    'taken-over': 'Overtaget',
  },
  en: {
    awaiting: 'Awaits invitation',
    invited: 'Invited',
    arranged: 'Time agreed',
    'to-confirm': 'Was it held?',
    held: 'Held',
    agreed: 'Plan agreed',
    'not-agreed': 'Not agreed',
    exempt: 'Exempt',
    postponed: 'Postponed',
    left: 'Has left',
    'not-held': 'Not held',
    stopped: 'Stopped',
    'taken-over': 'Taken over',
  },
}

/** The colour of its mark; the words say the same. */
export const statusTones: Readonly<Record<TalkStatus, 'good' | 'wait' | 'quiet' | 'plain'>> = {
  awaiting: 'wait',
  invited: 'plain',
  arranged: 'plain',
  'to-confirm': 'wait',
  held: 'plain',
  agreed: 'good',
  'not-agreed': 'quiet',
  exempt: 'quiet',
  postponed: 'quiet',
  left: 'quiet',
  'not-held': 'quiet',
  stopped: 'quiet',
  'taken-over': 'quiet',
}
