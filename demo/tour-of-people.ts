import { cast, type CastName, emailOf, laterPeopleFile } from './cast.ts'
import type { Json, World } from './scene.ts'
import type { Visit } from './tour.ts'
import type { Visitor } from './visitor.ts'

/** The pages about people: a file looked at and one put to use, what HR enters by hand, and who holds which role. */
export async function visitsOfPeople(world: World): Promise<Visit[]> {
  const dora = await world.as('Dora')
  const lone = await addSecondLone(dora)
  const preview = await upload(dora, 'medarbejdere-april.csv', fileWithErrors(world))
  const [committed] = await dora.get('/imports')
  await makeTokens(dora)
  const ben = await find(dora, 'Ben')
  const gitte = await find(dora, 'Gitte')
  const hr = (name: string, path: string): Visit => ({ name, who: 'Dora', path })
  return [
    hr('people', '/people'),
    hr('people-none', '/people?search=Xenia'),
    hr('joiner', '/people/new'),
    hr('units', '/units'),
    hr('person', `/people/${ben.personId}`),
    hr('person-leave', `/people/${gitte.personId}`),
    hr('person-twice', `/people/${lone.personId}`),
    hr('joining', `/people/${lone.personId}/joining/${lone.otherId}`),
    hr('employment-details', `/employments/${gitte.employmentId}/details`),
    hr('employment-leader', `/employments/${gitte.employmentId}/leader`),
    hr('employment-leader-found', `/employments/${gitte.employmentId}/leader?search=Eva`),
    hr('employment-unit', `/employments/${gitte.employmentId}/unit`),
    hr('employment-last-day', `/employments/${gitte.employmentId}/last-day`),
    hr('employment-leaves', `/employments/${gitte.employmentId}/leaves`),
    hr('employment-deputies', `/employments/${ben.employmentId}/deputies?search=Eva`),
    hr('imports', '/imports'),
    hr('import', `/imports/${preview.id}`),
    hr('import-list', `/imports/${preview.id}?list=joiners`),
    hr('import-result', `/imports/${committed.id}`),
    hr('service-tokens', '/service-tokens'),
    hr('roles', '/roles'),
    hr('roles-give', '/roles?search=Ben'),
  ]
}

async function find(dora: Visitor, name: CastName): Promise<Json> {
  const { people } = await dora.get(`/people?search=${cast[name].number}`)
  return people[0]
}

/** Lone has got a second job at the school, which at first came without her address: now there are two of her. */
async function addSecondLone(dora: Visitor): Promise<{ personId: string; otherId: string }> {
  const { unitId, personId, leaderId } = await find(dora, 'Lone')
  const second = await dora.post('/employments', {
    number: '742',
    givenName: 'Lone',
    familyName: cast.Lone.family,
    email: null,
    title: 'SFO-medhjælper',
    unitId,
    leaderId,
    employedFrom: '2020-08-01',
    hoursPerWeek: 8,
    birthDate: '1980-03-12',
  })
  const header = 'Medarbejdernr;Fornavn;Efternavn;E-mail;Enhedsnr;Ansat fra;Fødselsdato'
  const row = `742;Lone;${cast.Lone.family};${emailOf('Lone')};7100;01.08.2020;12.03.1980`
  const { id } = await upload(dora, 'sfo.csv', `${header}\r\n${row}`)
  await dora.post(`/imports/${id}/commit`)
  return { personId, otherId: second.personId }
}

async function makeTokens(dora: Visitor): Promise<void> {
  await dora.post('/service-tokens', { name: 'Lønsystemet sender medarbejdere hver nat', scopes: ['people'] })
  await dora.post('/service-tokens', { name: 'Rapport til direktionen', scopes: ['rounds'], days: 30 })
}

function upload(dora: Visitor, fileName: string, text: string): Promise<Json> {
  return dora.upload(`/imports?fileName=${fileName}`, new TextEncoder().encode(text))
}

/** What a payroll system might send: somebody new, another leader, a new name, and lines that cannot be used. */
function fileWithErrors({ dates }: World): string {
  const [header = '', ...rows] = laterPeopleFile(dates.talksFrom).split('\r\n')
  const row = (name: CastName) => rows.find((one) => one.startsWith(`${cast[name].number};`)) ?? ''
  const lines = [
    ...rows.filter((one) => !/^(?:722|723|732);/.test(one)),
    row('Frida').replace(';712;', ';713;').replace(';Berg;', ';Berg Lund;'),
    row('Gitte').replace('@skolen', '(at)skolen'),
    row('Lone').replace(';7100;', ';7300;').replace(';12.3.1980;', ';31.02.1980;'),
    row('Karim').replace('731;Karim;Aziz;karim.aziz', '734;Oda;Winther;oda.winther'),
    row('Nina').replace(`733;Nina;Vang;${emailOf('Nina')}`, '735;Per;Toft;'),
  ]
  return [header, ...lines].join('\r\n')
}
