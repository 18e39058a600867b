import { addDays, addMonths, type Day } from '../domain/calendar/day.ts'

/** Everybody in the play by the name the story uses. */
export const cast = {
  Karen: { number: '700', family: 'Skov', title: 'Skolechef', unit: '7000', leader: '' },
  Dora: { number: '701', family: 'Dam', title: 'HR-konsulent', unit: '7000', leader: 'Karen' },
  Carl: { number: '711', family: 'Holm', title: 'Skoleleder', unit: '7100', leader: 'Karen' },
  Ben: { number: '712', family: 'Østergaard', title: 'Afdelingsleder', unit: '7100', leader: 'Carl' },
  Eva: { number: '713', family: 'Lund', title: 'Afdelingsleder', unit: '7100', leader: 'Carl' },
  Anna: { number: '721', family: 'Ågård', title: 'Lærer', unit: '7100', leader: 'Ben' },
  Frida: { number: '722', family: 'Berg', title: 'Lærer', unit: '7100', leader: 'Ben' },
  Gitte: { number: '723', family: 'Møller', title: 'Lærer', unit: '7100', leader: 'Ben' },
  Hans: { number: '724', family: 'Krogh', title: 'Pædagog', unit: '7100', leader: 'Ben' },
  Inge: { number: '725', family: 'Sø', title: 'Pædagog', unit: '7100', leader: 'Ben' },
  Mette: { number: '726', family: 'Friis', title: 'Lærer', unit: '7100', leader: 'Ben' },
  Jens: { number: '727', family: 'Bæk', title: 'Teknisk medarbejder', unit: '7100', leader: 'Ben' },
  Karim: { number: '731', family: 'Aziz', title: 'Lærer', unit: '7100', leader: 'Eva' },
  Lone: { number: '732', family: 'Dahl', title: 'Timelærer', unit: '7100', leader: 'Eva' },
  Nina: { number: '733', family: 'Vang', title: 'Pædagog', unit: '7100', leader: 'Eva' },
} as const satisfies Record<string, Person>

export type CastName = keyof typeof cast

interface Person {
  number: string
  family: string
  title: string
  unit: string
  leader: string
}

export const unitsFile = [
  'Enhedsnr;Enhedsnavn;Overenhedsnr',
  '7000;Skoleforvaltningen;',
  '7100;Lærkeskolen;7000',
].join('\r\n')

/** Jens has no mail address: what he should have is printed for him (R13.1). */
export function emailOf(name: CastName): string {
  if (name === 'Jens') return ''
  const plain = cast[name].family
    .toLowerCase()
    .replaceAll('å', 'aa')
    .replaceAll('ø', 'oe')
    .replaceAll('æ', 'ae')
  return `${name.toLowerCase()}.${plain}@skolen.example`
}

export function nameOf(name: CastName): string {
  return `${name} ${cast[name].family}`
}

/** The people file before the round: twelve at the school, two above them. */
export function peopleFile(talksFrom: Day): string {
  const names = (Object.keys(cast) as CastName[]).filter((name) => name !== 'Nina')
  return fileOf(names, (name) => ({
    // Gitte's leave begins after she was told of the round and ends before the window does.
    leave: name === 'Gitte' ? [addDays(talksFrom, -18), addDays(talksFrom, 45)] : [],
  }))
}

/** The same file a month into the window: Jens gets another leader, Hans has resigned, Nina joins. */
export function laterPeopleFile(talksFrom: Day): string {
  return fileOf(Object.keys(cast) as CastName[], (name) => ({
    leave: name === 'Gitte' ? [addDays(talksFrom, -18), addDays(talksFrom, 45)] : [],
    ...(name === 'Jens' && { leader: 'Eva' }),
    ...(name === 'Hans' && { lastDay: addDays(addMonths(talksFrom, 2), -1) }),
    ...(name === 'Nina' && { employedFrom: addMonths(talksFrom, 1) }),
  }))
}

interface RowFacts {
  leave: Day[]
  leader?: CastName
  lastDay?: Day
  employedFrom?: Day
}

function fileOf(names: CastName[], factsOf: (name: CastName) => RowFacts): string {
  const header =
    'Medarbejdernr;Fornavn;Efternavn;E-mail;Mobil;Stilling;Enhedsnr;Leders medarbejdernr;Ansat fra;Fratrådt;Timer pr. uge;Fødselsdato;Sprog;Orlov fra;Orlov til;Orlovstype'
  const rows = names.map((name) => {
    const person: Person = cast[name]
    const facts = factsOf(name)
    const leader = facts.leader ?? (person.leader as CastName | '')
    return [
      person.number,
      name,
      person.family,
      emailOf(name),
      '',
      person.title,
      person.unit,
      leader === '' ? '' : cast[leader].number,
      facts.employedFrom ? danish(facts.employedFrom) : '01-08-2015',
      facts.lastDay ? danish(facts.lastDay) : '',
      name === 'Lone' ? '8,0' : '37,0',
      '12.3.1980',
      name === 'Karim' ? 'en' : 'da',
      ...(facts.leave.length > 0 ? facts.leave.map(danish) : ['', '']),
      '',
    ].join(';')
  })
  return [header, ...rows].join('\r\n')
}

function danish(on: Day): string {
  const [year, month, date] = on.split('-')
  return `${date}.${month}.${year}`
}
