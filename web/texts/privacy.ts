import type { Language } from '../../domain/language.ts'

export interface PrivacyTexts {
  title: string
  lead: (employer: string) => string
  never: string
  neverList: readonly string[]
  kinds: string
  kindsLead: string
  why: string
  basis: string
  /** The ground of most of it. */
  basisElse: string
  readers: string
  kept: string
  from: string
  fromText: string
  others: string
  othersText: string
  rights: string
  rightsList: readonly string[]
  contact: string
  contactText: (employer: string) => string
  protectionContact: (contact: string) => string
  complaint: string
}

export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = {
  da: {
    title: 'Hvad vi ved om dig',
    lead: (employer) =>
      `${employer} er dataansvarlig. Her står, hvad Årshjulet gemmer om dig, hvorfor, hvem der ser det, og hvor længe.`,
    never: 'Det spørger vi aldrig om',
    neverList: [
      'dit CPR-nummer',
      'din løn',
      'grunden til, at du er på orlov eller syg',
      'medlemskab af en fagforening',
    ],
    kinds: 'Det gemmer vi',
    kindsLead:
      'Hvad I skriver i samtalen, er jeres: HR og din leders leder ser kun, hvor langt I er. Dine svar i evalueringen gemmes uden navn.',
    why: 'Hvorfor',
    basis: 'Grundlag',
    basisElse: 'Hvor der ikke står andet, er grundlaget:',
    readers: 'Hvem ser det',
    kept: 'Hvor længe',
    from: 'Hvor det kommer fra',
    fromText:
      'Navn, stilling, enhed og leder kommer fra arbejdsgiverens fil med medarbejdere. Resten skriver du, din leder og HR selv, eller også opstår det, når samtalen går sin gang.',
    others: 'Hvem der ellers får det',
    othersText:
      'Den aftalte plan journaliseres i din personalesag, hvor arbejdsgiverens egne regler gælder. Mails går gennem arbejdsgiverens mailserver. Årshjulet giver det ikke til andre, og ingen beslutning om dig træffes af en maskine.',
    rights: 'Dine rettigheder',
    rightsList: [
      'Du kan se det, vi har om dig, og få en kopi.',
      'Du kan få rettet det, der er forkert.',
      'Du kan bede om at få det slettet eller om, at vi holder op med at bruge det. Arbejdsgiveren svarer og siger hvorfor, hvis noget skal gemmes.',
      'Du kan gøre indsigelse mod, at vi bruger det.',
    ],
    contact: 'Spørg',
    contactText: (employer) => `Spørg HR hos ${employer}, hvis du vil bruge dine rettigheder.`,
    protectionContact: (contact) => `Databeskyttelsesrådgiver: ${contact}`,
    complaint: 'Du kan klage til Datatilsynet, datatilsynet.dk.',
  },
  en: {
    title: 'What we know about you',
    lead: (employer) =>
      `${employer} is the controller. Here is what Årshjulet keeps about you, why, who sees it and for how long.`,
    never: 'What we never ask for',
    neverList: ['your CPR number', 'your pay', 'why you are on leave or ill', 'membership of a union'],
    kinds: 'What we keep',
    kindsLead:
      'What you both write in the talk is yours: HR and your leader’s leader only see how far you have come. Your answers to the evaluation are kept without a name.',
    why: 'Why',
    basis: 'Ground',
    basisElse: 'Where nothing else is said, the ground is:',
    readers: 'Who sees it',
    kept: 'How long',
    from: 'Where it comes from',
    fromText:
      'Name, job, unit and leader come from the employer’s file of employees. The rest is written by you, your leader and HR, or comes about as the talk takes its course.',
    others: 'Who else gets it',
    othersText:
      'The agreed plan is filed in your personnel file, where the employer’s own rules apply. Mails go through the employer’s mail server. Årshjulet gives it to nobody else, and no decision about you is made by a machine.',
    rights: 'Your rights',
    rightsList: [
      'You can see what we have about you and get a copy.',
      'You can have what is wrong corrected.',
      'You can ask to have it deleted, or that we stop using it. The employer answers, and says why if something must be kept.',
      'You can object to our using it.',
    ],
    contact: 'Ask',
    contactText: (employer) => `Ask HR at ${employer} if you want to use your rights.`,
    protectionContact: (contact) => `Data protection officer: ${contact}`,
    complaint: 'You can complain to the Danish Data Protection Agency, datatilsynet.dk.',
  },
}
