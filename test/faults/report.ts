import type { Outcome } from './outcome.ts'

/** A round that was played, by the seed that plays it again. */
export interface Round extends Outcome {
  seed: number
}

/** What a person reads at the end: rounds, faults by kind, drills with their times, violations by seed. */
export function reportOf(rounds: readonly Round[], milliseconds: number): string[] {
  const struck = rounds.flatMap((round) => round.struck)
  const byKind = [...Map.groupBy(struck, ({ kind }) => kind)].toSorted((a, b) => b[1].length - a[1].length)
  const broken = rounds.filter(({ problems }) => problems.length > 0)
  const violations = rounds.flatMap(({ problems }) => problems).length
  const drills = rounds.flatMap(({ seed, drill }) => (drill ? [`  seed ${seed}: ${drill}`] : []))
  const seeds = rounds.map(({ seed }) => seed)
  return [
    '',
    `${rounds.length} rounds in ${lengthOf(milliseconds)}, seeds ${seeds[0]} to ${seeds.at(-1)}`,
    '',
    `${struck.length} faults injected`,
    ...byKind.map(([kind, same]) => `  ${String(same.length).padStart(4)}  ${kind}: ${differentIn(same)}`),
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
