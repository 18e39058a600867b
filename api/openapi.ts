import type { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Route } from './route.ts'

/**
 * The OpenAPI 3.1 document of the routes, made from the schemas that read and write them.
 * @param cookieName of a session, which depends on whether people come by https
 */
export function openApiDocument(routes: readonly Route[], cookieName: string) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Årshjulet', version: '1', description: introduction },
    tags: tagsOf(routes),
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: securitySchemes(cookieName),
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
            id: { type: 'string', description: 'Of a 500: the number to give to HR.' },
            fields: {
              type: 'array',
              description: 'Of a 422: every place that is wrong.',
              items: {
                type: 'object',
                required: ['place', 'value', 'expected', 'sentence'],
                properties: {
                  place: { type: 'string' },
                  value: {},
                  expected: { type: 'string' },
                  sentence: { type: 'string' },
                },
              },
            },
            warnings: {
              type: 'array',
              description: 'Of `look-again`: what does not belong there, and where.',
              items: {
                type: 'object',
                required: ['kind', 'place', 'found'],
                properties: {
                  kind: { type: 'string', enum: ['cpr-number', 'health', 'union'] },
                  place: { type: 'string' },
                  found: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
    paths,
  })
}

/** How whoever asks shows who they are. */
function securitySchemes(cookieName: string) {
  return {
    session: { type: 'apiKey', in: 'cookie', name: cookieName },
    serviceToken: {
      type: 'http',
      scheme: 'bearer',
      description:
        'A service token of an HR system; only where a scope is named, and never beyond what its maker may.',
    },
  } as const
}

/** Such as 'post /talks/{talkId}/appointment'. */
function operationOf(route: Route): ZodOpenApiOperationObject {
  const { method, path, summary } = route
  const words = path.split(/[/:.-]+/).filter(Boolean)
  const part = path.split(/[/:.]+/).find(Boolean) ?? ''
  const hasKey = route.signedIn && method !== 'get'
  return {
    operationId: [method, ...words].join('-'),
    summary,
    tags: [tagNames[part] ?? part],
    security: securityOf(route),
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

/** A session is good for everything that its person may; a service token for routes that name one of its scopes. */
function securityOf({ signedIn, scope }: Route): Record<string, string[]>[] {
  if (!signedIn) return []
  return scope === null ? [{ session: [] }] : [{ session: [] }, { serviceToken: [scope] }]
}

const introduction = `What people and programs can ask Årshjulet.

1. Sign in in a browser with the workplace's own login; its cookie serves this page too. Or, where links are on, \`POST
   /sign-in\` with a mail address mails a link. Its last part is a token that works once, for ten minutes, with the cookie or
   the code of this answer. (\`npm start\` prints links that need neither.)
2. \`POST /session\` with \`{"token": "…"}\` answers a cookie that lasts a working day. Every other request carries it.
   In a browser, opening the link and pressing the button does both; the cookie then serves this page too.
3. \`GET /me\` shows who you are and what you owe. Everybody sees only what is theirs; the rest answers 404.

An HR system shows a service token instead, which HR makes at \`/service-tokens\`: \`Authorization: Bearer aarshjul_…\`. It
acts for whoever made it, where a route names one of its scopes (\`serviceToken\`), and no longer than that person may.

Send an \`Idempotency-Key\` with whatever must happen once. Refusals are problem documents (RFC 9457) with a sentence
that can be shown to people.`

/** By the first part of the address. */
const tagNames: Readonly<Record<string, string>> = {
  'sign-in': 'Sign in and out',
  session: 'Sign in and out',
  me: 'Yourself',
  team: 'Teams',
  rounds: 'Rounds',
  talks: 'Talks',
  appointments: 'Talks',
  slots: 'Times to pick',
  'group-talks': 'Teams',
  actions: 'Actions',
  'journal-entries': 'Filing',
  shares: 'Shared with colleagues',
  colleagues: 'Shared with colleagues',
  people: 'People',
  employments: 'People',
  imports: 'Imports',
  units: 'Units',
  leaves: 'Leave',
  deputies: 'Deputies',
  'role-grants': 'Roles',
  'service-tokens': 'Service tokens',
  retention: 'Retention and erasure',
  'legal-holds': 'Retention and erasure',
  erasures: 'Retention and erasure',
  materials: 'Materials',
  'material-files': 'Materials',
  'job-groups': 'Materials',
  mails: 'Mails',
  'policy-previews': 'Rounds',
}

function tagsOf(routes: readonly Route[]): { name: string }[] {
  const used = new Set(routes.map(({ path }) => path.split(/[/:.]+/).find(Boolean) ?? ''))
  const names = Object.entries(tagNames).flatMap(([part, name]) => (used.has(part) ? [name] : []))
  return [...new Set(names)].map((name) => ({ name }))
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
