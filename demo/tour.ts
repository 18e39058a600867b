import type { CastName } from './cast.ts'
import type { World } from './scene.ts'
import { visitsOfOthers } from './tour-of-others.ts'
import { visitsOfPeople } from './tour-of-people.ts'
import { visitsOfPlans } from './tour-of-plans.ts'
import { visitsOfRounds } from './tour-of-rounds.ts'

/** One page as somebody opens it in the middle of the year. */
export interface Visit {
  /** Of its picture. */
  readonly name: string
  /** Null = nobody who is signed in. */
  readonly who: CastName | null
  readonly path: string
  /** A form of the page that is sent, so that the page answers it. */
  readonly sends?: { readonly form: string; readonly fields: Readonly<Record<string, string>> }
  /** What it is answered with, where that is not the page. */
  readonly status?: number
}

/** Every page of the service, each opened by somebody it is for; `playToSpring` has set the scene. */
export async function tourOf(world: World): Promise<Visit[]> {
  const of = (name: CastName) => `/talks/${world.talkOf(name)}`
  const free = freeDays(world)
  return [
    { name: 'sign-in', who: null, path: '/sign-in' },
    { name: 'privacy', who: null, path: '/privacy' },
    { name: 'home-employee', who: 'Anna', path: '/' },
    { name: 'home-leader', who: 'Ben', path: '/' },
    { name: 'home-hr', who: 'Dora', path: '/' },
    { name: 'own-data', who: 'Anna', path: '/me/data' },
    { name: 'talk-agreed', who: 'Anna', path: of('Anna') },
    { name: 'talk-invited', who: 'Mette', path: of('Mette') },
    { name: 'talk-not-invited', who: 'Frida', path: of('Frida') },
    { name: 'orientation', who: 'Frida', path: `${of('Frida')}/orientation` },
    { name: 'guide', who: 'Mette', path: `${of('Mette')}/materials/guide` },
    { name: 'conversation-guide', who: 'Mette', path: `${of('Mette')}/materials/conversation-guide?start=2` },
    { name: 'preparation', who: 'Mette', path: `${of('Mette')}/preparation` },
    { name: 'leader-preparation', who: 'Ben', path: `${of('Mette')}/preparation` },
    { name: 'evaluation', who: 'Hans', path: `${of('Hans')}/evaluation` },
    { name: 'evaluation-answered', who: 'Anna', path: `${of('Anna')}/evaluation` },
    { name: 'sharing', who: 'Anna', path: `${of('Anna')}/sharing?what=actions&search=Skov` },
    { name: 'share', who: 'Hans', path: `/shares/${world.notes.get('share Anna')}` },
    { name: 'kept-sheets', who: 'Ben', path: '/me/kept-sheets' },
    { name: 'talk-leader', who: 'Ben', path: of('Mette') },
    { name: 'team', who: 'Ben', path: '/team' },
    { name: 'team-invite', who: 'Ben', path: '/team/invite' },
    {
      name: 'team-invite-times',
      who: 'Ben',
      path: `/team/invite/times?${new URLSearchParams({ ...free, talkIds: world.talkOf('Frida') })}`,
    },
    { name: 'team-invite-sent', who: 'Ben', path: `/team/invite/sent?talks=${world.talkOf('Mette')}` },
    { name: 'team-slots', who: 'Ben', path: '/team/slots' },
    {
      name: 'team-slots-times',
      who: 'Ben',
      path: `/team/slots/times?${new URLSearchParams({ ...free, ...(await teamOf(world)) })}`,
    },
    { name: 'team-orientation', who: 'Ben', path: '/team/orientation' },
    { name: 'sessions', who: 'Ben', path: '/me/sessions' },
    { name: 'team-deputies', who: 'Ben', path: '/team/deputies' },
    { name: 'plan-opening', who: 'Dora', path: `${of('Anna')}/plan-opening` },
    ...(await visitsOfPlans(world)),
    ...(await visitsOfRounds(world)),
    // A file that is put to use makes every preview old: those of the people's pages come last.
    ...(await visitsOfOthers(world)),
    ...(await visitsOfPeople(world)),
  ]
}

/** When Ben has time: two mornings near the end of the window, as he types it. */
function freeDays({ calendar, dates }: World): Record<string, string> {
  const to = calendar.addWorkingDays(dates.talksTo, -1)
  const from = calendar.addWorkingDays(to, -1)
  return {
    from,
    to,
    weekdays: '1,2,3,4,5',
    begin: '09:00',
    end: '12:00',
    minutes: '60',
    pause: '15',
    place: '',
  }
}

/** Ben's own team in the round, by the fields of a form. */
async function teamOf(world: World): Promise<{ round: string; leader: string }> {
  const { teams } = await (await world.as('Ben')).get('/team')
  const [team] = teams as { round: { id: string }; leaderId: string }[]
  return { round: team?.round.id ?? '', leader: team?.leaderId ?? '' }
}

/** What the documentation shows. */
export const mainPictures: ReadonlySet<string> = new Set([
  'home-employee-da-phone.png',
  'home-leader-da-wide.png',
  'team-da-wide.png',
])
