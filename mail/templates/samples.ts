import { day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import { type AddressChangeInput, addressChangeMail } from './address-change-mail.ts'
import { calendarMail, type CalendarMailInput } from './calendar-mail.ts'
import type { MailContent, MailPlace } from './content.ts'
import { digestMail, type DigestLine } from './digest-mail.ts'
import { employeeMail, type EmployeeMailInput } from './employee-mail.ts'
import { furtherNumberMail } from './further-number-mail.ts'
import { formerLeaderMail } from './former-leader-mail.ts'
import { leaderChangeMail } from './leader-change-mail.ts'
import { planOpeningMail } from './plan-opening-mail.ts'
import { groupTalkMail, type GroupTalkMailInput } from './group-talk-mail.ts'
import { signInMail } from './sign-in-mail.ts'

/** A mail as it looks with everything filled in: shown at /dev/mails and walked by the tests. */
export interface MailSample {
  name: string
  contentOf(language: Language, place: MailPlace): MailContent
}

const talkId = '5f1c2a70-0000-4000-8000-0000000000a1'
const roundId = '5f1c2a70-0000-4000-8000-0000000000b1'
const time = { on: day('2027-03-12'), minutes: 9 * 60 + 30 }
const threeDaysOn = { on: day('2027-03-15'), minutes: time.minutes }
const round = {
  name: 'MUS 2027',
  kind: 'mus' as const,
  talksFrom: day('2027-02-01'),
  talksTo: day('2027-04-30'),
  orientationOn: day('2027-01-04'),
  committee: 'MED-udvalget',
}

const toAnna: EmployeeMailInput = {
  kind: 'orientation',
  step: 'told',
  dueOn: null,
  talkId,
  givenName: 'Anna',
  employee: 'Anna Ågård',
  leader: 'Ben Krogh',
  round,
  inviteBy: day('2027-02-15'),
  reveal: 'both-ready',
  time,
  tr: 'Tove Riis',
}

const invitation: CalendarMailInput = {
  news: 'invited',
  to: 'employee',
  givenName: 'Anna',
  other: 'Ben Krogh',
  about: 'talk',
  kind: 'mus',
  talkId,
  time,
  minutes: 60,
  planMinutes: 15,
  place: 'Mødelokale 2, 1. sal',
  onlineUrl: '',
  answerBy: null,
}

const teamTalk: GroupTalkMailInput = {
  news: 'invited',
  talkId,
  roundId,
  leaderId: '5f1c2a70-0000-4000-8000-0000000000c1',
  givenName: 'Anna',
  leader: 'Ben Krogh',
  members: ['Anna Ågård', 'Bo Dahl', 'Sofie Ømann'],
  time,
  minutes: 120,
  place: 'Personalerummet',
  onlineUrl: '',
}

const line: DigestLine = {
  kind: 'invite',
  about: 'talk',
  step: 'overdue',
  dueOn: day('2027-02-15'),
  talkId,
  roundId,
  employee: 'Anna Ågård',
  leader: 'Ben Krogh',
  owedBy: 'leader',
  time: null,
  round,
}

const draft: DigestLine = {
  ...line,
  kind: 'draft-ready',
  step: 'told',
  dueOn: null,
  talkId: null,
  employee: '',
  leader: null,
  round: { ...round, name: 'MUS 2028' },
}

export const mailSamples: readonly MailSample[] = [
  toEmployee('orientation', {}),
  toEmployee('prepare-reminder', { kind: 'prepare', step: 'reminder-5', dueOn: time.on }),
  toEmployee('prepare-reminder-shared-by-author', {
    kind: 'prepare',
    step: 'reminder-5',
    dueOn: time.on,
    reveal: 'author',
  }),
  toEmployee('plan-proposed', { kind: 'plan-proposed', dueOn: day('2027-03-30') }),
  toEmployee('plan-returned', { kind: 'plan-returned' }),
  toEmployee('plan-not-agreed', { kind: 'plan-not-agreed', dueOn: day('2027-03-30') }),
  toEmployee('plan-not-agreed-nor-filed', { kind: 'plan-not-agreed' }),
  toEmployee('plan-agreed', { kind: 'plan-agreed' }),
  toEmployee('plan-reminder', { kind: 'agree-plan', step: 'reminder', dueOn: day('2027-03-30') }),
  toEmployee('plan-overdue', { kind: 'agree-plan', step: 'overdue', dueOn: day('2027-03-30') }),
  toEmployee('action-reminder', { kind: 'action', step: 'reminder', dueOn: day('2027-06-01') }),
  toEmployee('action-asked', { kind: 'action', step: 'asked', dueOn: day('2027-06-01') }),
  toEmployee('action-told', { kind: 'action', step: 'other-party', dueOn: day('2027-06-01') }),
  toEmployee('action-reported', { kind: 'action-reported' }),
  toEmployee('evaluate-talk', { kind: 'evaluate-talk' }),
  toEmployee('group-feedback-sent', { kind: 'group-feedback-sent' }),
  toEmployee('nudge', { kind: 'nudge' }),
  toEmployee('slots-published', { kind: 'slots-published', time: null }),
  toEmployee('talk-offered', { kind: 'talk-offered' }),
  toEmployee('agree-away-asked', { kind: 'agree-away-asked' }),
  calendar('invitation', {}),
  calendar('invitation-at-short-notice', { answerBy: { on: day('2027-03-11'), minutes: 12 * 60 } }),
  calendar('invitation-online', { place: '', onlineUrl: 'https://meet.solbakke.example/mus-42' }),
  calendar('invitation-to-leader', { to: 'leader', givenName: 'Ben', other: 'Anna Ågård' }),
  calendar('invitation-to-status-talk', { about: 'status-talk', minutes: 15, planMinutes: 0 }),
  calendar('invitation-to-senior-talk', { about: 'extra', kind: 'senior', planMinutes: 0 }),
  calendar('invitation-to-return-talk', { about: 'extra', kind: 'return', planMinutes: 0 }),
  calendar('moved', { news: 'moved' }),
  calendar('moved-to-leader', { news: 'moved', to: 'leader', givenName: 'Ben', other: 'Anna Ågård' }),
  calendar('cancelled', { news: 'cancelled' }),
  calendar('cancelled-to-leader', { news: 'cancelled', to: 'leader', givenName: 'Ben', other: 'Anna Ågård' }),
  calendar('withdrawn', { news: 'withdrawn' }),
  calendar('withdrawn-to-leader', { news: 'withdrawn', to: 'leader', givenName: 'Ben', other: 'Anna Ågård' }),
  calendar('handed-over', { news: 'handed-over', to: 'leader', givenName: 'Ben', other: 'Anna Ågård' }),
  groupTalk('team-talk', {}),
  groupTalk('team-talk-moved', { news: 'moved', onlineUrl: 'https://meet.solbakke.example/grus-7' }),
  groupTalk('team-talk-cancelled', { news: 'cancelled' }),
  groupTalk('team-talk-to-leader', { talkId: null, givenName: 'Ben' }),
  groupTalk('team-talk-moved-to-leader', { news: 'moved', talkId: null, givenName: 'Ben' }),
  groupTalk('team-talk-fewer-to-leader', { news: 'fewer', talkId: null, givenName: 'Ben' }),
  groupTalk('team-talk-handed-over', { news: 'handed-over', talkId: null, givenName: 'Carl' }),
  groupTalk('team-talk-cancelled-to-leader', { news: 'cancelled', talkId: null, givenName: 'Ben' }),
  {
    name: 'digest-to-leader',
    contentOf: (language, place) =>
      digestMail(
        { on: day('2027-02-16'), givenName: 'Ben', fresh: digestLines(), rest: restLines() },
        language,
        place,
      ),
  },
  {
    name: 'digest-to-hr',
    contentOf: (language, place) =>
      digestMail(
        { on: day('2027-02-25'), givenName: 'Dora', fresh: [{ ...line, step: 'hr' }, draft], rest: [] },
        language,
        place,
      ),
  },
  opened('plan-opened', 'employee'),
  opened('plan-opened-to-leader', 'leader'),
  {
    name: 'leader-changed-to-former',
    contentOf: (language, place) =>
      formerLeaderMail(
        {
          givenName: 'Ben',
          on: day('2027-03-01'),
          changes: [
            { employee: 'Anna Ågård', leader: 'Carl Ømann' },
            { employee: 'Bo Dahl', leader: 'Carl Ømann' },
          ],
        },
        language,
        place,
      ),
  },
  {
    name: 'leader-changed',
    contentOf: (language, place) =>
      leaderChangeMail({ givenName: 'Anna', leader: 'Carl Ømann', on: day('2027-03-01') }, language, place),
  },
  addressChanged('replaced'),
  addressChanged('removed'),
  addressChanged('first'),
  addressChanged('now-yours'),
  {
    name: 'further-number',
    contentOf: (language, place) =>
      furtherNumberMail(
        { givenName: 'Anna', number: '40172', enteredAt: time, from: threeDaysOn },
        language,
        place,
      ),
  },
  {
    name: 'sign-in',
    contentOf: (language, place) =>
      signInMail({ givenName: 'Anna', token: 'kX2-sample-3vQ', until: time }, language, place),
  },
]

function toEmployee(name: string, changed: Partial<EmployeeMailInput>): MailSample {
  return { name, contentOf: (language, place) => employeeMail({ ...toAnna, ...changed }, language, place) }
}

function addressChanged(news: AddressChangeInput['news']): MailSample {
  return {
    name: `address-${news}`,
    contentOf: (language, place) =>
      addressChangeMail({ news, givenName: 'Anna', changedAt: time, from: threeDaysOn }, language, place),
  }
}

function opened(name: string, to: 'employee' | 'leader'): MailSample {
  const input = {
    to,
    givenName: to === 'employee' ? 'Anna' : 'Ben',
    employee: 'Anna Ågård',
    by: 'Dora Krogh',
  }
  return {
    name,
    contentOf: (language, place) => planOpeningMail({ ...input, at: time, talkId }, language, place),
  }
}

function calendar(name: string, changed: Partial<CalendarMailInput>): MailSample {
  return {
    name,
    contentOf: (language, place) => calendarMail({ ...invitation, ...changed }, language, place),
  }
}

function groupTalk(name: string, changed: Partial<GroupTalkMailInput>): MailSample {
  return { name, contentOf: (language, place) => groupTalkMail({ ...teamTalk, ...changed }, language, place) }
}

function digestLines(): DigestLine[] {
  return [
    line,
    { ...line, employee: 'Bodil Østergaard' },
    { ...line, kind: 'confirm-held', step: 'asked', employee: 'Carl-Emil Thygesen', time },
    { ...line, kind: 'plan-proposed', step: 'told', dueOn: null, employee: 'Ditte Holm' },
    { ...line, kind: 'time-accepted', step: 'told', dueOn: null, about: 'status-talk', time },
    { ...line, kind: 'plan-to-file', step: 'told', dueOn: day('2027-03-01'), employee: 'Gitte Lyng' },
  ]
}

function restLines(): DigestLine[] {
  return [
    { ...line, kind: 'agree-plan', step: 'reminder', dueOn: day('2027-02-22'), employee: 'Eva Lund' },
    { ...line, kind: 'journal', step: 'overdue', dueOn: day('2027-02-12'), employee: 'Frede Munk' },
  ]
}
