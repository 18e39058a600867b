import { describe, expect, test } from '@jest/globals'
import { createBatch } from '../../mail/batch.ts'

describe('How many mails are claimed together', () => {
  test('grows as long as all of them go in time, to a limit', () => {
    const batch = createBatch(1)
    const sizes = Array.from({ length: 6 }, () => {
      batch.went(batch.size(), batch.size())
      return batch.size()
    })
    expect(sizes).toEqual([16, 32, 32, 32, 32, 32])
  })

  test('shrinks to what went where the others had to be given back', () => {
    const batch = createBatch(2)
    batch.went(3, 16)
    expect(batch.size()).toBe(3)
    batch.went(0, 3)
    expect(batch.size()).toBe(1)
  })

  test('stays where fewer were waiting than might have gone', () => {
    const batch = createBatch(1)
    batch.went(2, 2)
    expect(batch.size()).toBe(8)
  })

  test('is one where one of them cannot be composed, and grows again behind it', () => {
    const batch = createBatch(2)
    batch.failed()
    expect(batch.size()).toBe(1)
    batch.went(1, 1)
    expect(batch.size()).toBe(2)
  })
})
