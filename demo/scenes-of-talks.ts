import type { Calendar } from '../domain/calendar/calendar.ts'
import { addDays, addMonths } from '../domain/calendar/day.ts'
import {
  accept,
  approvePlan,
  invite,
  planTogether,
  prepare,
  proposePlan,
  reportHeld,
  shareActions,
} from './acts.ts'
import type { CastName } from './cast.ts'
import { type Dates, type Scene, scene } from './scene.ts'

/** The talks of the spring: some on time, some late, one never. */
export function scenesOfTalks(dates: Dates, calendar: Calendar): Scene[] {
  return [
    ...annasWay(dates, calendar),
    ...bensOthers(dates, calendar),
    ...leadersOwn(dates, calendar),
    ...evasTeam(dates, calendar),
  ]
}

/** Everything on time. */
function annasWay({ orientationOn, talksFrom }: Dates, calendar: Calendar): Scene[] {
  const invited = calendar.addWorkingDays(orientationOn, 3)
  const talk = calendar.addWorkingDays(talksFrom, 2)
  const after = (n: number) => calendar.addWorkingDays(talk, n)
  return [
    scene(invited, '10.00', 'Ben', 'invites Anna in good time', (world) =>
      invite(world, 'Ben', 'Anna', talk, '10.00'),
    ),
    scene(calendar.addWorkingDays(invited, 1), '12.30', 'Anna', 'accepts the time', (world) =>
      accept(world, 'Anna'),
    ),
    scene(
      calendar.addWorkingDays(talk, -6),
      '14.00',
      'Anna',
      'fills in her sheet and marks it ready',
      (world) => prepare(world, 'Anna', 'Anna'),
    ),
    scene(calendar.addWorkingDays(talk, -2), '15.00', 'Ben', 'prepares his feedback to Anna', (world) =>
      prepare(world, 'Ben', 'Anna'),
    ),
    scene(talk, '11.30', 'Ben', 'says that the talk with Anna was held', (world) =>
      reportHeld(world, 'Ben', 'Anna', talk),
    ),
    scene(after(1), '9.30', 'Anna', 'confirms it', async (world) =>
      (await world.as('Anna')).post(`/talks/${world.talkOf('Anna')}/outcome/confirmation`),
    ),
    scene(after(1), '9.35', 'Anna', 'answers the anonymous questions about the talk', async (world) => {
      const anna = await world.as('Anna')
      const { questions } = await anna.get(`/talks/${world.talkOf('Anna')}/evaluation`)
      const answers = Object.fromEntries(questions.map((question: { id: string }) => [question.id, 4]))
      await anna.post(`/talks/${world.talkOf('Anna')}/evaluation`, { answers })
    }),
    scene(after(3), '13.00', 'Anna', 'proposes the plan they agreed on', (world) =>
      proposePlan(world, 'Anna', 'Anna', [
        { what: 'Prøv åbne forældresamtaler i 4. a', owner: 'employee', dueOn: addMonths(talksFrom, 4) },
        { what: 'Følg en kollega en dag', owner: 'employee', dueOn: addMonths(talksFrom, 6) },
      ]),
    ),
    scene(after(4), '8.30', 'Ben', 'approves it, and it is filed by itself', (world) =>
      approvePlan(world, 'Ben', 'Anna'),
    ),
    scene(after(4), '9.00', 'Anna', 'shares her try-outs with Hans, to follow up together', (world) =>
      shareActions(world, 'Anna', 'Hans'),
    ),
  ]
}

