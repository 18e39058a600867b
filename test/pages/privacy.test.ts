import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { defaultMonths } from '../../domain/retention/retention.ts'
import { processingLines } from '../../domain/inventory/processing-record.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi({ env: { DATA_PROTECTION_CONTACT: 'dpo@by.example' } })
})
afterAll(() => api.close())

const pageOf = async (one: TestApi, path: string, language: string): Promise<string> =>
  (await fetch(`${one.url}${path}`, { headers: { 'accept-language': language } })).text()

describe('What we know about you', () => {
  test.each(['da', 'en'] as const)(
    'is told to everybody, signed in or not, with why, who and how long, in %s',
    async (language) => {
      const html = (await pageOf(api, '/privacy', language)).replaceAll('&#39;', "'")
      for (const { what, why, kept, isPersonal } of processingLines(language, defaultMonths)) {
        expect([what, html.includes(what)]).toEqual([what, isPersonal])
        if (isPersonal) for (const words of [why, kept]) expect(html).toContain(words)
      }
      expect(html).toContain('dpo@by.example')
      expect(html).toContain('datatilsynet.dk')
    },
  )

  test('is linked from every page, unless the employer has a page of its own', async () => {
    expect(await pageOf(api, '/sign-in', 'da')).toContain('<a href="/privacy">Hvad vi ved om dig</a>')
    const own = await startApi({ env: { GDPR_NOTICE_URL: 'https://by.example/data' } })
    expect(await pageOf(own, '/sign-in', 'da')).toContain(
      '<a href="https://by.example/data">Hvad vi ved om dig</a>',
    )
    await own.close()
  })
})
