import type { Language } from '../../domain/language.ts'

export const devMailsTexts: Readonly<
  Record<
    Language,
    { title: string; sent: string; none: string; samples: string; text: string; calendar: string }
  >
> = {
  da: {
    title: 'Mails',
    sent: 'Sendte mails',
    none: 'Der er ikke sendt nogen endnu.',
    samples: 'Eksempler på alle mails',
    text: 'tekst',
    calendar: 'kalender',
  },
  en: {
    title: 'Mails',
    sent: 'Sent mails',
    none: 'None has been sent yet.',
    samples: 'Samples of every mail',
    text: 'text',
    calendar: 'calendar',
  },
}
