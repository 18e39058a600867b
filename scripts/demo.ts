/** `npm run demo`: a year of a school of twelve in minutes, on the real engine with its clock moved. */
import { printEnding } from '../demo/ending.ts'
import { given } from './infrastructure/given.ts'
import { onOwnServers } from './infrastructure/own-servers.ts'
import { playYear } from '../demo/play.ts'

given('npm run demo', {})
const say = (line: string) => console.log(line)
const startedAt = performance.now()

await onOwnServers(say, async (stack) => {
  const played = await playYear(stack, showProgress)
  showProgress('')
  played.timeline.print(say, stack.player.calendar)
  const isSound = await printEnding(stack, played, say)
  say(`\nA year in ${Math.round((performance.now() - startedAt) / 1000)} seconds.`)
  if (!isSound) process.exitCode = 1
})

/** One line that is written over, and only where somebody watches. */
function showProgress(line: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\u001b[K${line && `  ${line}`.slice(0, process.stdout.columns - 1)}`)
}
