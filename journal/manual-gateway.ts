import type { Filed, JournalGateway, NotFiledReason } from './gateway.ts'

/**
 * The leader downloads the PDF, files it and enters the case number (R8.2): every try answers 'manual', and
 * the obligation is the leader's (R8.3).
 */
export function createManualGateway(): JournalGateway {
  return neverFiles('manual', 'leader')
}

/** Plans are shared between their two parties and not filed; nobody owes it. */
export function createOffGateway(): JournalGateway {
  return neverFiles('off', 'nobody')
}

/** The case number a leader entered, as the receipt; null unless it is 1–100 printable characters. */
export function receiptFromCaseNumber(entered: string): Filed | null {
  const caseNumber = entered.normalize('NFC').trim()
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(caseNumber)) return null
  return { kind: 'done', receipt: caseNumber, caseReference: caseNumber }
}

function neverFiles(
  reason: NotFiledReason & ('manual' | 'off'),
  filedBy: 'leader' | 'nobody',
): JournalGateway {
  return {
    name: reason,
    filedBy,
    file: () => Promise.resolve({ kind: 'not-done', reason }),
    lookUp: () => Promise.resolve({ kind: 'absent' }),
  }
}
