import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Db, openApiDb } from '../../db/client.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addCast, type Cast } from '../support/cast.ts'
import { goAndComeBack, startProvider } from '../support/oidc-provider.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

let database: TestDatabase
/** The app's: with one connection, for which nobody waits long. */
let appDb: Db
let api: TestApi
let cast: Cast
let anna: Caller
let talkId: string

beforeAll(async () => {
  database = await createDatabase()
  appDb = openApiDb(database.url, 1, 100)
  api = await startApi({
    databaseUrl: database.url,
    appDb,
    clock: { now: () => Date.parse('2027-01-11T09:00:00Z') },
  })
  cast = await addCast(api.db)
  const roundId = await cast.organisation.addRound({ unitId: cast.school, status: 'running' })
  const at = Date.parse('2026-11-24T09:00:00Z')
  talkId = await cast.organisation.addTalk(roundId, at, { employee: cast.anna })
  anna = await api.signIn(cast.anna.personId)
})
afterAll(async () => {
  await api?.close()
  await database?.drop()
})

/** Does it while somebody else has the app's one connection. */
const whileFull = <T>(work: () => Promise<T>): Promise<T> =>
  appDb.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1`
      return work()
    },
    { timeout: 60_000 },
  )

const html = { accept: 'text/html' }
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = html) =>
  fetch(api.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: anna.cookie, ...headers },
    body: new URLSearchParams(fields),
  })
const told = async (answer: Response) => [
  answer.status,
  answer.headers.get('retry-after'),
  answer.headers.get('content-type')?.split(';')[0],
]
const sentence = {
  da: 'Årshjulet kan ikke svare lige nu. Vent lidt, og prøv igen.',
  en: 'Årshjulet cannot answer just now. Wait a little and try again.',
}

describe('When the database has no room', () => {
  test.each(['da', 'en'] as const)('a program is told so and when to come again: %s', async (language) => {
    const answer = await whileFull(() => anna.get('/me', { 'accept-language': language }))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ status: 503, code: 'not-now', sentence: sentence[language] })
    expect((await anna.get('/me')).status).toBe(200)
  })

  test.each(['da', 'en'] as const)(
    'a person gets a page that says so, and leads to itself: %s',
    async (language) => {
      const headers = { cookie: anna.cookie, ...html, 'accept-language': language }
      const path = `/talks/${talkId}?done=topic-added`
      const answer = await whileFull(() => fetch(api.url + path, { headers }))
      expect(await told(answer)).toEqual([503, '5', 'text/html'])
      const page = await answer.text()
      expect(page).toContain(sentence[language])
      expect(page).toContain(`<a href="${path}"`)
    },
  )

  test('a page that is not there is said not to be there', async () => {
    const headers = { cookie: anna.cookie, ...html }
    const answer = await whileFull(() => fetch(`${api.url}/nothing/of/the/kind`, { headers }))
    expect(await told(answer)).toEqual([404, null, 'text/html'])
    expect(await answer.text()).toContain('Her er ingenting')
  })

  test('what somebody typed comes back with its key, and is done once when it is sent again', async () => {
    const typed = { text: 'Mere ro, "tid" & <luft>', key: randomUUID() }
    const answer = await whileFull(() => send(`/talks/${talkId}/topics`, typed))
    expect(await told(answer)).toEqual([503, '5', 'text/html'])
    const page = await answer.text()
    expect(page).toContain(sentence.da)
    expect(page).toContain(`action="/talks/${talkId}/topics"`)
    expect(page).toContain('name="text" value="Mere ro, &quot;tid&quot; &amp; &lt;luft>"')
    expect(page).toContain(`name="key" value="${typed.key}"`)
    for (let i = 0; i < 2; i++) expect((await send(`/talks/${talkId}/topics`, typed)).status).toBe(303)
    expect(await api.db.topic.findMany({ select: { text: true } })).toEqual([{ text: typed.text }])
  })

  test('what is saved while somebody writes is told to be tried again', async () => {
    const headers = { accept: 'application/json' }
    const answer = await whileFull(() => send(`/talks/${talkId}/topics`, { text: 'Ro' }, headers))
    expect([...(await told(answer)), await answer.json()]).toEqual([
      503,
      '5',
      'application/json',
      { code: 'not-now' },
    ])
  })

  test('what was typed beside a file comes back, and the file is asked for again', async () => {
    const form = new FormData()
    form.set('title', 'Skolens vejledning')
    form.set('file', new File(['%PDF-1.7 skema'], 'Skema.pdf', { type: 'application/pdf' }))
    const path = `/rounds/${randomUUID()}/materials/guide/da`
    const dora = await api.signIn(cast.dora.personId)
    const answer = await whileFull(() =>
      fetch(api.url + path, { method: 'POST', headers: { ...html, cookie: dora.cookie }, body: form }),
    )
    expect(answer.status).toBe(503)
    const page = await answer.text()
    expect(page).toContain('name="title" value="Skolens vejledning"')
    expect(page).toContain('Kun filen »Skema.pdf« er her ikke mere')
  })

  test('the log tells it without what was typed', async () => {
    await whileFull(() => send(`/talks/${talkId}/topics`, { text: 'Hemmeligt' }))
    expect(api.logged.join()).toContain('"code":"not-now"')
    expect(api.logged.join()).not.toContain('Hemmeligt')
  })
})

describe('When the database is gone', () => {
  test('people and programs are told to try again', async () => {
    const gone = await startApi({ databaseUrl: 'postgresql://somebody:secret@127.0.0.1:1/nothing' })
    try {
      const headers = { cookie: 'aarshjul=of-somebody' }
      const answer = await gone.anybody.get('/me', headers)
      expect([answer.status, answer.body]).toMatchObject([503, { code: 'not-now' }])
      const page = await fetch(gone.url, { headers: { ...headers, ...html } })
      expect(await told(page)).toEqual([503, '5', 'text/html'])
      expect(await page.text()).toContain(sentence.da)
    } finally {
      await gone.close()
    }
  })

  test.each([
    ['da', 'Prøv igen'],
    ['en', 'Try again'],
  ] as const)(
    'whoever comes back from the workplace’s sign-in is told so, and led to where it begins: %s',
    async (language, tryAgain) => {
      const port = await freePort()
      const publicUrl = `http://127.0.0.1:${port}`
      const provider = await startProvider(publicUrl)
      provider.accounts.set('anna', { employee_number: '41003' })
      const gone = await startApi({
        port,
        databaseUrl: 'postgresql://somebody:secret@127.0.0.1:1/nothing',
        env: { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify([provider.settings()]) },
      })
      try {
        const { browser, back } = await goAndComeBack(gone.url, 'anna')
        browser.setCookie(gone.url, 'aarshjul-language', language)
        const answer = await browser.send(back)
        expect(await told(answer)).toEqual([503, '5', 'text/html'])
        const page = await answer.text()
        expect(page).toContain(sentence[language])
        expect(page).toContain(`<a href="/sign-in">${tryAgain}</a>`)
        expect(gone.logged.join()).toContain('"code":"not-now"')
      } finally {
        await gone.close()
        await provider.close()
      }
    },
  )
})
