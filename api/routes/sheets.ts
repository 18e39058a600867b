import { z } from 'zod'
import { materialsOfTalk } from '../../db/materials.ts'
import {
  markSheetReady,
  type OwnSheet,
  ownSheetOf,
  saveSheet,
  type SheetRow,
  shareSheet,
  sheetsOf,
} from '../../db/sheets.ts'
import { maySeeSheet } from '../../domain/permissions.ts'
import type { TalkRow } from '../../db/standing.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { material } from '../material-schemas.ts'
import { refused } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { instant, party } from '../schemas.ts'
import { sheetContent } from '../share-schemas.ts'
import { act, noteAccess, type PartysTalk, partysTalk, partysTalkToAct } from '../talk-access.ts'
import { freshTalk } from '../views/talk.ts'
import { answersTalk, talkParams } from './talks.ts'

const sheet = z.object({
  author: party,
  isMine: z.boolean(),
  content: sheetContent,
  version: z.int(),
  isShared: z.boolean(),
  updatedAt: instant,
})

const form = material.shape.content.omit({ files: true })

const sheets = z.object({
  ready: z.object({ employee: z.boolean(), leader: z.boolean() }),
  /** Null until the first save: then save with version 0. */
  mine: sheet.nullable(),
  /** Shared by the other side, or by the leader before this one; with the questions it answers. */
  shared: z.array(sheet.extend({ form: form.nullable() })),
  /** Who decides that the other side reads a sheet: both by being ready, or its author alone (R5.3). */
  reveal: z.enum(['both-ready', 'author']),
})

export const showSheets = defineRoute({
  method: 'get',
  path: '/talks/:talkId/sheets',
  summary: "Shows the person's own preparation sheet, and what the other side has shared.",
  params: talkParams,
  response: sheets,
  handle: async (request) => readSheets(request, await partysTalk(request, request.params.talkId)),
})

export const saveOwnSheet = defineRoute({
  method: 'put',
  path: '/talks/:talkId/sheets/mine',
  summary: "Saves the person's own sheet over the version they saw; a save in between is answered with both.",
  params: talkParams,
  body: z.object({ version: z.int().min(0), content: sheetContent, despiteWarnings }),
  response: z.object({ version: z.int() }),
  remembered: false,
  handle: async (request) => ({ version: await save(request) }),
})

export const shareOwnSheet = defineRoute({
  method: 'post',
  path: '/talks/:talkId/sheets/mine/sharing',
  summary: "Shows the person's own sheet to the other side from now on.",
  params: talkParams,
  body: z.object({ despiteWarnings }),
  ...answersTalk,
  handle: async (request) => {
    const seen = await partysTalk(request, request.params.talkId)
    await warnOfOwnSheet(request, seen)
    await shareSheet(request.db, ownSheet(request, seen), request.now)
    return freshTalk(request, seen.talk.id)
  },
})

export const markReady = defineRoute({
  method: 'put',
  path: '/talks/:talkId/readiness',
  summary: 'Marks the preparation as ready, or not yet; ready ends the reminders.',
  params: talkParams,
  body: z.object({ ready: z.boolean(), despiteWarnings }),
  ...answersTalk,
  handle: async (request) => {
    const seen = await partysTalkToAct(request, request.params.talkId, 'mark-ready')
    const { ready } = request.body
    // Once both are ready the other side reads it.
    if (ready && seen.talk.state.policy.reveal === 'both-ready') await warnOfOwnSheet(request, seen)
    await act(request, seen, { type: 'mark-ready', party: seen.party, ready })
    const own = ownSheet(request, seen)
    const { talk } = await partysTalk(request, seen.talk.id)
    const revealed = areBothReady(talk) ? [...partiesOf(talk), own.authorPersonId] : []
    await markSheetReady(request.db, own, { ready, revealed, at: request.now })
    return freshTalk(request, seen.talk.id)
  },
})

export const sheetRoutes = [showSheets, saveOwnSheet, shareOwnSheet, markReady]

/** The guard on the sheet as it is stored (R7.3). */
async function warnOfOwnSheet(
  request: SignedInRequest & { body: { despiteWarnings: boolean } },
  seen: PartysTalk,
): Promise<void> {
  const { content } = await ownSheetOf(request.db, ownSheet(request, seen))
  warnBeforeSharing(content, request.body.despiteWarnings)
}

