import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { toneOf } from '../../domain/notices/tone.ts'
import type { NoticeKind } from '../../domain/talk/effects.ts'
import type { Block, ListItem, MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { type Links, linksOf } from './links.ts'
import { sentenceOf, subjectOf } from './notice-sentence.ts'
import type { SentenceFacts } from './sentences.ts'
import { sentenceCase, talkWord } from '../../domain/talk/talk-word.ts'
import { atTimeWord, dayWord, type LocalTime, statusTalkWord, windowWord } from './words.ts'

/** One thing told in a digest: names, dates and ids alone. */
export interface DigestLine {
  kind: NoticeKind
  step: string
  /** The talk itself (and what comes of it), or one of its status talks. */
  about: 'talk' | 'status-talk'
  /** The reader's own obligation or news between the two, or only how another's stands. */
  dueOn: Day | null
  /** Null for what concerns a whole round. */
  talkId: string | null
  roundId: string
  employee: string
  leader: string | null
  owedBy: 'employee' | 'leader' | 'hr'
  /** The time set for what it is about. */
  time: LocalTime | null
  round: {
    name: string
    kind: RoundKind
    talksFrom: Day
    talksTo: Day
    orientationOn: Day
    committee: string
  }
}

export interface DigestInput {
  on: Day
  givenName: string
  /** What fell due since the last digest; never empty. */
  fresh: DigestLine[]
  /** Everything else that is open for this person. */
  rest: DigestLine[]
}

/** Longer lists are cut: a mail of hundreds of lines is read by nobody, and the page shows them all. */
const FRESH_SHOWN = 60
const REST_SHOWN = 30

export function digestMail(input: DigestInput, language: Language, place: MailPlace): MailContent {
  const texts = digestTexts[language]
  const items = (lines: DigestLine[]) => lines.map((line) => itemOf(line, language, place))
  const fresh = items(input.fresh)
  const rest = items(input.rest)
  const blocks: Block[] = [
    { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
    { kind: 'list', heading: texts.fresh, items: fresh.slice(0, FRESH_SHOWN) },
  ]
  if (rest.length > 0) blocks.push({ kind: 'list', heading: texts.rest, items: rest.slice(0, REST_SHOWN) })
  const cut = Math.max(0, fresh.length - FRESH_SHOWN) + Math.max(0, rest.length - REST_SHOWN)
  if (cut > 0) blocks.push({ kind: 'text', text: texts.more(cut) })
  blocks.push({ kind: 'button', label: frameTexts[language].open, href: linksOf(place.publicUrl).home })
  return {
    subject: subjectLineOf(input, language, place),
    preview: fresh[0]?.text ?? '',
    title: texts.title(dayWord(input.on, language)),
    blocks,
    footer: frameTexts[language].footer(place.employerName),
  }
}

/** Longer subjects are cut by every mail program; only what HR calls a round can make them so. */
const LONGEST_SUBJECT = 110

/** One thing is said at once, in few words; of several the mail says how many and when. */
function subjectLineOf(input: DigestInput, language: Language, place: MailPlace): string {
  const [only] = input.fresh
  if (only !== undefined && input.fresh.length === 1) {
    const subject = subjectOf(only.kind, only.step, factsOf(only, language, place), language)
    if (subject.length <= LONGEST_SUBJECT) return sentenceCase(subject)
  }
  const kinds = new Set(input.fresh.map((line) => talkWord(line.round.kind, place.talkName, language)))
  const [talk] = kinds
  const about = kinds.size === 1 && talk !== undefined ? talk : place.talkName
  return digestTexts[language].subject(input.fresh.length, about, dayWord(input.on, language))
}

function itemOf(line: DigestLine, language: Language, place: MailPlace): ListItem {
  const links = linksOf(place.publicUrl)
  const text = sentenceOf(line.kind, line.step, factsOf(line, language, place), language)
  return { text: sentenceCase(text), href: hrefOf(line, links) }
}

function hrefOf({ kind, step, talkId, roundId }: DigestLine, links: Links): string {
  if (kind === 'filing-failed') return links.filings
  if (talkId !== null) return links.talk(talkId)
  if (kind === 'kick-off') return links.localOrientation(roundId)
  const isOwn = kind === 'group-feedback' && toneOf(step) !== 'told'
  return isOwn ? links.groupFeedback(roundId) : links.round(roundId)
}

function factsOf(line: DigestLine, language: Language, place: MailPlace): SentenceFacts {
  const leader = line.leader ?? digestTexts[language].noLeader
  return {
    talk:
      line.about === 'status-talk'
        ? statusTalkWord(language)
        : talkWord(line.round.kind, place.talkName, language),
    employee: line.employee,
    other: line.employee,
    ower: line.owedBy === 'employee' ? line.employee : line.owedBy === 'hr' ? 'HR' : leader,
    due: dayWord(line.dueOn, language),
    atTime: atTimeWord(line.time, language),
    round: line.round.name,
    committee: line.round.committee || digestTexts[language].committee,
    window: windowWord(line.round.talksFrom, line.round.talksTo, language),
    orientation: dayWord(line.round.orientationOn, language),
  }
}

interface DigestTexts {
  title(on: string): string
  fresh: string
  rest: string
  more(count: number): string
  subject(count: number, talk: string, on: string): string
  noLeader: string
  committee: string
}

const digestTexts: Record<Language, DigestTexts> = {
  da: {
    title: (on) => `Din samlemail ${on}`,
    fresh: 'Nyt',
    rest: 'Stadig åbent',
    more: (count) => `Der er ${count} til. Se dem alle på din side.`,
    subject: (count, talk, on) => `${count} ${count === 1 ? 'ny besked' : 'nye beskeder'} om ${talk} ${on}`,
    noLeader: 'lederen',
    committee: 'SU eller MED-udvalget',
  },
  en: {
    title: (on) => `Your digest ${on}`,
    fresh: 'New',
    rest: 'Still open',
    more: (count) => `There ${count === 1 ? 'is' : 'are'} ${count} more. See them all on your page.`,
    subject: (count, talk, on) => `${count} new ${count === 1 ? 'notice' : 'notices'} about ${talk}, ${on}`,
    noLeader: 'the leader',
    committee: 'the works council (SU or MED)',
  },
}
