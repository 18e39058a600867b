import { doneLongBefore, goesOnLeave, hasLeft, invitedOnLeave, isHandedOver } from './last-hour.ts'
import type { Mutant } from './mutants.ts'
import { firstMorning, nobodyInvites, planIsFiled } from './scenarios.ts'

/** Who is told, of what and when: each with one keeper of that taken away. */
export const mutantsOfTelling: readonly Mutant[] = [
  {
    what: 'an invitation is owed although there is one',
    scenario: doneLongBefore,
    breaks: 'Nobody is told what is done, nor while away or gone',
    rules: [
      {
        after: /function owedBeforeTalk\(turn\) \{/,
        put: `if (turn.talk.status === 'arranged') return [{ subject: turn.talk.talkId, owedBy: 'leader', moved: 'from-overdue', obligation: 'invite', dueOn: turn.talk.inviteDueOn }];`,
      },
    ],
  },
  {
    what: 'the sender takes whoever is on leave for present',
    scenario: goesOnLeave,
    breaks: 'Nobody is told what is done, nor while away or gone',
    source: {
      file: 'domain/notices/still-wanted.ts',
      after: /const \{ talk \} = notice\n/,
      put: `if (talk?.employeeOnLeave) return { verdict: 'go' }\n`,
    },
  },
  {
    what: 'the sender takes whoever has left for employed',
    scenario: hasLeft,
    breaks: 'Nobody is told what is done, nor while away or gone',
    source: {
      file: 'domain/notices/still-wanted.ts',
      after: /const \{ talk \} = notice\n/,
      put: `if (talk?.employeeLeft) return { verdict: 'go' }\n`,
    },
  },
  {
    what: 'the sender asks who led yesterday',
    scenario: isHandedOver,
    breaks: 'Nobody is told what is done, nor while away or gone',
    source: {
      file: 'db/outbox-lines.ts',
      after: /if \(employmentIds\.length === 0\) return new Map\(\)\n/,
      put: 'on = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10) as Day\n',
    },
  },
  {
    what: 'what is to go above the leader goes to the leader',
    scenario: nobodyInvites,
    breaks: 'Nobody is told what is done, nor while away or gone',
    source: {
      file: 'domain/notices/roles.ts',
      after: /export function holdersOf\([^{]*\{\n/,
      put: `if (audience !== 'leader') return holdersOf('leader', line)\n`,
    },
  },
  {
    what: 'calendar mails go to whoever is on leave',
    scenario: invitedOnLeave,
    breaks: 'Nobody is told what is done, nor while away or gone',
    source: {
      file: 'mail/prepare-calendar.ts',
      after: /if \(facts === undefined\) return end\('done'\)\n/,
      put: 'facts.employeeOnLeave = false\n',
    },
  },
  {
    what: 'the sender drops what is still owed as done',
    scenario: nobodyInvites,
    breaks: 'What was due has arrived, or HR sees why not',
    source: {
      file: 'domain/notices/still-wanted.ts',
      after: /const \{ talk \} = notice\n/,
      put: `if (notice.whileOpen) return drop('done')\n`,
    },
  },
  {
    what: 'what HR is to be told is lost',
    scenario: nobodyInvites,
    breaks: 'What the rules decide is decided on its day, and nothing else',
    worker: ['loses-what-hr-is-told'],
  },
  {
    what: 'calendar mails are lost',
    scenario: { ...planIsFiled(null), quietDays: 1 },
    breaks: 'What the rules decide is decided on its day, and nothing else',
    worker: ['loses-calendar-mails'],
  },
  {
    what: 'steps are decided a day early',
    scenario: firstMorning(null),
    breaks: 'What the rules decide is decided on its day, and nothing else',
    rules: [
      {
        after: /function stepInstant\(talk, calendar, on\) \{/,
        put: 'on = calendar.addWorkingDays(on, -1);',
      },
    ],
  },
]
