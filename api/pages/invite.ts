import { z } from 'zod'
import { addDays, type Day, earlierOf, laterOf } from '../../domain/calendar/day.ts'
import { usualHours } from '../../web/components/hours-fields.tsx'
import { type InviteeView, invitePage } from '../../web/pages/invite.tsx'
import { inviteSentPage } from '../../web/pages/invite-sent.tsx'
import { inviteTimesPage } from '../../web/pages/invite-times.tsx'
import type { SignedInBegun } from '../begin.ts'
import { notConfirmed, Problem, refused, wrongInput } from '../problem.ts'
import { setManyTimes } from '../routes/appointments.ts'
import { proposeMany } from '../routes/proposed-times.ts'
import { showTeam } from '../routes/team.ts'
import { enteredInstant } from './entered.ts'
import { enteredHours, hoursBody, hoursQuery } from './hours.ts'
import { ask, defineForm, definePage, type FormRequest } from './page.ts'

/** 'id,id': those who were chosen. */
const talkList = z.string().max(10_000).default('')
const chosenQuery = hoursQuery.extend({ talkIds: talkList })

/** How long the first proposal reaches. */
const USUAL_DAYS = 18

const invite = definePage({
  path: '/team/invite',
  query: chosenQuery.extend({ talk: z.string().optional() }),
  show: async (request) => {
    const { frame, query } = request
    const all = await invitable(request)
    const invitees = all.map(({ invitee }) => invitee)
    const { talk, talkIds, ...typed } = query
    const named = talk === undefined ? listed(talkIds) : [talk]
    const chosen =
      named.length > 0 ? named : invitees.filter(({ leave }) => leave === null).map(({ id }) => id)
    const hours = typed.from === '' ? firstHours(all, chosen, request.today) : typed
    return invitePage(frame, { invitees, chosen, hours })
  },
})

const proposal = defineForm({
  path: '/team/invite',
  page: invite,
  does: async (request) => {
    const { entered } = request
    const hours = enteredHours(entered)
    const talkIds = entered.all('talkIds')
    await ask(request, proposeMany, { body: { ...hoursBody(hours), talkIds: [...talkIds] } })
    return { to: `/team/invite/times?${new URLSearchParams({ ...hours, talkIds: talkIds.join(',') })}` }
  },
})

const times = definePage({
  path: '/team/invite/times',
  query: chosenQuery,
  show: async (request) => {
    const { frame, query } = request
    const { talkIds, ...hours } = query
    const named = listed(talkIds)
    const { teams } = await ask(request, showTeam)
    const talks = talksOf(teams).filter(({ id }) => named.includes(id))
    const open = talks.filter(({ canBeInvited }) => canBeInvited)
    const proposed =
      open.length === 0
        ? []
        : (
            await ask(request, proposeMany, {
              body: { ...hoursBody(hours), talkIds: open.map(({ id }) => id) },
            })
          ).times
    return inviteTimesPage(frame, {
      times: proposed.map(({ talkId, startsAt, reason }) => {
        const { employee = '', onBehalfOf = null } = open.find(({ id }) => id === talkId) ?? {}
        return { talkId, employee, onBehalfOf, startsAt, reason: reason?.sentence ?? null }
      }),
      already: talks.flatMap(({ id: talkId, employee, appointment }) =>
        appointment === null ? [] : [{ talkId, employee, startsAt: appointment.startsAt }],
      ),
      chosen: query,
      changeHref: `/team/invite?${new URLSearchParams(query)}`,
    })
  },
})

const sending = defineForm({
  path: '/team/invite/times',
  page: times,
  pageQuery: (entered) => ({ ...enteredHours(entered), talkIds: entered.text('talkIds') }),
  names: { 'appointments.0.onlineUrl': 'onlineUrl', 'appointments.0.minutes': 'minutes' },
  does: async (request) => {
    const appointments = enteredTimes(request)
    const { results } = await ask(request, setManyTimes, { body: { appointments } })
    const refusals = results.filter(({ invited }) => !invited)
    if (refusals.some(({ problem }) => problem?.status === 503)) throw notConfirmed()
    if (refusals.length > 0) {
      const { teams } = await ask(request, showTeam)
      const talks = teams.flatMap((team) => team.talks)
      throw someRefused(refusals, { areAll: refusals.length === results.length, talks })
    }
    const talks = appointments.map(({ talkId }) => talkId).join(',')
    return { to: `/team/invite/sent?${new URLSearchParams({ talks })}` }
  },
})

