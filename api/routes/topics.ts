import { z } from 'zod'
import { deleteTopic, insertTopic, topicKinds, topicsOf } from '../../db/topics.ts'
import { derivedId } from '../../domain/derived-id.ts'
import { mayWriteTopic } from '../../domain/permissions.ts'
import { despiteWarnings, warnBeforeSharing } from '../guard.ts'
import { notFound } from '../problem.ts'
import { defineRoute } from '../route.ts'
import { created, id, instant, text } from '../schemas.ts'
import { mustTake, noteAccess, partysTalk, talkWhere } from '../talk-access.ts'
import { talkParams } from './talks.ts'

const kind = z.enum(topicKinds)

export const listTopics = defineRoute({
  method: 'get',
  path: '/talks/:talkId/topics',
  summary: "Lists the employee's own topics, and what they wrote about a form that does not fit.",
  params: talkParams,
  response: z.array(z.object({ id, kind, text: z.string(), createdAt: instant })),
  handle: async (request) => {
    const seen = await partysTalk(request, request.params.talkId)
    const topics = await topicsOf(request.db, seen.talk.id)
    if (topics.length > 0 && seen.party === 'leader') await noteAccess(request, seen, 'topics')
    return topics
  },
})

export const addTopic = defineRoute({
  method: 'post',
  path: '/talks/:talkId/topics',
  summary:
    'Adds a topic to the agenda, or says that the form does not fit or that the talk was held; the leader sees it, and hears of what is no topic in the next digest.',
  params: talkParams,
  body: z.object({ kind: kind.default('topic'), text: text.min(1).max(2_000), despiteWarnings }),
  response: created,
  status: 201,
  handle: async (request) => {
    const seen = await talkWhere(request, request.params.talkId, mayWriteTopic)
    mustTake(request, seen, 'write-topic')
    const { talk } = seen
    const { kind: said, text: written, despiteWarnings: despite } = request.body
    // The leader reads it at once: it is shared as it is written.
    warnBeforeSharing({ text: written }, despite)
    const topicId = derivedId('topic', talk.id, request.cause.decisionId)
    const topic = { kind: said, text: written, id: topicId, createdAt: request.now }
    await request.db.$transaction((tx) => insertTopic(tx, talk, topic))
    return { id: topicId }
  },
})

export const removeTopic = defineRoute({
  method: 'delete',
  path: '/talks/:talkId/topics/:topicId',
  summary: 'Takes a topic back.',
  params: talkParams.extend({ topicId: id }),
  handle: async (request) => {
    const { talk } = await talkWhere(request, request.params.talkId, mayWriteTopic)
    const { topicId } = request.params
    const deleted = await request.db.$transaction((tx) => deleteTopic(tx, talk.id, topicId, request.now))
    if (deleted === 0) throw notFound()
  },
})

export const topicRoutes = [listTopics, addTopic, removeTopic]
