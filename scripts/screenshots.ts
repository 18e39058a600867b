/**
 * `npm run screenshots`: a picture of every page, as its people see it in the middle of a school's year, in both
 * languages, on a phone and on a wide screen. All go to .data/screenshots; docs/screenshots keeps the main ones.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, picturePage } from '../demo/browser.ts'
import { given } from './infrastructure/given.ts'
import { onOwnServers } from './infrastructure/own-servers.ts'
import { playToSpring } from '../demo/play.ts'
import { mainPictures, tourOf } from '../demo/tour.ts'

const say = (line: string) => console.log(line)
const all = '.data/screenshots'
const main = 'docs/screenshots'
const widths = { phone: 390, wide: 1280 } as const
/** With parts of pictures' names, only those are made. */
const { positionals: wanted } = given('npm run screenshots [-- home team …], parts of pictures’ names', {
  allowPositionals: true,
})

await onOwnServers(say, async (stack) => {
  const { world } = await playToSpring(stack, () => {})
  rmSync(all, { recursive: true, force: true })
  for (const folder of [all, main]) mkdirSync(folder, { recursive: true })
  const browser = await openBrowser()
  try {
    for (const visit of await tourOf(world)) {
      const { name, who } = visit
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
      const { cookie } = who === null ? { cookie: '' } : await world.as(who)
      for (const language of ['da', 'en'] as const) {
        for (const [device, width] of Object.entries(widths)) {
          const file = `${name}-${language}-${device}.png`
          await picturePage(browser, {
            url: stack.url,
            visit,
            cookie,
            language,
            width,
            file: join(all, file),
          })
          if (mainPictures.has(file)) copyFileSync(join(all, file), join(main, file))
        }
      }
      say(`  ${name}`)
    }
  } finally {
    await browser.close()
  }
})
