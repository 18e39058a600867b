import { expect, test } from '@jest/globals'
import * as morning from '../../workflows/morning/morning.messages.ts'
import * as round from '../../workflows/round/round.messages.ts'
import * as talk from '../../workflows/talk/talk.messages.ts'

test('every update, signal and query is called on the wire as its constant is, without the suffix', () => {
  const messages = Object.entries({ ...morning, ...round, ...talk }).flatMap(([constant, exported]) => {
    const type = typeof exported === 'object' && 'type' in exported ? exported.type : null
    return type === null ? [] : [{ constant, type, name: (exported as { name: string }).name }]
  })
  expect(messages.length).toBeGreaterThan(30)
  for (const { constant, type, name } of messages) {
    expect(constant).toBe(`${name}${type.charAt(0).toUpperCase()}${type.slice(1)}`)
  }
})
