import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { formatDate } from '../../domain/calendar/format.ts'
import type { Frame } from '../frame.ts'
import { ownDataWords } from '../own-data-words.ts'
import { ownDataFields } from '../texts/own-data-fields.ts'
import { ownDataTexts } from '../texts/own-data.ts'

/** The readable part of a person's copy: a page of its own that needs nothing from anywhere. */
export function ownDataCopy(frame: Reader, data: object): string {
  const texts = ownDataTexts[frame.language]
  const page = (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{texts.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{texts.title}</h1>
        <p>{texts.madeOn(formatDate(frame.today, frame.language))}</p>
        {Object.entries(data).map(([name, value]) => (
          <section key={name}>
            <h2>{ownDataFields[frame.language][name] ?? name}</h2>
            <Value frame={frame} name={name} value={value} />
          </section>
        ))}
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}' +
  'dl{border-left:3px solid #ccc;padding-left:1rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}'

/** Any value of the data: nothing, a text, a list or named parts. */
function Value({ frame, name, within = '', value }: ValueParts): ComponentChildren {
  const texts = ownDataTexts[frame.language]
  if (Array.isArray(value)) {
    if (value.length === 0) return <p>{texts.nothing}</p>
    return (
      <ul>
        {value.map((one, place) => (
          <li key={place}>
            <Value frame={frame} name={name} within={within} value={one} />
          </li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl>
        {Object.entries(value)
          .filter(([part]) => part !== 'id')
          .map(([part, inner]) => (
            <>
              <dt>{ownDataFields[frame.language][part] ?? part}</dt>
              <dd>
                <Value frame={frame} name={part} within={name} value={inner} />
              </dd>
            </>
          ))}
      </dl>
    )
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '–'
  return value === '' ? '–' : ownDataWords(frame, `${within}.${name}`, value)
}

type Reader = Pick<Frame, 'language' | 'today' | 'localTime'>

interface ValueParts {
  readonly frame: Reader
  readonly name: string
  /** The name of what it is a part of. */
  readonly within?: string
  readonly value: unknown
}
