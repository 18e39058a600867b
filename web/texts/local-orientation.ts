import type { Language } from '../../domain/language.ts'

export interface LocalOrientationTexts {
  title: string
  lead: string
  changeable: (until: string) => string
  text: string
  hint: string
  save: string
  readOnly: (until: string) => string
  nothing: string
  offers: string
  toTeam: string
  round: string
  forLeaders: string
  write: string
}

export const localOrientationTexts: Readonly<Record<Language, LocalOrientationTexts>> = {
  da: {
    title: 'Dit afsnit i orienteringen',
    lead: 'Før indkaldelserne får alle en fælles orientering. Her kan du føje et afsnit til dit eget team: hvad I skal have fokus på i år, og hvordan I gør hos jer.',
    changeable: (until) => `Du kan ændre det til og med ${until}. Så bliver det en del af orienteringen.`,
    text: 'Dit afsnit',
    hint: 'Skriv til hele teamet, ikke om enkelte.',
    save: 'Gem afsnittet',
    readOnly: (until) => `Orienteringen er sendt. Afsnittet kunne ændres til og med ${until}.`,
    nothing: 'Der blev ikke skrevet noget afsnit.',
    offers:
      'Forbered runden i ledergruppen, og overvej, hvem du vil tilbyde en seniorsamtale eller en ledertalentsamtale. Tilbuddet giver du på den enkeltes samtale.',
    toTeam: 'Se dit team',
    round: 'Se rundens fokus og datoer',
    forLeaders: 'Til dig, der leder',
    write: 'Skriv dit afsnit i orienteringen',
  },
  en: {
    title: 'Your paragraph in the orientation',
    lead: 'Before the invitations everybody gets a common orientation. Here you can add a paragraph for your own team: what to focus on this year, and how you do it where you are.',
    changeable: (until) => `You can change it through ${until}. It then becomes part of the orientation.`,
    text: 'Your paragraph',
    hint: 'Write to the whole team, not about individuals.',
    save: 'Save the paragraph',
    readOnly: (until) => `The orientation has been sent. The paragraph could be changed through ${until}.`,
    nothing: 'No paragraph was written.',
    offers:
      'Prepare the round in the leader team, and consider whom you will offer a senior talk or a leader-talent talk. You make the offer on that person’s talk.',
    toTeam: 'See your team',
    round: 'See the focus and dates of the round',
    forLeaders: 'For you who lead',
    write: 'Write your paragraph in the orientation',
  },
}
