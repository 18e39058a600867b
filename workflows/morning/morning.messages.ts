/** The weekday Schedule's workflow; an import starts one of its own at once, named after the import. */
export function morningWorkflowId(cause: string): string {
  return `morning/${cause}`
}

export interface MorningInput {
  /** What it does beside delivering facts and opening joiners' talks. */
  sweep: boolean
}
