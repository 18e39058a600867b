import type { Language } from '../../domain/language.ts'
import type { StepKind } from '../../domain/policy/ladder.ts'
import type { InformationKind } from '../../domain/talk/effects.ts'
import { owedWords } from './escalations.ts'

type Told = InformationKind | 'invitation' | 'cancellation'

const told: Readonly<Record<Language, Readonly<Record<Told, string>>>> = {
  da: {
    'kick-off': 'Ledernes opstart',
    orientation: 'Orientering',
    'not-invited': '»Jeg er ikke blevet indkaldt«',
    'other-time-asked': 'Ønske om en anden tid',
    'time-accepted': 'Tiden er accepteret',
    'time-withdrawn': 'Tiden er trukket tilbage',
    'held-contradicted': 'Uenighed om, at samtalen blev holdt',
    'was-held': 'Medarbejderen siger, at samtalen blev holdt',
    'plan-proposed': 'Forslag til plan',
    'plan-returned': 'Planen er sendt tilbage',
    'plan-agreed': 'Planen er aftalt',
    'plan-not-agreed': 'Planen er lukket uden enighed',
    'action-reported': 'Svar om en handling',
    'offer-answered': 'Svar på et tilbud',
    'return-talk': 'Opstartssamtale kan holdes',
    'form-does-not-fit': '»Arket passer ikke til mig«',
    'evaluate-talk': 'Evaluering af samtalen',
    'hand-over': 'Overdragelse til en ny leder',
    'talk-postponed': 'Samtalen er udskudt',
    'filing-failed': 'Journalisering mislykkedes',
    'no-leader': 'Ingen leder',
    'group-feedback-sent': 'Samlet tilbagemelding',
    nudge: 'Besked fra HR',
    'slots-published': 'Tider at vælge mellem',
    'talk-offered': 'Tilbud om en samtale mere',
    'agree-away-asked': 'Forslag om at springe en statussamtale over',
    'plan-to-file': 'Plan, der skal journaliseres',
    'draft-ready': 'Næste års runde er klar som kladde',
    invitation: 'Kalenderinvitation',
    cancellation: 'Aflysning i kalenderen',
  },
  en: {
    'kick-off': 'The leaders begin',
    orientation: 'Orientation',
    'not-invited': '“I have not been invited”',
    'other-time-asked': 'Wish for another time',
    'time-accepted': 'The time is accepted',
    'time-withdrawn': 'The time is withdrawn',
    'held-contradicted': 'Disagreement about the talk having been held',
    'was-held': 'The employee says that the talk was held',
    'plan-proposed': 'Proposed plan',
    'plan-returned': 'The plan is sent back',
    'plan-agreed': 'The plan is agreed',
    'plan-not-agreed': 'The plan is closed without agreement',
    'action-reported': 'Answer about an action',
    'offer-answered': 'Answer to an offer',
    'return-talk': 'A return talk can be held',
    'form-does-not-fit': '“The sheet does not fit me”',
    'evaluate-talk': 'Evaluation of the talk',
    'hand-over': 'Hand-over to a new leader',
    'talk-postponed': 'The talk is postponed',
    'filing-failed': 'Filing failed',
    'no-leader': 'No leader',
    'group-feedback-sent': 'Common feedback',
    nudge: 'Message from HR',
    'slots-published': 'Times to pick from',
    'talk-offered': 'Offer of one more talk',
    'agree-away-asked': 'Suggestion to skip a status talk',
    'plan-to-file': 'Plan to be filed',
    'draft-ready': 'Next year’s round is ready as a draft',
    invitation: 'Calendar invitation',
    cancellation: 'Calendar cancellation',
  },
}

const steps: Readonly<Record<Language, Readonly<Record<StepKind | 'told', string>>>> = {
  da: {
    told: 'besked',
    reminder: 'påmindelse',
    asked: 'spørgsmål på dagen',
    overdue: 'over fristen',
    leader: 'til lederen',
    'leaders-leader': 'til leders leder',
    hr: 'til HR',
    'other-party': 'til den anden part',
  },
  en: {
    told: 'message',
    reminder: 'reminder',
    asked: 'asked on the day',
    overdue: 'overdue',
    leader: 'to the leader',
    'leaders-leader': 'to the leader’s leader',
    hr: 'to HR',
    'other-party': 'to the other party',
  },
}

/** What a notice is about, in a word or two. */
export function noticeWords(language: Language, kind: string): string {
  return (told[language] as Readonly<Record<string, string>>)[kind] ?? owedWords(language, kind)
}

/** A step of a ladder, repeats told apart: 'til HR (2)'. */
export function stepWords(language: Language, step: string): string {
  const [, name = step, number] = /^(.*?)(?:-(\d+))?$/.exec(step) ?? []
  const words = (steps[language] as Readonly<Record<string, string>>)[name] ?? name
  return number ? `${words} (${number})` : words
}
