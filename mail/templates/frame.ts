import type { Language } from '../../domain/language.ts'

/** What frames every mail: greeting, closing words and footers, in both languages. */
export interface FrameTexts {
  greeting(givenName: string): string
  /** Nobody reads answers. */
  footer(employer: string): string
  /** Answers go to the other party. */
  footerWithReply(employer: string, replyTo: string): string
  open: string
}

export const frameTexts: Record<Language, FrameTexts> = {
  da: {
    greeting: (name) => `Hej ${name}`,
    footer: (employer) =>
      `Mailen er sendt automatisk af Årshjulet hos ${employer}. Svar på den bliver ikke læst.`,
    footerWithReply: (employer, replyTo) =>
      `Mailen er sendt automatisk af Årshjulet hos ${employer}. Svarer du på den, går svaret til ${replyTo}.`,
    open: 'Åbn Årshjulet',
  },
  en: {
    greeting: (name) => `Hello ${name}`,
    footer: (employer) =>
      `This mail was sent automatically by Årshjulet at ${employer}. Replies to it are not read.`,
    footerWithReply: (employer, replyTo) =>
      `This mail was sent automatically by Årshjulet at ${employer}. If you reply to it, your answer goes to ${replyTo}.`,
    open: 'Open Årshjulet',
  },
}
