import { describe, expect, test } from '@jest/globals'
import { filePlan, interrupted } from '../../journal/filing.ts'
import type {
  FilingOutcome,
  JournalEntry,
  JournalGateway,
  JournalKey,
  LookUpOutcome,
} from '../../journal/gateway.ts'
import { journalKey } from '../../journal/gateway.ts'
import { createJournalGateway } from '../../journal/journal.ts'
import { receiptFromCaseNumber } from '../../journal/manual-gateway.ts'
import { createJournalReader } from '../../journal/reader.ts'
import { annasEntry } from './entry-sample.ts'
import { annasPlan } from './plan-samples.ts'

const noLimit = new AbortController().signal
const otherHash = '0'.repeat(64)

/** How the personnel file behaves at one try; `hangs-…` never answers. */
type Behaviour =
  | 'works'
  | 'refuses'
  | 'fails-before'
  | 'fails-after'
  | 'hangs-before'
  | 'hangs-after'
  | 'lies'
  | 'files-other-content'
  | 'no-receipt'

/** A personnel file outside that keeps every record it is given, twice if it is given twice. */
function createOutsideFile(tries: Behaviour[], lookUps: ('works' | 'fails' | 'hangs')[] = []) {
  const records: { key: JournalKey; contentHash: string }[] = []
  const calls: string[] = []
  const never = new Promise<never>(() => {})
  const gateway: JournalGateway = {
    name: 'outside',
    filedBy: 'service',
    file: async ({ metadata }: JournalEntry): Promise<FilingOutcome> => {
      calls.push('file')
      const behaviour = tries.shift() ?? 'works'
      if (behaviour === 'refuses') return { kind: 'not-done', reason: 'refused' }
      if (behaviour === 'fails-before') throw new Error('connection reset')
      if (behaviour === 'hangs-before') return never
      const contentHash = behaviour === 'files-other-content' ? otherHash : metadata.contentHash
      if (behaviour !== 'lies') records.push({ key: metadata.key, contentHash })
      if (behaviour === 'fails-after') throw new Error('connection reset')
      if (behaviour === 'hangs-after') return never
      return { kind: 'done', receipt: behaviour === 'no-receipt' ? '' : 'J-1', caseReference: 'S-27-12' }
    },
    lookUp: async (key): Promise<LookUpOutcome> => {
      calls.push('look up')
      const behaviour = lookUps.shift() ?? 'works'
      if (behaviour === 'fails') throw new Error('503')
      if (behaviour === 'hangs') return never
      const record = records.find((each) => each.key === key)
      if (record === undefined) return { kind: 'absent' }
      return { kind: 'found', receipt: 'J-1', caseReference: 'S-27-12', contentHash: record.contentHash }
    },
  }
  return { gateway, records, calls }
}

const filed = { kind: 'done', receipt: 'J-1', caseReference: 'S-27-12' }

/** A try whose time runs out while the personnel file is silent. */
async function fileUntilTimeIsUp(
  gateway: JournalGateway,
  previous: FilingOutcome | null,
): Promise<FilingOutcome> {
  const limit = new AbortController()
  const outcome = filePlan(gateway, annasEntry, previous, limit.signal)
  await Promise.resolve()
  limit.abort(new Error('time is up'))
  return outcome
}

