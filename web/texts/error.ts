import type { Language } from '../../domain/language.ts'

export interface ErrorTexts {
  failed: string
  home: string
  /**
   * By the problem's code: what a page says where there is more to say than that something failed. A way that is null leads to
   * the page's own address.
   */
  known: Readonly<Partial<Record<string, { title: string; way: { href: string | null; text: string } }>>>
  written: string
  copyIt: string
  expired: string
  maybeKept: string
  kept: string
  fileAgain: (name: string) => string
  signIn: string
  thenSend: string
  sendAgain: string
}

export const errorTexts: Readonly<Record<Language, ErrorTexts>> = {
  da: {
    failed: 'Noget gik galt',
    home: 'Gå til forsiden',
    known: {
      'not-found': { title: 'Her er ingenting', way: { href: '/', text: 'Gå til forsiden' } },
      'import-unknown': {
        title: 'En nyere fil har afløst denne',
        way: { href: '/imports', text: 'Gå til indlæsning af filer' },
      },
      'not-now': { title: 'Prøv igen om lidt', way: { href: null, text: 'Prøv igen' } },
    },
    written: 'Det, du skrev, er ikke gemt',
    copyIt: 'Her er det. Kopiér det, hvis du vil beholde det.',
    expired: 'Du er blevet logget ud',
    maybeKept:
      'Det, du sendte, er måske ikke gemt, men det er her stadig. Luk ikke siden. Når du sender det igen, bliver det kun gjort én gang.',
    kept: 'Det, du skrev, er ikke gemt endnu, men det er her stadig. Luk ikke siden.',
    fileAgain: (name) => `Kun filen »${name}« er her ikke mere: Vælg den igen, når du har sendt resten.`,
    signIn: 'Log ind i et nyt vindue',
    thenSend: 'Kom tilbage hertil, og send det igen.',
    sendAgain: 'Send igen',
  },
  en: {
    failed: 'Something went wrong',
    home: 'Go to the home page',
    known: {
      'not-found': { title: 'There is nothing here', way: { href: '/', text: 'Go to the home page' } },
      'import-unknown': {
        title: 'A newer file has replaced this one',
        way: { href: '/imports', text: 'Go to the upload of files' },
      },
      'not-now': { title: 'Try again in a moment', way: { href: null, text: 'Try again' } },
    },
    written: 'What you wrote is not saved',
    copyIt: 'Here it is. Copy it if you want to keep it.',
    expired: 'You have been signed out',
    maybeKept:
      'What you sent may not be saved, but it is still here. Do not close the page. When you send it again it is done only once.',
    kept: 'What you wrote is not saved yet, but it is still here. Do not close the page.',
    fileAgain: (name) =>
      `Only the file “${name}” is here no more: choose it again when you have sent the rest.`,
    signIn: 'Sign in in a new window',
    thenSend: 'Come back here and send it again.',
    sendAgain: 'Send again',
  },
}
