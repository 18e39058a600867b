import { z } from 'zod'
import { sessionsPage } from '../../web/pages/sessions.tsx'
import { endAllOtherSessions, endOneSession, listSessions } from '../routes/sessions.ts'
import { id } from '../schemas.ts'
import { ask, defineForm, definePage } from './page.ts'

const sessions = definePage({
  path: '/me/sessions',
  show: async (request) => sessionsPage(request.frame, await ask(request, listSessions)),
})

const endOne = defineForm({
  path: '/me/sessions/:sessionId/end',
  page: sessions,
  params: z.object({ sessionId: id }),
  does: async (request) => {
    await ask(request, endOneSession, { params: request.params })
    return { to: '/me/sessions', notice: 'session-ended' }
  },
})

const endOthers = defineForm({
  path: '/me/sessions/end-others',
  page: sessions,
  does: async (request) => {
    await ask(request, endAllOtherSessions)
    return { to: '/me/sessions', notice: 'other-sessions-ended' }
  },
})

export const sessionPages = [sessions]
export const sessionForms = [endOne, endOthers]
