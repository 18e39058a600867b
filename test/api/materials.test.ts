import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadDefaultMaterials } from '../../db/default-materials.ts'
import { copyMaterials, type MaterialVersion } from '../../db/materials.ts'
import { type Caller, startApi, type TestApi } from '../support/api.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'

const NOVEMBER = Date.UTC(2026, 10, 2, 9)
const DECEMBER = Date.UTC(2026, 11, 1, 9)
const ORIENTED = Date.UTC(2027, 0, 4, 9)

let now = NOVEMBER
let api: TestApi
let organisation: Organisation
let unit: string
let hr: Caller
let ben: TestPerson
let anna: TestPerson

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now } })
  const folder = fileURLToPath(new URL('../../prisma/materials', import.meta.url))
  await loadDefaultMaterials(api.db, folder, NOVEMBER)
  organisation = await addOrganisation(api.db)
  unit = await organisation.addUnit('Ådalskolen', organisation.top)
  const dora = await organisation.addPerson('Dora')
  await organisation.grant(dora, 'hr')
  hr = await api.signIn(dora.personId)
  ben = await organisation.addPerson('Ben', { unitId: unit })
  anna = await organisation.addPerson('Anna', { unitId: unit, leader: ben })
})
afterAll(() => api.close())

const draft = { name: 'MUS 2027', year: 2027, talksFrom: '2027-02-01', talksTo: '2027-04-30' }

async function newRound(): Promise<string> {
  now = NOVEMBER
  const { body } = await hr.post<{ id: string }>('/rounds', { ...draft, unitId: organisation.top })
  return body.id
}

interface Refused {
  code: string
  fields: { place: string; expected: string }[]
}

const question = { id: 'own', form: 'text', text: 'Hvad fylder mest?', help: '' }
const content = (title: string, questions: object[] = [question], files: string[] = []) => ({
  title,
  intro: '',
  sections: [{ heading: 'Nu', phase: 'now', text: '', questions }],
  files,
})

