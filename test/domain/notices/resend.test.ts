import { describe, expect, test } from '@jest/globals'
import { type FailedMail, resendingOf } from '../../../domain/notices/resend.ts'

const refused: FailedMail = {
  template: 'notice',
  status: 'refused',
  ended: true,
  hasAddress: true,
  toldSince: false,
  untold: 1,
}
const of = (change: Partial<FailedMail>) => Object.values(resendingOf({ ...refused, ...change }))[0]

describe('A mail is sent again', () => {
  test('when it was refused, or nobody knows whether it arrived and it is not tried any more', () => {
    expect(of({})).toBe('again')
    expect(of({ status: 'unknown', untold: 0 })).toBe('again')
    expect(of({ template: 'calendar', untold: 0 })).toBe('again')
    for (const status of ['queued', 'leased', 'sent', 'dropped', 'printed'] as const)
      expect(of({ status })).toBe('not-failed')
    expect(of({ status: 'unknown', ended: false })).toBe('not-failed')
  })

  test('not without an address, not after a newer one about the same, and neither a link to sign in nor news of an address', () => {
    expect(of({ hasAddress: false })).toBe('no-address')
    expect(of({ toldSince: true })).toBe('told-since')
    expect(of({ template: 'sign-in' })).toBe('sign-in')
    expect(of({ template: 'address-change' })).toBe('old-address')
  })

  test('as part of the next digest where it was one, if that does not tell it by itself', () => {
    expect(of({ template: 'digest' })).toBe('next-digest')
    expect(of({ template: 'digest', untold: 0 })).toBe('nothing-left')
    expect(of({ template: 'digest', status: 'unknown', untold: 0 })).toBe('tells-itself')
  })
})
