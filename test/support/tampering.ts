import type { Db, Tx } from '../../db/client.ts'

/** What only the database's own superuser can do: the triggers that guard the audit do not fire. */
export async function withoutGuard<T>(db: Db, act: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    return act(tx)
  })
}

/** A chain as it is in a copy of the database from before its newest entries. */
export async function forgetEntries(db: Db, subject: string, newerThan: bigint): Promise<void> {
  await withoutGuard(db, async (tx) => {
    await tx.auditEntry.deleteMany({ where: { subject, id: { gt: newerThan } } })
    const last = await tx.auditEntry.findFirst({ where: { subject }, orderBy: { seq: 'desc' } })
    if (last === null) await tx.auditHead.deleteMany({ where: { subject } })
    else await tx.auditHead.update({ where: { subject }, data: { seq: last.seq, hash: last.hash } })
  })
}
