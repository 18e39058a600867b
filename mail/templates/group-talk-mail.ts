import type { Language } from '../../domain/language.ts'
import { attachedLine } from './calendar-mail.ts'
import { calendarTexts } from './calendar-texts.ts'
import type { Block, MailContent, MailPlace } from './content.ts'
import { frameTexts } from './frame.ts'
import { type GroupTalkNews, groupTalkTexts, type GroupTalkWords } from './group-talk-texts.ts'
import { linksOf } from './links.ts'
import { type LocalTime, timeWord } from './words.ts'

/** Whose page a mail about a team talk leads to. */
export interface GroupTalkReader {
  /** The reader's own talk; null for the leader, who is led to the team's list. */
  talkId: string | null
  roundId: string
  leaderId: string
}

export interface GroupTalkMailInput extends GroupTalkReader {
  news: GroupTalkNews
  givenName: string
  /** The leader's full name. */
  leader: string
  /** Everybody it lists, by full name. */
  members: readonly string[]
  time: LocalTime
  minutes: number
  place: string
  /** '' where it is not held online. */
  onlineUrl: string
}

/** The mail around a team talk's calendar event: the event itself is attached by the sender. */
export function groupTalkMail(input: GroupTalkMailInput, language: Language, place: MailPlace): MailContent {
  const texts = groupTalkTexts[language]
  const isToLeader = input.talkId === null
  const words = { time: timeWord(input.time, language), leader: input.leader, talk: place.talkName }
  const said = saidOf(input, words, language)
  const blocks: Block[] = [
    { kind: 'text', text: frameTexts[language].greeting(input.givenName) },
    ...said.paragraphs.map((text): Block => ({ kind: 'text', text })),
    ...attachedLine(said.attached),
  ]
  if (!endsForReader(input.news)) {
    blocks.push({ kind: 'facts', rows: factRows(input, words.time, language) })
    if (!isToLeader) blocks.push({ kind: 'text', text: texts.ownTalkRemains(place.talkName) })
  }
  const label = isToLeader ? texts.openTeam : texts.openPage
  blocks.push({ kind: 'button', label, href: groupTalkHref(input, place) })
  const { footer, footerWithReply } = frameTexts[language]
  return {
    subject: said.subject,
    preview: said.paragraphs[0] ?? said.title,
    title: said.title,
    blocks,
    footer: isToLeader ? footer(place.employerName) : footerWithReply(place.employerName, input.leader),
  }
}

function saidOf({ talkId, news }: GroupTalkMailInput, words: GroupTalkWords, language: Language) {
  const { employee, leader } = groupTalkTexts[language].said
  const isForBoth = news !== 'fewer' && news !== 'handed-over'
  return talkId === null || !isForBoth ? leader[news](words) : employee[news](words)
}

function endsForReader(news: GroupTalkNews): boolean {
  return news === 'cancelled' || news === 'handed-over'
}

export function groupTalkSummary(leader: string, language: Language): string {
  return groupTalkTexts[language].summary(leader)
}

/** The calendar entry's text: where to read more, and the address of an online talk. */
export function groupTalkDescription(
  reader: GroupTalkReader,
  onlineUrl: string,
  language: Language,
  place: Pick<MailPlace, 'publicUrl'>,
): string {
  const more = `${groupTalkTexts[language].readMore} ${groupTalkHref(reader, place)}`
  return onlineUrl === '' ? more : `${more}\n${calendarTexts[language].online}: ${onlineUrl}`
}

export function groupTalkHref(
  { talkId, roundId, leaderId }: GroupTalkReader,
  { publicUrl }: Pick<MailPlace, 'publicUrl'>,
): string {
  const links = linksOf(publicUrl)
  return talkId === null ? links.groupTalks(roundId, leaderId) : links.talk(talkId)
}

function factRows(input: GroupTalkMailInput, time: string, language: Language) {
  const { when, howLong, where, online, leader } = calendarTexts[language]
  const texts = groupTalkTexts[language]
  return [
    { label: when, value: time },
    { label: howLong, value: texts.minutes(input.minutes) },
    { label: where, value: input.place },
    { label: online, value: input.onlineUrl, href: input.onlineUrl },
    { label: leader, value: input.leader },
    { label: texts.members, value: input.members.join(', ') },
  ].filter(({ value }) => value !== '')
}
