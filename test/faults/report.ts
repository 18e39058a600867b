import type { Outcome } from './outcome.ts'

/** A round that was played, by the seed that plays it again. */
export interface Round extends Outcome {
  seed: number
}

/**
 * What a person reads at the end: rounds, faults by kind, which never struck, drills with their times, violations by seed.
 * @param all names of the faults that there are
 */
export function reportOf(rounds: readonly Round[], all: readonly string[], milliseconds: number): string[] {
  const struck = rounds.flatMap((round) => round.struck)
  const byKind = [...Map.groupBy(struck, ({ kind }) => kind)].toSorted((a, b) => b[1].length - a[1].length)
  const broken = rounds.filter(({ problems }) => problems.length > 0)
  const violations = rounds.flatMap(({ problems }) => problems).length
  const drills = rounds.flatMap(({ seed, drill }) => (drill ? [`  seed ${seed}: ${drill}`] : []))
  const names = new Set(struck.map(({ name }) => name))
  const never = all.filter((name) => !names.has(name))
  const seeds = rounds.map(({ seed }) => seed)
  return [
    '',
    `${rounds.length} rounds in ${lengthOf(milliseconds)}, seeds ${seeds[0]} to ${seeds.at(-1)}`,
    '',
    `${struck.length} faults struck`,
    ...byKind.map(([kind, same]) => `  ${String(same.length).padStart(4)}  ${kind}: ${differentIn(same)}`),
    ...(never.length === 0 ? [] : ['', `${never.length} never struck`, ...never.map((name) => `  ${name}`)]),
    ...(drills.length === 0 ? [] : ['', 'Drills', ...drills]),
    '',
    `${violations} violations found`,
    ...broken.flatMap(({ seed, problems }) => [
      `  npm run faults -- --seed ${seed} --minutes 0`,
      ...problems.map((problem) => `    ✗ ${problem}`),
    ]),
  ]
}

function differentIn(same: readonly { name: string }[]): string {
  const count = new Set(same.map(({ name }) => name)).size
  return count === 1 ? (same[0]?.name ?? '') : `${count} different ones`
}

function lengthOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
