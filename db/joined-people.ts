import type { Tx } from './client.ts'

/**
 * Makes a second employment one of a person who is stored already (R13.1): one sign-in, one digest. Roles and own notes
 * go along; the emptied person is gone.
 */
export async function joinEmployment(tx: Tx, employmentId: string, personId: string): Promise<void> {
  const { personId: before } = await tx.employment.findUniqueOrThrow({ where: { id: employmentId } })
  if (before === personId) return
  await tx.employment.update({ where: { id: employmentId }, data: { personId } })
  if ((await tx.employment.count({ where: { personId: before } })) > 0) return
  await tx.roleGrant.updateMany({ where: { personId: before }, data: { personId } })
  await tx.accessEntry.updateMany({ where: { personId: before }, data: { personId } })
  await tx.sheet.updateMany({ where: { authorPersonId: before }, data: { authorPersonId: personId } })
  await tx.mail.updateMany({ where: { personId: before }, data: { personId } })
  await tx.person.delete({ where: { id: before } })
}
