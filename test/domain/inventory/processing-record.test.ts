import { describe, expect, test } from '@jest/globals'
import { processingRecord } from '../../../domain/inventory/article-30.ts'
import { inventoriedColumns } from '../../../domain/inventory/inventory.ts'
import { defaultMonths } from '../../../domain/retention/retention.ts'
import { processingLines } from '../../../domain/inventory/processing-record.ts'

describe('The record of processing', () => {
  test.each(['da', 'en'] as const)('names every column of the database once, in %s', (language) => {
    const columns = processingLines(language, defaultMonths).flatMap((line) => line.columns)
    expect(columns.toSorted()).toEqual(
      inventoriedColumns()
        .map(({ column }) => column)
        .toSorted(),
    )
    expect(new Set(columns).size).toBe(columns.length)
  })

  test('names the controller, the data protection officer, and for each kind the ground and how long it is kept', () => {
    const text = processingRecord(
      'da',
      {
        employerName: 'Solbakke Kommune',
        protectionContact: 'dpo@by.example',
      },
      defaultMonths,
    )
    expect(text).toContain('Dataansvarlig: Solbakke Kommune')
    expect(text).toContain('dpo@by.example')
    const kinds = processingLines('da', defaultMonths).length
    expect(text.match(/^- Grundlag: ./gm)).toHaveLength(kinds)
    expect(text.match(/^- Slettes: ./gm)).toHaveLength(kinds)
  })

  test('has no kind of data that no column holds', () => {
    for (const line of processingLines('da', defaultMonths))
      expect([line.what, line.columns.length > 0]).toEqual([line.what, true])
  })
})
