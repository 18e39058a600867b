import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openApiDb, openDb, openWorkerDb } from '../../db/client.ts'
import { writeNote } from '../../db/audit.ts'
import { sealAudit } from '../../db/audit-seal.ts'
import { verifyAudit } from '../../db/audit-verify.ts'
import { migrate } from '../../db/migrate.ts'
import { savePlanDraft } from '../../db/plans.ts'
import { saveSheet, sheetsOf } from '../../db/sheets.ts'
import type { Viewer } from '../../db/viewer.ts'
import { day } from '../../domain/calendar/day.ts'
import { betweenTheTwo } from '../../domain/notices/between-the-two.ts'
import { obligationKinds } from '../../domain/policy/ladder.ts'
import { informationKinds } from '../../domain/talk/effects.ts'
import { inventoriedColumns } from '../../domain/inventory/inventory.ts'
import { migrationsFolder } from '../../scripts/infrastructure/project.ts'
import { addOrganisation, type TestPerson } from '../support/organisation.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/postgres.ts'
import { asViewer } from '../support/viewer.ts'

const AT = Date.UTC(2027, 1, 10, 9)

let database: TestDatabase
/** Of the owner, whom nothing holds back. */
let owner: Db
let api: Db
let worker: Db
let anna: TestPerson
let ben: TestPerson
let gerd: TestPerson
let dora: TestPerson
let roundId: string
let talkId: string

beforeAll(async () => {
  database = await createDatabase()
  owner = openDb(database.url, 1)
  // Fewer connections than people who ask at once: most of them wait for one.
  api = openApiDb(database.url, 2)
  worker = openWorkerDb(database.url, 1)
  const { addPerson, addRound, addTalk, grant } = await addOrganisation(owner)
  ben = await addPerson('Ben')
  anna = await addPerson('Anna', { leader: ben })
  gerd = await addPerson('Gerd', { leader: ben })
  dora = await addPerson('Dora')
  await grant(dora, 'hr')
  roundId = await addRound({ status: 'running' })
  talkId = await addTalk(roundId, AT, { employee: anna })
  await addTalk(roundId, AT, { employee: gerd })
  const draft = { talkId, content: {}, version: 0, at: AT }
  await as(anna, () => saveSheet(api, { ...draft, author: 'employee', authorPersonId: anna.personId }))
  await as(ben, () => savePlanDraft(api, { ...draft, byPersonId: ben.personId, onBehalfOf: null }))
})
afterAll(async () => {
  for (const db of [owner, api, worker]) await db.$disconnect()
  await database.drop()
})

function as<T>({ personId }: { personId: string }, work: () => PromiseLike<T>): Promise<T> {
  const viewer: Viewer = { personId, on: day('2027-02-10'), at: AT }
  return asViewer(viewer, work)
}

describe('The roles of the api and the worker', () => {
  test('own nothing, may not look past the fence, and have no login', async () => {
    const roles = await owner.$queryRaw`
      SELECT rolname::text AS name, rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb AS may,
        (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns
      FROM pg_roles r WHERE rolname LIKE 'aarshjul\_%' ORDER BY rolname`
    expect(roles).toEqual(
      ['aarshjul_api', 'aarshjul_audit', 'aarshjul_worker'].map((name) => ({ name, may: false, owns: 0 })),
    )
  })

  test.each(['audit_entry', 'audit_head', 'audit_seal', 'audit_sealed_head'])(
    'neither change nor delete what stands in %s',
    async (table) => {
      const column = table === 'audit_seal' ? 'number' : 'seq'
      for (const db of [api, worker])
        for (const sql of [`UPDATE ${table} SET ${column} = 1`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
          await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/)
    },
  )

  test('add to the audit, which is linked and sealed all the same', async () => {
    const note = { subject: talkId, talkId, at: AT, byPersonId: anna.personId, onBehalfOf: null }
    await writeNote(api, { ...note, decisionId: 'read/1', event: 'read/plan/employee' })
    await writeNote(worker, { ...note, decisionId: 'read/2', event: 'read/plan/employee' })
    expect(await sealAudit(worker, AT)).toMatchObject({ number: 1 })
    expect(await verifyAudit(worker)).toMatchObject({ seals: 1, unsealed: 0, faults: [] })
  })

  test('keep who has read a talk: only the worker takes an entry away, when its time has come', async () => {
    await expect(api.accessEntry.deleteMany()).rejects.toThrow(/permission denied/)
    await expect(worker.accessEntry.updateMany({ data: { what: '' } })).rejects.toThrow(/permission denied/)
    expect(await worker.accessEntry.deleteMany()).toEqual({ count: 0 })
  })

  test('make no tables, and do not read which migrations there were', async () => {
    for (const db of [api, worker])
      for (const sql of ['CREATE TABLE mine (id int)', 'SELECT * FROM _prisma_migrations'])
        await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/)
  })
})

