import { describe, expect, test } from '@jest/globals'
import PostalMime from 'postal-mime'
import { day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import { toneOf } from '../../domain/notices/tone.ts'
import { type LadderStep, ladderOf, obligationKinds, stepAt } from '../../domain/policy/ladder.ts'
import { informationKinds, type NoticeAudience, type NoticeKind } from '../../domain/talk/effects.ts'
import { calendarMail, type CalendarMailInput } from '../../mail/templates/calendar-mail.ts'
import type { MailContent, MailPlace } from '../../mail/templates/content.ts'
import { digestMail, type DigestLine } from '../../mail/templates/digest-mail.ts'
import { employeeMail, type EmployeeMailInput } from '../../mail/templates/employee-mail.ts'
import { employeeMailKeys } from '../../mail/templates/employee-texts.ts'
import { layOut } from '../../mail/templates/layout.ts'
import { mailSamples } from '../../mail/templates/samples.ts'
import { talkWord } from '../../domain/talk/talk-word.ts'
import { policyOf2027 } from '../support/organisation.ts'

const place: MailPlace = {
  publicUrl: 'https://mus.solbakke.example',
  employerName: 'Solbakke Kommune',
  talkName: 'MUS',
}
const languages: Language[] = ['da', 'en']
const inBoth = mailSamples.flatMap((sample) =>
  languages.map((language) => [sample.name, language, sample] as const),
)

const round = {
  name: 'MUS 2027',
  kind: 'mus' as const,
  talksFrom: day('2027-02-01'),
  talksTo: day('2027-04-30'),
  orientationOn: day('2027-01-04'),
  committee: '',
}
const line: DigestLine = {
  kind: 'invite',
  about: 'talk',
  step: 'overdue',
  dueOn: day('2027-02-15'),
  talkId: 't1',
  roundId: 'r1',
  employee: 'Anna Holm',
  leader: 'Ben Krogh',
  owedBy: 'leader',
  time: { on: day('2027-03-12'), minutes: 570 },
  round,
}
const toAnna: EmployeeMailInput = {
  kind: 'agree-plan',
  step: 'overdue',
  dueOn: day('2027-02-15'),
  talkId: 't1',
  givenName: 'Anna',
  employee: 'Anna Holm',
  leader: 'Ben Krogh',
  round,
  inviteBy: day('2027-02-15'),
  reveal: 'both-ready',
  time: null,
  tr: '',
}

interface Pair {
  kind: NoticeKind
  step: string
  audience: NoticeAudience
  owedBy: 'employee' | 'leader' | 'hr'
}

/** Every notice the default ladders can make, repeats included. */
function ladderPairs(): Pair[] {
  const pairs: Pair[] = []
  for (const kind of obligationKinds) {
    for (const owedBy of owersOf(kind)) {
      const ladder = ladderOf(policyOf2027, kind, owedBy === 'employee' ? 'employee' : 'leader')
      for (let i = 0; i < ladder.steps.length + 3; i++) {
        const step = stepAt(ladder, i)
        if (step !== null) pairs.push({ kind, step: step.step, audience: roleOf(step, owedBy), owedBy })
      }
    }
  }
  // While no version is proposed the plan is both's to remember (§2).
  pairs.push({ kind: 'agree-plan', step: 'reminder', audience: 'employee', owedBy: 'leader' })
  return pairs
}

function owersOf(kind: (typeof obligationKinds)[number]): Pair['owedBy'][] {
  if (kind === 'prepare') return ['employee']
  if (kind === 'evaluation') return ['hr']
  return kind === 'agree-plan' || kind === 'action' ? ['employee', 'leader'] : ['leader']
}

function roleOf(step: LadderStep, owedBy: Pair['owedBy']): NoticeAudience {
  const owner = owedBy === 'employee' ? 'employee' : 'leader'
  if (step.audience === 'owner') return owner
  if (step.audience === 'other-party') return owner === 'employee' ? 'leader' : 'employee'
  return step.audience
}

/** As effects.ts says who hears what. */
const told: Record<(typeof informationKinds)[number], NoticeAudience[]> = {
  'kick-off': ['leader'],
  orientation: ['employee'],
  'not-invited': ['leader'],
  'other-time-asked': ['leader'],
  'time-accepted': ['leader'],
  'time-withdrawn': ['leader'],
  'held-contradicted': ['leader'],
  'was-held': ['leader'],
  'plan-proposed': ['leader', 'employee'],
  'plan-returned': ['leader', 'employee'],
  'plan-agreed': ['employee'],
  'plan-not-agreed': ['leader', 'employee'],
  'action-reported': ['leader', 'employee'],
  'offer-answered': ['leader'],
  'return-talk': ['leader'],
  'form-does-not-fit': ['leader'],
  'evaluate-talk': ['employee'],
  'hand-over': ['leader'],
  'talk-postponed': ['hr'],
  'filing-failed': ['hr'],
  'no-leader': ['hr'],
  'group-feedback-sent': ['employee'],
  nudge: ['leader', 'employee'],
  'slots-published': ['employee'],
  'talk-offered': ['employee'],
  'agree-away-asked': ['leader', 'employee'],
  'plan-to-file': ['leader'],
  'draft-ready': ['hr'],
}

const informationPairs: Pair[] = informationKinds.flatMap((kind) =>
  told[kind].map((audience): Pair => ({ kind, step: 'told', audience, owedBy: 'leader' })),
)

function contentOf(pair: Pair, language: Language, names = shortNames): MailContent {
  const { kind, step, audience, owedBy } = pair
  const { employee, leader, round: name, talkName } = names
  const who = { kind, step, employee, leader, round: { ...round, name } }
  const where = { ...place, talkName }
  if (audience === 'employee') return employeeMail({ ...toAnna, ...who }, language, where)
  const fresh = [{ ...line, ...who, owedBy }]
  return digestMail({ on: day('2027-02-16'), givenName: 'Ben', fresh, rest: [] }, language, where)
}

const shortNames = { employee: 'Anna Holm', leader: 'Ben Krogh', round: 'MUS 2027', talkName: 'MUS' }
const longNames = {
  employee: 'Christian-Emil Sørensen-Vestergaard',
  leader: 'Margrethe-Louise Christoffersen-Bay',
  round: 'MUS 2027 Solbakkeskolerne',
  talkName: 'medarbejdersamtale',
}

function saidIn(content: MailContent): string {
  const list = content.blocks.find((block) => block.kind === 'list')
  return list === undefined ? content.preview : (list.items[0]?.text ?? '')
}

describe('every mail', () => {
  test.each(inBoth)(
    '%s in %s is complete in both parts, with absolute links',
    async (_name, language, sample) => {
      const content = sample.contentOf(language, place)
      const { subject, html, text } = await layOut(content, language, place)
      for (const part of [subject, html, text]) {
        expect(part.trim()).not.toBe('')
        expect(part).not.toMatch(/undefined|null|NaN|\[object|%%/)
      }
      expect(`${subject}\n${text}`).not.toMatch(/\S {2}| [.,]|,,|\(\)/)
      const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '')
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) {
        // Everything leads into the service but the address of an online talk.
        expect(link).toMatch(/^https:\/\/(mus|meet)\.solbakke\.example\//)
        expect(text).toContain(link)
      }
      expect(html).toContain(`lang="${language}"`)
    },
  )

  test.each(inBoth)(
    '%s in %s says in the subject what and when, in one readable line',
    (_n, language, sample) => {
      const { subject, title } = sample.contentOf(language, place)
      expect(subject).not.toContain('\n')
      expect(subject.length).toBeLessThan(115)
      expect(subject).not.toBe(title)
      expect(subject).toMatch(/^[A-ZÆØÅ0-9]/)
    },
  )

  test.each(inBoth)(
    '%s in %s loads nothing from anywhere, so that reading it tells nobody',
    async (_n, language, sample) => {
      const { html } = await layOut(sample.contentOf(language, place), language, place)
      expect(html).not.toMatch(/<img|<script|url\(|@import|<link/i)
    },
  )

  test.each(inBoth)(
    '%s in %s begins every sentence with a capital letter, whatever the talk is called',
    (_name, language, sample) => {
      const content = sample.contentOf(language, { ...place, talkName: longNames.talkName })
      const texts = content.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
      for (const text of [content.subject, content.preview, content.title, ...texts])
        expect(text).toMatch(/^[A-ZÆØÅ0-9]/)
    },
  )

  test('the samples show every single mail that has words of its own', () => {
    expect(employeeMailKeys.every((key) => mailSamples.some(({ name }) => sampleNamed(key, name)))).toBe(true)
  })

  test('what people are called cannot break the layout', async () => {
    const content = employeeMail({ ...toAnna, leader: 'Bo <b>& "Co"</b>' }, 'da', place)
    const { html, text } = await layOut(content, 'da', place)
    expect(html).toContain('Bo &lt;b&gt;&amp; &quot;Co&quot;&lt;/b&gt;')
    expect(text).toContain('Bo <b>& "Co"</b>')
  })

  test('English mails keep no Danish words', async () => {
    for (const sample of mailSamples) {
      const { text } = await layOut(sample.contentOf('en', place), 'en', place)
      expect(text).not.toMatch(/\b(samtalen|senest|uge|kl\.|indkaldt|frist|ikke|Hej)\b/i)
    }
  })

  test('Danish is written with its own letters', async () => {
    for (const sample of mailSamples) {
      const { text } = await layOut(sample.contentOf('da', place), 'da', place)
      expect(text).not.toMatch(/\b(week|your|the|due)\b|aaben|naeste|foelg/i)
    }
  })
})

function sampleNamed(key: string, name: string): boolean {
  return (
    name === key || name.startsWith(key) || name === key.replace('agree-', '') || name === `${key}-reminder`
  )
}

describe('every notice there can be', () => {
  const pairs = [...ladderPairs(), ...informationPairs]

  test.each(pairs.map((pair) => [pair.kind, pair.step, pair.audience, pair] as const))(
    '%s, step %s, to %s has one clear sentence in both languages',
    (_kind, _step, _audience, pair) => {
      for (const language of languages) {
        const content = contentOf(pair, language)
        const said = saidIn(content)
        expect(said).toMatch(/^[A-ZÆØÅ].*[.?]$/)
        expect(said.length).toBeLessThan(260)
        expect(`${said} ${content.subject}`).not.toMatch(/undefined|null|: \.|,\s*\./)
      }
    },
  )

  test.each(pairs.map((pair) => [pair.kind, pair.step, pair.audience, pair] as const))(
    '%s, step %s, to %s says the thing itself in a subject that fits, also with the longest names',
    (_kind, _step, _audience, pair) => {
      for (const language of languages) {
        const { subject } = contentOf(pair, language)
        expect(subject).not.toMatch(/ny besked|new notice|\.$/)
        expect(subject.length).toBeLessThanOrEqual(78)
        const long = contentOf(pair, language, longNames).subject
        expect(long).not.toMatch(/ny besked|new notice|undefined/)
        expect(long).toMatch(/^[A-ZÆØÅ]/)
        expect(long.length).toBeLessThanOrEqual(110)
      }
    },
  )

  test('steps of different tone never say the same', () => {
    for (const language of languages) {
      const byKind = Map.groupBy(ladderPairs(), (pair) => `${pair.kind} ${pair.audience}`)
      for (const ofKind of byKind.values()) {
        const tones = new Map(ofKind.map((pair) => [toneOf(pair.step), pair]))
        const said = [...tones.values()].map((pair) => saidIn(contentOf(pair, language)))
        expect(new Set(said).size).toBe(said.length)
      }
    }
  })

  test('whoever only hears how it stands is told who owes it', () => {
    for (const pair of ladderPairs().filter(({ step }) => toneOf(step) === 'told')) {
      const ower = pair.owedBy === 'employee' ? 'Anna Holm' : 'Ben Krogh'
      expect(saidIn(contentOf(pair, 'da'))).toContain(ower)
    }
  })
})

test('a leader who owes the team common feedback is led to the page where it is written, the others to the round', () => {
  const hrefOf = (step: string) => {
    const fresh = [
      {
        ...line,
        kind: 'group-feedback' as const,
        step,
        owedBy: 'leader' as const,
        talkId: null,
        roundId: 'r1',
      },
    ]
    const content = digestMail({ on: day('2027-06-01'), givenName: 'Ben', fresh, rest: [] }, 'da', place)
    const list = content.blocks.find((block) => block.kind === 'list')
    return list?.items[0]?.href
  }
  expect(hrefOf('overdue')).toMatch(/\/rounds\/r1\/group-feedback$/)
  expect(hrefOf('hr')).toMatch(/\/rounds\/r1$/)
})

describe('a calendar mail', () => {
  const invitation: CalendarMailInput = {
    news: 'invited',
    to: 'employee',
    givenName: 'Anna',
    other: longNames.leader,
    about: 'talk',
    kind: 'mus',
    talkId: 't1',
    time: { on: day('2027-09-29'), minutes: 13 * 60 + 30 },
    minutes: 15,
    planMinutes: 0,
    place: '',
    onlineUrl: 'https://meet.solbakke.example/mus-42',
    answerBy: null,
  }
  const texts = (about: CalendarMailInput['about']) =>
    calendarMail({ ...invitation, about, kind: 'senior' }, 'da', place).blocks.flatMap((block) =>
      block.kind === 'text' ? [block.text] : [],
    )

  test.each(['invited', 'moved', 'cancelled', 'withdrawn', 'handed-over'] as const)(
    'has a subject that fits, also with the longest names: %s',
    (news) => {
      for (const language of languages) {
        for (const to of ['employee', 'leader'] as const) {
          const { subject } = calendarMail({ ...invitation, news, to }, language, {
            ...place,
            talkName: longNames.talkName,
          })
          expect(subject.length).toBeLessThanOrEqual(110)
        }
      }
    },
  )

  test('says of a talk and of a status talk that another time can be asked for, and of an extra talk that it is voluntary', () => {
    const another = 'Passer tiden, behøver du ikke svare. Ellers kan du bede om en anden tid på din side.'
    expect(texts('talk')).toContain(another)
    expect(texts('status-talk')).toContain(another)
    expect(texts('extra').at(-1)).toBe(
      'Samtalen er frivillig. Passer tiden ikke, kan du aflyse den på din side.',
    )
  })

  test('leads to the online talk with one press', async () => {
    const { html } = await layOut(calendarMail(invitation, 'da', place), 'da', place)
    expect(html).toContain('href="https://meet.solbakke.example/mus-42"')
  })
})

describe('the words', () => {
  test('Danish speaks of a certain talk in its own form, whatever it is called', () => {
    const said = (talkName: string) =>
      digestMail(
        { on: day('2027-02-16'), givenName: 'Ben', fresh: [{ ...line, kind: 'hold' }], rest: [] },
        'da',
        { ...place, talkName },
      ).preview
    const ending = 'med Anna Holm er ikke holdt. Frist: 15.02.2027 (uge 7). Find en tid nu.'
    expect([said('MUS'), said('PU-samtale'), said('medarbejdersamtale')]).toEqual([
      `MUS ${ending}`,
      `PU-samtalen ${ending}`,
      `Medarbejdersamtalen ${ending}`,
    ])
  })

  test('a talk is called what the installation and the round’s kind call it', () => {
    expect(talkWord('mus', 'PU-samtale', 'da')).toBe('PU-samtale')
    expect(talkWord('lus', 'MUS', 'en')).toBe('LUS')
    expect(talkWord('senior', 'MUS', 'da')).toBe('seniorsamtale')
    const content = employeeMail({ ...toAnna, kind: 'evaluate-talk', step: 'told' }, 'da', {
      ...place,
      talkName: 'medarbejdersamtale',
    })
    expect(content.subject).toBe('Hvordan var din medarbejdersamtale? Svar anonymt')
  })

  test('a subject begins with a capital letter also where the talk’s name does not', () => {
    const content = employeeMail({ ...toAnna, kind: 'prepare', step: 'reminder-5' }, 'da', {
      ...place,
      talkName: 'medarbejdersamtale',
    })
    expect(content.subject).toMatch(/^F/)
  })

  test('the reminder to prepare says when the other side can read the sheet, as the round’s rules have it', () => {
    const said = (reveal: EmployeeMailInput['reveal']) =>
      employeeMail({ ...toAnna, kind: 'prepare', step: 'reminder-5', reveal }, 'da', place)
        .blocks.map((block) => (block.kind === 'text' ? block.text : ''))
        .join(' ')
    const together = 'Når I begge har markeret jeres ark som klare, kan I læse hinandens.'
    expect(said('both-ready')).toContain(together)
    expect(said('both-ready')).not.toContain('til du selv deler det')
    expect(said('author')).toContain('Arket er kun dit, til du selv deler det.')
    expect(said('author')).not.toContain(together)
  })

  test('an employee without a leader is still told who to expect', () => {
    const content = employeeMail({ ...toAnna, kind: 'orientation', step: 'told', leader: null }, 'da', place)
    const said = content.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join(' ')
    expect(said).toContain('Din leder indkalder dig senest 15.02.2027 (uge 7).')
    const facts = content.blocks.find((block) => block.kind === 'facts')
    expect(facts?.rows).toEqual([{ label: 'Indkaldt senest', value: '15.02.2027 (uge 7)' }])
  })

  test('the leaders’ kick-off asks to consider offers, and leads to the leader’s own paragraph', () => {
    const kickOff = { ...line, kind: 'kick-off' as const, step: 'told', talkId: null }
    const content = digestMail(
      { on: day('2026-12-10'), givenName: 'Ben', fresh: [kickOff], rest: [] },
      'da',
      place,
    )
    const [item] = content.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    expect(item?.text).toContain('overvej senior- og ledertalentsamtaler')
    expect(item?.href).toBe(`${place.publicUrl}/team/orientation?round=${line.roundId}`)
  })

  test('a plan that could not be filed leads HR to the page where it is tried again', () => {
    const failed = { ...line, kind: 'filing-failed' as const, step: 'told' }
    const content = digestMail(
      { on: day('2027-02-16'), givenName: 'Dora', fresh: [failed], rest: [] },
      'da',
      place,
    )
    const [item] = content.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    expect(item?.href).toBe(`${place.publicUrl}/filings`)
  })

  test('a round’s name too long for a subject gives way to how many and when', () => {
    const name =
      'Medarbejderudviklingssamtaler 2027 for alle skoler, dagtilbud og fritidsordninger i Solbakke'
    const long = { ...line, kind: 'kick-off' as const, step: 'told', round: { ...round, name } }
    const content = digestMail(
      { on: day('2026-12-10'), givenName: 'Ben', fresh: [long], rest: [] },
      'da',
      place,
    )
    expect(content.subject).toBe('1 ny besked om MUS 10.12.2026 (uge 50)')
  })

  test('the parts survive the way through a mail program', async () => {
    const sample = mailSamples[0]
    if (sample === undefined) throw new Error('there is no sample: expected some')
    const { text } = await layOut(sample.contentOf('da', place), 'da', place)
    const parsed = await PostalMime.parse(`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`)
    expect(parsed.text?.replaceAll('\r', '').trim()).toBe(text.trim())
  })
})
