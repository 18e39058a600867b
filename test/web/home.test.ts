import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
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
function textsOf(owed: readonly Owed[]): string {
  const view: HomeView = {
    owed,
    asked: [],
    unfiled: 0,
    current: [],
    earlier: [],
    team: [],
    rounds: [],
    shared: [],
    fromHr: [],
    kept: 0,
    governsData: false,
    hasDevMails: false,
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
