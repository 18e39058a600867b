import type { Language } from '../../domain/language.ts'

export interface GroupTalkWords {
  time: string
  leader: string
  /** The shown name of the yearly talk. */
  talk: string
}

export interface GroupTalkSaid {
  subject: string
  title: string
  paragraphs: string[]
  /** That the time comes along. */
  attached?: string
}

type News = 'invited' | 'moved' | 'cancelled'
/** Of fewer people, and that another has taken it over, the leaders alone hear. */
export type GroupTalkNews = News | 'fewer' | 'handed-over'

export interface GroupTalkTexts {
  said: {
    employee: Record<News, (words: GroupTalkWords) => GroupTalkSaid>
    leader: Record<GroupTalkNews, (words: GroupTalkWords) => GroupTalkSaid>
  }
  /** It closes nobody's own talk (§12). */
  ownTalkRemains(talk: string): string
  members: string
  minutes(count: number): string
  openPage: string
  openTeam: string
  readMore: string
  summary(leader: string): string
}

const da: GroupTalkTexts = {
  said: {
    employee: {
      invited: (w) => ({
        subject: `Indkaldelse til gruppesamtale (GRUS) ${w.time}`,
        title: 'I er indkaldt til gruppesamtale (GRUS)',
        paragraphs: [
          `${w.leader} indkalder dig og dine kolleger til en fælles samtale om teamets opgaver og udvikling.`,
        ],
        attached: 'Tiden er vedhæftet, så du kan gemme den i din kalender.',
      }),
      moved: (w) => ({
        subject: `Gruppesamtalen (GRUS) er ændret: ${w.time}`,
        title: 'Gruppesamtalen er ændret',
        paragraphs: [`${w.leader} har ændret jeres gruppesamtale (GRUS). Her er, hvad der gælder nu.`],
      }),
      cancelled: (w) => ({
        subject: `Aflyst for dig: gruppesamtale (GRUS) ${w.time}`,
        title: 'Gruppesamtalen er aflyst for dig',
        paragraphs: [`Du skal ikke til gruppesamtalen (GRUS) med ${w.leader} ${w.time}.`],
      }),
    },
    leader: {
      invited: (w) => ({
        subject: `Gruppesamtale (GRUS) med dit team ${w.time}`,
        title: 'Gruppesamtale (GRUS) med dit team',
        paragraphs: ['Dit team er indkaldt. Vælg et rum, hvor I ikke bliver forstyrret.'],
      }),
      moved: (w) => ({
        subject: `Gruppesamtalen (GRUS) med dit team er ændret: ${w.time}`,
        title: 'Gruppesamtalen er ændret',
        paragraphs: ['Her er, hvad der gælder nu.'],
      }),
      cancelled: (w) => ({
        subject: `Aflyst: gruppesamtale (GRUS) med dit team ${w.time}`,
        title: 'Gruppesamtalen er aflyst',
        paragraphs: [`Gruppesamtalen (GRUS) med dit team ${w.time} er aflyst. Dit team har fået besked.`],
      }),
      fewer: (w) => ({
        subject: `Færre deltagere i gruppesamtalen (GRUS) ${w.time}`,
        title: 'Der er færre deltagere',
        paragraphs: [
          'En eller flere, du har indkaldt, kan ikke være med den dag. De er taget af listen og har fået tiden aflyst. Her er, hvem der er tilbage.',
          'Bliver I for få, kan du flytte samtalen eller aflyse den.',
        ],
      }),
      'handed-over': (w) => ({
        subject: `Ikke længere din: gruppesamtale (GRUS) ${w.time}`,
        title: 'Gruppesamtalen er ikke længere din',
        paragraphs: [`${w.leader} står nu for gruppesamtalen (GRUS) ${w.time}. Du skal ikke holde den.`],
      }),
    },
  },
  ownTalkRemains: (talk) => `Din egen ${talk} holder du og din leder stadig for jer selv.`,
  members: 'Deltagere',
  minutes: (count) => `${count} minutter`,
  openPage: 'Åbn din side',
  openTeam: 'Åbn gruppesamtalerne',
  readMore: 'Læs mere:',
  summary: (leader) => `Gruppesamtale (GRUS): ${leader} og team`,
}

const en: GroupTalkTexts = {
  said: {
    employee: {
      invited: (w) => ({
        subject: `Invitation to a team talk (GRUS) on ${w.time}`,
        title: 'You are all invited to a team talk (GRUS)',
        paragraphs: [
          `${w.leader} invites you and your colleagues to a common talk about the team’s tasks and development.`,
        ],
        attached: 'The time is attached, so you can save it in your calendar.',
      }),
      moved: (w) => ({
        subject: `The team talk (GRUS) has changed: ${w.time}`,
        title: 'The team talk has changed',
        paragraphs: [`${w.leader} has changed your team talk (GRUS). Here is how it stands now.`],
      }),
      cancelled: (w) => ({
        subject: `Cancelled for you: team talk (GRUS) on ${w.time}`,
        title: 'The team talk is cancelled for you',
        paragraphs: [`You are not to come to the team talk (GRUS) with ${w.leader} on ${w.time}.`],
      }),
    },
    leader: {
      invited: (w) => ({
        subject: `Team talk (GRUS) with your team on ${w.time}`,
        title: 'Team talk (GRUS) with your team',
        paragraphs: ['Your team is invited. Choose a room where you are not disturbed.'],
      }),
      moved: (w) => ({
        subject: `The team talk (GRUS) with your team has changed: ${w.time}`,
        title: 'The team talk has changed',
        paragraphs: ['Here is how it stands now.'],
      }),
      cancelled: (w) => ({
        subject: `Cancelled: team talk (GRUS) with your team on ${w.time}`,
        title: 'The team talk is cancelled',
        paragraphs: [
          `The team talk (GRUS) with your team on ${w.time} is cancelled. Your team has been told.`,
        ],
      }),
      fewer: (w) => ({
        subject: `Fewer people in the team talk (GRUS) on ${w.time}`,
        title: 'Fewer people take part',
        paragraphs: [
          'One or more of those you invited cannot be there that day. They are off the list, and the time is cancelled for them. Here is who is left.',
          'If you become too few, you can move the talk or call it off.',
        ],
      }),
      'handed-over': (w) => ({
        subject: `No longer yours: team talk (GRUS) on ${w.time}`,
        title: 'The team talk is no longer yours',
        paragraphs: [`${w.leader} now leads the team talk (GRUS) on ${w.time}. You are not to hold it.`],
      }),
    },
  },
  ownTalkRemains: (talk) => `You and your leader still hold your own ${talk} between the two of you.`,
  members: 'Taking part',
  minutes: (count) => `${count} minutes`,
  openPage: 'Open your page',
  openTeam: 'Open the team talks',
  readMore: 'Read more:',
  summary: (leader) => `Team talk (GRUS): ${leader} and team`,
}

export const groupTalkTexts: Record<Language, GroupTalkTexts> = { da, en }
