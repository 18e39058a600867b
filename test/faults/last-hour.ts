import { addDays, type Day } from '../../domain/calendar/day.ts'
import { FIRST, type Scenario, step, time } from './scenarios.ts'
import type { World } from './world.ts'

/** The leader invites. */
export const doneInTime = beforeTheDigest((world, talk) => {
  const talkId = world.talkOf(world.cast.anna)
  return invited(world, talk, { decides: talkId, ends: { talkId, obligation: 'invite' } })
})

/** The leader has invited before anything is decided. */
export const doneLongBefore: Scenario = {
  steps: (world) => [
    step(world, 1, '11.00', (talk) => {
      const talkId = world.talkOf(world.cast.anna)
      return invited(world, talk, { decides: talkId, ends: { talkId, obligation: 'invite' } })
    }),
  ],
  blows: [],
  quietDays: 7,
}

/** The employee's leave begins. */
export const goesOnLeave = beforeTheDigest((world, _talk, today) =>
  changed(world, 'POST', 'leaves', { from: today, to: addDays(today, 6) }),
)

/** HR hears that the employee left the day before. */
export const hasLeft = beforeTheDigest((world, _talk, today) =>
  changed(world, 'PUT', 'last-day', { lastDay: addDays(today, -1) }),
)

/** The employee has another leader from today. */
export const isHandedOver = beforeTheDigest((world, _talk, today) =>
  changed(world, 'PUT', 'leader', { leaderId: world.cast.carl.employmentId, from: today }),
)

/** The employee is invited while on leave, to a time after it. */
export const invitedOnLeave: Scenario = {
  steps: (world) => [
    step(world, 0, '11.00', () =>
      changed(world, 'POST', 'leaves', { from: addDays(FIRST, 1), to: addDays(FIRST, 6) }),
    ),
    step(world, 2, '11.00', (talk) => invited(world, talk, { decides: world.talkOf(world.cast.anna) })),
    step(world, 5, '11.00', async () => {}),
  ],
  blows: [],
  quietDays: 4,
}

/** What happens in the very hour between the decision to remind of an invitation and its digest. */
function beforeTheDigest(happens: (world: World, talk: string, today: Day) => Promise<unknown>): Scenario {
  return {
    steps: (world) => {
      let hasHappened = false
      return Array.from({ length: 10 }, (_, days) =>
        step(world, days + 1, '7.50', async (talk) => {
          const talkId = world.talkOf(world.cast.anna)
          const reminded = await world.db.notice.count({ where: { talkId, obligation: 'invite' } })
          if (reminded === 0 || hasHappened) return
          hasHappened = true
          await happens(world, talk, addDays(FIRST, days + 1))
        }),
      )
    },
    blows: [],
    quietDays: 2,
  }
}

function invited(
  world: World,
  talk: string,
  wish: { decides: string; ends?: { talkId: string; obligation: string } },
): Promise<unknown> {
  const on = world.player.calendar.addWorkingDays(FIRST, 25)
  const startsAt = new Date(time(world, on, '13.00')).toISOString()
  return world.people.ask(
    world.cast.ben,
    'POST',
    `${talk}/appointment`,
    { startsAt, place: 'Kontoret' },
    wish,
  )
}

/** HR does. */
function changed({ people, cast }: World, method: 'POST' | 'PUT', what: string, body: object) {
  return people.ask(cast.dora, method, `/employments/${cast.anna.employmentId}/${what}`, body)
}