describe('A server where the service is no superuser', () => {
  test('is migrated once an administrator has made the roles, and says so until then', async () => {
    const { login, url, remove } = await addLogin()
    const empty = await createEmptyDatabase()
    const name = new URL(empty.url).pathname.slice(1)
    url.pathname = `/${name}`
    try {
      await owner.$executeRawUnsafe(`ALTER DATABASE ${name} OWNER TO ${login}`)
      await expect(migrate(url.href, migrationsFolder)).rejects.toThrow(
        /is not a member of the role aarshjul_api: expected an administrator .* to have run GRANT aarshjul_api TO/,
      )
      await owner.$executeRawUnsafe(`GRANT aarshjul_api, aarshjul_worker, aarshjul_audit TO ${login}`)
      expect(await migrate(url.href, migrationsFolder)).not.toEqual([])
      const fenced = openApiDb(url.href, 1)
      expect(await fenced.sheet.count()).toBe(0)
      await fenced.$disconnect()
    } finally {
      await empty.drop()
      await remove()
    }
  })

  test('serves the api by a login that has its role’s rights and no others', async () => {
    const { login, url, remove } = await addLogin('aarshjul_api')
    const serving = openApiDb(url.href, 1)
    const outside = openDb(url.href, 1)
    try {
      const [who] = await serving.$queryRaw<
        object[]
      >`SELECT current_user::text AS role, session_user::text AS login`
      expect(who).toEqual({ role: 'aarshjul_api', login })
      expect(await as(anna, () => serving.talk.count())).toBe(2)
      // Out of its role it has come no further.
      expect(await outside.sheet.count()).toBe(0)
      await expect(outside.$executeRawUnsafe('DELETE FROM audit_entry')).rejects.toThrow(/permission denied/)
    } finally {
      await serving.$disconnect()
      await outside.$disconnect()
      await remove()
    }
  })

  async function addLogin(role = '') {
    const login = `login_${randomUUID().replaceAll('-', '')}`
    await owner.$executeRawUnsafe(
      `CREATE ROLE ${login} LOGIN PASSWORD 'secret' ${role ? `IN ROLE ${role}` : ''}`,
    )
    const url = Object.assign(new URL(database.url), { username: login, password: 'secret' })
    return { login, url, remove: () => owner.$executeRawUnsafe(`DROP ROLE ${login}`) }
  }
})

describe('The worker', () => {
  test.each(['sheet', 'topic', 'plan_draft', 'nudge', 'theme_tag'])(
    'has no way to read what stands in %s',
    async (table) => {
      const column = { topic: 'text', nudge: 'text', theme_tag: 'theme' }[table]
      const sql = `SELECT ${column ?? 'content'} FROM ${table}`
      await expect(worker.$queryRawUnsafe(sql)).rejects.toThrow(/permission denied/)
    },
  )
})

