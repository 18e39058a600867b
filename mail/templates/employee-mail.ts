import type { Day } from '../../domain/calendar/day.ts'
import type { Language } from '../../domain/language.ts'
import { type Tone, toneOf } from '../../domain/notices/tone.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { NoticeKind } from '../../domain/talk/effects.ts'
import type { Block, MailContent, MailPlace } from './content.ts'
import {
  employeeMailKeys,
  type EmployeeMailKey,
  type EmployeeText,
  type EmployeeTexts,
  type EmployeeWords,
} from './employee-texts.ts'
import { employeeTextsDa } from './employee-texts-da.ts'
import { employeeTextsEn } from './employee-texts-en.ts'
import { frameTexts } from './frame.ts'
import { type Links, linksOf } from './links.ts'
import { isObligation, sentenceOf, subjectOf } from './notice-sentence.ts'
import { sentenceCase, talkWord } from '../../domain/talk/talk-word.ts'
import { atTimeWord, dayWord, type LocalTime, windowWord } from './words.ts'

/** A notice to the employee, with what is looked up when it is handed over: names, dates and ids alone. */
export interface EmployeeMailInput {
  kind: NoticeKind
  step: string
  dueOn: Day | null
  talkId: string
  givenName: string
  employee: string
  /** Null while nobody leads the employee. */
  leader: string | null
  round: {
    name: string
    kind: RoundKind
    talksFrom: Day
    talksTo: Day
    orientationOn: Day
    committee: string
  }
  /** The day by which the leader invites this employee. */
  inviteBy: Day
  /** The time that is set for the talk. */
  time: LocalTime | null
  /** How preparation sheets are revealed in the round (R5.3). */
  reveal: Policy['reveal']
  /** The local union representative, where the unit names one (R4.1). */
  tr: string
}

const texts: Record<Language, EmployeeTexts> = { da: employeeTextsDa, en: employeeTextsEn }

export function employeeMail(input: EmployeeMailInput, language: Language, place: MailPlace): MailContent {
  const words = wordsOf(input, language, place)
  const links = linksOf(place.publicUrl)
  const key = keyOf(input.kind, input.step)
  const text =
    key === null
      ? sentenceAlone(input, words, language, links)
      : texts[language].own[key](words, links, input.talkId)
  const paragraphs = text.paragraphs.map(sentenceCase)
  const blocks: Block[] = [
    { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
    ...paragraphs.map((paragraph): Block => ({ kind: 'text', text: paragraph })),
  ]
  if (text.facts !== undefined) {
    blocks.push({ kind: 'facts', rows: text.facts.filter(({ value }) => value !== '') })
  }
  blocks.push({ kind: 'button', ...text.button })
  if (text.links !== undefined) blocks.push({ kind: 'links', links: text.links })
  return {
    subject: sentenceCase(text.subject),
    preview: paragraphs[0] ?? text.title,
    title: sentenceCase(text.title),
    blocks,
    footer: frameTexts[language].footer(place.employerName),
  }
}

function keyOf(kind: NoticeKind, step: string): EmployeeMailKey | null {
  const tone: Tone | null = isObligation(kind) ? toneOf(step) : null
  const names = tone === null ? [kind] : tone === 'told' ? [`${kind}-told`] : [`${kind}-${tone}`, kind]
  return employeeMailKeys.find((key) => names.includes(key)) ?? null
}

function sentenceAlone(
  input: EmployeeMailInput,
  words: EmployeeWords,
  language: Language,
  links: Links,
): EmployeeText {
  const sentence = sentenceOf(input.kind, input.step, words, language)
  const { title, button } = texts[language].any
  return {
    subject: subjectOf(input.kind, input.step, words, language),
    title,
    paragraphs: [sentence],
    button: { label: button, href: links.talk(input.talkId) },
  }
}

function wordsOf(input: EmployeeMailInput, language: Language, place: MailPlace): EmployeeWords {
  const { round } = input
  const leader = input.leader ?? texts[language].noLeader
  return {
    talk: talkWord(round.kind, place.talkName, language),
    employee: input.employee,
    other: leader,
    // An employee is told only about what the other one owes.
    ower: leader,
    due: dayWord(input.dueOn, language),
    atTime: atTimeWord(input.time, language),
    round: round.name,
    committee: round.committee || texts[language].committee,
    window: windowWord(round.talksFrom, round.talksTo, language),
    orientation: dayWord(round.orientationOn, language),
    leader: input.leader ?? '',
    inviteBy: dayWord(input.inviteBy, language),
    readTogether: input.reveal === 'both-ready',
    tr: input.tr,
  }
}
