import type { Calendar } from '../domain/calendar/calendar.ts'
import { addDays, addMonths, type Day } from '../domain/calendar/day.ts'
import { agreeAway, holdStatusTalk, reportAction } from './acts.ts'
import type { CastName } from './cast.ts'
import { type Dates, type Scene, scene } from './scene.ts'

/** What follows the talks: status talks, actions, the team's common feedback. */
export function scenesOfFollowUp(dates: Dates, calendar: Calendar): Scene[] {
  const { talksFrom, groupFeedbackBy } = dates
  const after = (months: number, days: number): Day =>
    calendar.onOrAfter(addDays(addMonths(talksFrom, months), days))
  const pairs: [CastName, CastName][] = [
    ['Carl', 'Karen'],
    ['Ben', 'Carl'],
    ['Eva', 'Carl'],
    ['Inge', 'Ben'],
    ['Mette', 'Ben'],
    ['Gitte', 'Ben'],
    ['Karim', 'Eva'],
    ['Nina', 'Eva'],
  ]
  return [
    scene(after(4, 1), '9.00', 'Anna', 'has tried what she promised: done', (world) =>
      reportAction(world, 'Anna', 'Anna', 'Prøv åbne forældresamtaler i 4. a', { report: 'done' }),
    ),
    scene(after(6, 3), '9.00', 'Anna', 'says that the second try-out has no effect', (world) =>
      reportAction(world, 'Anna', 'Anna', 'Følg en kollega en dag', { report: 'no-effect' }),
    ),
    scene(
      calendar.addWorkingDays(groupFeedbackBy, 5),
      '15.00',
      'Ben',
      'sends common feedback to his team, late',
      async (world) => {
        const ben = await world.as('Ben')
        const round = world.notes.get(`round ${dates.year}`)
        await ben.put(`/rounds/${round}/group-feedback`, {
          version: 0,
          text: 'Tak for gode samtaler. Mange ønsker mere tid til samarbejde.',
        })
        await ben.post(`/rounds/${round}/group-feedback/sending`)
      },
    ),
    scene(after(4, 4), '10.00', 'Ben', 'holds the first status talk with Anna', (world) =>
      holdStatusTalk(world, 1, 'Anna', 'Ben', after(4, 4)),
    ),
    scene(after(8, 1), '10.00', 'Anna', 'and Ben agree that the second is not needed', (world) =>
      agreeAway(world, 2, 'Anna', 'Ben'),
    ),
    ...pairs.map(([employee, leader]) =>
      scene(
        after(4, 5),
        '13.00',
        employee,
        `and ${leader} agree that status talks are not needed`,
        async (world) => {
          for (const number of [1, 2]) await agreeAway(world, number, employee, leader)
        },
      ),
    ),
    // Jens cannot sign in: Eva holds his, the first one late.
    scene(
      after(6, 0),
      '14.00',
      'Eva',
      'holds the first status talk with Jens, later than it was due',
      (world) => holdStatusTalk(world, 1, 'Jens', 'Eva', after(6, 0)),
    ),
    scene(after(9, 0), '14.00', 'Eva', 'holds the second status talk with Jens', (world) =>
      holdStatusTalk(world, 2, 'Jens', 'Eva', after(9, 0)),
    ),
  ]
}
