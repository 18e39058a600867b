import type { AuditFault } from './audit-verify.ts'

/** Names the place, for whoever runs the service. */
export function faultSentence(fault: AuditFault): string {
  switch (fault.what) {
    case 'changed':
      return `${fault.subject}: entry ${fault.seq} was changed after it was written`
    case 'missing':
      return `${fault.subject}: ${entries(fault.from, fault.to)} missing`
    case 'unlinked':
      return `${fault.subject}: entry ${fault.seq} does not follow the one before it: moved, exchanged or put in`
    case 'cut-off':
      return `${fault.subject}: ${entries(fault.after + 1, fault.expected)} missing at the end`
    case 'rewritten':
      return `${fault.subject}: entry ${fault.seq} is not the one that seal ${fault.seal} has: the chain was written anew`
    case 'seal-changed':
      return `seal ${fault.seal} was changed after it was written`
    case 'seal-exchanged':
      return `seal ${fault.seal} is not the one that is known from outside the database: the seals were written anew`
    case 'misplaced':
      return `${fault.subject}: entry ${fault.seq} is said to be about another talk`
    case 'seal-missing':
      return `seal ${fault.seal} is missing`
  }
}

function entries(from: number, to: number): string {
  return from === to ? `entry ${from} is` : `entries ${from} to ${to} are`
}
