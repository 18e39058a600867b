import type { Cell, CountedRecord } from '../suppression.ts'

/** One figure about one group of talks, as a group of its own. */
export interface CounterCell<Counter extends string> extends Cell {
  /** Of the group. */
  group: string
  counter: Counter
}

/**
 * The figures of groups of talks, each to be shown or held back by itself (R10.1): how many of a large group are exempt
 * may tell of one person, and so may today's figure when yesterday's, or another group's, is taken from it.
 */
export function counterCells<Talk extends { talkId: string; personId: string }, Counter extends string>(
  groups: readonly { key: string; talks: readonly Talk[] }[],
  counters: readonly Counter[],
  timesIn: (talk: Talk, counter: Counter) => number,
): CounterCell<Counter>[] {
  return groups.flatMap(({ key: group, talks }) =>
    counters.map((counter) => ({
      key: counterKey(group, counter),
      group,
      counter,
      records: talks.flatMap((talk) => recordsOf(talk, counter, timesIn(talk, counter))),
    })),
  )
}

/** By which it is remembered what was shown of a group. */
export function counterKey(group: string, counter: string): string {
  return `${group} ${counter}`
}

function recordsOf(
  talk: { talkId: string; personId: string },
  counter: string,
  times: number,
): CountedRecord[] {
  return Array.from({ length: times }, (_, index) => ({
    id: `${counter} ${talk.talkId} ${index}`,
    person: talk.personId,
  }))
}
