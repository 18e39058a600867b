import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openDb } from '../../db/client.ts'
import { planDocumentOf } from '../../db/plan-document.ts'
import { day } from '../../domain/calendar/day.ts'
import { planConcludedOn } from '../../journal/plan-document.ts'
import { renderPlanPdf } from '../../journal/plan-pdf.ts'
import { readPdf, textWithoutSpaces, withoutSpaces } from '../journal/pdf-reading.ts'
import { annasPlan } from '../journal/plan-samples.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

const installation = { employer: 'Solbakke Kommune', kindName: 'MUS' }
const HELD = '2027-03-01T09:00:00Z'

let database: TestDatabase
let db: Db
let organisation: Organisation
let ben: TestPerson
let stine: TestPerson
let anna: TestPerson
let talkId: string

beforeAll(async () => {
  database = await createDatabase()
  db = openDb(database.url, 2)
  organisation = await addOrganisation(db)
  ben = await organisation.addPerson('Ben')
  stine = await organisation.addPerson('Stine')
  anna = await organisation.addPerson('Anna', { leader: ben })
  const roundId = await organisation.addRound({ status: 'running' })
  talkId = await organisation.addTalk(roundId, Date.parse(HELD), { employee: anna })
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('The document of a plan version', () => {
  test('keeps the day on which that version was agreed, also when a later one is agreed', async () => {
    const first = await version(1, 'agreed', '2027-03-02')
    await approve(first, 'employee', anna, '2027-03-03T09:00:00Z')
    await approve(first, 'leader', ben, '2027-03-04T09:00:00Z')
    await agreedOn('2027-03-04')
    const before = await planDocumentOf(db, first, installation)
    const second = await version(2, 'agreed', '2027-06-01')
    await approve(second, 'employee', anna, '2027-06-01T09:00:00Z')
    await approve(second, 'leader', ben, '2027-06-02T09:00:00Z')
    await agreedOn('2027-06-02')
    const after = await planDocumentOf(db, first, installation)
    expect(after).toEqual(before)
    expect(planConcludedOn(after)).toBe('2027-03-04')
    expect(planConcludedOn(await planDocumentOf(db, second, installation))).toBe('2027-06-02')
  })

  test('of a change that ended without agreement has the day on which it ended', async () => {
    const id = await version(3, 'not-agreed', '2027-07-01')
    await log('end-plan-not-agreed', anna, '2027-07-05T09:00:00Z')
    expect(await planDocumentOf(db, id, installation)).toMatchObject({
      agreement: { kind: 'not-agreed', endedOn: '2027-07-05' },
    })
  })

  test('says for whom a deputy approved it', async () => {
    const id = await version(4, 'agreed', '2027-08-02')
    await approve(id, 'employee', anna, '2027-08-02T09:00:00Z')
    await approve(id, 'leader', stine, '2027-08-03T09:00:00Z')
    await log('approve-plan', stine, '2027-08-03T09:00:00Z', ben)
    const document = await planDocumentOf(db, id, installation)
    expect(document.agreement).toMatchObject({
      employee: { name: 'Anna Test', onBehalfOf: null },
      leader: { name: 'Stine Test', onBehalfOf: 'Ben Test', on: day('2027-08-03') },
    })
    const text = textWithoutSpaces(readPdf(renderPlanPdf(document, 'da')))
    expect(text).toContain(withoutSpaces('Stine Test på vegne af Ben Test'))
  })
})

async function version(number: number, status: string, on: string): Promise<string> {
  const { goals, actions, notDoing, plannedTraining, completedTraining } = annasPlan
  const content = { goals, actions, notDoing, plannedTraining, completedTraining } as object
  const createdAt = new Date(`${on}T08:00:00Z`)
  const made = await db.planVersion.create({
    data: { talkId, number, content, hash: String(number), status, createdAt },
  })
  return made.id
}

async function approve(versionId: string, party: string, by: TestPerson, at: string): Promise<void> {
  await db.planApproval.create({
    data: { planVersionId: versionId, party, hash: '', byPersonId: by.personId, at: new Date(at) },
  })
}

async function log(event: string, by: TestPerson, at: string, onBehalfOf?: TestPerson): Promise<void> {
  await db.auditEntry.create({
    data: {
      subject: talkId,
      talkId,
      decisionId: `${event}/${at}`,
      version: 1,
      event,
      at: new Date(at),
      byPersonId: by.personId,
      onBehalfOf: onBehalfOf?.personId ?? null,
    },
  })
}

async function agreedOn(on: string): Promise<void> {
  await db.$executeRaw`UPDATE talk SET snapshot = snapshot || ${JSON.stringify({ plan: { agreedOn: on } })}::jsonb
    WHERE id = ${talkId}::uuid`
}
