import type { Language } from '../../domain/language.ts'
import type { RoundKind } from '../../domain/round/round.ts'
import { type ExtraKind, offerKinds, type Party } from '../../domain/talk/talk.ts'
import { type CalendarNews, type CalendarTexts, calendarTexts, type CalendarWords } from './calendar-texts.ts'
import type { Block, MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { linksOf } from './links.ts'
import { sentenceCase, talkWord } from '../../domain/talk/talk-word.ts'
import { type LocalTime, statusTalkWord, timeWord } from './words.ts'

export interface CalendarMailInput {
  news: CalendarNews
  to: Party
  givenName: string
  /** The other party's full name. */
  other: string
  /** `extra`: of an offer, or on coming back from a leave; its own kind it then is. */
  about: 'talk' | 'status-talk' | 'extra'
  kind: RoundKind | ExtraKind
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
  const paragraphs = said.paragraphs.map(sentenceCase)
  const isOn = input.news === 'invited' || input.news === 'moved'
  const blocks: Block[] = [
    { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
    ...paragraphs.map((text): Block => ({ kind: 'text', text })),
    ...attachedLine(said.attached),
  ]
  if (isOn) blocks.push({ kind: 'facts', rows: factRows(input, words, language) })
  if (isOn && input.to === 'employee') {
    const answer = input.answerBy === null ? texts.noAnswerNeeded : texts.answerNeeded(words.answerBy)
    blocks.push({ kind: 'text', text: input.about === 'extra' ? texts.voluntary : answer })
  }
  const isVoluntary = input.about === 'extra' && input.to === 'employee'
  const label = isVoluntary ? texts.openPage : said.button
  blocks.push({ kind: 'button', label, href: links.talk(input.talkId) })
  if (isOn && input.about !== 'status-talk')
    blocks.push({ kind: 'links', links: materials(input, language, place) })
  return {
    subject: sentenceCase(said.subject),
    preview: paragraphs[0] ?? said.title,
    title: sentenceCase(said.title),
    blocks,
    footer: frameTexts[language].footerWithReply(place.employerName, input.other),
  }
}

/** What is said of the attachment, where there is something to say. */
export function attachedLine(text: string | undefined): Block[] {
  return text === undefined ? [] : [{ kind: 'text', text, onlyInMail: true }]
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
  const word =
    input.about === 'status-talk' ? statusTalkWord(language) : talkWord(input.kind, place.talkName, language)
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
  return {
    talk:
      input.about === 'status-talk'
        ? statusTalkWord(language)
        : talkWord(input.kind, place.talkName, language),
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
    { label: texts.online, value: input.onlineUrl, href: input.onlineUrl },
    { label: input.to === 'employee' ? texts.leader : texts.employee, value: input.other },
  ].filter(({ value }) => value !== '')
}

function materials(input: CalendarMailInput, language: Language, place: MailPlace) {
  const texts = calendarTexts[language]
  const links = linksOf(place.publicUrl)
  if (input.about === 'extra') {
    const offered = offerKinds.filter((kind) => kind === input.kind)
    return offered.map((kind) => ({
      label: texts.extraGuides[kind],
      href: links.extraGuide(input.talkId, kind),
    }))
  }
  return [
    { label: texts.guide, href: links.guide(input.talkId) },
    {
      label: input.to === 'employee' ? texts.preparationSheet : texts.leaderPreparation,
      href: links.preparation(input.talkId),
    },
    { label: texts.conversationGuide, href: links.conversationGuide(input.talkId) },
  ]
}