function ownSheet(request: SignedInRequest, seen: PartysTalk): OwnSheet {
  return { talkId: seen.talk.id, author: seen.party, authorPersonId: request.person.personId }
}

async function readSheets(
  request: SignedInRequest & { params: { talkId: string } },
  seen: PartysTalk,
): Promise<z.output<typeof sheets>> {
  const { personId } = request.person
  const rows = await sheetsOf(request.db, seen.talk.id)
  const mine = rows.find((row) => row.authorPersonId === personId && row.author === seen.party)
  const shared = rows.filter(
    (row) =>
      row.authorPersonId !== personId &&
      maySeeSheet(personId, seen.standing, { ...row, isShared: isShared(row, seen) }),
  )
  if (shared.length > 0) await noteAccess(request, seen, 'sheet')
  return {
    ready: seen.talk.state.ready,
    mine: mine ? viewOf(mine, seen, personId) : null,
    shared: await withForms(
      request,
      shared.map((row) => viewOf(row, seen, personId)),
    ),
    reveal: seen.talk.state.policy.reveal,
  }
}

async function withForms(
  request: SignedInRequest & { params: { talkId: string } },
  shared: readonly z.output<typeof sheet>[],
): Promise<z.output<typeof sheets>['shared']> {
  if (shared.length === 0) return []
  const materials = await materialsOfTalk(request.db, request.params.talkId, request.language)
  const names = { employee: 'preparation-sheet', leader: 'leader-preparation' } as const
  return shared.map((one) => ({
    ...one,
    form: materials.find(({ material: name }) => name === names[one.author])?.content ?? null,
  }))
}

/** Whether the other side reads a sheet as soon as it is ready too. */
function isAboutToBeRead({ talk: { state }, party: side }: PartysTalk): boolean {
  return state.policy.reveal === 'both-ready' && state.ready[side]
}

/** By the author, or because both were ready at once where the policy says so; what was shown stays shown (R5.3). */
function isShared(row: SheetRow, { talk }: PartysTalk): boolean {
  if (row.sharedAt !== null) return true
  // What a leader before this one never shared is never shown (R13.2).
  const isOfToday = partiesOf(talk)[row.author === 'employee' ? 0 : 1] === row.authorPersonId
  return areBothReady(talk) && isOfToday
}

function areBothReady({ state: { policy, ready } }: TalkRow): boolean {
  return policy.reveal === 'both-ready' && ready.employee && ready.leader
}

/** The employee, and today's leader where there is one. */
function partiesOf({ employeePersonId, leader }: TalkRow): readonly string[] {
  return [employeePersonId, ...(leader ? [leader.personId] : [])]
}

function viewOf(row: SheetRow, seen: PartysTalk, personId: string): z.output<typeof sheet> {
  const { author, content, version, updatedAt } = row
  return {
    author,
    isMine: row.authorPersonId === personId,
    content: content as z.output<typeof sheetContent>,
    version,
    isShared: isShared(row, seen),
    updatedAt,
  }
}

async function save(
  request: SignedInRequest & {
    params: { talkId: string }
    body: { version: number; content: z.output<typeof sheetContent>; despiteWarnings: boolean }
  },
): Promise<number> {
  const seen = await partysTalk(request, request.params.talkId)
  const { version, content } = request.body
  const own = ownSheet(request, seen)
  const before = await ownSheetOf(request.db, own)
  if (before.isShown || isAboutToBeRead(seen))
    warnBeforeSharing(content, request.body.despiteWarnings, before.content)
  const saved = await saveSheet(request.db, { ...own, content, version, at: request.now })
  if (saved !== null) return saved
  const stored = (await readSheets(request, seen)).mine
  throw refused(
    'changed-meanwhile',
    {
      da: 'Arket er gemt fra et andet sted i mellemtiden. Vælg, hvad der skal gælde.',
      en: 'The sheet was saved from another place meanwhile. Choose which to keep.',
    },
    {
      yours: { version, content },
      stored: { version: stored?.version ?? 0, content: stored?.content ?? {} },
    },
  )
}
