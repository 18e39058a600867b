import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import type { LateLeader } from '../../web/components/late-leaders.tsx'
import type { Owed } from '../../web/components/owed.tsx'
import type { Frame } from '../../web/frame.ts'
import { homePage, type HomeView } from '../../web/pages/home.tsx'

const frame: Frame = {
  language: 'da',
  talkName: 'MUS',
  employerName: 'Solbakke Kommune',
  today: day('2027-02-16'),
  person: { name: 'Ben' },
  sections: ['home', 'team'],
  path: '/',
  notice: null,
  sent: null,
  key: '',
  localTime: () => ({ on: day('2027-02-16'), minutes: 0 }),
  links: { gdprNotice: '/privacy', accessibility: null },
  assets: { styles: [], script: '' },
}

const names = ['Anna', 'Bodil', 'Clara', 'Ditte', 'Eva']

/** The same invitation for the first so many of them. */
function invitations(count: number, dueOn: string, about: Partial<Owed> = {}): Owed[] {
  return names.slice(0, count).map((employee) => ({
    obligation: 'invite',
    subject: employee,
    talkId: employee,
    roundId: 'r',
    roundName: 'MUS 2027',
    kind: 'mus',
    owedBy: 'leader',
    employee,
    dueOn: day(dueOn),
    isOverdue: false,
    isPaused: false,
    rest: null,
    onBehalfOf: null,
    ...about,
  }))
}

/** What stands on the page, line by line. */
function textsOf(owed: readonly Owed[], about: Partial<HomeView> = {}): string {
  const view: HomeView = {
    owed,
    asked: [],
    escalated: { toHr: [], toLeadersLeader: [] },
    unfiled: 0,
    current: [],
    alsoLive: [],
    earlier: [],
    team: [],
    rounds: [],
    shared: [],
    fromHr: [],
    kept: 0,
    governsData: false,
    hasDevMails: false,
    ...about,
  }
  const main = homePage(frame, view).replace(/^.*<main[^>]*>(.*)<\/main>.*$/s, '$1')
  return main.replaceAll(/<[^>]*>/g, '\n').replaceAll(/\n+/g, '\n')
}

describe('What waits for a leader', () => {
  test('is one line where the same is owed in many talks, and counted as many', () => {
    const texts = textsOf(invitations(5, '2027-02-19'))
    expect(texts).toContain('5 ting venter på dig')
    expect(texts).toContain('Indkald 5 medarbejdere til MUS\nSenest 19.02.2027 (uge 7)')
    expect(texts).not.toContain('Indkald Anna')
  })

  test('is a line for each where they are few', () => {
    const texts = textsOf(invitations(3, '2027-02-19'))
    expect(texts).toContain('3 ting venter på dig')
    for (const name of ['Anna', 'Bodil', 'Clara']) expect(texts).toContain(`Indkald ${name} til MUS`)
  })

  test('is named by the talk’s kind: a leader of leaders invites to LUS (R12)', () => {
    expect(textsOf(invitations(1, '2027-02-19', { kind: 'lus' }))).toContain('Indkald Anna til LUS')
    expect(textsOf(invitations(5, '2027-02-19', { kind: 'lus' }))).toContain('Indkald 5 medarbejdere til LUS')
  })

  test('is told with its date where nothing is to be done yet', () => {
    const texts = textsOf(invitations(5, '2027-04-16'))
    expect(texts).toContain('Lige nu venter intet på dig.')
    expect(texts).toContain('Det næste: Indkald 5 medarbejdere til MUS, senest 16.04.2027 (uge 15).')
  })

  test('is nothing during a leave, and not late', () => {
    const texts = textsOf(invitations(1, '2027-02-12', { rest: 'leave', isOverdue: true }))
    expect(texts).toContain('Lige nu venter intet på dig.')
    expect(texts).toContain('Venter, mens medarbejderen har orlov')
    expect(texts).not.toContain('Skulle være gjort')
  })
})

describe('What was sent on', () => {
  const toldHr = { roundId: 'r', roundName: 'MUS 2027', count: 4, oldestDueOn: day('2027-02-01') }

  test('waits for HR, one line a round with its number and oldest date: nobody is up to date meanwhile', () => {
    const texts = textsOf([], { escalated: { toHr: [toldHr], toLeadersLeader: [] } })
    expect(texts).toContain('Én ting venter på dig')
    expect(texts).toContain('MUS 2027: 4 frister er sendt videre til HR og stadig åbne')
    expect(texts).toContain('Den ældste skulle være gjort 01.02.2027 (uge 5)')
    expect(texts).not.toContain('Du er ajour')
  })

  const late = (employee: string, about: Partial<LateLeader> = {}): LateLeader => ({
    obligation: 'invite',
    subject: employee,
    talkId: employee,
    roundId: 'r',
    roundName: 'MUS 2027',
    kind: 'mus',
    leaderId: 'ben',
    leader: 'Ben',
    employee,
    dueOn: day('2027-02-08'),
    ...about,
  })

  test('names to a leader of leaders who is late with what since when', () => {
    const feedback = {
      obligation: 'group-feedback',
      talkId: null,
      employee: null,
      leaderId: 'eva',
      leader: 'Eva',
    }
    const lines = [late('Anna'), late('Bodil', feedback)]
    const texts = textsOf([], { escalated: { toHr: [], toLeadersLeader: lines } })
    expect(texts).toContain('Ben har ikke indkaldt Anna til MUS\nSkulle være gjort 08.02.2027 (uge 6)')
    expect(texts).toContain('Eva har ikke sendt den samlede tilbagemelding til sit team')
    expect(texts).not.toContain('Du er ajour')
  })

  test('names a leader once who is late with the same in many talks', () => {
    const lines = names.map((name) => late(name))
    const texts = textsOf([], { escalated: { toHr: [], toLeadersLeader: lines } })
    expect(texts).toContain('Ben har ikke indkaldt 5 medarbejdere til MUS')
    expect(texts).not.toContain('Ben har ikke indkaldt Anna')
    for (const name of names) expect(texts).toContain(name)
  })
})

describe('Talks beyond the first two', () => {
  const talk = (about: Partial<HomeView['earlier'][number]>): HomeView['earlier'][number] => ({
    id: 't',
    roundName: 'MUS 2027',
    kind: 'mus',
    status: 'arranged',
    employee: 'Lone',
    title: 'SFO-medhjælper',
    unit: 'Ådalskolen',
    inviteDueOn: null,
    heldOn: null,
    ...about,
  })

  test('are told apart by whether they are under way, and by the job where a round has two', () => {
    const alsoLive = [talk({ id: 'a' }), talk({ id: 'b', title: '' })]
    const earlier = [talk({ id: 'c', roundName: 'MUS 2026', status: 'agreed' })]
    const texts = textsOf([], { alsoLive, earlier })
    expect(texts).toContain('Også i gang\nMUS 2027\n · SFO-medhjælper, Ådalskolen')
    expect(texts).toContain('MUS 2027\n · Ådalskolen')
    expect(texts).toMatch(/Tidligere samtaler\nMUS 2026\s+Plan aftalt/)
  })
})
