import type { Language } from '../../domain/language.ts'

/** One person's mails, and letters to those without an address. */
interface PersonMailsTexts {
  title: (name: string) => string
  ownTitle: string
  back: string
  home: string
  lead: string
  address: (email: string) => string
  noAddress: string
  noAddressHint: string
  toLetters: string
  failed: (count: number) => string
  failedHint: string
  well: string
  wellHint: string
  none: string
  again: string
  nextDigest: string
  letters: {
    title: string
    lead: string
    print: (count: number) => string
    printHint: string
    none: string
    noneHint: string
    to: (name: string) => string
    contents: string
    /** What a letter says where a mail has buttons and links; in the reader's language. */
    paper: { found: (names: readonly string[]) => string; signIn: string; whatToDo: string; footer: string }
  }
  teamLetters: (count: number) => string
}

export const personMailsTexts: Readonly<Record<Language, PersonMailsTexts>> = {
  da: {
    title: (name) => `Mails til ${name}`,
    ownTitle: 'Mails til dig',
    back: 'Mails',
    home: 'Forside',
    lead: 'Hvad der er sendt, afvist, uvist eller ikke sendt, og hvorfor. Hvad der stod i mailene, bliver ikke gemt.',
    address: (email) => `Adressen er ${email}.`,
    noAddress: 'Personen har ingen mailadresse',
    noAddressHint: 'Det, der skulle være sendt, bliver breve, som lederen skriver ud.',
    toLetters: 'Se brevene',
    failed: (count) => (count === 1 ? '1 mail kan sendes igen' : `${count} mails kan sendes igen`),
    failedHint:
      'Er adressen forkert, så ret den først under personen (og i lønsystemet). En mail bliver kun sendt, hvis der stadig er grund til det. Ellers står grunden her.',
    well: 'Du skal ikke gøre noget',
    wellHint: 'Ingen mails venter på at blive sendt igen.',
    none: 'Personen har ikke fået mails endnu.',
    again: 'Send igen',
    nextDigest: 'Tag med i næste samlemail',
    letters: {
      title: 'Breve, der skal skrives ud',
      lead: 'Mails til dem, der ingen mailadresse har. Giv dem brevet, og lad dem spørge.',
      print: (count) => (count === 1 ? 'Skriv 1 brev ud' : `Skriv ${count} breve ud`),
      printHint: 'Vælg udskriv i browserens menu. Hvert brev får sit eget ark.',
      none: 'Ingen breve',
      noneHint: 'Alle, du har ansvar for, har en mailadresse, eller også er der ikke skrevet til dem endnu.',
      to: (name) => `Til ${name}`,
      contents: 'Brevene',
      paper: {
        found: (names) => `På din side ligger også: ${names.join(', ')}.`,
        signIn: 'Log ind på',
        whatToDo:
          'Det, du skal gøre, står øverst på din side. Kan du ikke logge ind, så sig det til din leder, så hjælper vi dig.',
        footer: 'Du får brevet på papir, fordi vi ikke har en mailadresse til dig.',
      },
    },
    teamLetters: (count) => `Skriv breve ud til dem uden mailadresse (${count})`,
  },
  en: {
    title: (name) => `Mails to ${name}`,
    ownTitle: 'Mails to you',
    back: 'Mails',
    home: 'Home',
    lead: 'What was sent, refused, uncertain or not sent, and why. What the mails said is not kept.',
    address: (email) => `The address is ${email}.`,
    noAddress: 'The person has no mail address',
    noAddressHint: 'What should have been sent becomes letters that the leader prints.',
    toLetters: 'See the letters',
    failed: (count) => (count === 1 ? '1 mail can be sent again' : `${count} mails can be sent again`),
    failedHint:
      'If the address is wrong, first correct it on the person’s page (and in the payroll system). A mail is sent only if there is still a reason for it. If not, the reason stands here.',
    well: 'You need not do anything',
    wellHint: 'No mails wait to be sent again.',
    none: 'The person has had no mails yet.',
    again: 'Send again',
    nextDigest: 'Take along in the next digest',
    letters: {
      title: 'Letters to print',
      lead: 'Mails to those who have no mail address. Give them the letter, and let them ask.',
      print: (count) => (count === 1 ? 'Print 1 letter' : `Print ${count} letters`),
      printHint: 'Choose print in the browser’s menu. Every letter gets a sheet of its own.',
      none: 'No letters',
      noneHint: 'Everybody you answer for has a mail address, or nothing has been written to them yet.',
      to: (name) => `To ${name}`,
      contents: 'The letters',
      paper: {
        found: (names) => `On your page you also find: ${names.join(', ')}.`,
        signIn: 'Sign in at',
        whatToDo:
          'What you are to do stands on top of your page. If you cannot sign in, tell your leader, and we will help you.',
        footer: 'You get this letter on paper because we have no mail address for you.',
      },
    },
    teamLetters: (count) => `Print letters to those without a mail address (${count})`,
  },
}