describe('A round’s materials', () => {
  test('begin as the installation’s, in both languages, and are changed version by version', async () => {
    const roundId = await newRound()
    const { body } = await hr.get<MaterialVersion[]>(`/rounds/${roundId}/materials`)
    expect(
      body.map(({ material, language, version }) => `${material}/${language}/${version}`).slice(0, 4),
    ).toEqual(['orientation/da/1', 'orientation/en/1', 'guide/da/1', 'guide/en/1'])
    const path = `/rounds/${roundId}/materials/preparation-sheet/da`
    const written = await hr.put<MaterialVersion>(path, { basedOn: 1, content: content('Skolens ark') })
    expect([written.status, written.body.version]).toEqual([200, 2])
    const versions = await hr.get<MaterialVersion[]>(path)
    expect(versions.body.map(({ content: { title } }) => title)).toEqual(['Skolens ark', 'Forberedelsesark'])
    const late = await hr.put<Refused>(path, { basedOn: 1, content: content('For sent') })
    expect([late.status, late.body.code]).toEqual([409, 'edited-meanwhile'])
  })

  test('name each question once and every mistake at its place', async () => {
    const roundId = await newRound()
    const path = `/rounds/${roundId}/materials/preparation-sheet/da`
    const scale = {
      id: 's',
      form: 'scale',
      text: '?',
      help: '',
      least: 5,
      most: 1,
      leastLabel: 'a',
      mostLabel: 'b',
    }
    const { status, body } = await hr.put<Refused>(path, {
      basedOn: 1,
      content: content('Ark', [question, question, scale]),
    })
    expect(status).toBe(422)
    expect(body.fields.map(({ place, expected }) => [place, expected])).toEqual([
      ['body.content.sections.0.questions.1.id', 'question-id-twice'],
      ['body.content.sections.0.questions.2.most', 'scale-too-short'],
    ])
  })

  test('are shown to a talk as they were when it began, in its reader’s language', async () => {
    const roundId = await newRound()
    const talkId = await organisation.addTalk(roundId, NOVEMBER, { employee: anna })
    now = DECEMBER
    await hr.put(`/rounds/${roundId}/materials/guide/da`, { basedOn: 1, content: content('Ny vejledning') })
    const seenBy = async (who: TestPerson) => {
      const { body } = await (await api.signIn(who.personId)).get<MaterialVersion[]>(
        `/talks/${talkId}/materials`,
      )
      return body
    }
    const guide = (await seenBy(anna)).find(({ material }) => material === 'guide')
    expect(guide?.content.title).toBe('Vejledning til udviklingssamtalen')
    expect((await seenBy(anna)).map(({ material }) => material)).not.toContain('leader-preparation')
    expect((await seenBy(ben)).map(({ material }) => material)).toContain('leader-preparation')
    await (await api.signIn(anna.personId)).put('/me/language', { language: 'en' })
    expect((await seenBy(anna))[0]?.content.title).toBe('About this year’s development talks')
    await (await api.signIn(anna.personId)).put('/me/language', { language: 'da' })
  })

  test('may carry a local form, which only those of the round can get', async () => {
    const roundId = await newRound()
    const pdf = Buffer.from('%PDF-1.7 skema')
    const upload = await fetch(`${api.url}/api/v1/rounds/${roundId}/material-files?name=Skema.pdf`, {
      method: 'POST',
      headers: { cookie: hr.cookie, 'content-type': 'application/pdf' },
      body: pdf,
    })
    const file = (await upload.json()) as { id: string; size: number }
    expect([upload.status, file.size]).toEqual([201, pdf.length])
    const path = `/rounds/${roundId}/materials/preparation-sheet/da`
    const written = await hr.put<MaterialVersion>(path, {
      basedOn: 1,
      content: content('Ark', [], [file.id]),
    })
    expect(written.body.content.files).toEqual([
      { id: file.id, name: 'Skema.pdf', mediaType: 'application/pdf', size: pdf.length },
    ])
    const talkId = await organisation.addTalk(roundId, NOVEMBER, { employee: anna })
    const given = await (await api.signIn(anna.personId)).get<string>(
      `/talks/${talkId}/material-files/${file.id}`,
    )
    expect([given.status, given.body]).toEqual([200, '%PDF-1.7 skema'])
    const other = await newRound()
    expect((await hr.get(`/rounds/${other}/material-files/${file.id}`)).status).toBe(404)
    const elsewhere = await hr.put<Refused>(`/rounds/${other}/materials/guide/da`, {
      basedOn: 1,
      content: content('Ark', [], [file.id]),
    })
    expect(elsewhere.body.fields[0]).toMatchObject({
      place: 'body.content.files.0',
      expected: 'unknown-file',
    })
  })

  test('of a draft that becomes a LUS round are the kind’s, but for what HR has written', async () => {
    const roundId = await newRound()
    const titles = async () => {
      const { body } = await hr.get<MaterialVersion[]>(`/rounds/${roundId}/materials`)
      return Object.fromEntries(
        body.flatMap((one) => (one.language === 'da' ? [[one.material, one.content.title]] : [])),
      ) as Record<string, string>
    }
    await hr.put(`/rounds/${roundId}/materials/guide/da`, {
      basedOn: 1,
      content: content('Vores vejledning'),
    })
    expect((await titles())['preparation-sheet']).toBe('Forberedelsesark')
    await hr.patch(`/rounds/${roundId}`, { kind: 'lus' })
    expect(await titles()).toMatchObject({
      'preparation-sheet': 'Forberedelsesark for ledere',
      guide: 'Vores vejledning',
    })
    await hr.patch(`/rounds/${roundId}`, { kind: 'mus' })
    expect((await titles())['preparation-sheet']).toBe('Forberedelsesark')
  })

  test('that a kind of round begins with are changed beside everybody’s', async () => {
    const path = '/materials/orientation/da'
    const before = await hr.get<MaterialVersion[]>(`${path}?kind=lus`)
    expect(before.body.map(({ version, content: { title } }) => [version, title])).toEqual([
      [1, 'Orientering om årets lederudviklingssamtaler'],
    ])
    const written = { basedOn: 1, content: content('LUS hos os') }
    expect((await hr.put(`${path}?kind=lus`, written)).status).toBe(200)
    const everybodys = await hr.get<MaterialVersion[]>(path)
    expect(everybodys.body.map(({ version }) => version)).toEqual([1])
    const { body } = await hr.post<{ id: string }>('/rounds', {
      ...draft,
      kind: 'lus',
      unitId: organisation.top,
    })
    const round = await hr.get<MaterialVersion[]>(`/rounds/${body.id}/materials`)
    expect(round.body.find(({ material }) => material === 'orientation')?.content.title).toBe('LUS hos os')
    expect((await hr.get(`${path}?kind=senior`)).status).toBe(422)
  })

  test('keep the files of the round before in the next year’s', async () => {
    const before = await newRound()
    const upload = await fetch(`${api.url}/api/v1/rounds/${before}/material-files?name=Skema.pdf`, {
      method: 'POST',
      headers: { cookie: hr.cookie, 'content-type': 'application/pdf' },
      body: '%PDF-1.7 skema',
    })
    const file = (await upload.json()) as { id: string }
    const path = (roundId: string) => `/rounds/${roundId}/materials/guide/da`
    await hr.put(path(before), { basedOn: 1, content: content('Vejledning', [], [file.id]) })
    const next = await organisation.addRound({ unitId: unit, previousRoundId: before })
    await copyMaterials(api.db, next, before, DECEMBER)
    expect((await hr.get<string>(`/rounds/${next}/material-files/${file.id}`)).body).toBe('%PDF-1.7 skema')
    const again = await hr.put(path(next), { basedOn: 1, content: content('Ny', [], [file.id]) })
    expect(again.status).toBe(200)
  })

  test('say who wrote each version, and when; those that came along say nobody', async () => {
    const path = '/materials/senior-guide/en'
    now = DECEMBER
    expect((await hr.put(path, { basedOn: 1, content: content('Our senior guide') })).status).toBe(200)
    const { body } = await hr.get<{ version: number; by: string | null; createdAt: string }[]>(path)
    expect(body.map(({ version, by, createdAt }) => [version, by, createdAt])).toEqual([
      [2, 'Dora Test', '2026-12-01T09:00:00.000Z'],
      [1, null, '2026-11-02T09:00:00.000Z'],
    ])
  })

  test('may be written for a job group that is in the people file of HR’s units', async () => {
    await organisation.addPerson('Mona', { unitId: unit, jobGroup: 'Pædagoger' })
    await organisation.addPerson('Åge', { unitId: unit, jobGroup: 'Årsvikarer' })
    await organisation.addPerson('Sven', { unitId: unit, jobGroup: 'Smede', lastDay: '2026-01-31' })
    expect((await hr.get('/job-groups')).body).toEqual(['Pædagoger', 'Årsvikarer'])
    expect((await (await api.signIn(ben.personId)).get('/job-groups')).body).toEqual([])
  })

  test('carry no file that is something else than its name says', async () => {
    const roundId = await newRound()
    for (const name of ['skema.pdf', 'skema.html', 'skema']) {
      const answer = await fetch(`${api.url}/api/v1/rounds/${roundId}/material-files?name=${name}`, {
        method: 'POST',
        headers: { cookie: hr.cookie, 'content-type': 'application/pdf' },
        body: '<script>alert(1)</script>',
      })
      expect([name, answer.status]).toEqual([name, 422])
    }
  })

  test('are changed by HR alone, the installation’s by HR of everything', async () => {
    const roundId = await newRound()
    const leader = await api.signIn(ben.personId)
    const change = { basedOn: 1, content: content('x') }
    expect((await leader.put(`/rounds/${roundId}/materials/guide/da`, change)).status).toBe(404)
    expect((await leader.get('/materials')).status).toBe(404)
    const hanne = await organisation.addPerson('Hanne', { unitId: unit })
    await organisation.grant(hanne, 'hr', unit)
    expect((await (await api.signIn(hanne.personId)).put('/materials/guide/da', change)).status).toBe(404)
    expect((await hr.put('/materials/background/da', { ...change, basedOn: 0 })).status).toBe(200)
  })
})

