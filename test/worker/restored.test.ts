import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createErasureList, type ErasureList } from '../../activities/erasure-list.ts'
import { sealAudit } from '../../db/audit-seal.ts'
import { isRestoredUnseen } from '../../worker/restored.ts'
import { buildHouse, type Office, type OfficeHouse, planWaits } from '../mail/office.ts'

let house: OfficeHouse
let office: Office
let folder: string
let known: ErasureList

beforeAll(async () => {
  house = await buildHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  office = await house.open()
  folder = await mkdtemp(join(tmpdir(), 'restored-'))
  known = createErasureList(folder)
})
afterEach(() => rm(folder, { recursive: true }))

test('no mail goes from tables that were put back until somebody has looked at them', async () => {
  const sender = office.anotherSender(undefined, () => isRestoredUnseen(office.db, known))
  await office.decide(planWaits)
  office.setClock('2027-02-16 07:45')
  await known.holdMail()
  expect(await sender.drain()).toMatchObject({ sent: 0 })
  expect(office.smtp.received).toEqual([])
  expect(await office.mails()).toEqual(['queued'])

  await known.releaseMail()
  expect(await sender.drain()).toMatchObject({ sent: 1 })
})

test('tables without the newest seal of their audit were put back, whoever forgot to say so', async () => {
  const { db } = office
  expect(await isRestoredUnseen(db, known)).toBe(false)
  const { personId } = office.anna
  await db.auditEntry.create({
    data: { subject: personId, decisionId: 'first', version: 1, event: 'corrected', at: new Date(0) },
  })
  const seal = await sealAudit(db, 0)
  if (seal === null) throw new Error('nothing was sealed')
  await known.noteSeal(seal)
  expect(await isRestoredUnseen(db, known)).toBe(false)
  await known.noteSeal({ number: seal.number + 1, hash: 'of a later night' })
  expect(await isRestoredUnseen(db, known)).toBe(true)
})
