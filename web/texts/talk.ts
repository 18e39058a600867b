import type { Language } from '../../domain/language.ts'

export interface TalkTexts {
  ownTitle: (talk: string) => string
  title: (talk: string, employee: string) => string
  course: string
  accept: string
  otherTime: string
  wish: string
  wishHint: string
  askOtherTime: string
}

export const talkTexts: Readonly<Record<Language, TalkTexts>> = {
  da: {
    ownTitle: (talk) => `Din ${talk}`,
    title: (talk, employee) => `${talk} med ${employee}`,
    course: 'Forløbet',
    accept: 'Ja, tiden passer mig',
    otherTime: 'Tiden passer mig ikke',
    wish: 'Hvornår passer det dig bedre?',
    wishHint: 'Skriv gerne to eller tre dage og tidspunkter.',
    askOtherTime: 'Bed om en anden tid',
  },
  en: {
    ownTitle: (talk) => `Your ${talk}`,
    title: (talk, employee) => `${talk} with ${employee}`,
    course: 'The course',
    accept: 'Yes, the time suits me',
    otherTime: 'The time does not suit me',
    wish: 'When would suit you better?',
    wishHint: 'Please write two or three days and times.',
    askOtherTime: 'Ask for another time',
  },
}
