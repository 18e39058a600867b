import type { Language } from '../../domain/language.ts'
import type { ObligationKind } from '../../domain/policy/ladder.ts'
import { owedWords } from './escalations.ts'

/** What a leader has not done, as their own leader reads it; whom it concerns may be several. */
type Sentence = (facts: {
  readonly leader: string
  readonly employees: string
  readonly talk: string
}) => string

export interface LateLeadersTexts {
  title: string
  lead: string
  employees: (count: number) => string
  /** Of those whose ladder has a step above the leader. */
  sentences: Readonly<Partial<Record<ObligationKind, Sentence>>>
}

export const lateLeadersTexts: Readonly<Record<Language, LateLeadersTexts>> = {
  da: {
    title: 'Sendt videre til dig',
    lead: 'En leder, du er leder for, har ikke nået det i tide. Tal med vedkommende. Du ser kun, hvad der mangler, aldrig hvad nogen har skrevet.',
    employees: (count) => `${count} medarbejdere`,
    sentences: {
      invite: (f) => `${f.leader} har ikke indkaldt ${f.employees} til ${f.talk}`,
      hold: (f) => `${f.leader} har ikke holdt ${f.talk} med ${f.employees}`,
      'confirm-held': (f) => `${f.leader} har ikke svaret på, om ${f.talk} med ${f.employees} blev holdt`,
      'agree-plan': (f) => `${f.leader} har ikke aftalt udviklingsplan med ${f.employees}`,
      journal: (f) => `${f.leader} har ikke journaliseret udviklingsplan for ${f.employees}`,
      'status-talk': (f) => `${f.leader} har ikke holdt statussamtale med ${f.employees}`,
      'group-feedback': (f) => `${f.leader} har ikke sendt den samlede tilbagemelding til sit team`,
    },
  },
  en: {
    title: 'Sent on to you',
    lead: 'A leader whom you lead has not done this in time. Talk to them. You see only what is missing, never what anybody has written.',
    employees: (count) => `${count} employees`,
    sentences: {
      invite: (f) => `${f.leader} has not invited ${f.employees} to ${f.talk}`,
      hold: (f) => `${f.leader} has not held ${f.talk} with ${f.employees}`,
      'confirm-held': (f) => `${f.leader} has not answered whether ${f.talk} with ${f.employees} was held`,
      'agree-plan': (f) => `${f.leader} has not agreed on a development plan with ${f.employees}`,
      journal: (f) => `${f.leader} has not filed the development plan of ${f.employees}`,
      'status-talk': (f) => `${f.leader} has not held a status talk with ${f.employees}`,
      'group-feedback': (f) => `${f.leader} has not sent the common feedback to their team`,
    },
  },
}

export function lateLeaderText(
  language: Language,
  obligation: string,
  facts: Parameters<Sentence>[0],
): string {
  const sentence = lateLeadersTexts[language].sentences[obligation as ObligationKind]
  return sentence
    ? sentence(facts)
    : `${facts.leader}: ${owedWords(language, obligation)} (${facts.employees})`
}
