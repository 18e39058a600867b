import type { Language } from '../../domain/language.ts'

export interface ErrorTexts {
  notFound: string
  failed: string
  home: string
  expired: string
  kept: string
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
    signIn: 'Sign in in a new window',
    thenSend: 'Come back here and send it again.',
    sendAgain: 'Send again',
  },
}
