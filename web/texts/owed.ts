import type { ObligationKind } from '../../domain/policy/ladder.ts'
import type { Language } from '../../domain/language.ts'

/** What somebody is asked to do, in the reader's own sentence. */
export type OwedSentence = (facts: {
  readonly employee: string
  readonly talk: string
  readonly round: string
}) => string

type ByOwer = Readonly<Record<'employee' | 'leader' | 'hr', OwedSentence>>

const same = (sentence: OwedSentence): ByOwer => ({ employee: sentence, leader: sentence, hr: sentence })

type ManyOwed = Readonly<Partial<Record<ObligationKind, (count: number, talk: string) => string>>>

/** What a leader owes in several talks at once, as one link. */
export const manyOwedSentences: Readonly<Record<Language, ManyOwed>> = {
  da: {
    invite: (count, talk) => `Indkald ${count} medarbejdere til ${talk}`,
    hold: (count, talk) => `Hold ${talk} med ${count} medarbejdere`,
    'confirm-held': (count, talk) => `Svar på, om ${talk} med ${count} medarbejdere blev holdt`,
    'leader-prepare': (count) => `Forbered din feedback til ${count} medarbejdere`,
    'agree-plan': (count) => `Bliv enig med ${count} medarbejdere om udviklingsplanen`,
    action: (count) => `Svar på, hvordan det går med ${count} handlinger, du har aftalt`,
    journal: (count) => `Journalisér ${count} udviklingsplaner`,
    'status-talk': (count) => `Hold statussamtale med ${count} medarbejdere`,
  },
  en: {
    invite: (count, talk) => `Invite ${count} employees to ${talk}`,
    hold: (count, talk) => `Hold ${talk} with ${count} employees`,
    'confirm-held': (count, talk) => `Answer whether ${talk} with ${count} employees was held`,
    'leader-prepare': (count) => `Prepare your feedback to ${count} employees`,
    'agree-plan': (count) => `Agree with ${count} employees on the development plan`,
    action: (count) => `Answer how it goes with ${count} actions you have agreed on`,
    journal: (count) => `File ${count} development plans`,
    'status-talk': (count) => `Hold status talks with ${count} employees`,
  },
}

/** The short sentence of what a person owes, as a link text: an order, not a reproach. */
export const owedSentences: Readonly<Record<Language, Readonly<Record<ObligationKind, ByOwer>>>> = {
  da: {
    invite: same((f) => `Indkald ${f.employee} til ${f.talk}`),
    hold: same((f) => `Hold ${f.talk} med ${f.employee}`),
    'confirm-held': same((f) => `Svar på, om ${f.talk} med ${f.employee} blev holdt`),
    prepare: same((f) => `Forbered dig til ${f.talk}`),
    'leader-prepare': same((f) => `Forbered din feedback til ${f.employee}`),
    'agree-plan': {
      employee: (f) => `Bliv enig med din leder om udviklingsplanen efter ${f.talk}`,
      leader: (f) => `Bliv enig med ${f.employee} om udviklingsplanen`,
      hr: (f) => `Udviklingsplanen for ${f.employee} er ikke på plads`,
    },
    action: {
      employee: () => 'Svar på, hvordan det går med en handling, I har aftalt',
      leader: (f) => `Svar på, hvordan det går med en handling, du har aftalt med ${f.employee}`,
      hr: (f) => `En handling for ${f.employee} mangler svar`,
    },
    journal: same((f) => `Journalisér udviklingsplanen for ${f.employee}`),
    'status-talk': same((f) => `Hold statussamtale med ${f.employee}`),
    'group-feedback': same((f) => `Send den samlede tilbagemelding til dit team efter ${f.round}`),
    evaluation: same((f) => `Registrér, at evalueringen af ${f.round} er drøftet`),
  },
  en: {
    invite: same((f) => `Invite ${f.employee} to ${f.talk}`),
    hold: same((f) => `Hold ${f.talk} with ${f.employee}`),
    'confirm-held': same((f) => `Answer whether ${f.talk} with ${f.employee} was held`),
    prepare: same((f) => `Prepare for ${f.talk}`),
    'leader-prepare': same((f) => `Prepare your feedback to ${f.employee}`),
    'agree-plan': {
      employee: (f) => `Agree with your leader on the development plan after ${f.talk}`,
      leader: (f) => `Agree with ${f.employee} on the development plan`,
      hr: (f) => `The development plan of ${f.employee} is not in place`,
    },
    action: {
      employee: () => 'Answer how it goes with an action you have agreed on',
      leader: (f) => `Answer how it goes with an action you have agreed on with ${f.employee}`,
      hr: (f) => `An action of ${f.employee} awaits an answer`,
    },
    journal: same((f) => `File the development plan of ${f.employee}`),
    'status-talk': same((f) => `Hold a status talk with ${f.employee}`),
    'group-feedback': same((f) => `Send the common feedback to your team after ${f.round}`),
    evaluation: same((f) => `Record that the evaluation of ${f.round} has been discussed`),
  },
}
