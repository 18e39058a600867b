import { z } from 'zod'
import { namesOf } from '../../db/accesses.ts'
import { askingTalks } from '../../db/asked.ts'
import { escalatedToHr, escalatedToLeadersLeader } from '../../db/escalations.ts'
import { owedInRounds, owedInTalks, owedToTeams, ownTalks, teamTalks } from '../../db/home.ts'
import { isHeldBack } from '../../db/legal-holds.ts'
import { materialsOfTalk } from '../../db/materials.ts'
import { setLanguage } from '../../db/signed-in.ts'
import { deleteSheet, type SheetRow, unsharedLeaderSheets } from '../../db/sheets.ts'
import { sharedWith } from '../../db/shares.ts'
import { talkAndStanding } from '../../db/standing.ts'
import { roundKinds } from '../../domain/round/round.ts'
import { askedOfEmployee, askedOfLeader, askKinds } from '../../domain/talk/asked.ts'
import { extraKinds } from '../../domain/talk/talk.ts'
import { grantedRoles, holds, unitsAsHr } from '../../domain/permissions.ts'
import { material } from '../material-schemas.ts'
import { notFound, refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { leading } from '../team-access.ts'
import { day, id, instant, language, talkStatus } from '../schemas.ts'
import { shareLine, sheetContent } from '../share-schemas.ts'

const talkLine = z.object({
  id,
  roundId: id,
  roundName: z.string(),
  year: z.int(),
  kind: z.enum(roundKinds),
  status: talkStatus,
  outcome: z.string().nullable(),
  employee: z.string(),
  title: z.string(),
  unit: z.string(),
  leader: z.string().nullable(),
  inviteDueOn: day.nullable(),
  holdDueOn: day.nullable(),
  heldOn: day.nullable(),
  isPaused: z.boolean(),
  isClosed: z.boolean(),
  appointmentAt: instant.nullable(),
  onBehalfOf: z.string().nullable(),
})

const owedLine = z.object({
  obligation: z.string(),
  subject: id,
  talkId: id.nullable(),
  roundId: id,
  roundName: z.string(),
  kind: z.enum(roundKinds),
  owedBy: z.enum(['employee', 'leader', 'hr']),
  employee: z.string().nullable(),
  dueOn: day,
  isOverdue: z.boolean(),
  isPaused: z.boolean(),
  rest: z.enum(['pause', 'leave', 'answer']).nullable().meta({
    description:
      'Why nobody is asked for it now: a pause, the employee is on leave, or a time awaits an answer',
  }),
  onBehalfOf: z.string().nullable(),
})

/** What somebody is asked for and nobody is reminded of. */
const askedLine = z.object({
  ask: z.enum(askKinds),
  about: z.enum(['talk', 'status-talk', ...extraKinds]),
  subject: id,
  talkId: id,
  roundName: z.string(),
  kind: z.enum(roundKinds),
  employee: z.string(),
  onBehalfOf: z.string().nullable(),
  startsAt: instant.nullable(),
  answerBy: instant.nullable(),
  on: day.nullable(),
})

/** What the ladder has told somebody of others: that it is late, never what it says (R11.3). */
const escalated = z.object({
  /** As HR: how much of each round is open. */
  toHr: z.array(z.object({ roundId: id, roundName: z.string(), count: z.int(), oldestDueOn: day })),
  /** As the leader of leaders. */
  toLeadersLeader: z.array(
    z.object({
      obligation: z.string(),
      subject: id,
      talkId: id.nullable(),
      roundId: id,
      roundName: z.string(),
      kind: z.enum(roundKinds),
      leaderId: id,
      leader: z.string(),
      employee: z.string().nullable(),
      dueOn: day,
    }),
  ),
})

export const showMe = defineRoute({
  method: 'get',
  path: '/me',
  summary:
    'Shows what the person owes and is asked for now, what they were told is late, their own talks and their team.',
  response: z.object({
    person: z.object({
      id,
      name: z.string(),
      language,
      roles: z.array(z.enum(grantedRoles)),
    }),
    today: day,
    owed: z.array(owedLine),
    asked: z.array(askedLine),
    escalated,
    myTalks: z.array(talkLine),
    myTeam: z.array(talkLine),
    /** What colleagues let the person read (R5.3, R9.2). */
    sharedWithMe: z.array(shareLine),
    /** How many notes they wrote as leader of talks that somebody else leads now (R13.2). */
    keptSheets: z.int(),
  }),
  handle: async (request) => {
    const { db, person, today } = request
    return {
      person: {
        id: person.personId,
        name: person.name,
        language: person.language,
        roles: grantedRoles.filter((role) => holds(person, role)),
      },
      today,
      owed: await owedNow(request),
      asked: await askedNow(request),
      escalated: await escalatedNow(request),
      myTalks: await ownTalks(db, person.personId, today),
      myTeam: await teamTalks(db, await leading(request), today),
      sharedWithMe: await sharedWith(db, person.personId, today),
      keptSheets: (await keptSheets(request)).length,
    }
  },
})

export const listKeptSheets = defineRoute({
  method: 'get',
  path: '/me/kept-sheets',
  summary:
    'Lists the notes the person wrote as leader of talks that somebody else leads now, until they are deleted.',
  response: z.array(
    z.object({
      id,
      talkId: id,
      employee: z.string(),
      content: sheetContent,
      /** The questions it answers. */
      form: material.shape.content.omit({ files: true }).nullable(),
      updatedAt: instant,
    }),
  ),
  handle: async (request) => {
    const { db } = request
    const kept = await keptSheets(request)
    const names = await namesOf(
      db,
      kept.map(({ employeePersonId }) => employeePersonId),
    )
    return Promise.all(
      kept.map(async ({ id: sheetId, talkId, employeePersonId, content, updatedAt }) => ({
        id: sheetId,
        talkId,
        employee: names.get(employeePersonId) ?? '',
        content: content as z.output<typeof sheetContent>,
        form: await leadersForm(request, talkId),
        updatedAt,
      })),
    )
  },
})

export const deleteKeptSheet = defineRoute({
  method: 'delete',
  path: '/me/kept-sheets/:sheetId',
  summary: 'Deletes such notes at once.',
  params: z.object({ sheetId: id }),
  handle: async (request) => {
    const kept = await keptSheets(request)
    const sheet = kept.find(({ id: sheetId }) => sheetId === request.params.sheetId)
    if (sheet === undefined) throw notFound()
    if (await isHeldBack(request.db, sheet.talkId)) throw heldBack()
    await deleteSheet(request.db, sheet.id)
  },
})

export const meRoutes = [
  showMe,
  defineRoute({
    method: 'put',
    path: '/me/language',
    summary: 'Chooses the language of pages and mails.',
    body: z.object({ language }),
    handle: ({ db, person, body }) => setLanguage(db, person.personId, body.language),
  }),
  listKeptSheets,
  deleteKeptSheet,
]

async function owedNow(request: SignedInRequest) {
  const { db, person, today } = request
  const who = await leading(request)
  const lines = await Promise.all([
    owedInTalks(db, who, today),
    owedToTeams(db, who, today),
    owedInRounds(db, unitsAsHr(person)),
  ])
  return lines
    .flat()
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map((line) => ({ ...line, isOverdue: line.dueOn < today, isPaused: line.rest === 'pause' }))
}

async function askedNow(request: SignedInRequest) {
  const { db, today, now } = request
  const talks = await askingTalks(db, await leading(request), today, now)
  return talks.flatMap(({ id: talkId, state, isOwn, beside, roundName, kind, employee, onBehalfOf }) => {
    const asked = isOwn ? askedOfEmployee(state, beside, now) : askedOfLeader(state, now)
    return asked.map((line) => ({ ...line, talkId, roundName, kind, employee, onBehalfOf }))
  })
}

async function escalatedNow(request: SignedInRequest): Promise<z.output<typeof escalated>> {
  const { db, person, today } = request
  return {
    toHr: await escalatedToHr(db, unitsAsHr(person), today),
    toLeadersLeader: await escalatedToLeadersLeader(db, await leading(request), today),
  }
}

/** Their author may read or delete them for a while; nobody else ever sees them (R13.2). */
async function keptSheets({
  db,
  person,
  today,
}: SignedInRequest): Promise<(SheetRow & { employeePersonId: string })[]> {
  const kept: (SheetRow & { employeePersonId: string })[] = []
  for (const sheet of await unsharedLeaderSheets(db, person.personId)) {
    const found = await talkAndStanding(db, sheet.talkId, person, today)
    if (found !== null && found.standing.party === null)
      kept.push({ ...sheet, employeePersonId: found.talk.employeePersonId })
  }
  return kept
}

function heldBack() {
  return refused('legal-hold', {
    da: 'Noterne kan ikke slettes nu: samtalen er holdt tilbage fra sletning, for eksempel mens en sag kører. Spørg HR.',
    en: 'The notes cannot be deleted now: the talk is held back from deletion, for example during a case. Ask HR.',
  })
}

async function leadersForm({ db, language: readIn }: SignedInRequest, talkId: string) {
  const materials = await materialsOfTalk(db, talkId, readIn)
  return materials.find((one) => one.material === 'leader-preparation')?.content ?? null
}
