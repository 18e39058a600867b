/**
 * `npm run faults`: plays rounds on the real stack as processes while seeded faults strike, and checks after each that
 * nothing was lost and nothing told twice. `-- --minutes 30` is how long, `--seed N` which; a round that fails names the
 * seed that plays it again. `--mutants` takes one keeper of a promise away at a time: each must be noticed.
 */
import { playMutants } from '../test/faults/run-mutants.ts'
import { playRounds } from '../test/faults/run-rounds.ts'
import { given, refuse } from './infrastructure/given.ts'

const { values } = given('npm run faults [-- --minutes 30] [--seed 4711] [--mutants]', {
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
})
const minutes = numberOf('--minutes', values.minutes)
const seed =
  values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : numberOf('--seed', values.seed)
const say = (line: string) => console.log(line)

const isSound = values.mutants ? await playMutants(say) : await playRounds({ minutes, seed }, say)
if (!isSound) process.exitCode = 1

function numberOf(name: string, text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number) && number >= 0) return number
  return refuse(`${name} is '${text}': expected a number such as 30`)
}
