import Sequencer from '@jest/test-sequencer'

/**
 * What takes longest is begun first, so that no worker is left alone with it in the end. Jest knows that of earlier
 * runs; a clean clone has had none.
 */
const longFirst = [
  '/test/pages/every-page',
  '/test/journeys/',
  '/test/faults/',
  '/test/pages/',
  '/test/workflows/',
  '/test/api/',
]

export default class LongFirstSequencer extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = longFirst.findIndex((part) => path.includes(part))
      return place < 0 ? longFirst.length : place
    }
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b))
  }
}