describe('What people write', () => {
  test('is shown to its author, and to nobody else who asks for the same', async () => {
    const seen = (person: TestPerson) => as(person, () => sheetsOf(api, talkId))
    expect(await seen(anna)).toHaveLength(1)
    for (const other of [ben, gerd]) expect(await seen(other)).toEqual([])
    const drafts = (person: TestPerson) => as(person, () => api.planDraft.count())
    expect([await drafts(anna), await drafts(ben), await drafts(gerd)]).toEqual([1, 1, 0])
  })

  test('of a talk in a few words is seen by who noted them alone, and counted once however many did', async () => {
    const tag = ({ personId: byPersonId }: TestPerson) => ({ talkId, roundId, byPersonId, theme: 'sparring' })
    await owner.themeTag.createMany({ data: [tag(ben), tag(dora)] })
    const seen = (person: TestPerson) => as(person, () => api.themeTag.findMany())
    expect(await seen(ben)).toMatchObject([tag(ben)])
    for (const other of [anna, gerd]) expect(await seen(other)).toEqual([])
    const counted = await as(ben, () => api.$queryRaw`SELECT themes FROM fence.themes(${roundId}::uuid)`)
    expect(counted).toEqual([{ themes: ['sparring'] }])
    const inAnothersName = () => api.themeTag.createMany({ data: [{ ...tag(dora), theme: 'arbejdstid' }] })
    await expect(as(ben, inAnothersName)).rejects.toThrow(/row-level security/)
  })

  test('is shown to nobody where nobody is named', async () => {
    expect([await owner.sheet.count(), await api.sheet.count()]).toEqual([1, 0])
    await as(anna, async () => expect(await api.sheet.count()).toBe(1))
    expect(await api.sheet.count()).toBe(0)
  })

  test('is written by nobody in another’s name, nor in a talk that is not theirs', async () => {
    const sheet = { talkId, author: 'employee', content: {}, updatedAt: new Date(AT) }
    const writings = [
      () => api.sheet.createMany({ data: [{ ...sheet, authorPersonId: anna.personId, author: 'leader' }] }),
      () => api.sheet.createMany({ data: [{ ...sheet, authorPersonId: gerd.personId }] }),
      () => api.topic.createMany({ data: [{ talkId, kind: 'topic', text: '', createdAt: new Date(AT) }] }),
      () =>
        api.share.createMany({
          data: [{ talkId, withEmploymentId: gerd.employmentId, what: 'sheet', createdAt: new Date(AT) }],
        }),
    ]
    for (const write of writings) await expect(as(gerd, write)).rejects.toThrow(/row-level security/)
    const { count } = await as(gerd, () => api.sheet.updateMany({ data: { version: 9 } }))
    expect(count).toBe(0)
  })

  test('is shown to each of many who ask at once, over fewer connections, as if they were alone', async () => {
    const people = Array.from({ length: 60 }, () => ({ personId: randomUUID() }))
    const viewer = () => api.$queryRaw<{ id: string | null }[]>`SELECT fence.viewer()::text AS id`
    const told = await Promise.all(
      people.map((person, place) =>
        as(person, async () => {
          const alone = await viewer()
          const within = await api.$transaction(
            async (tx) => [
              await tx.$queryRaw<{ id: string }[]>`SELECT fence.viewer()::text AS id`,
              await tx.$queryRaw<{ id: string }[]>`SELECT fence.viewer()::text AS id`,
            ],
            { maxWait: 60_000, timeout: 60_000 },
          )
          const failed = place % 3 === 0 ? await api.$queryRaw`SELECT 1 / 0`.catch(() => 'failed') : 'failed'
          return [alone, ...within, await viewer()].map(([row]) => row?.id).concat(String(failed))
        }),
      ),
    )
    expect(told).toEqual(people.map(({ personId: id }) => [id, id, id, id, 'failed']))
    expect(await viewer()).toEqual([{ id: null }])
  })
})