const sent = definePage({
  path: '/team/invite/sent',
  query: z.object({ talks: talkList }),
  show: async (request) => {
    const { teams } = await ask(request, showTeam)
    const talks = talksOf(teams)
    const named = listed(request.query.talks)
    const invited = talks.flatMap(({ id: talkId, employee, onBehalfOf, appointment }) =>
      appointment !== null && named.includes(talkId)
        ? [{ talkId, employee, onBehalfOf, ...appointment }]
        : [],
    )
    return inviteSentPage(request.frame, invited, talks.filter(({ canBeInvited }) => canBeInvited).length)
  },
})

export const invitePages = [invite, times, sent]
export const inviteForms = [proposal, sending]

function listed(ids: string): string[] {
  return ids.split(',').filter(Boolean)
}

type Teams = Awaited<ReturnType<typeof askForTeams>>['teams']
const askForTeams = (request: SignedInBegun) => ask(request, showTeam)

/** Each with the leader whose deputy invites. */
function talksOf(teams: Teams) {
  return teams.flatMap(({ onBehalfOf, talks }) => talks.map((talk) => ({ ...talk, onBehalfOf })))
}

async function invitable(request: SignedInBegun) {
  const { teams } = await ask(request, showTeam)
  return teams.flatMap(({ round, onBehalfOf, talks }) =>
    talks
      .filter(({ canBeInvited }) => canBeInvited)
      .map((talk) => ({
        round,
        invitee: { ...talk, roundName: round.name, onBehalfOf } satisfies InviteeView,
      })),
  )
}

/** From the first day on which everybody's notice is kept and talks are held. */
function firstHours(all: Awaited<ReturnType<typeof invitable>>, chosen: readonly string[], today: Day) {
  const wanted = all.filter(({ invitee }) => chosen.includes(invitee.id))
  const round = wanted[0]?.round
  const earliest = wanted.map(({ invitee }) => invitee.earliestOn ?? today)
  const from = earliest.reduce(laterOf, laterOf(round?.talksFrom ?? today, today))
  const usual = addDays(from, USUAL_DAYS)
  const to = round && round.talksTo >= from ? earlierOf(usual, round.talksTo) : usual
  const minutes = round ? String(round.talkMinutes) : ''
  return { ...usualHours, from, to, minutes, place: '', onlineUrl: '' }
}

/** Whoever has a day or a time; half a time is asked for whole. */
function enteredTimes(request: FormRequest) {
  const { entered } = request
  const minutes = entered.text('minutes')
  const shared = { onlineUrl: entered.text('onlineUrl'), ...(minutes !== '' && { minutes: Number(minutes) }) }
  const rows = Object.keys(entered.fields)
    .flatMap((name) => /^on\.(.+)$/.exec(name)?.[1] ?? [])
    .filter((talkId) => entered.text(`on.${talkId}`) !== '' || entered.text(`time.${talkId}`) !== '')
    .map((talkId) => ({
      talkId,
      startsAt: enteredInstant(request, entered, `on.${talkId}`, `time.${talkId}`),
      place: entered.text(`place.${talkId}`),
      ...shared,
    }))
  if (rows.length === 0) throw nothingToSend()
  const wrong = rows.filter(({ startsAt }) => startsAt === '')
  if (wrong.length > 0) throw halfTimes(wrong, request.language)
  return rows
}

function halfTimes(wrong: readonly { talkId: string }[], language: 'da' | 'en'): Problem {
  const sentences = { da: 'Skriv både dag og klokkeslæt.', en: 'Write both a day and a time.' }
  return wrongInput(
    wrong.map(({ talkId }) => ({
      place: `on.${talkId}`,
      value: null,
      expected: 'a day and a time',
      sentence: sentences[language],
    })),
  )
}

function nothingToSend(): Problem {
  return refused('no-times', {
    da: 'Der er ingen tider at sende. Skriv mindst én dag og et klokkeslæt.',
    en: 'There are no times to send. Write at least one day and time.',
  })
}

/** Says of each why not; those who were invited are named on the page. */
function someRefused(
  refusals: readonly { talkId: string; problem: { sentence: string } | null }[],
  { areAll, talks }: { areAll: boolean; talks: readonly { id: string; employee: string }[] },
): Problem {
  const nameOf = (talkId: string) => talks.find(({ id }) => id === talkId)?.employee ?? ''
  const fields = refusals.map(({ talkId, problem }) => ({
    place: `on.${talkId}`,
    sentence: `${nameOf(talkId)}: ${problem?.sentence ?? ''}`,
  }))
  return new Problem(409, 'some-not-invited', areAll ? noneInvited : notAllInvited, { fields })
}

const noneInvited = {
  da: 'Ingen blev indkaldt. Ret tiden, og send igen.',
  en: 'Nobody was invited. Correct the time and send again.',
}
const notAllInvited = {
  da: 'Ikke alle kunne indkaldes. De andre indkaldelser er sendt.',
  en: 'Not everybody could be invited. The other invitations are sent.',
}