/** Ben's other five: a leaver, a leave, a short notice, a plan without agreement, and Frida whom nobody invites. */
function bensOthers({ talksFrom, inviteBy, talksTo, orientationOn }: Dates, calendar: Calendar): Scene[] {
  const on = (n: number) => calendar.addWorkingDays(talksFrom, n)
  const hans = on(12)
  const inge = on(15)
  const mette = on(18)
  const gitte = calendar.addWorkingDays(addDays(talksFrom, 45), 14)
  return [
    scene(
      calendar.addWorkingDays(orientationOn, 4),
      '10.00',
      'Ben',
      'invites Hans and Mette',
      async (world) => {
        await invite(world, 'Ben', 'Hans', hans, '9.00')
        await invite(world, 'Ben', 'Mette', mette, '13.00')
      },
    ),
    scene(calendar.addWorkingDays(inge, -4), '9.00', 'Ben', 'invites Inge with four days’ notice', (world) =>
      invite(world, 'Ben', 'Inge', inge, '10.00'),
    ),
    scene(calendar.addWorkingDays(inge, -3), '12.00', 'Inge', 'accepts the short notice', (world) =>
      accept(world, 'Inge'),
    ),
    // Asked the morning after, and late: Ben answers two working days later.
    scene(
      calendar.addWorkingDays(hans, 3),
      '10.00',
      'Ben',
      'says, late, that the talk with Hans was held',
      (world) => reportHeld(world, 'Ben', 'Hans', hans),
    ),
    scene(calendar.addWorkingDays(hans, 4), '10.00', 'Hans', 'and Ben agree on a plan', (world) =>
      planTogether(world, 'Ben', 'Hans', [
        { what: 'Overlevér legepladsgruppen', owner: 'employee', dueOn: addMonths(talksFrom, 2) },
      ]),
    ),
    scene(inge, '12.00', 'Ben', 'says that the talk with Inge was held', (world) =>
      reportHeld(world, 'Ben', 'Inge', inge),
    ),
    scene(
      calendar.addWorkingDays(inge, 14),
      '10.00',
      'Inge',
      'and Ben agree on a plan, after its date',
      (world) => planTogether(world, 'Ben', 'Inge', []),
    ),
    scene(mette, '15.00', 'Ben', 'says that the talk with Mette was held', (world) =>
      reportHeld(world, 'Ben', 'Mette', mette),
    ),
    scene(calendar.addWorkingDays(mette, 2), '9.00', 'Ben', 'proposes a plan to Mette', (world) =>
      proposePlan(world, 'Ben', 'Mette', []),
    ),
    scene(
      calendar.addWorkingDays(mette, 4),
      '9.00',
      'Mette',
      'ends the drafting without agreement',
      async (world) =>
        (await world.as('Mette')).post(`/talks/${world.talkOf('Mette')}/plan/not-agreed`, {
          statement: 'Vi ser forskelligt på det.',
        }),
    ),
    scene(calendar.addWorkingDays(gitte, -11), '9.00', 'Ben', 'invites Gitte, who is back', (world) =>
      invite(world, 'Ben', 'Gitte', gitte, '10.00'),
    ),
    scene(
      calendar.addWorkingDays(gitte, 1),
      '8.30',
      'Ben',
      'says that the talk with Gitte was held',
      (world) => reportHeld(world, 'Ben', 'Gitte', gitte),
    ),
    scene(calendar.addWorkingDays(gitte, 2), '10.00', 'Gitte', 'and Ben agree on a plan', (world) =>
      planTogether(world, 'Ben', 'Gitte', []),
    ),
    scene(
      calendar.addWorkingDays(inviteBy, 4),
      '11.00',
      'Frida',
      'presses "I have not been invited"',
      async (world) => (await world.as('Frida')).post(`/talks/${world.talkOf('Frida')}/not-invited`),
    ),
    scene(
      calendar.addWorkingDays(talksTo, 18),
      '10.00',
      'Dora',
      'ends Frida’s talk as not held: the unit is reorganised',
      async (world) =>
        (await world.as('Dora')).post(`/talks/${world.talkOf('Frida')}/not-held`, {
          reason: 'reorganisation',
        }),
    ),
  ]
}

