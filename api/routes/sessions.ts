import { z } from 'zod'
import { endOtherSessions, endSession, type Session, sessionsOf, shownSessionId } from '../../db/sessions.ts'
import { notFound } from '../problem.ts'
import type { SignedInRequest } from '../request.ts'
import { defineRoute } from '../route.ts'
import { id, instant } from '../schemas.ts'
import { isOver } from '../session.ts'

export const listSessions = defineRoute({
  method: 'get',
  path: '/me/sessions',
  summary: 'Lists where the person is signed in, the last used first.',
  response: z.array(
    z.object({ id, device: z.string(), beganAt: instant, seenAt: instant, isThis: z.boolean() }),
  ),
  handle: async (request) => {
    const running = await runningSessions(request)
    return running.map((session) => ({
      ...session,
      id: shownSessionId(session.idHash),
      isThis: session.idHash === request.session?.idHash,
    }))
  },
})

export const endOneSession = defineRoute({
  method: 'delete',
  path: '/me/sessions/:sessionId',
  summary: 'Signs the person out in one place.',
  params: z.object({ sessionId: id }),
  handle: async (request) => {
    const running = await runningSessions(request)
    const session = running.find((one) => shownSessionId(one.idHash) === request.params.sessionId)
    if (session === undefined) throw notFound()
    await endSession(request.db, session.idHash, 'ended-elsewhere', await request.realTime.now())
  },
})

export const endAllOtherSessions = defineRoute({
  method: 'delete',
  path: '/me/sessions',
  summary: 'Signs the person out everywhere but here.',
  handle: async ({ db, person, session, realTime }) =>
    endOtherSessions(db, person.personId, session, await realTime.now()),
})

export const sessionRoutes = [listSessions, endOneSession, endAllOtherSessions]

async function runningSessions({ db, person, config, realTime }: SignedInRequest): Promise<Session[]> {
  const at = await realTime.now()
  const sessions = await sessionsOf(db, person.personId)
  return sessions.filter((session) => !isOver(session, config, person, at))
}
