import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../domain/language.ts'
import { ownDataTexts } from '../texts/own-data.ts'

/** The readable part of a person's copy: a page of its own that needs nothing from anywhere. */
export function ownDataCopy(language: Language, data: object, madeOn: string): string {
  const texts = ownDataTexts[language]
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{texts.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{texts.title}</h1>
        <p>{texts.madeOn(madeOn)}</p>
        {Object.entries(data).map(([name, value]) => (
          <section key={name}>
            <h2>{texts.fields[name] ?? name}</h2>
            <Value language={language} value={value} />
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
function Value({ language, value }: { language: Language; value: unknown }): ComponentChildren {
  const texts = ownDataTexts[language]
  if (Array.isArray(value)) {
    if (value.length === 0) return <p>{texts.nothing}</p>
    return (
      <ul>
        {value.map((one, place) => (
          <li key={place}>
            <Value language={language} value={one} />
          </li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl>
        {Object.entries(value).map(([name, inner]) => (
          <>
            <dt>{texts.fields[name] ?? name}</dt>
            <dd>
              <Value language={language} value={inner} />
            </dd>
          </>
        ))}
      </dl>
    )
  }
  return value === null || value === '' ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
}