describe('A mail', () => {
  const moment = new Date(AT)
  /** Each key as its subject, and what it tells. */
  const noticeMail = async (key: string, obligation: string) => {
    const steps = { step: 'told', audience: 'employee', occurrence: 1, position: 0, distance: 0 }
    const about = { subject: talkId, talkId, roundId, obligation, decidedAt: moment, whileOpen: false }
    const { id: noticeId } = await owner.notice.create({ data: { ...about, ...steps, reminder: false } })
    const row = { template: 'notice', lane: 'single', status: 'sent', notBeforeAt: moment, createdAt: moment }
    await owner.mail.create({ data: { key, ...row, personId: anna.personId, data: { noticeId } } })
  }

  beforeAll(async () => {
    await noticeMail('plan-agreed', 'plan-agreed')
    await noticeMail('plan-returned', 'plan-returned')
    const row = { lane: 'digest', notBeforeAt: moment, createdAt: moment, personId: gerd.personId }
    const offer = await owner.offer.create({ data: { talkId, kind: 'senior', offeredAt: moment } })
    await owner.mail.createMany({
      data: [
        { key: 'letter', template: 'digest', status: 'printed', ...row },
        { key: 'digest', template: 'digest', status: 'refused', ...row },
        {
          key: 'letter-of-a-time',
          template: 'calendar',
          status: 'printed',
          data: { subject: talkId },
          ...row,
        },
        { key: 'time', template: 'calendar', status: 'sent', data: { subject: talkId }, ...row },
        {
          key: 'time-of-an-offer',
          template: 'calendar',
          status: 'sent',
          data: { subject: offer.id },
          ...row,
        },
      ],
    })
    const letter = await owner.mail.create({
      data: { key: 'letter-of-the-two', template: 'digest', status: 'printed', ...row },
    })
    await owner.notice.updateMany({
      where: { obligation: 'plan-returned' },
      data: { mailId: letter.id },
    })
  })

  test('is shown to whom it is for, its letter to who leads them, and to HR without what is between the two', async () => {
    const seen = (person: { personId: string }) =>
      as(person, async () => (await api.mail.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key))
    const letters = ['letter', 'letter-of-a-time', 'letter-of-the-two']
    expect(await seen(anna)).toEqual(['plan-agreed', 'plan-returned'])
    expect(await seen(gerd)).toEqual(['digest', ...letters, 'time', 'time-of-an-offer'])
    expect(await seen(ben)).toEqual(letters)
    expect(await seen(dora)).toEqual(['digest', 'letter', 'plan-agreed', 'time'])
    expect(await seen({ personId: randomUUID() })).toEqual([])
    expect(await api.mail.count()).toBe(0)
  })

  test('between the two is of the same kinds for the program and for the database', async () => {
    const kinds = [...betweenTheTwo, ...informationKinds, ...obligationKinds]
    const told = await owner.$queryRaw<{ kind: string }[]>`
      SELECT DISTINCT kind FROM unnest(${kinds}::text[]) kind WHERE fence.is_between_the_two(kind)`
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(betweenTheTwo))
  })

  test('tells steps that, where they are between the two, only these see and take back', async () => {
    const seen = (person: { personId: string }) =>
      as(person, async () => (await api.notice.findMany()).map(({ obligation }) => obligation).toSorted())
    for (const one of [anna, ben]) expect(await seen(one)).toEqual(['plan-agreed', 'plan-returned'])
    for (const one of [dora, gerd]) expect(await seen(one)).toEqual(['plan-agreed'])
    const told = await as(
      dora,
      () => api.$queryRaw<{ obligation: string }[]>`SELECT obligation FROM course.notice`,
    )
    expect(told).toEqual([{ obligation: 'plan-agreed' }])
    const back = { where: { obligation: 'plan-returned' }, data: { reason: 'done' } }
    for (const [one, count] of [
      [dora, 0],
      [gerd, 0],
      [anna, 1],
    ] as const)
      expect(await as(one, () => api.notice.updateMany(back))).toEqual({ count })
    const about = { subject: randomUUID(), talkId, roundId, occurrence: 1, step: 'told', audience: 'leader' }
    const row = { ...about, obligation: 'nudge', decidedAt: moment, whileOpen: false }
    await expect(as(dora, () => api.notice.createMany({ data: { ...row, status: 'sent' } }))).rejects.toThrow(
      /row-level security/,
    )
    await expect(as(dora, () => api.notice.deleteMany())).rejects.toThrow(/permission denied/)
    expect(await worker.notice.count()).toBe(2)
  })

  test('that reached nobody is told again by HR, with what HR does not see of it', async () => {
    const { id } = await owner.mail.findFirstOrThrow({ where: { key: 'digest' } })
    const about = { subject: talkId, talkId, roundId, occurrence: 2, step: 'told', audience: 'leader' }
    const steps = { position: 0, distance: 0, reminder: false, whileOpen: false, decidedAt: moment }
    const told = { ...about, ...steps, obligation: 'plan-returned', status: 'refused', mailId: id }
    const notice = await owner.notice.create({ data: told })
    try {
      const untold = () => api.$queryRaw`SELECT fence.untold(${id}::uuid) AS count`
      expect(await as(dora, untold)).toEqual([{ count: 1 }])
      const again = () =>
        api.$queryRaw`SELECT 1 AS done FROM fence.tell_again(${id}::uuid, ARRAY['refused'], true)`
      const now = () => owner.notice.findUniqueOrThrow({ where: { id: notice.id } })
      await as(ben, again)
      expect(await now()).toMatchObject({ status: 'refused', mailId: id })
      await as(dora, again)
      expect(await now()).toMatchObject({ status: 'queued', mailId: null })
    } finally {
      await owner.notice.delete({ where: { id: notice.id } })
    }
  })

  test('is sent again by HR alone, queued by whoever does what it tells, and taken away by the worker', async () => {
    const again = { data: { resentAt: moment }, where: { key: 'digest' } }
    for (const person of [gerd, ben, anna])
      expect(await as(person, () => api.mail.updateMany(again))).toEqual({ count: 0 })
    expect(await as(dora, () => api.mail.updateMany(again))).toEqual({ count: 1 })
    const row = { template: 'sign-in', lane: 'at-once', notBeforeAt: moment, createdAt: moment }
    const queue = (key: string, status: string) =>
      api.mail.createMany({ data: [{ key, status, ...row }], skipDuplicates: true })
    expect(await queue('link', 'queued')).toEqual({ count: 1 })
    await expect(queue('sent-link', 'sent')).rejects.toThrow(/row-level security/)
    await expect(as(dora, () => api.mail.deleteMany())).rejects.toThrow(/permission denied/)
    expect(await worker.mail.deleteMany({ where: { key: 'link' } })).toEqual({ count: 1 })
  })
})

