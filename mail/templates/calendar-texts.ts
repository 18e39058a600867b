import type { Language } from '../../domain/language.ts'
import type { OfferKind } from '../../domain/talk/talk.ts'
import { definiteDa as the } from '../../domain/talk/talk-word.ts'

export interface CalendarWords {
  /** 'MUS', 'statussamtale'. */
  talk: string
  /** The other party. */
  other: string
  time: string
  /** '' where no answer is needed. */
  answerBy: string
}

export interface CalendarSaid {
  subject: string
  title: string
  paragraphs: string[]
  /** That the time comes along. */
  attached?: string
  button: string
}

/** What happened to the appointment, as its recipient sees it; handed over to a new leader by an old one. */
export type CalendarNews = 'invited' | 'moved' | 'cancelled' | 'withdrawn' | 'handed-over'

export interface CalendarTexts {
  said: {
    employee: Record<Exclude<CalendarNews, 'handed-over'>, (words: CalendarWords) => CalendarSaid>
    leader: Record<CalendarNews, (words: CalendarWords) => CalendarSaid>
  }
  when: string
  howLong: string
  where: string
  online: string
  leader: string
  employee: string
  guide: string
  extraGuides: Readonly<Record<OfferKind, string>>
  preparationSheet: string
  leaderPreparation: string
  conversationGuide: string
  noAnswerNeeded: string
  answerNeeded(by: string): string
  /** Of an extra talk that was offered: nobody has to (R4.5). */
  voluntary: string
  openPage: string
  answerHere: string
  duration(minutes: number, planMinutes: number): string
  summary(talk: string, employee: string, leader: string): string
}

const da: CalendarTexts = {
  said: {
    employee: {
      invited: (w) => ({
        subject: `Indkaldelse til ${w.talk} ${w.time}`,
        title: `Du er indkaldt til ${w.talk}`,
        paragraphs: [`${w.other} indkalder dig til ${w.talk}.`],
        attached: 'Tiden er vedhæftet, så du kan gemme den i din kalender.',
        button: 'Svar her',
      }),
      moved: (w) => ({
        subject: `Ny tid til ${the(w.talk)}: ${w.time}`,
        title: `Ny tid til ${the(w.talk)}`,
        paragraphs: [`${w.other} har flyttet jeres ${w.talk}. Her er den nye tid.`],
        button: 'Svar her',
      }),
      cancelled: (w) => ({
        subject: `Aflyst: ${w.talk} ${w.time}`,
        title: `Aflyst: ${w.talk}`,
        paragraphs: [
          `Din ${w.talk} med ${w.other} ${w.time} er aflyst. Er der brug for en ny tid, bliver du indkaldt igen.`,
        ],
        button: 'Åbn din side',
      }),
      withdrawn: (w) => ({
        subject: `Trukket tilbage: ${w.talk} ${w.time}`,
        title: 'Tiden er trukket tilbage',
        paragraphs: [
          `Varslet var kort, og du nåede ikke at sige ja til ${the(w.talk)} med ${w.other} ${w.time}. Derfor gælder tiden ikke.`,
          'Du bliver indkaldt til en ny tid.',
        ],
        button: 'Åbn din side',
      }),
    },
    leader: {
      invited: (w) => ({
        subject: `${w.talk} med ${w.other} ${w.time}`,
        title: `${w.talk} med ${w.other}`,
        paragraphs: [`Du har indkaldt ${w.other} til ${w.talk}. Vælg et rum, hvor I ikke bliver forstyrret.`],
        button: 'Åbn samtalen',
      }),
      moved: (w) => ({
        subject: `Ny tid til ${the(w.talk)} med ${w.other}: ${w.time}`,
        title: `Ny tid til ${the(w.talk)} med ${w.other}`,
        paragraphs: ['Her er den nye tid. Vælg et rum, hvor I ikke bliver forstyrret.'],
        button: 'Åbn samtalen',
      }),
      cancelled: (w) => ({
        subject: `Aflyst: ${w.talk} med ${w.other} ${w.time}`,
        title: `Aflyst: ${w.talk} med ${w.other}`,
        paragraphs: [`${the(w.talk)} med ${w.other} ${w.time} er aflyst.`],
        button: 'Åbn samtalen',
      }),
      withdrawn: (w) => ({
        subject: `Trukket tilbage: ${w.talk} med ${w.other} ${w.time}`,
        title: 'Tiden er trukket tilbage',
        paragraphs: [
          `Varslet var kort, og ${w.other} svarede ikke i tide. Derfor gælder tiden ${w.time} ikke.`,
          'Find en ny tid, gerne med længere varsel.',
        ],
        button: 'Find en ny tid',
      }),
      'handed-over': (w) => ({
        subject: `En anden holder ${the(w.talk)} med ${w.other} ${w.time}`,
        title: `En anden leder holder samtalen`,
        paragraphs: [
          `${w.other} har fået en ny leder, som holder ${the(w.talk)} ${w.time}. Tiden kan derfor fjernes fra din kalender.`,
        ],
        button: 'Åbn Årshjulet',
      }),
    },
  },
  when: 'Tid',
  howLong: 'Varighed',
  where: 'Sted',
  online: 'Online',
  leader: 'Leder',
  employee: 'Medarbejder',
  guide: 'Vejledning',
  extraGuides: { senior: 'Guide til seniorsamtalen', 'leader-talent': 'Guide til ledertalentsamtalen' },
  preparationSheet: 'Dit forberedelsesark',
  leaderPreparation: 'Din feedback til medarbejderen',
  conversationGuide: 'Samtaleguide',
  noAnswerNeeded: 'Passer tiden, behøver du ikke svare. Ellers kan du bede om en anden tid på din side.',
  answerNeeded: (by) =>
    `Varslet er kort, så tiden gælder kun, hvis du siger ja. Svar senest ${by}. Ellers bliver tiden trukket tilbage.`,
  voluntary: 'Samtalen er frivillig. Passer tiden ikke, kan du aflyse den på din side.',
  openPage: 'Åbn din side',
  answerHere: 'Svar her:',
  duration: (minutes, plan) =>
    plan > 0 ? `${minutes} minutter, heraf ${plan} til planen` : `${minutes} minutter`,
  summary: (talk, employee, leader) => `${talk}: ${employee} og ${leader}`,
}

