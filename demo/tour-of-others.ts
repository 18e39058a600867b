import { addMonths } from '../domain/calendar/day.ts'
import { cast, type CastName } from './cast.ts'
import type { World } from './scene.ts'
import type { Visit } from './tour.ts'
import type { Visitor } from './visitor.ts'

/**
 * Pages as others than those they are made for see them (a deputy, the works council), rounds that rest or were stopped,
 * and what is answered where something is wrong: an address, a link that is used up, a form.
 */
export async function visitsOfOthers(world: World): Promise<Visit[]> {
  const dora = await world.as('Dora')
  const round = `/rounds/${world.notes.get(`round ${world.dates.year}`)}`
  const plan = `/talks/${world.talkOf('Anna')}/plan`
  const { versions } = await (await world.as('Anna')).get(plan)
  const [newest] = versions as { id: string }[]
  await nameDeputy(world, 'Ben', 'Eva')
  await seatInCouncil(world, 'Gitte')
  const notHeld = `/talks/${world.talkOf('Karim')}`
  await dora.post(`${notHeld}/not-held`, { reason: 'employee-declined' })
  const [paused, stopped] = await restingRounds(world, dora)
  const invite = `/talks/${world.talkOf('Frida')}`
  return [
    { name: 'sign-in-gone', who: null, path: '/sign-in/used-up', status: 410 },
    { name: 'talk-deputy', who: 'Eva', path: `/talks/${world.talkOf('Mette')}` },
    { name: 'plan-version-deputy', who: 'Eva', path: `${plan}/versions/${newest?.id}` },
    { name: 'round-council', who: 'Gitte', path: round },
    { name: 'evaluation-pack-council', who: 'Gitte', path: `${round}/evaluation` },
    { name: 'not-found', who: 'Anna', path: '/nowhere', status: 404 },
    { name: 'round-talk-not-held', who: 'Dora', path: `${round}${notHeld}` },
    { name: 'talk-not-held', who: 'Karim', path: notHeld },
    { name: 'home-not-held', who: 'Karim', path: '/' },
    { name: 'round-paused', who: 'Dora', path: paused },
    { name: 'round-stopped', who: 'Dora', path: stopped },
    {
      name: 'talk-leader-refused',
      who: 'Ben',
      path: invite,
      sends: { form: `${invite}/appointment`, fields: { on: world.dates.talksFrom, time: '09:00' } },
      status: 409,
    },
    {
      name: 'joiner-refused',
      who: 'Dora',
      path: '/people/new',
      sends: { form: '/people/new', fields: { givenName: 'Oda', email: 'oda(at)skolen', number: '' } },
      status: 422,
    },
  ]
}

async function nameDeputy(world: World, leader: CastName, deputy: CastName): Promise<void> {
  const [{ employmentId: leaderId }, { employmentId: deputyId }] = await Promise.all([
    find(world, leader),
    find(world, deputy),
  ])
  const visitor = await world.as(leader)
  const { talksFrom: from, talksTo: to } = world.dates
  await visitor.post('/deputies', { leaderId, deputyId, from, to })
}

/** A role counts for those who sign in after it was given. */
async function seatInCouncil(world: World, name: CastName): Promise<void> {
  const { personId, unitId } = await find(world, name)
  await (await world.as('Dora')).post('/role-grants', { personId, role: 'works-council', unitId })
  await world.as(name)
}

async function find(
  world: World,
  name: CastName,
): Promise<Record<'personId' | 'employmentId' | 'unitId', string>> {
  const { people } = await (await world.as('Dora')).get(`/people?search=${cast[name].number}`)
  return people[0]
}

/** Two rounds of a school that nobody works at yet: nobody's pages change. */
async function restingRounds({ dates }: World, dora: Visitor): Promise<[string, string]> {
  const file = ['Enhedsnr;Enhedsnavn;Overenhedsnr', '7200;Søndre Skole;7000'].join('\r\n')
  const { id: importId } = await dora.upload(
    '/imports?kind=units&fileName=ny-skole.csv',
    new TextEncoder().encode(file),
  )
  await dora.post(`/imports/${importId}/commit`)
  const units: { id: string; number: string }[] = await dora.get('/units')
  const unitId = units.find(({ number }) => number === '7200')?.id
  const start = async (year: number) => {
    const about = { unitId, year, name: `MUS ${year} på Søndre Skole` }
    const talksFrom = addMonths(dates.talksFrom, 12 * (year - dates.year))
    const { id } = await dora.post('/rounds', { ...about, talksFrom })
    await dora.post(`/rounds/${id}/start`)
    return `/rounds/${id}`
  }
  const [paused, stopped] = [await start(dates.year), await start(dates.year + 1)]
  await dora.post(`${paused}/pause`, {})
  await dora.post(`${stopped}/stop`, { reason: 'Skolen åbner først til sommer' })
  return [paused, stopped]
}
