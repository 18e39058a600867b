import { describe, expect, test } from '@jest/globals'
import { MINUTE } from '../../domain/calendar/day.ts'
import { createCircuit } from '../../mail/circuit.ts'

describe('the back-off for a mail server that is down', () => {
  test('waits half a minute, then twice as long each time, never more than a quarter of an hour', () => {
    const circuit = createCircuit()
    const waits: number[] = []
    let now = 0
    for (let failure = 0; failure < 8; failure++) {
      circuit.failed(now)
      const until = circuit.closedUntil(now) ?? now
      waits.push((until - now) / MINUTE)
      now = until
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15])
  })

  test('lets a mail try when the wait is over, and not before', () => {
    const circuit = createCircuit()
    circuit.failed(1_000)
    expect(circuit.closedUntil(30_999)).toBe(31_000)
    expect(circuit.closedUntil(31_000)).toBeNull()
    expect(circuit.isDoubtful()).toBe(true)
  })

  test('counts mails that fail together as one failure', () => {
    const circuit = createCircuit()
    circuit.failed(0)
    circuit.failed(5)
    expect(circuit.closedUntil(10)).toBe(30_000)
  })

  test('begins anew once the server has answered', () => {
    const circuit = createCircuit()
    circuit.failed(0)
    circuit.failed(30_000)
    circuit.worked()
    expect(circuit.isDoubtful()).toBe(false)
    expect(circuit.closedUntil(40_000)).toBeNull()
    circuit.failed(40_000)
    expect(circuit.closedUntil(40_000)).toBe(70_000)
  })
})
