import { calendarFile } from '../mail/calendar-event.ts'
import { eventDescription, eventSummary } from '../mail/templates/calendar-mail.ts'
import { linksOf } from '../mail/templates/links.ts'
import { notFound } from './problem.ts'
import type { SignedInRequest } from './request.ts'
import type { FileAnswer } from './route.ts'
import type { TalkView } from './views/talk.ts'

type About = Pick<Parameters<typeof eventSummary>[0], 'about' | 'kind'>

/** A time of a talk as a file for a calendar; `subject` = what the time is of: the talk, a status talk or an offer. */
export function appointmentFile(
  { config, language, now }: Pick<SignedInRequest, 'config' | 'language' | 'now'>,
  talk: TalkView,
  { subject, time, ...about }: About & { subject: string; time: TalkView['appointment'] },
): FileAnswer {
  if (time === null) throw notFound()
  const place = { talkName: config.talkName, employerName: config.employerName, publicUrl: config.publicUrl }
  const names = { employee: talk.employee.name, leader: talk.leader?.name ?? '' }
  const entry = {
    subject,
    summary: eventSummary({ ...about, ...names }, language, place),
    description: eventDescription(talk.id, time.onlineUrl ?? '', language, place),
    place: time.place ?? '',
    url: linksOf(config.publicUrl).talk(talk.id),
    startsAt: time.startsAt,
    minutes: time.minutes,
    at: now,
  }
  const bytes = new TextEncoder().encode(calendarFile(entry))
  return { contentType: 'text/calendar; charset=utf-8', fileName: `${config.talkName}.ics`, bytes }
}
