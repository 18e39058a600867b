import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openApiDocument } from '../../api/openapi.ts'
import type { Route } from '../../api/route.ts'
import { openRoutes, routes } from '../../api/routes/index.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const nameOf = (route: Route) => `${route.method} ${route.path}`
const ID = '00000000-0000-4000-8000-000000000001'

/** Ids alone, and what HR sets up: rounds, rules, materials, units. */
const keptAnswers = [
  'post /talks/:talkId/topics',
  'post /talks/:talkId/shares',
  'post /rounds',
  'patch /rounds/:roundId',
  'post /rounds/:roundId/start',
  'post /rounds/:roundId/pause',
  'delete /rounds/:roundId/pause',
  'post /rounds/:roundId/stop',
  'post /rounds/:roundId/closing',
  'post /rounds/:roundId/units/:unitId/pause',
  'delete /rounds/:roundId/units/:unitId/pause',
  'post /rounds/:roundId/units/:unitId/stop',
  'post /rounds/:roundId/policies',
  'put /materials/:material/:language',
  'put /rounds/:roundId/materials/:material/:language',
  'post /rounds/:roundId/material-files',
  'post /material-files',
  'post /rounds/:roundId/evaluation-discussion',
  'post /rounds/:roundId/nudges',
  'post /rounds/:roundId/group-talks',
  'patch /units/:unitId',
  'post /units/:unitId/closings',
  'post /imports/:importId/commit',
  'post /deputies',
  'post /mails/:mailId/resending',
  'post /role-grants',
  'post /legal-holds',
  'post /people/:personId/erasure',
]

describe('Every route', () => {
  test('is behind the session unless it is named as open', async () => {
    for (const route of routes) {
      const path = `/api/v1${route.path.replaceAll(/:\w+/g, ID)}`
      const answer = await fetch(api.url + path, { method: route.method.toUpperCase() })
      const isOpen = openRoutes.includes(nameOf(route))
      expect([nameOf(route), answer.status === 401]).toEqual([nameOf(route), !isOpen])
    }
  })

  test('whose answer is kept word for word for a repeated request is named here: none tells of people’s talks', () => {
    const kept = routes.filter(
      ({ remembered, again, response }) => remembered && again === null && response !== null,
    )
    expect(kept.map(nameOf).sort()).toEqual([...keptAnswers].sort())
  })

  test('that changes something is noted in the audit, but for the anonymous evaluation', () => {
    const changing = routes.filter(({ signedIn, method }) => signedIn && method !== 'get')
    expect(changing.filter(({ noted }) => !noted).map(nameOf)).toEqual(['post /talks/:talkId/evaluation'])
    expect(changing.length).toBeGreaterThan(60)
  })

  test('that is named as open exists and says so itself', () => {
    const open = routes.filter((route) => !route.signedIn).map(nameOf)
    expect(open.sort()).toEqual([...openRoutes].sort())
  })

  test('has an address of its own', () => {
    const names = routes.map(nameOf)
    expect(names).toEqual([...new Set(names)])
  })

  test('stands in the OpenAPI document with one sentence about what it does', () => {
    const { paths = {} } = openApiDocument(routes, 'aarshjul')
    for (const route of routes) {
      const operation = paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method]
      expect([nameOf(route), operation?.summary]).toEqual([
        nameOf(route),
        expect.stringMatching(/^[A-Z].+\.$/),
      ])
    }
  })

  test('names each parameter of its address in its schema', () => {
    const { paths = {} } = openApiDocument(routes, 'aarshjul')
    for (const route of routes) {
      const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => String(name))
      const operation = paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method]
      const inPath = (operation?.parameters ?? []).flatMap((parameter) =>
        'name' in parameter && parameter.in === 'path' ? [parameter.name] : [],
      )
      expect([nameOf(route), ...inPath.toSorted()]).toEqual([nameOf(route), ...named.toSorted()])
    }
  })
})

describe('The documentation', () => {
  test('is OpenAPI 3.1 and can be browsed without any other site', async () => {
    const document = await api.anybody.get<{ openapi: string }>('/api/openapi.json')
    expect(document.body.openapi).toBe('3.1.0')
    const told = document.body as unknown as {
      info: { description: string }
      tags: { name: string }[]
      paths: Record<string, Record<string, { tags: string[]; parameters?: { name: string }[] }>>
      components: {
        schemas: { Problem: { properties: object } }
        securitySchemes: { session: { name: string } }
      }
    }
    expect(told.info.description).toContain('POST /session')
    const known = told.tags.map(({ name }) => name)
    const tagged = Object.values(told.paths).flatMap((path) =>
      Object.values(path).flatMap(({ tags }) => tags),
    )
    expect([...new Set(tagged)].filter((tag) => !known.includes(tag))).toEqual([])
    const names = told.paths['/appointments']?.post?.parameters?.map(({ name }) => name)
    expect(names).toEqual(['Idempotency-Key'])
    expect(Object.keys(told.components.schemas.Problem.properties)).toEqual(
      expect.arrayContaining(['fields', 'warnings', 'id']),
    )
    expect(told.components.securitySchemes.session.name).toBe('aarshjul')
    const page = await api.anybody.get<string>('/api/docs')
    expect(page.status).toBe(200)
    expect(page.body).not.toMatch(/https?:\/\//)
    for (const [, asset] of page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const answer = await fetch(api.url + String(asset))
      expect([asset, answer.status]).toEqual([asset, 200])
      await answer.arrayBuffer()
    }
  })
})
