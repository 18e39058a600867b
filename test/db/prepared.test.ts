import { describe, expect, test } from '@jest/globals'
import { createStatementNames } from '../../db/prepared.ts'

describe('A statement is prepared', () => {
  test('when it is sent again, and by one name from then on', () => {
    const nameOf = createStatementNames()
    const names = [1, 2, 3].map((id) => nameOf({ sql: 'SELECT $1', args: [id] }))
    expect(names[0]).toBe('')
    expect(names[1]).not.toBe('')
    expect(names[2]).toBe(names[1])
  })

  test('under a name that no other has, of a few hundred at most', () => {
    const nameOf = createStatementNames()
    const texts = Array.from({ length: 450 }, (_, n) => `SELECT $1 + ${n}`)
    for (const sql of texts) nameOf({ sql, args: [1] })
    expect(new Set(texts.map((sql) => nameOf({ sql, args: [1] }))).size).toBe(450)
    for (let n = 0; n < 100; n++) for (let i = 0; i < 2; i++) nameOf({ sql: `SELECT $1 - ${n}`, args: [1] })
    expect(nameOf({ sql: 'SELECT $1 - 99', args: [1] })).toBe('')
  })

  test('never with a list that is longer each time', () => {
    const nameOf = createStatementNames()
    const args = Array.from({ length: 50 }, (_, n) => n)
    expect([1, 2, 3].map(() => nameOf({ sql: 'SELECT long', args }))).toEqual(['', '', ''])
  })
})