describe('The fence', () => {
  /** What tells the whole team or everybody something, and rows without words. */
  const open = ['local_orientation', 'plan_approval']
  const written = [
    'preparation',
    'topic',
    'plan-draft',
    'plan',
    'theme',
    'group-feedback',
    'evaluation',
    'nudge',
  ]

  async function fencedTables(): Promise<string[]> {
    const rows = await owner.$queryRaw<{ name: string }[]>`
      SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity`
    return rows.map(({ name }) => name)
  }

  test('stands around every table in which people write to each other', async () => {
    const fenced = new Set(await fencedTables())
    const tables = inventoriedColumns()
      .filter(({ kind }) => written.includes(kind))
      .map(({ column }) => column.split('.')[0] ?? '')
    const missing = [...new Set(tables)].filter((table) => !fenced.has(table) && !open.includes(table))
    expect(missing).toEqual([])
  })

  // Those who see how a talk goes would otherwise be told that there is nothing, without an error.
  test('hides no figure: what is not made for the two or by the worker is made of courses', async () => {
    const named = new RegExp(
      `\\b(?:FROM|JOIN|UPDATE|INTO|USING)\\s+"?(?:${(await fencedTables()).join('|')})\\b`,
    )
    const files = globSync('{db,api}/**/*.ts').filter((file) => named.test(readFileSync(file, 'utf8')))
    const workers =
      /^db\/(?:outbox-[\w-]+|erasure|evaluation-order|forgetting|legal-holds|notices|old-notes)\.ts$/
    const ofTheTwo = ['db/sheets.ts', 'db/shares.ts', 'db/slots.ts', 'db/talk-view.ts']
    const ofMails = /^db\/(?:mail-\w+|outbox)\.ts$/
    expect(files.filter((file) => workers.test(file)).length).toBeGreaterThan(4)
    expect(
      files.filter((file) => ![workers, ofMails].some((one) => one.test(file)) && !ofTheTwo.includes(file)),
    ).toEqual([])
  })

  // Prisma gathers such questions of several requests into one statement, which is asked for whoever came first.
  test('is not gone round by questions that are asked together with others’', async () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8')
    const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)]
    const fenced = new Set(await fencedTables())
    const fencedModels = models.flatMap(([, name = '', body = '']) =>
      fenced.has(/@@map\("(\w+)"\)/.exec(body)?.[1] ?? '') ? [name] : [],
    )
    expect(fencedModels).toHaveLength(fenced.size)
    const relations = models.flatMap(([, , body = '']) =>
      [...body.matchAll(/^ {2}(\w+)\s+(\w+)(?:\?|\[\])?/gm)].flatMap(([, field = '', type = '']) =>
        fencedModels.includes(type) ? [field] : [],
      ),
    )
    const asked = fencedModels.map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    const together = new RegExp(`\\.(?:${asked.join('|')})\\.findUnique`)
    const along = new RegExp(`findUnique\\w*\\([^)]*\\b(?:${relations.join('|')}): (?:true|\\{)`, 's')
    const files = globSync('{db,api}/**/*.ts').filter((file) => !file.startsWith('db/generated'))
    expect(files.length).toBeGreaterThan(150)
    const found = files.filter((file) => {
      const code = readFileSync(file, 'utf8')
      return together.test(code) || along.test(code)
    })
    expect(found).toEqual([])
  })
})
