import type { Language } from '../../domain/language.ts'
import type { TalkStatus } from '../../domain/talk/talk.ts'
import type { Milestone } from '../components/time-line.tsx'

export interface TimeLineTexts {
  states: Record<Milestone['state'], string>
  orientation: string
  invitation: string
  inviteBy: string
  preparation: string
  ready: string
  notReady: string
  talk: string
  holdBy: string
  toConfirm: string
  plan: string
  notAgreed: string
  waitsForEmployee: string
  waitsForLeader: string
  filed: string
  filing: string
  statusTalk: string
  /** What stands where the line ends without a talk, or after it. */
  ends: Readonly<Partial<Record<TalkStatus, string>>>
}

export const timeLineTexts: Readonly<Record<Language, TimeLineTexts>> = {
  da: {
    states: {
      done: 'sket',
      ended: 'slut',
      now: 'nu',
      ahead: 'det næste',
      late: 'forsinket',
      coming: 'kommer',
    },
    orientation: 'Orientering',
    invitation: 'Indkaldelse',
    inviteBy: 'Lederen indkalder senest denne dag.',
    preparation: 'Forberedelse',
    ready: 'Arket er markeret som klart.',
    notReady: 'Arket er ikke markeret som klart.',
    talk: 'Samtalen',
    holdBy: 'Sidste dag for samtalen.',
    toConfirm: 'Lederen skal svare på, om den blev holdt.',
    plan: 'Udviklingsplan',
    notAgreed: 'Sluttede uden enighed.',
    waitsForEmployee: 'Venter på medarbejderen.',
    waitsForLeader: 'Venter på lederen.',
    filed: 'Planen er lagt i personalesagen.',
    filing: 'Journalisering',
    statusTalk: 'Statussamtale',
    ends: {
      exempt: 'Der bliver ingen samtale i denne runde.',
      left: 'Ansættelsen er slut.',
      'not-held': 'HR har registreret, at samtalen ikke bliver holdt i denne runde.',
      stopped: 'HR har stoppet samtalen.',
      'taken-over': 'Næste rundes samtale har taget over.',
    },
  },
  en: {
    states: { done: 'done', ended: 'ended', now: 'now', ahead: 'next', late: 'late', coming: 'to come' },
    orientation: 'Orientation',
    invitation: 'Invitation',
    inviteBy: 'The leader invites by this day.',
    preparation: 'Preparation',
    ready: 'The sheet is marked as ready.',
    notReady: 'The sheet is not marked as ready.',
    talk: 'The talk',
    holdBy: 'The last day for the talk.',
    toConfirm: 'The leader is to answer whether it was held.',
    plan: 'Development plan',
    notAgreed: 'Ended without agreement.',
    waitsForEmployee: 'Waits for the employee.',
    waitsForLeader: 'Waits for the leader.',
    filed: 'The plan is in the personnel file.',
    filing: 'Filing',
    statusTalk: 'Status talk',
    ends: {
      exempt: 'There will be no talk in this round.',
      left: 'The employment has ended.',
      'not-held': 'HR has recorded that the talk will not be held in this round.',
      stopped: 'HR has stopped the talk.',
      'taken-over': 'The talk of the next round has taken over.',
    },
  },
}
