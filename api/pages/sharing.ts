import { z } from 'zod'
import { keptSheetsPage } from '../../web/pages/kept-sheets.tsx'
import { sharePage } from '../../web/pages/share.tsx'
import { sharingPage } from '../../web/pages/sharing.tsx'
import { notFound } from '../problem.ts'
import { deleteKeptSheet, listKeptSheets } from '../routes/me.ts'
import {
  listOwnShares,
  searchColleagues,
  shareParams,
  shareWithColleague,
  showShare,
  takeShareBack,
} from '../routes/shares.ts'
import { showTalk, talkParams } from '../routes/talks.ts'
import { id } from '../schemas.ts'
import { enteredDay } from './entered.ts'
import { ask, defineForm, definePage } from './page.ts'

const LEAST_SEARCHED = 2

const sharing = definePage({
  path: '/talks/:talkId/sharing',
  params: talkParams,
  query: z.object({
    what: z.enum(['sheet', 'actions']).catch('sheet'),
    search: z.string().trim().max(200).catch(''),
  }),
  show: async (request) => {
    const { params, query, frame } = request
    const { talkId } = params
    const { what, search } = query
    const talk = await ask(request, showTalk, { params })
    if (talk.standing.party !== 'employee') throw notFound()
    const isSearch = search.length >= LEAST_SEARCHED
    const colleagues = isSearch ? await ask(request, searchColleagues, { query: { search } }) : []
    const shares = (await ask(request, listOwnShares)).filter((share) => share.talkId === talkId)
    const actions = talk.content?.actions.filter(({ owner }) => owner === 'employee') ?? []
    return sharingPage(frame, { talkId, what, search, colleagues, actions, shares })
  },
})

const share = defineForm({
  path: '/talks/:talkId/sharing',
  page: sharing,
  params: talkParams,
  pageQuery: (entered) => ({ what: entered.text('what'), search: entered.text('search') }),
  does: async (request) => {
    const { params, entered } = request
    const whom = {
      withEmploymentId: entered.text('withEmploymentId'),
      despiteWarnings: request.despiteWarnings,
    }
    const what = entered.text('what') === 'actions' ? 'actions' : 'sheet'
    const body =
      what === 'actions'
        ? {
            what: 'actions' as const,
            ...whom,
            actionIds: [...entered.all('actionIds')],
            followUpOn: enteredDay(entered.text('followUpOn')) || null,
          }
        : { what: 'sheet' as const, ...whom }
    await ask(request, shareWithColleague, { params, body })
    return { to: `/talks/${params.talkId}/sharing?what=${what}`, notice: 'shared-with-colleague' }
  },
})

const removal = defineForm({
  path: '/talks/:talkId/sharing/:shareId/removal',
  page: sharing,
  params: talkParams.extend({ shareId: id }),
  does: async (request) => {
    const { talkId, shareId } = request.params
    await ask(request, takeShareBack, { params: { shareId } })
    return { to: `/talks/${talkId}/sharing`, notice: 'share-taken-back' }
  },
})

const shared = definePage({
  path: '/shares/:shareId',
  params: shareParams,
  show: async (request) => {
    const { params, frame } = request
    const found = await ask(request, showShare, { params })
    const own = await ask(request, listOwnShares)
    return sharePage(frame, { ...found, isOwn: own.some((line) => line.id === found.id) })
  },
})

const keptSheets = definePage({
  path: '/me/kept-sheets',
  show: async (request) => keptSheetsPage(request.frame, await ask(request, listKeptSheets)),
})

const keptSheetRemoval = defineForm({
  path: '/me/kept-sheets/:sheetId/removal',
  page: keptSheets,
  params: z.object({ sheetId: id }),
  does: async (request) => {
    await ask(request, deleteKeptSheet, { params: request.params })
    return { to: '/me/kept-sheets', notice: 'notes-deleted' }
  },
})

export const sharingPages = [sharing, shared, keptSheets]
export const sharingForms = [share, removal, keptSheetRemoval]
