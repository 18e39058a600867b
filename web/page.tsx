import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Language } from '../domain/language.ts'

export interface PageFrame {
  readonly language: Language
  readonly title: string
  readonly children: ComponentChildren
}

/** A whole page as HTML text; nothing in it needs JavaScript. */
export function renderPage({ language, title, children }: PageFrame): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Årshjulet`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${render(page)}`
}

/** The pages' one style sheet, served at /assets/page.css. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1f2933; background: #f0f4f5; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
a { color: #0b5563; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem; border: 1px solid #52606d; border-radius: 4px; }
button { font: inherit; font-weight: 600; margin-top: 1rem; padding: .7rem 1.4rem; border: 0; border-radius: 4px; background: #0b5563; color: #fff; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
li { margin: .35rem 0; }
`
