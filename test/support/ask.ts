import type { Answers } from './infrastructure.ts'

/** The environment variable by which the run tells its test files where to ask for servers. */
export const INFRASTRUCTURE_URL = 'AARSHJUL_TEST_INFRASTRUCTURE'

/** Asks the run for a shared server or bundle, which is made on the first question. */
export async function askFor<K extends keyof Answers>(what: K, of = ''): Promise<Answers[K]> {
  const url = process.env[INFRASTRUCTURE_URL]
  if (!url)
    throw new Error(`${INFRASTRUCTURE_URL} is not set: expected to run under jest with its global setup`)
  const response = await fetch(`${url}/${what}?of=${encodeURIComponent(of)}`, {
    headers: { connection: 'close' },
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`The test run could not provide ${what}:\n${body}`)
  return JSON.parse(body) as Answers[K]
}
