import { describe, expect, test } from '@jest/globals'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { day } from '../../domain/calendar/day.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { RoundNext } from '../../web/components/round-next.tsx'
import { frameOn } from '../support/frame.ts'

/** What HR reads first of a round whose talks end in April and whose evaluation is due in June. */
function next(
  today: string,
  about: { status?: RoundStatus; escalations?: number; late?: number; discussedOn?: string },
): string {
  const { status = 'running', escalations = 0, late = 0, discussedOn } = about
  const policy = { talksTo: day('2027-04-30'), evaluationBy: day('2027-06-15') }
  const evaluationDiscussedOn = discussedOn ? day(discussedOn) : null
  const round = { id: 'r', status, pausedOn: null, stopReason: null, evaluationDiscussedOn, policy }
  const open = { late, unaccounted: 0 }
  return renderToString(h(RoundNext, { frame: frameOn(today), round, open, escalations }))
}

describe('What HR is to do next with a round', () => {
  test('is to see to what has been told further up, though no talk is late: such as a team’s feedback', () => {
    const escalated = next('2027-05-20', { escalations: 1 })
    expect(escalated).toContain('1 frist er overskredet og sendt videre til lederens leder eller HR.')
    expect(escalated).toContain('href="/rounds/r/escalations"')
    expect(next('2027-05-20', { escalations: 1, late: 2 })).toContain('2 samtaler er forsinket.')
    expect(next('2027-03-01', {})).toContain('Alt følger planen')
  })

  test('is the evaluation as long as it has not been discussed, also once the round is closed, and late after its day', () => {
    const owed = 'Evalueringen skal være drøftet i SU eller MED senest 15.06.2027 (uge 24).'
    expect(next('2027-05-20', {})).toContain(owed)
    const closed = next('2027-06-16', { status: 'closed' })
    expect(closed).toContain(`Runden er lukket. ${owed}`)
    expect(closed).toContain('panel next late')
    const done = next('2027-06-16', { status: 'closed', discussedOn: '2027-06-10' })
    expect(done).toContain('Runden er lukket.')
    expect(done).not.toContain('Evalueringen')
  })
})
