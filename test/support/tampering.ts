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

/** The talk as it is now; what is answered puts its row and chain back, as an older copy of the database would. */
export async function copyOfTalk(db: Db, talkId: string): Promise<() => Promise<void>> {
  const row = await db.talk.findUniqueOrThrow({ where: { id: talkId } })
  const { version, snapshot, status, nextDueAt, inviteDueOn } = row
  const newest = await db.auditEntry.aggregate({ where: { subject: talkId }, _max: { id: true } })
  return async () => {
    const data = { version, snapshot: snapshot as object, status, nextDueAt, inviteDueOn }
    await db.talk.update({ where: { id: talkId }, data })
    await forgetEntries(db, talkId, newest._max.id ?? 0n)
  }
}
