import type { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 document of the routes, made from the schemas that read and write them. */
export function openApiDocument(routes: readonly Route[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Årshjulet', version: '1' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'aarshjul' } },
      schemas: {
        Problem: {
          type: 'object',
          description: 'Why the request was not done (RFC 9457).',
          required: ['type', 'title', 'status', 'code', 'sentence'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            sentence: { type: 'string', description: "In the person's language." },
          },
        },
      },
    },
    paths,
  })
}

/** Such as 'post /talks/{talkId}/appointment'. */
function operationOf(route: Route): ZodOpenApiOperationObject {
  const { method, path, summary } = route
  const words = path.split(/[/:.-]+/).filter(Boolean)
  const hasKey = route.remembered
  return {
    operationId: [method, ...words].join('-'),
    summary,
    tags: [words[0] ?? ''],
    security: route.signedIn ? [{ session: [] }] : [],
    requestParams: {
      ...(route.params && { path: route.params as z.ZodObject }),
      ...(route.query && { query: route.query as z.ZodObject }),
    },
    ...(hasKey && {
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string' },
          description: 'The same request with the same key has one effect.',
        },
      ],
    }),
    ...(route.body && { requestBody: { content: { 'application/json': { schema: route.body } } } }),
    ...(route.takesFile && {
      requestBody: {
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: { [String(route.status)]: responseOf(route), default: problem },
  }
}

function responseOf(route: Route) {
  if (route.givesFile !== null) {
    return {
      description: 'The file.',
      content: { [route.givesFile]: { schema: { type: 'string' as const, format: 'binary' } } },
    }
  }
  if (route.response === null) return { description: 'Done.' }
  return { description: 'The answer.', content: { 'application/json': { schema: route.response } } }
}

const problem = {
  description: 'Not done.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
