import type { Language } from '../../domain/language.ts'

export interface ErrorTexts {
  notFound: string
  failed: string
  home: string
  expired: string
  kept: string
  fileAgain: (name: string) => string
  signIn: string
  thenSend: string
  sendAgain: string
}

export const errorTexts: Readonly<Record<Language, ErrorTexts>> = {
  da: {
    notFound: 'Her er ingenting',
    failed: 'Noget gik galt',
    home: 'Gå til forsiden',
    expired: 'Du er blevet logget ud',
    kept: 'Det, du skrev, er ikke gemt endnu, men det er her stadig. Luk ikke siden.',
    fileAgain: (name) => `Kun filen »${name}« er her ikke mere: Vælg den igen, når du har sendt resten.`,
    signIn: 'Log ind i et nyt vindue',
    thenSend: 'Kom tilbage hertil, og send det igen.',
    sendAgain: 'Send igen',
  },
  en: {
    notFound: 'There is nothing here',
    failed: 'Something went wrong',
    home: 'Go to the home page',
    expired: 'You have been signed out',
    kept: 'What you wrote is not saved yet, but it is still here. Do not close the page.',
    fileAgain: (name) =>
      `Only the file “${name}” is here no more: choose it again when you have sent the rest.`,
    signIn: 'Sign in in a new window',
    thenSend: 'Come back here and send it again.',
    sendAgain: 'Send again',
  },
}
