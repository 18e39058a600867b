import type { Language } from '../../domain/language.ts'

export interface SignInTexts {
  title: string
  signInWith: (name: string) => string
  orLink: string
  notLetInTitle: string
  notLetIn: Readonly<Record<'failed' | 'unknown-person' | 'too-weak', string>>
  /** For whom the workplace knows by an address or number that is new here. */
  notLetInYet: (days: number) => string
  tryAgain: string
  stillInAtWork: string
  outAtWork: string
  askFor: string
  email: string
  send: string
  sentTitle: string
  sent: string
  sentNoneYet: (days: number) => string
  /** Before the code. */
  elsewhere: string
  askedElsewhere: string
  code: string
  wrongCode: string
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
    signInWith: (name) => `Log ind med ${name}`,
    orLink: 'Eller få et link',
    notLetInTitle: 'Du blev ikke logget ind',
    notLetIn: {
      failed: 'Login hos arbejdspladsen blev afbrudt eller tog for lang tid.',
      'unknown-person':
        'Arbejdspladsen kender dig, men vi kan ikke finde dig blandt medarbejderne. Sig det til HR.',
      'too-weak':
        'Med din rolle skal du logge ind i to trin, for eksempel med en app på telefonen. Spørg it-afdelingen, hvis du ikke bliver bedt om det.',
    },
    notLetInYet: (days) =>
      `Har du inden for de sidste ${days} dage fået endnu et medarbejdernummer eller en ny mailadresse, kan du ikke logge ind med det nye endnu. Fra hvornår du kan, står i mailen om det.`,
    tryAgain: 'Prøv igen',
    stillInAtWork: 'Du er stadig logget ind hos arbejdspladsen.',
    outAtWork: 'Log også ud dér',
    askFor: 'Skriv din mailadresse fra arbejdet, så sender vi et link, du kan logge ind med.',
    email: 'Mailadresse',
    send: 'Send mig et link',
    sentTitle: 'Se i din indbakke',
    sent: 'Hvis adressen er kendt her, er der et link på vej. Det virker én gang og i ti minutter.',
    sentNoneYet: (days) =>
      `Har du fået ny mailadresse inden for de sidste ${days} dage, kommer der ikke noget link endnu. I mailen om den nye adresse står, hvornår du kan logge ind.`,
    elsewhere:
      'Åbner du mailen i en anden browser, for eksempel på telefonen, skal du skrive denne kode dér:',
    askedElsewhere: 'Linket blev bedt om i en anden browser. Skriv koden, der står i den.',
    code: 'Kode på seks cifre',
    wrongCode: 'Koden passer ikke. Se efter i den browser, hvor du bad om linket.',
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
    signInWith: (name) => `Sign in with ${name}`,
    orLink: 'Or get a link',
    notLetInTitle: 'You were not signed in',
    notLetIn: {
      failed: 'Signing in at the workplace was interrupted or took too long.',
      'unknown-person': 'The workplace knows you, but we cannot find you among the employees. Tell HR.',
      'too-weak':
        'With your role you need to sign in in two steps, for example with an app on your phone. Ask IT if you are not asked to.',
    },
    notLetInYet: (days) =>
      `If you got one more employee number or a new mail address within the last ${days} days, you cannot sign in by it yet. The mail about it says from when you can.`,
    tryAgain: 'Try again',
    stillInAtWork: 'You are still signed in at the workplace.',
    outAtWork: 'Sign out there too',
    askFor: 'Write your mail address at work, and we send a link that you can sign in with.',
    email: 'Mail address',
    send: 'Send me a link',
    sentTitle: 'Look in your inbox',
    sent: 'If the address is known here, a link is on its way. It works once and for ten minutes.',
    sentNoneYet: (days) =>
      `If your mail address was changed within the last ${days} days, no link comes yet. The mail about the new address says from when you can sign in.`,
    elsewhere: 'If you open the mail in another browser, such as on your phone, write this code there:',
    askedElsewhere: 'The link was asked for in another browser. Write the code that stands there.',
    code: 'Code of six digits',
    wrongCode: 'The code does not fit. Look in the browser in which you asked for the link.',
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
