import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { dataKinds, type Reader } from '../../domain/inventory/data-kinds.ts'
import { inventoriedColumns } from '../../domain/inventory/inventory.ts'
import { type ApiStage, createApiStage } from '../support/api-stage.ts'
import type { Caller } from '../support/api.ts'
import { copied, leftOut } from './own-data-columns.ts'

let stage: ApiStage
let talkId: string

beforeAll(async () => {
  stage = await createApiStage()
  const { db, cast, talks, roundId } = stage
  talkId = await talks.idOf(roundId, cast.anna)
  const at = new Date('2038-01-11T09:00:00Z')
  const sheet = { talkId, updatedAt: at }
  await db.sheet.createMany({
    data: [
      {
        ...sheet,
        author: 'employee',
        authorPersonId: cast.anna.personId,
        content: { own: 'Annas egne ord' },
      },
      { ...sheet, author: 'leader', authorPersonId: cast.ben.personId, content: { own: 'Bens egne noter' } },
      {
        ...sheet,
        author: 'leader',
        authorPersonId: cast.carl.personId,
        content: { own: 'Delt med Anna' },
        sharedAt: at,
      },
    ],
  })
  await db.topic.create({ data: { talkId, kind: 'topic', text: 'Mere vejledning', createdAt: at } })
  await db.planVersion.create({
    data: {
      talkId,
      number: 1,
      content: { goals: [{ goal: 'Lede møder' }] },
      hash: 'h',
      status: 'current',
      createdAt: at,
      byPersonId: cast.ben.personId,
      comments: { create: { kind: 'returned', party: 'leader', text: 'Skriv en dato', at } },
    },
  })
  await db.mail.create({
    data: {
      key: 'of Anna',
      template: 'notice',
      personId: cast.anna.personId,
      lane: 'single',
      subjectLine: 'Orientering om MUS',
      status: 'sent',
      notBeforeAt: at,
      createdAt: at,
    },
  })
  await db.planOpening.create({
    data: {
      talkId,
      byPersonId: cast.carl.personId,
      reason: 'Fristen udløber i dag',
      openedAt: at,
      untilAt: at,
    },
  })
  await db.accessEntry.create({
    data: { personId: cast.ben.personId, talkId, what: 'plan', standing: 'leader', at },
  })
  await writeTheRest()
})
afterAll(() => stage.close())

/** Something of all that a copy can hold. */
async function writeTheRest(): Promise<void> {
  const { db, cast, roundId, addDeputy } = stage
  const { anna, ben, carl, dora } = cast
  const at = new Date('2038-01-11T09:00:00Z')
  const on = new Date('2038-01-11')
  await db.leave.create({ data: { employmentId: anna.employmentId, fromOn: on, toOn: on } })
  await addDeputy(anna, ben, '2038-01-01', '2038-01-31')
  await addDeputy(ben, anna, '2039-01-01', '2039-01-31')
  const time = { startsAt: at, minutes: 60, place: 'Kontoret', createdAt: at }
  await db.appointment.create({ data: { talkId, subject: talkId, status: 'current', ...time } })
  await db.groupTalk.create({
    data: {
      roundId,
      leaderId: ben.employmentId,
      onDay: on,
      ...time,
      place: 'Personalerummet',
      parts: { create: { talkId, tookPart: true } },
    },
  })
  await db.statusTalk.create({ data: { talkId, number: 1, dueOn: on, note: 'Det går godt' } })
  await db.offer.create({ data: { talkId, kind: 'senior', offeredAt: at } })
  await db.share.create({
    data: { talkId, withEmploymentId: carl.employmentId, what: 'actions', followUpOn: on, createdAt: at },
  })
  await db.planDraft.create({
    data: { talkId, content: {}, updatedAt: at, byPersonId: carl.personId, onBehalfOf: ben.personId },
  })
  const { id: planVersionId } = await db.planVersion.findFirstOrThrow({ where: { talkId } })
  await db.planApproval.create({ data: { planVersionId, party: 'leader', hash: 'h', at } })
  await db.action.create({
    data: {
      employmentId: anna.employmentId,
      talkId,
      planVersionId,
      position: 0,
      owner: 'employee',
      what: 'Øve mig',
      dueOn: on,
    },
  })
  const filing = { planVersionId, gateway: 'folder', key: planVersionId, status: 'filed' }
  await db.journalEntry.create({ data: { ...filing, receipt: 'kvittering-7', filedAt: at } })
  await db.nudge.create({
    data: { roundId, talkId, text: 'Skal vi hjælpe?', byPersonId: dora.personId, at },
  })
  await db.serviceToken.create({
    data: {
      tokenHash: 'h',
      personId: anna.personId,
      name: 'Et system',
      scopes: ['people'],
      createdAt: at,
      expiresAt: at,
    },
  })
}

async function copyOf(caller: Caller): Promise<{ html: string; json: string; type: string | null }> {
  const answer = await fetch(`${stage.api.url}/api/v1/me/data`, { headers: { cookie: caller.cookie } })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const fileOf = (ending: string) =>
    strFromU8(Object.entries(files).find(([name]) => name.endsWith(ending))?.[1] ?? new Uint8Array())
  return { html: fileOf('.html'), json: fileOf('.json'), type: answer.headers.get('content-type') }
}

