import type { Language } from '../../domain/language.ts'
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
  plan: string
  planBy: string
  waitsForEmployee: string
  waitsForLeader: string
  filed: string
  filing: string
  statusTalk: string
}

export const timeLineTexts: Readonly<Record<Language, TimeLineTexts>> = {
  da: {
    states: { done: 'sket', now: 'nu', ahead: 'det næste', late: 'forsinket', coming: 'kommer' },
    orientation: 'Orientering',
    invitation: 'Indkaldelse',
    inviteBy: 'Lederen indkalder senest denne dag.',
    preparation: 'Forberedelse',
    ready: 'Arket er markeret som klar.',
    notReady: 'Arket er ikke markeret som klar.',
    talk: 'Samtalen',
    holdBy: 'Sidste dag for samtalen.',
    plan: 'Udviklingsplan',
    planBy: 'Planen skal være aftalt senest denne dag.',
    waitsForEmployee: 'Venter på medarbejderen.',
    waitsForLeader: 'Venter på lederen.',
    filed: 'Planen er lagt i personalesagen.',
    filing: 'Journalisering',
    statusTalk: 'Statussamtale',
  },
  en: {
    states: { done: 'done', now: 'now', ahead: 'next', late: 'late', coming: 'to come' },
    orientation: 'Orientation',
    invitation: 'Invitation',
    inviteBy: 'The leader invites by this day.',
    preparation: 'Preparation',
    ready: 'The sheet is marked as ready.',
    notReady: 'The sheet is not marked as ready.',
    talk: 'The talk',
    holdBy: 'The last day for the talk.',
    plan: 'Development plan',
    planBy: 'The plan is to be agreed by this day.',
    waitsForEmployee: 'Waits for the employee.',
    waitsForLeader: 'Waits for the leader.',
    filed: 'The plan is in the personnel file.',
    filing: 'Filing',
    statusTalk: 'Status talk',
  },
}
