/** Changes one source as it is loaded, by CHANGED_SOURCE: a mutant of a process that runs its sources as they are. */
import { registerHooks } from 'node:module'

const { file, after, put } = JSON.parse(process.env.CHANGED_SOURCE)
const place = new RegExp(after)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(`/${file}`)) return loaded
    const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
    if (!place.test(source)) throw new Error(`${after} is not in ${file}`)
    return { ...loaded, source: source.replace(place, `$& ${put}`) }
  },
})
