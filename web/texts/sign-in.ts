import type { Language } from '../../domain/language.ts'

export interface SignInTexts {
  title: string
  askFor: string
  email: string
  send: string
  sentTitle: string
  sent: string
  confirmTitle: string
  confirm: string
  signIn: string
  usedTitle: string
  used: string
  again: string
  outTitle: string
  out: string
}

export const signInTexts: Readonly<Record<Language, SignInTexts>> = {
  da: {
    title: 'Log ind',
    askFor: 'Skriv din mailadresse fra arbejdet, så sender vi et link, du kan logge ind med.',
    email: 'Mailadresse',
    send: 'Send mig et link',
    sentTitle: 'Se i din indbakke',
    sent: 'Hvis adressen er kendt her, er der et link på vej. Det virker én gang og i ti minutter.',
    confirmTitle: 'Log ind på Årshjulet',
    confirm: 'Tryk på knappen for at logge ind. Linket virker kun én gang.',
    signIn: 'Log ind',
    usedTitle: 'Linket virker ikke længere',
    used: 'Det er brugt, eller der er gået mere end ti minutter. Bed om et nyt.',
    again: 'Få et nyt link',
    outTitle: 'Du er logget ud',
    out: 'Luk gerne browseren, hvis andre bruger den.',
  },
  en: {
    title: 'Sign in',
    askFor: 'Write your mail address at work, and we send a link that you can sign in with.',
    email: 'Mail address',
    send: 'Send me a link',
    sentTitle: 'Look in your inbox',
    sent: 'If the address is known here, a link is on its way. It works once and for ten minutes.',
    confirmTitle: 'Sign in to Årshjulet',
    confirm: 'Press the button to sign in. The link works only once.',
    signIn: 'Sign in',
    usedTitle: 'The link no longer works',
    used: 'It has been used, or more than ten minutes have passed. Ask for a new one.',
    again: 'Get a new link',
    outTitle: 'You are signed out',
    out: 'Close the browser if others use it.',
  },
}