/** Leaders are employees too: Karen holds Carl's talk, Carl holds Ben's and Eva's. */
function leadersOwn({ orientationOn, talksFrom }: Dates, calendar: Calendar): Scene[] {
  const pairs: [CastName, CastName, number][] = [
    ['Karen', 'Carl', 4],
    ['Carl', 'Ben', 6],
    ['Carl', 'Eva', 7],
  ]
  return pairs.flatMap(([leader, employee, day]) => {
    const talk = calendar.addWorkingDays(talksFrom, day)
    return [
      scene(calendar.addWorkingDays(orientationOn, 5), '14.00', leader, `invites ${employee}`, (world) =>
        invite(world, leader, employee, talk, '14.00'),
      ),
      scene(talk, '15.30', leader, `says that the talk with ${employee} was held`, (world) =>
        reportHeld(world, leader, employee, talk),
      ),
      scene(calendar.addWorkingDays(talk, 5), '15.00', employee, `and ${leader} agree on a plan`, (world) =>
        planTogether(world, leader, employee, []),
      ),
    ]
  })
}

/** Karim's time is withdrawn and set again, Jens gets Eva as his leader, Nina joins in the middle of it. */
function evasTeam({ talksFrom }: Dates, calendar: Calendar): Scene[] {
  const on = (n: number) => calendar.addWorkingDays(talksFrom, n)
  const jens = calendar.onOrAfter(addDays(addMonths(talksFrom, 1), 9))
  const nina = calendar.addWorkingDays(addMonths(talksFrom, 2), 16)
  return [
    scene(on(3), '9.00', 'Eva', 'invites Karim with five days’ notice, and he does not answer', (world) =>
      invite(world, 'Eva', 'Karim', on(8), '9.00'),
    ),
    scene(on(8), '10.00', 'Eva', 'invites Karim again, in good time', (world) =>
      invite(world, 'Eva', 'Karim', on(19), '9.00'),
    ),
    scene(on(9), '10.00', 'Karim', 'asks for another time', async (world) =>
      (await world.as('Karim')).post(`/talks/${world.talkOf('Karim')}/appointment/other-time`, {
        wish: 'Gerne om eftermiddagen.',
      }),
    ),
    scene(on(9), '14.00', 'Eva', 'moves it to the afternoon', (world) =>
      invite(world, 'Eva', 'Karim', on(20), '14.00'),
    ),
    scene(on(20), '15.30', 'Eva', 'says that the talk with Karim was held', (world) =>
      reportHeld(world, 'Eva', 'Karim', on(20)),
    ),
    scene(on(22), '10.00', 'Karim', 'and Eva agree on a plan that reaches into next year', (world) =>
      planTogether(world, 'Eva', 'Karim', [
        { what: 'Afprøv ny læseplan i 7. b', owner: 'employee', dueOn: addMonths(talksFrom, 13) },
      ]),
    ),
    scene(on(14), '10.00', 'Ben', 'invites Jens, who has no mail address: his letter is printed', (world) =>
      invite(world, 'Ben', 'Jens', jens, '9.00'),
    ),
    scene(
      calendar.addWorkingDays(jens, 2),
      '9.00',
      'Eva',
      'says that the talk with Jens, hers now, was held',
      (world) => reportHeld(world, 'Eva', 'Jens', jens),
    ),
    scene(
      calendar.addWorkingDays(jens, 3),
      '9.00',
      'Eva',
      'proposes a plan to Jens, which he never answers',
      (world) => proposePlan(world, 'Eva', 'Jens', []),
    ),
    scene(
      calendar.addWorkingDays(nina, -11),
      '9.00',
      'Eva',
      'invites Nina, who joined in the spring',
      (world) => invite(world, 'Eva', 'Nina', nina, '10.00'),
    ),
    scene(nina, '11.30', 'Eva', 'says that the talk with Nina was held', (world) =>
      reportHeld(world, 'Eva', 'Nina', nina),
    ),
    scene(calendar.addWorkingDays(nina, 3), '9.00', 'Nina', 'and Eva agree on a plan', (world) =>
      planTogether(world, 'Eva', 'Nina', []),
    ),
  ]
}
