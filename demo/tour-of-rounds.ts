import { addMonths } from '../domain/calendar/day.ts'
import type { CastName } from './cast.ts'
import type { World } from './scene.ts'
import type { Visit } from './tour.ts'

/** HR's pages of the year's round, and of a draft of the next. */
export async function visitsOfRounds(world: World): Promise<Visit[]> {
  const round = `/rounds/${world.notes.get(`round ${world.dates.year}`)}`
  const draft = await draftNextYear(world)
  const hr = (name: string, path: string): Visit => ({ name, who: 'Dora', path })
  return [
    hr('rounds', '/rounds'),
    hr('new-round', '/rounds/new'),
    hr('round', round),
    { name: 'round-brief', who: 'Anna', path: round },
    hr(
      'round-rules',
      `${round}/rules?talksTo=${world.calendar.addWorkingDays(world.dates.talksTo, 5)}&look=yes`,
    ),
    hr('round-talks', `${round}/talks?late=true`),
    hr('round-talk', `${round}/talks/${world.talkOf('Frida')}`),
    hr('round-escalations', `${round}/escalations`),
    hr('round-nudge', `${round}/nudges/new?late=yes`),
    hr('round-control', `${round}/control`),
    hr('round-trend', `${round}/trend`),
    hr('evaluations', '/evaluations'),
    hr('evaluation-pack', `${round}/evaluation`),
    hr('round-draft', draft),
    hr('round-roster', `${draft}/roster`),
    hr('round-roster-running', `${round}/roster?list=exempt`),
    hr('round-texts', `${draft}/texts`),
    hr('round-texts-running', `${round}/texts`),
    hr('round-materials', `${draft}/materials`),
    hr('round-materials-running', `${round}/materials`),
    hr('materials', '/materials'),
    hr('filings', '/filings'),
    hr('mails', '/mails'),
    hr('mails-dropped', '/mails?state=dropped'),
    hr('mails-printed', '/mails/printed'),
    hr('person-mails', `/people/${await personOf(world, 'Frida')}/mails`),
    hr('material-editor', '/materials/preparation-sheet/da'),
    hr('material-version', '/materials/conversation-guide/en/versions/1'),
    hr('round-material-editor', `${round}/materials/guide/da`),
    hr('round-material-version', `${draft}/materials/preparation-sheet/da/versions/1`),
    hr('retention', '/retention'),
    hr('erasure', `/people/${(await (await world.as('Frida')).get('/me')).person.id}/erasure`),
    hr('dry-run', `${draft}/dry-run`),
  ]
}

async function draftNextYear(world: World): Promise<string> {
  const dora = await world.as('Dora')
  const { unitId } = await dora.get(`/rounds/${world.notes.get(`round ${world.dates.year}`)}`)
  const year = world.dates.year + 1
  const { id } = await dora.post('/rounds', {
    unitId,
    name: `MUS ${year}`,
    year,
    talksFrom: addMonths(world.dates.talksFrom, 12),
  })
  return `/rounds/${id}`
}

async function personOf(world: World, name: CastName): Promise<string> {
  const { mails } = await (await world.as('Dora')).get(`/mails?search=${encodeURIComponent(name)}&pageSize=1`)
  const [mail] = mails as { personId: string }[]
  return mail?.personId ?? ''
}