const en: CalendarTexts = {
  said: {
    employee: {
      invited: (w) => ({
        subject: `Invitation to your ${w.talk} on ${w.time}`,
        title: `You are invited to your ${w.talk}`,
        paragraphs: [`${w.other} invites you to your ${w.talk}.`],
        attached: 'The time is attached, so you can save it in your calendar.',
        button: 'Answer here',
      }),
      moved: (w) => ({
        subject: `New time for your ${w.talk}: ${w.time}`,
        title: `Your ${w.talk} has been moved`,
        paragraphs: [`${w.other} has moved your ${w.talk}. Here is the new time.`],
        button: 'Answer here',
      }),
      cancelled: (w) => ({
        subject: `Cancelled: ${w.talk} on ${w.time}`,
        title: `Your ${w.talk} is cancelled`,
        paragraphs: [
          `Your ${w.talk} with ${w.other} on ${w.time} is cancelled. If a new time is needed, you will be invited again.`,
        ],
        button: 'Open your page',
      }),
      withdrawn: (w) => ({
        subject: `Withdrawn: ${w.talk} on ${w.time}`,
        title: 'The time is withdrawn',
        paragraphs: [
          `The notice was short, and you had not accepted the ${w.talk} with ${w.other} on ${w.time}. So the time does not stand.`,
          'You will be invited to a new time.',
        ],
        button: 'Open your page',
      }),
    },
    leader: {
      invited: (w) => ({
        subject: `${w.talk} with ${w.other} on ${w.time}`,
        title: `${w.talk} with ${w.other}`,
        paragraphs: [
          `You have invited ${w.other} to a ${w.talk}. Choose a room where you are not disturbed.`,
        ],
        button: 'Open the talk',
      }),
      moved: (w) => ({
        subject: `New time: ${w.talk} with ${w.other} on ${w.time}`,
        title: `The ${w.talk} with ${w.other} has been moved`,
        paragraphs: ['Here is the new time. Choose a room where you are not disturbed.'],
        button: 'Open the talk',
      }),
      cancelled: (w) => ({
        subject: `Cancelled: ${w.talk} with ${w.other}, ${w.time}`,
        title: `The ${w.talk} with ${w.other} is cancelled`,
        paragraphs: [`The ${w.talk} with ${w.other} on ${w.time} is cancelled.`],
        button: 'Open the talk',
      }),
      withdrawn: (w) => ({
        subject: `Withdrawn: ${w.talk} with ${w.other}, ${w.time}`,
        title: 'The time is withdrawn',
        paragraphs: [
          `The notice was short, and ${w.other} did not answer in time. So the time on ${w.time} does not stand.`,
          'Find a new time, if possible with longer notice.',
        ],
        button: 'Find a new time',
      }),
      'handed-over': (w) => ({
        subject: `Handed over: ${w.talk} with ${w.other}, ${w.time}`,
        title: `Another leader holds the talk`,
        paragraphs: [
          `${w.other} has a new leader, who holds the ${w.talk} on ${w.time}. The time can be removed from your calendar.`,
        ],
        button: 'Open Årshjulet',
      }),
    },
  },
  when: 'Time',
  howLong: 'Duration',
  where: 'Place',
  online: 'Online',
  leader: 'Leader',
  employee: 'Employee',
  guide: 'Guide',
  extraGuides: { senior: 'Guide to the senior talk', 'leader-talent': 'Guide to the leader-talent talk' },
  preparationSheet: 'Your preparation sheet',
  leaderPreparation: 'Your feedback to the employee',
  conversationGuide: 'Conversation guide',
  noAnswerNeeded: 'If the time suits you, you need not answer. Otherwise ask for another time on your page.',
  answerNeeded: (by) =>
    `The notice is short, so the time stands only if you accept it. Answer by ${by}; otherwise the time is withdrawn.`,
  voluntary: 'The talk is voluntary. If the time does not suit you, you can cancel it on your page.',
  openPage: 'Open your page',
  answerHere: 'Answer here:',
  duration: (minutes, plan) =>
    plan > 0 ? `${minutes} minutes, ${plan} of them for the plan` : `${minutes} minutes`,
  summary: (talk, employee, leader) => `${talk}: ${employee} and ${leader}`,
}

export const calendarTexts: Record<Language, CalendarTexts> = { da, en }
