/** Prints how fast the parts are that must be fast; nothing is asserted. `npm run bench -- 10` measures longer. */
import { cpus } from 'node:os'
import { benchRulesCore } from './rules-core.ts'

const seconds = Number(process.argv[2] ?? 3)
if (!(seconds > 0)) throw new Error(`seconds is '${process.argv[2]}': expected a number above 0`)

const [cpu] = cpus()
console.log(`Node ${process.version}, ${cpu?.model.trim() ?? 'unknown CPU'}, ${seconds} s each, one core`)
for (const { what, perSecond, unit } of benchRulesCore(seconds)) {
  console.log(`${what.padEnd(30)} ${Math.round(perSecond).toLocaleString('en').padStart(8)} ${unit}`)
}