describe('filing a plan in a personnel file outside', () => {
  test('files once, sees the record and keeps its receipt', async () => {
    const outside = createOutsideFile(['works'])
    expect(await filePlan(outside.gateway, annasEntry, null, noLimit)).toEqual(filed)
    expect(outside.calls).toEqual(['file', 'look up'])
  })

  test('asks nothing more once it is filed', async () => {
    const outside = createOutsideFile([])
    const done: FilingOutcome = { kind: 'done', receipt: 'J-9', caseReference: '' }
    expect(await filePlan(outside.gateway, annasEntry, done, noLimit)).toBe(done)
    expect(outside.calls).toEqual([])
  })

  test.each([
    ['fails-before', 'broke-off'],
    ['fails-after', 'broke-off'],
  ] as const)(
    'looks the key up before it tries again, as the connection may have broken after the plan was taken (%s)',
    async (behaviour, reason) => {
      const outside = createOutsideFile([behaviour])
      const first = await filePlan(outside.gateway, annasEntry, null, noLimit)
      expect(first).toEqual({ kind: 'unknown', reason })
      const second = await filePlan(outside.gateway, annasEntry, first, noLimit)
      expect(second).toEqual(filed)
      expect(outside.calls.slice(0, 2)).toEqual(['file', 'look up'])
      expect(outside.records).toHaveLength(1)
    },
  )

  test.each(['hangs-before', 'hangs-after'] as const)(
    'ends with one record when time ran out before or after the plan was taken (%s)',
    async (behaviour) => {
      const outside = createOutsideFile([behaviour])
      const first = await fileUntilTimeIsUp(outside.gateway, null)
      expect(first).toEqual({ kind: 'unknown', reason: 'timed-out' })
      expect(await filePlan(outside.gateway, annasEntry, first, noLimit)).toEqual(filed)
      expect(outside.records).toHaveLength(1)
    },
  )

  test('does not believe a success that left no record, and files it the next time', async () => {
    const outside = createOutsideFile(['lies'])
    const first = await filePlan(outside.gateway, annasEntry, null, noLimit)
    expect(first).toEqual({ kind: 'unknown', reason: 'unconfirmed' })
    expect(await filePlan(outside.gateway, annasEntry, first, noLimit)).toEqual(filed)
    expect(outside.records).toHaveLength(1)
  })

  test('does not count a success that cannot be looked up, until it can', async () => {
    const outside = createOutsideFile(['works'], ['fails'])
    const first = await filePlan(outside.gateway, annasEntry, null, noLimit)
    expect(first).toEqual({ kind: 'unknown', reason: 'unconfirmed' })
    expect(await filePlan(outside.gateway, annasEntry, first, noLimit)).toEqual(filed)
    expect(outside.records).toHaveLength(1)
  })

  test('says so when the record under our key is another content, and never adds a second', async () => {
    const outside = createOutsideFile(['files-other-content'])
    const conflict = { kind: 'not-done', reason: 'other-content' } as const
    expect(await filePlan(outside.gateway, annasEntry, null, noLimit)).toEqual(conflict)
    expect(await filePlan(outside.gateway, annasEntry, conflict, noLimit)).toEqual(conflict)
    expect(outside.records).toHaveLength(1)
  })

  test('takes the receipt from the record where the answer had none', async () => {
    const outside = createOutsideFile(['no-receipt'])
    expect(await filePlan(outside.gateway, annasEntry, null, noLimit)).toEqual(filed)
  })

  test('tries again after a refusal, with a look-up first', async () => {
    const outside = createOutsideFile(['refuses', 'works'])
    const first = await filePlan(outside.gateway, annasEntry, null, noLimit)
    expect(first).toEqual({ kind: 'not-done', reason: 'refused' })
    expect(await filePlan(outside.gateway, annasEntry, first, noLimit)).toEqual(filed)
    expect(outside.calls).toEqual(['file', 'look up', 'file', 'look up'])
  })

  test.each([interrupted, { kind: 'not-done', reason: 'refused' } as const])(
    'tries nothing while the key cannot be looked up: $kind stays $kind',
    async (previous) => {
      const outside = createOutsideFile(['works'], ['fails', 'hangs'])
      expect(await filePlan(outside.gateway, annasEntry, previous, noLimit)).toEqual(previous)
      expect(await fileUntilTimeIsUp(outside.gateway, previous)).toEqual(previous)
      expect(outside.records).toEqual([])
    },
  )

  test('finds the record of a try whose answer was never stored', async () => {
    const outside = createOutsideFile(['works'])
    await outside.gateway.file(annasEntry, noLimit)
    expect(await filePlan(outside.gateway, annasEntry, interrupted, noLimit)).toEqual(filed)
    expect(outside.records).toHaveLength(1)
  })
})

describe('where the service files nothing', () => {
  test('the leader owes it by hand, with the plan as a PDF to download', async () => {
    const gateway = createJournalGateway({ gateway: 'manual' })
    expect(gateway.filedBy).toBe('leader')
    expect(await filePlan(gateway, annasEntry, null, noLimit)).toEqual({ kind: 'not-done', reason: 'manual' })
    const reader = createJournalReader({ gateway: 'manual' })
    expect(await reader.filedPdf(annasEntry.metadata.key)).toBeNull()
    expect(Buffer.from(reader.renderedPdf(annasPlan, 'da')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the case number the leader enters is the receipt', () => {
    expect(receiptFromCaseNumber('  2027-004711 ')).toEqual({
      kind: 'done',
      receipt: '2027-004711',
      caseReference: '2027-004711',
    })
  })

  test.each(['', '   ', 'a\nb', 'a\u0000', '\u202e12', 'x'.repeat(101)])(
    '%j is no case number',
    (entered) => {
      expect(receiptFromCaseNumber(entered)).toBeNull()
    },
  )

  test('nobody owes it where filing is off', async () => {
    const gateway = createJournalGateway({ gateway: 'off' })
    expect(gateway.filedBy).toBe('nobody')
    expect(await filePlan(gateway, annasEntry, null, noLimit)).toEqual({ kind: 'not-done', reason: 'off' })
  })
})

describe('our key of a plan version', () => {
  test('is the same each time and is made of its id alone', () => {
    expect(journalKey('5f0f3f6e-8a44-4d0c-9d3e-2f9f4c1b7a10')).toBe(
      'plan-5f0f3f6e-8a44-4d0c-9d3e-2f9f4c1b7a10',
    )
  })

  test.each([
    '',
    '../../etc/passwd',
    '5F0F3F6E-8A44-4D0C-9D3E-2F9F4C1B7A10',
    '5f0f3f6e8a444d0c9d3e2f9f4c1b7a10',
  ])('is refused for %j, which is no id', (id) => {
    expect(() => journalKey(id)).toThrow(/^planVersionId is '.*': expected a uuid/)
  })
})
