import type { Language } from '../../domain/language.ts'

/** HR writes to leaders and employees of a round in own words. */
export interface RoundNudgeTexts {
  title: string
  lead: string
  leaders: string
  leadersHint: string
  leaderLine: (name: string, late: number, all: number) => string
  noLeaders: string
  employee: string
  text: string
  textHint: string
  send: string
  earlier: string
  none: string
  toLeader: string
  toEmployee: string
  by: (name: string, at: string) => string
}

export const roundNudgeTexts: Readonly<Record<Language, RoundNudgeTexts>> = {
  da: {
    title: 'Skriv til nogen i runden',
    lead: 'Din besked kommer til at stå på deres side. Mailen siger kun, at den er der, så her må du gerne skrive frit, men aldrig om helbred eller andet følsomt.',
    leaders: 'Ledere',
    leadersHint: 'De, der er mest forsinkede, står først.',
    leaderLine: (name, late, all) =>
      late > 0
        ? `${name} (${late} af ${all} samtaler er forsinket)`
        : `${name} (${all} ${all === 1 ? 'samtale' : 'samtaler'})`,
    noLeaders: 'Ingen ledere har samtaler i runden endnu.',
    employee: 'Medarbejder',
    text: 'Din besked',
    textHint: 'Højst 2.000 tegn.',
    send: 'Send beskeden',
    earlier: 'Det har HR skrevet før',
    none: 'HR har ikke skrevet til nogen i runden endnu.',
    toLeader: 'Til en leder',
    toEmployee: 'Til en medarbejder',
    by: (name, at) => `Skrevet af ${name} ${at}`,
  },
  en: {
    title: 'Write to somebody in the round',
    lead: 'Your message will stand on their page. The mail says only that it is there, so you may write freely here, but never about health or anything else that is sensitive.',
    leaders: 'Leaders',
    leadersHint: 'Those who are most late come first.',
    leaderLine: (name, late, all) =>
      late > 0
        ? `${name} (${late} of ${all} talks ${late === 1 ? 'is' : 'are'} late)`
        : `${name} (${all} ${all === 1 ? 'talk' : 'talks'})`,
    noLeaders: 'No leader has talks in the round yet.',
    employee: 'Employee',
    text: 'Your message',
    textHint: 'At most 2,000 characters.',
    send: 'Send the message',
    earlier: 'What HR has written before',
    none: 'HR has not written to anybody in the round yet.',
    toLeader: 'To a leader',
    toEmployee: 'To an employee',
    by: (name, at) => `Written by ${name}, ${at}`,
  },
}
