import type { Language } from '../../domain/language.ts'

/** What is said on top of a page after something was done, by the code in its address (`?done=…`). */
export const notices = {
  'language-chosen': { da: 'Sproget er skiftet.', en: 'The language is changed.' },
  'time-accepted': { da: 'Du har sagt ja til tiden.', en: 'You have accepted the time.' },
  'other-time-asked': {
    da: 'Din leder får besked om, at du ønsker en anden tid. Den nuværende tid står, til den bliver flyttet.',
    en: 'Your leader is told that you would like another time. The present time stands until it is moved.',
  },
  'not-invited-reported': {
    da: 'Tak. Vi har givet besked. Du hører fra din leder.',
    en: 'Thank you. We have passed it on. You will hear from your leader.',
  },
} as const satisfies Record<string, Record<Language, string>>

export type NoticeCode = keyof typeof notices

export function isNoticeCode(code: unknown): code is NoticeCode {
  return typeof code === 'string' && Object.hasOwn(notices, code)
}