describe('The leader’s own paragraph', () => {
  const setUp = async () => {
    now = DECEMBER
    const roundId = await organisation.addRound({ status: 'scheduled', unitId: unit })
    const talkId = await organisation.addTalk(roundId, NOVEMBER, { employee: anna })
    return { roundId, talkId, path: `/rounds/${roundId}/local-orientation` }
  }

  test('is warned of a CPR number, and saved all the same by who has seen the warning', async () => {
    const { path } = await setUp()
    const leader = await api.signIn(ben.personId)
    const said = { version: 0, text: 'Skriv 070761-4285 på listen.' }
    const held = await leader.put<{ code: string }>(path, said)
    expect([held.status, held.body.code]).toEqual([409, 'look-again'])
    expect((await leader.get<{ text: string }>(path)).body.text).toBe('')
    expect((await leader.put(path, { ...said, despiteWarnings: true })).status).toBe(204)
  })

  test('is written until the day before the orientation, and then read by the team with all else', async () => {
    const { path, talkId } = await setUp()
    await hr.patch(`/units/${organisation.top}`, { trName: 'Åse Ågård' })
    const leader = await api.signIn(ben.personId)
    expect((await leader.put(path, { version: 0, text: 'Vi holder fokus på overgange.' })).status).toBe(204)
    const seen = await leader.get<{ text: string; changeableUntil: string }>(path)
    expect(seen.body).toMatchObject({ text: 'Vi holder fokus på overgange.', changeableUntil: '2027-01-03' })
    const employee = await api.signIn(anna.personId)
    const before = await employee.get<{ localText: string }>(`/talks/${talkId}/orientation`)
    expect(before.body.localText).toBe('')
    now = ORIENTED
    const after = await employee.get<object>(`/talks/${talkId}/orientation`)
    expect(after.body).toMatchObject({
      localText: 'Vi holder fokus på overgange.',
      leaderName: 'Ben Test',
      trName: 'Åse Ågård',
    })
    const late = await leader.put<Refused>(path, { version: 0, text: 'Hov' })
    expect([late.status, late.body.code]).toEqual([409, 'orientation-is-sent'])
  })

  test('is not written over by whoever has not seen it: both versions are answered', async () => {
    const { path } = await setUp()
    const leader = await api.signIn(ben.personId)
    expect((await leader.put(path, { version: 0, text: 'Fra kontoret' })).status).toBe(204)
    expect((await leader.put(path, { version: 0, text: 'Fra kontoret' })).status).toBe(204)
    const older = await leader.put<Refused & { stored: object }>(path, { version: 0, text: 'Hjemmefra' })
    expect([older.status, older.body.code]).toEqual([409, 'changed-meanwhile'])
    expect(older.body.stored).toEqual({ version: 1, text: 'Fra kontoret' })
    expect((await leader.put(path, { version: 1, text: 'Begge dele' })).status).toBe(204)
  })

  test('is written by the deputy of a leader who is away, and by nobody else', async () => {
    const { path } = await setUp()
    const carl = await organisation.addPerson('Carl', { unitId: unit })
    const deputy = await api.signIn(carl.personId)
    expect((await deputy.put(path, { version: 0, text: 'x' })).status).toBe(404)
    const box = { fromOn: new Date('2026-11-15'), toOn: new Date('2026-12-15') }
    await api.db.deputy.create({ data: { leaderId: ben.employmentId, deputyId: carl.employmentId, ...box } })
    expect((await deputy.put(path, { version: 0, text: 'Skrevet for Ben' })).status).toBe(204)
    expect((await (await api.signIn(anna.personId)).put(path, { version: 0, text: 'x' })).status).toBe(404)
  })
})
