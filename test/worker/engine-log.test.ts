import { ApplicationFailure } from '@temporalio/common'
import { expect, test } from '@jest/globals'
import { type LevelWithSilent, pino } from 'pino'
import { createEngineLogger } from '../../worker/engine-log.ts'

/** A logger as the engine's libraries are given it, and the lines it has written. */
function loggerAt(level: LevelWithSilent) {
  const lines: string[] = []
  const log = pino({ level, base: { process: 'worker' } }, { write: (line: string) => void lines.push(line) })
  return { logger: createEngineLogger(log), lines }
}

/** The second line begins as a place in a file does. */
const written = 'Anna vil sadle om\n    at blive leder'

test('a failed activity is one line of the log, with its ids and without what its error says', () => {
  const { logger, lines } = loggerAt('info')
  const error = ApplicationFailure.create({
    message: written,
    type: 'plan-lost',
    cause: new RangeError(written),
  })
  logger.warn('Activity failed', {
    error,
    workflowId: 'talk/4711',
    attempt: 3,
    durationMs: 12.5,
    said: written,
  })
  expect(lines).toHaveLength(1)
  const [line = ''] = lines
  expect(line).not.toMatch(/Anna|sadle|leder/)
  expect(JSON.parse(line)).toMatchObject({
    level: 40,
    process: 'worker',
    msg: 'Activity failed',
    workflowId: 'talk/4711',
    attempt: 3,
    durationMs: 12.5,
    error: 'ApplicationFailure plan-lost < RangeError',
    at: expect.arrayContaining([expect.stringContaining('engine-log.test.ts')]),
  })
})

test('an error that the engine repeats in its own sentence is cut off there too', () => {
  const { logger, lines } = loggerAt('info')
  logger.error(`Error while processing ActivityTask.start: ${written}`, { error: new TypeError(written) })
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['Error while processing ActivityTask.start'])
  expect(lines.join('')).not.toMatch(/Anna/)
})

test('what the nights say is kept whole, and so is which key is missing', () => {
  const { logger, lines } = loggerAt('info')
  logger.error('the audit is not as it was written: run npm run audit:verify', { faults: 2 })
  const error = Object.assign(new Error("A payload was encrypted with the key '2027'"), {
    name: 'UnreadablePayloadError',
    code: 'unreadable-payload',
  })
  logger.error('Failed to process Workflow Activation', { error })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, msg: 'the audit is not as it was written: run npm run audit:verify', faults: 2 },
    {
      error: 'UnreadablePayloadError unreadable-payload',
      says: "A payload was encrypted with the key '2027'",
    },
  ])
})

test('LOG_LEVEL decides what is written of it', () => {
  const { logger, lines } = loggerAt('error')
  logger.warn('Activity failed')
  logger.debug('Activity started')
  logger.error('Worker failed')
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['Worker failed'])
})
