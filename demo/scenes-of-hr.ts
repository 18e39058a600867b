import type { Calendar } from '../domain/calendar/calendar.ts'
import { addDays, addMonths } from '../domain/calendar/day.ts'
import { laterPeopleFile, peopleFile, unitsFile } from './cast.ts'
import { type Dates, type Json, type Scene, scene, type World } from './scene.ts'

/** What HR does: imports, rounds, the works council's evaluation, next year. */
export function scenesOfHr(dates: Dates, calendar: Calendar): Scene[] {
  const { startsOn, talksFrom, evaluationBy, year } = dates
  const beforeMarch = calendar.addWorkingDays(addMonths(talksFrom, 1), -3)
  const nextStart = calendar.onOrAfter(addDays(startsOn, 364))
  return [
    scene(startsOn, '8.00', 'Dora', 'imports units and people', async (world) => {
      await importFile(world, 'kind=units', unitsFile, 'enheder.csv')
      await importFile(world, 'kind=people', peopleFile(talksFrom), 'medarbejdere.csv')
    }),
    scene(startsOn, '9.00', 'Dora', `drafts MUS ${year} and starts it`, (world) => startRound(world, year)),
    scene(
      beforeMarch,
      '9.00',
      'Dora',
      'imports March’s people: Jens gets Eva, Hans has resigned, Nina joins',
      (world) =>
        importFile(
          world,
          `validFrom=${addMonths(talksFrom, 1)}`,
          laterPeopleFile(talksFrom),
          'medarbejdere-marts.csv',
        ),
    ),
    scene(beforeMarch, '10.00', 'Dora', 'looks who is in the round now', (world) => world.meetEverybody()),
    scene(
      calendar.addWorkingDays(evaluationBy, 3),
      '13.00',
      'Dora',
      'records that the works council has discussed the round',
      async (world) =>
        (await world.as('Dora')).post(`/rounds/${world.notes.get(`round ${year}`)}/evaluation-discussion`, {
          on: calendar.addWorkingDays(evaluationBy, 2),
        }),
    ),
    scene(
      nextStart,
      '9.00',
      'Dora',
      `drafts MUS ${year + 1} and starts it while last year’s follow-up runs`,
      (world) => startRound(world, year + 1),
    ),
  ]
}

/** Uploads a file, reads the preview as HR would, and commits what has no bad rows. */
async function importFile(world: World, query: string, text: string, fileName: string): Promise<void> {
  const dora = await world.as('Dora')
  const preview: Json = await dora.upload(
    `/imports?${query}&fileName=${fileName}`,
    new TextEncoder().encode(text),
  )
  await dora.post(`/imports/${preview.id}/commit`, {})
}

async function startRound(world: World, year: number): Promise<void> {
  const dora = await world.as('Dora')
  const units: Json[] = await dora.get('/units')
  const school = units.find((unit) => unit.number === '7100')
  const talksFrom = addMonths(world.dates.talksFrom, 12 * (year - world.dates.year))
  const round: Json = await dora.post('/rounds', {
    unitId: school.id,
    year,
    name: `MUS ${year} på Lærkeskolen`,
    talksFrom,
    focusText: 'Trivsel og samarbejde med hjemmene',
    guidelinesDiscussedOn: world.dates.startsOn,
    committee: 'Lokal-MED',
    overrides: { eligibility: { leastWeeklyHours: 15, leastMonthsEmployed: 1 } },
  })
  world.notes.set(`round ${year}`, round.id)
  await dora.get(`/rounds/${round.id}/roster`)
  await dora.post(`/rounds/${round.id}/start`)
}
