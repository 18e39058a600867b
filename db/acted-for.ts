import type { Tx } from './client.ts'

interface Act {
  readonly byPersonId: string | null
  readonly at: Date
}

/**
 * For which leader somebody acted in a talk as their deputy, as the acts are logged (R13.2): answers the leader's
 * person, and null for who acted for themselves. Who approves for whom stands nowhere else.
 */
export async function actedFor(tx: Tx, talkId: string): Promise<(act: Act) => string | null> {
  const byDeputies = await tx.auditEntry.findMany({ where: { subject: talkId, onBehalfOf: { not: null } } })
  return ({ byPersonId, at }) =>
    byDeputies.find((act) => act.byPersonId === byPersonId && act.at.getTime() === at.getTime())
      ?.onBehalfOf ?? null
}
