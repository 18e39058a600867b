import type { Language } from '../../domain/language.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import type { Party } from '../../domain/talk/talk.ts'
import { type CalendarNews, type CalendarTexts, calendarTexts, type CalendarWords } from './calendar-texts.ts'
import type { Block, MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { type LocalTime, sentenceCase, talkWord, timeWord } from './words.ts'

export interface CalendarMailInput {
  news: CalendarNews
  to: Party
  givenName: string
  /** The other party's full name. */
  other: string
  about: 'talk' | 'status-talk'
  kind: RoundKind
  talkId: string
  time: LocalTime
  /** Minutes. */
  minutes: number
  /** Minutes of the talk meant for the plan; 0 for a status talk. */
  planMinutes: number
  place: string
  /** '' where the talk is not held online. */
  onlineUrl: string
  /** At short notice the time stands only once accepted, by this instant (R4.2); null where no answer is needed. */
  answerBy: LocalTime | null
}

/** The mail around a calendar event: the event itself is attached by the sender. */
export function calendarMail(input: CalendarMailInput, language: Language, place: MailPlace): MailContent {
  const texts = calendarTexts[language]
  const words = wordsOf(input, language, place)
  const links = linksOf(place.publicUrl)
  const said = saidTo(input, texts)(words)
  const isOn = input.news === 'invited' || input.news === 'moved'
  const blocks: Block[] = [
    { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
    ...said.paragraphs.map((text): Block => ({ kind: 'text', text })),
  ]
  if (isOn) blocks.push({ kind: 'facts', rows: factRows(input, words, language) })
  if (isOn && input.to === 'employee') {
    const answer = input.answerBy === null ? texts.noAnswerNeeded : texts.answerNeeded(words.answerBy)
    if (input.about === 'talk') blocks.push({ kind: 'text', text: answer })
  }
  blocks.push({ kind: 'button', label: said.button, href: links.talk(input.talkId) })
  if (isOn && input.about === 'talk') blocks.push({ kind: 'links', links: materials(input, language, place) })
  return {
    subject: sentenceCase(said.subject),
    preview: said.paragraphs[0] ?? said.title,
    title: sentenceCase(said.title),
    blocks,
    footer: frameTexts[language].footerWithReply(place.employerName, input.other),
  }
}

function saidTo({ to, news }: CalendarMailInput, { said }: CalendarTexts) {
  if (to === 'leader') return said.leader[news]
  return said.employee[news === 'handed-over' ? 'cancelled' : news]
}

/** The calendar entry's one line; both names, so that it is right in both calendars. */
export function eventSummary(
  input: Pick<CalendarMailInput, 'about' | 'kind'> & { employee: string; leader: string },
  language: Language,
  place: MailPlace,
): string {
  const texts = calendarTexts[language]
  const word = input.about === 'talk' ? talkWord(input.kind, place.talkName, language) : texts.statusTalk
  return sentenceCase(texts.summary(word, input.employee, input.leader))
}

/** The calendar entry's text: nothing but where to answer, and the address of an online talk. */
export function eventDescription(
  talkId: string,
  onlineUrl: string,
  language: Language,
  place: MailPlace,
): string {
  const answer = `${calendarTexts[language].answerHere} ${linksOf(place.publicUrl).talk(talkId)}`
  return onlineUrl === '' ? answer : `${answer}\n${calendarTexts[language].online}: ${onlineUrl}`
}

function wordsOf(input: CalendarMailInput, language: Language, place: MailPlace): CalendarWords {
  const texts = calendarTexts[language]
  return {
    talk: input.about === 'talk' ? talkWord(input.kind, place.talkName, language) : texts.statusTalk,
    other: input.other,
    time: timeWord(input.time, language),
    answerBy: input.answerBy === null ? '' : timeWord(input.answerBy, language),
  }
}

function factRows(input: CalendarMailInput, words: CalendarWords, language: Language) {
  const texts = calendarTexts[language]
  return [
    { label: texts.when, value: words.time },
    { label: texts.howLong, value: texts.duration(input.minutes, input.planMinutes) },
    { label: texts.where, value: input.place },
    { label: texts.online, value: input.onlineUrl },
    { label: input.to === 'employee' ? texts.leader : texts.employee, value: input.other },
  ].filter(({ value }) => value !== '')
}

function materials(input: CalendarMailInput, language: Language, place: MailPlace) {
  const texts = calendarTexts[language]
  const links = linksOf(place.publicUrl)
  return [
    { label: texts.guide, href: links.guide(input.talkId) },
    {
      label: input.to === 'employee' ? texts.preparationSheet : texts.leaderPreparation,
      href: links.preparation(input.talkId),
    },
    { label: texts.conversationGuide, href: links.conversationGuide(input.talkId) },
  ]
}