/** Whether the data has a place for it, however deep in lists. */
function isIn(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((one) => isIn(one, [name ?? '', ...rest]))
  if (typeof value !== 'object' || value === null || name === undefined || !(name in value)) return false
  return rest.length === 0 || isIn((value as Record<string, unknown>)[name], rest)
}

/** Every code and every field's name in the data. */
function codesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(codesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const isCode = [
      'status',
      'kind',
      'party',
      'what',
      'template',
      'owner',
      'language',
      'role',
      'as',
      'outcome',
      'outcomeReason',
    ].includes(name)
    return [
      name,
      ...(isCode && typeof inner === 'string' && /^[a-z-]+$/.test(inner) ? [inner] : codesIn(inner)),
    ]
  })
}

describe('A person’s copy of what is known about them', () => {
  test('has their own texts, what others wrote that they may see, their mails, and who has read what', async () => {
    const { html, json, type } = await copyOf(stage.anna)
    expect(type).toContain('application/zip')
    for (const words of [
      'Anna Test',
      'Annas egne ord',
      'Delt med Anna',
      'Mere vejledning',
      'Lede møder',
      'Skriv en dato',
      'Orientering om MUS',
      'Ben Test',
      'Carl Test',
      'Fristen udløber i dag',
    ]) {
      expect([words, json.includes(words), html.includes(words)]).toEqual([words, true, true])
    }
    expect(JSON.parse(json).talks[0].readBy).toContainEqual(
      expect.objectContaining({ by: 'Ben Test', what: 'plan' }),
    )
    expect(html).toContain('Hvem har læst hvad')
  })

  test('is read without a word of the program: codes, days and times stand as on every page', async () => {
    const { html, json } = await copyOf(stage.anna)
    const codes = codesIn(JSON.parse(json))
    expect(codes).toContain('notice')
    const words = new Set(html.match(/(?<=<d[dt]>)[^<]*/g))
    expect(codes.filter((code) => words.has(code))).toEqual([])
    expect(html).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(html).toContain('11.01.2038 (uge 2) kl. 10.00')
    expect(html).toContain('<dd>Dansk</dd>')
  })

  test('tells the week where a day is one of their year, and not of a birth or a sign-in', async () => {
    await stage.db.person.update({
      where: { id: stage.cast.anna.personId },
      data: { birthDate: new Date('1980-05-03') },
    })
    const { html } = await copyOf(stage.anna)
    expect(html).toContain('<dt>Fødselsdato</dt><dd>03.05.1980</dd>')
    expect(html).toContain('<dt>Begynder</dt><dd>11.01.2038 (uge 2) kl. 10.00</dd>')
    expect(html).toContain('<dt>Opfølgning sammen</dt><dd>11.01.2038 (uge 2)</dd>')
    expect(html).toMatch(/<dt>Sidst brugt<\/dt><dd>\d\d\.\d\d\.\d{4} kl\. \d+\.\d\d<\/dd>/)
    expect(html).toContain('<p>Lavet 11.01.2038</p>')
  })

  test('has nothing that their leader has written and not shared', async () => {
    const { html, json } = await copyOf(stage.anna)
    expect(`${html}${json}`).not.toContain('Bens egne noter')
  })

  test('gives a leader the notes they wrote, and nothing of what an employee wrote', async () => {
    const { html, json } = await copyOf(stage.ben)
    expect(json).toContain('Bens egne noter')
    for (const words of ['Annas egne ord', 'Mere vejledning', 'Lede møder'])
      expect(`${html}${json}`).not.toContain(words)
  })

  test('has every column that they may read, or there is a reason why not', async () => {
    const own = inventoriedColumns().filter(({ kind }) => {
      const readers: readonly Reader[] = dataKinds[kind].readers
      return readers.includes('yourself') && kind !== 'key'
    })
    const isAnswered = (column: string) =>
      column in copied || column in leftOut || column.replace(/\..*/, '.*') in leftOut
    expect(own.map(({ column }) => column).filter((column) => !isAnswered(column))).toEqual([])
    const known = new Set(own.flatMap(({ column }) => [column, column.replace(/\..*/, '.*')]))
    expect([...Object.keys(copied), ...Object.keys(leftOut)].filter((name) => !known.has(name))).toEqual([])
    const copies = [stage.anna, stage.dora].map(async (caller) => JSON.parse((await copyOf(caller)).json))
    const data: unknown[] = await Promise.all(copies)
    const missing = Object.entries(copied).filter(([, path]) => !isIn(data, path.split('.')))
    expect(missing).toEqual([])
  })

  test('gives HR the messages they wrote themselves', async () => {
    const { dora, anna } = stage
    expect(JSON.parse((await copyOf(dora)).json).writtenAsHr.messages).toMatchObject([
      { text: 'Skal vi hjælpe?' },
    ])
    expect(JSON.parse((await copyOf(anna)).json).writtenAsHr.messages).toEqual([])
  })

  test('leaves a note of being given, in their own chain of the audit', async () => {
    await copyOf(stage.dora)
    const { personId } = stage.cast.dora
    const notes = await stage.db.auditEntry.findMany({ where: { subject: personId, event: 'read/own-data' } })
    expect(notes).toMatchObject([{ byPersonId: personId }])
  })

  test('is given to nobody who is not signed in', async () => {
    expect((await stage.api.anybody.get('/me/data')).status).toBe(401)
  })
})
