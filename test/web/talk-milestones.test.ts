import { describe, expect, test } from '@jest/globals'
import { day } from '../../domain/calendar/day.ts'
import { createZone } from '../../domain/calendar/zone.ts'
import { zoneOffsets } from '../../domain/calendar/zone-offsets.ts'
import type { Frame } from '../../web/frame.ts'
import { milestonesOf, type TalkCourse } from '../../web/talk-milestones.ts'

const zone = createZone(zoneOffsets('Europe/Copenhagen', 2026, 2028))

function courseOn(
  today: string,
  about: Omit<Partial<TalkCourse>, 'dates'> & { dates?: Partial<TalkCourse['dates']> } = {},
) {
  const frame = { language: 'da', today: day(today), localTime: zone.localTime } as unknown as Frame
  const dates = {
    startsOn: day('2027-01-11'),
    inviteDueOn: day('2027-02-15'),
    holdOn: day('2027-04-30'),
    heldOn: null,
    planDueOn: null,
    agreedOn: null,
    ...about.dates,
  }
  const course: TalkCourse = {
    id: 't',
    status: 'awaiting',
    isPaused: false,
    appointment: null,
    ready: { employee: false, leader: false },
    plan: null,
    filings: [],
    statusTalks: [],
    ...about,
    dates,
  }
  return milestonesOf(frame, course, 'employee')
}

const statusTalk = { id: 's', number: 1, dueOn: day('2027-09-01'), heldOn: null }

const standing = (steps: ReturnType<typeof courseOn>) => steps.map(({ what, state }) => `${what}: ${state}`)

describe('The time line of a talk', () => {
  test('has nothing now before the orientation: that comes next, on its day', () => {
    const [orientation, invitation] = courseOn('2026-12-01')
    expect(orientation).toMatchObject({ what: 'Orientering', when: '11.01.2027 (uge 2)', state: 'ahead' })
    expect(invitation?.state).toBe('coming')
  })

  test('has the invitation now from the orientation on, and late once its day is over', () => {
    expect(standing(courseOn('2027-01-11')).slice(0, 2)).toEqual(['Orientering: done', 'Indkaldelse: now'])
    expect(standing(courseOn('2027-02-16')).slice(0, 2)).toEqual(['Orientering: done', 'Indkaldelse: late'])
  })

  test('has the talk next until its day, and tells its day and hour once', () => {
    const appointment = { startsAt: Date.parse('2027-03-01T08:30:00Z'), stands: true }
    const about = { appointment, ready: { employee: true, leader: false } }
    const talk = courseOn('2027-02-01', about).find(({ what }) => what === 'Samtalen')
    expect(talk).toEqual({ what: 'Samtalen', when: '01.03.2027 (uge 9) kl. 9.30', state: 'ahead' })
    expect(standing(courseOn('2027-03-01', about))).toContain('Samtalen: now')
  })

  test('has a status talk now when it is soon', () => {
    const dates = { heldOn: day('2027-03-01'), planDueOn: day('2027-03-15'), agreedOn: day('2027-03-10') }
    const statusTalks = [{ ...statusTalk, status: 'open' as const }]
    expect(standing(courseOn('2027-03-11', { dates, statusTalks }))).toContain('Statussamtale: ahead')
    expect(standing(courseOn('2027-08-20', { dates, statusTalks }))).toContain('Statussamtale: now')
  })

  test('says of a status talk that both could do without what became of it, and calls it neither done nor late', () => {
    const dates = { heldOn: day('2027-03-01'), planDueOn: day('2027-03-15'), agreedOn: day('2027-03-10') }
    const away = { ...statusTalk, status: 'agreed-away' as const }
    const replaced = { ...statusTalk, id: 's2', number: 2, status: 'replaced' as const }
    const steps = courseOn('2028-03-11', { dates, status: 'agreed', statusTalks: [away, replaced] })
    expect(steps.slice(-2)).toEqual([
      { what: 'Statussamtale 1', when: null, note: 'Sprunget over efter aftale', state: 'ended' },
      { what: 'Statussamtale 2', when: null, note: 'Afløst af næste samtale', state: 'ended' },
    ])
  })

  test.each([
    ['exempt', 'Undtaget', 'Der bliver ingen samtale i denne runde.'],
    ['not-held', 'Ikke holdt', 'HR har registreret, at samtalen ikke bliver holdt i denne runde.'],
    ['stopped', 'Stoppet', 'HR har stoppet samtalen.'],
    ['taken-over', 'Overtaget', 'Næste rundes samtale har taget over.'],
    ['left', 'Fratrådt', 'Ansættelsen er slut.'],
  ] as const)('ends where the talk ended as %s, and calls nothing late', (status, what, note) => {
    const steps = courseOn('2027-06-01', { status })
    expect(standing(steps)).toEqual(['Orientering: done', `${what}: ended`])
    expect(steps.at(-1)).toEqual({ what, when: null, note, state: 'ended' })
  })

  test('keeps what happened before an employee left, and the filing of what was agreed', () => {
    const dates = { heldOn: day('2027-03-01'), planDueOn: day('2027-03-15'), agreedOn: day('2027-03-10') }
    const filings = [{ status: 'owed', dueOn: day('2027-03-17') }]
    const statusTalks = [{ ...statusTalk, status: 'open' as const }]
    expect(standing(courseOn('2027-03-12', { status: 'left', dates, filings, statusTalks }))).toEqual([
      'Orientering: done',
      'Indkaldelse: done',
      'Forberedelse: done',
      'Samtalen: done',
      'Udviklingsplan: done',
      'Fratrådt: ended',
      'Journalisering: now',
    ])
  })

  test('says that a plan ended without agreement, whatever its date was', () => {
    const dates = { heldOn: day('2027-03-01'), planDueOn: day('2027-03-15') }
    const plan = courseOn('2027-04-01', { status: 'not-agreed', dates }).find(
      ({ state }) => state === 'ended',
    )
    expect(plan).toMatchObject({ what: 'Udviklingsplan', when: null, note: 'Sluttede uden enighed.' })
  })

  test('says when a talk that is over waits for the leader’s word, and does not call it late', () => {
    const appointment = { startsAt: Date.parse('2027-03-01T08:30:00Z'), stands: true }
    const steps = courseOn('2027-03-02', { status: 'to-confirm', appointment })
    const talk = steps.find(({ what }) => what === 'Samtalen')
    expect(talk).toMatchObject({ when: '01.03.2027 (uge 9) kl. 9.30', state: 'now' })
    expect(talk?.note).toBe('Lederen skal svare på, om den blev holdt.')
  })

  test('names no dates while somebody is on a leave without a known end', () => {
    const steps = courseOn('2027-06-01', { status: 'postponed', dates: { startsOn: null } })
    expect(steps.map(({ when }) => when)).toEqual([null, null, null, null, null])
    expect(standing(steps)).not.toContainEqual(expect.stringContaining('late'))
  })

  test('calls nothing late while HR has paused the talk', () => {
    expect(standing(courseOn('2027-02-16', { isPaused: true }))).toContain('Indkaldelse: now')
  })
})
