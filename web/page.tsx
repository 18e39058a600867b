import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Alert } from './components/alert.tsx'
import { ComplainedContext } from './components/filling.ts'
import { fieldId } from './field-id.ts'
import type { Frame, Section } from './frame.ts'
import { frameTexts } from './texts/frame.ts'
import { notices } from './texts/notices.ts'

export interface PageParts {
  readonly frame: Frame
  readonly title: string
  /** The section that is marked in the menu. */
  readonly section?: Section
  /** Over the title: the way back to the page above. */
  readonly back?: { readonly href: string; readonly text: string }
  /** Under the title, in larger letters. */
  readonly lead?: ComponentChildren
  /** Tables need more room than texts. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A whole page as HTML text; nothing in it needs JavaScript. */
export function renderPage(parts: PageParts): string {
  const { frame, title, back, lead, wide = false, children } = parts
  const texts = frameTexts[frame.language]
  const labels = complainedIn(parts)
  const page = (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${frame.sent?.problem ? `${texts.errorTitle}: ` : ''}${title} – Årshjulet`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        {frame.assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={frame.assets.script} />
      </head>
      <body>
        <a class="skipnav" href="#main">
          {texts.skip}
        </a>
        <Header {...parts} />
        <main
          id="main"
          class={`container page-container ${wide ? 'page-wide' : 'page-narrow'}`}
          tabIndex={-1}
        >
          {back && (
            <a class="back-link" href={back.href}>
              {back.text}
            </a>
          )}
          <Said frame={frame} labels={labels} />
          <h1>{title}</h1>
          {lead && <div class="font-lead">{lead}</div>}
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}

interface SaidParts {
  readonly frame: Frame
  /** Of the fields that something was wrong with, by their names. */
  readonly labels: ReadonlyMap<string, string>
}

/** What was done, or why it was not, before anything else on the page. */
function Said({ frame, labels }: SaidParts) {
  const texts = frameTexts[frame.language]
  if (frame.sent?.problem) return <ErrorSummary frame={frame} labels={labels} />
  if (frame.notice === null) return null
  return (
    <Alert kind="success" heading={texts.done}>
      <p>{notices[frame.notice][frame.language]}</p>
    </Alert>
  )
}

/** What the fields are called that something was wrong with: the list above them is written before they are. */
function complainedIn({ frame, children }: PageParts): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  if (frame.sent?.problem?.fields.length)
    renderToString(<ComplainedContext.Provider value={labels}>{children}</ComplainedContext.Provider>)
  return labels
}

/** A label that asks, such as 'By when?', ends by itself. */
function complaintAbout(label: string | undefined, sentence: string): string {
  if (label === undefined) return sentence
  return label.endsWith('?') ? `${label} ${sentence}` : `${label}: ${sentence}`
}

function ErrorSummary({ frame, labels }: SaidParts) {
  const texts = frameTexts[frame.language]
  const problem = frame.sent?.problem
  if (!problem) return null
  return (
    <Alert kind={problem.warnings.length > 0 ? 'warning' : 'error'} heading={texts.errorTitle} focus>
      <p>{problem.sentence}</p>
      {problem.warnings.length > 0 && (
        <ul>
          {problem.warnings.map(({ kind, found }) => (
            <li key={`${kind} ${found}`}>{texts.warnings[kind](found)}</li>
          ))}
        </ul>
      )}
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ name, sentence }) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{complaintAbout(labels.get(name), sentence)}</a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

function Header({ frame, section }: PageParts) {
  const { language, person, talkName } = frame
  const texts = frameTexts[language]
  const other = language === 'da' ? 'en' : 'da'
  return (
    <header class="top">
      <div class="container top-row">
        <a class="brand" href="/">
          <span class="brand-name">Årshjulet</span>
          <span class="brand-of">
            {talkName} · {frame.employerName}
          </span>
        </a>
        <div class="top-person">
          {person && (
            <span class="top-name">
              <span class="sr-only">{texts.signedInAs} </span>
              {person.name}
            </span>
          )}
          {frame.path !== null && (
            <form method="post" action="/language">
              <input type="hidden" name="back" value={frame.path} />
              <button class="link-button" type="submit" name="language" value={other} lang={other}>
                {texts.otherLanguage}
              </button>
            </form>
          )}
          {person && (
            <form method="post" action="/sign-out">
              <button class="link-button" type="submit">
                {texts.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
      {person && frame.sections.length > 1 && (
        <nav class="menu" aria-label={texts.menu}>
          <ul class="container menu-list plain-list no-max-width">
            {frame.sections.map((name) => (
              <li key={name}>
                <a href={sectionPaths[name]} aria-current={name === section ? 'page' : undefined}>
                  {texts.sections[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** The service's own notice on personal data. */
export const PRIVACY_PATH = '/privacy'

/** Where each section begins. */
export const sectionPaths: Readonly<Record<Section, string>> = {
  home: '/',
  team: '/team',
  rounds: '/rounds',
  people: '/people',
  materials: '/materials',
  mails: '/mails',
  evaluation: '/evaluations',
  roles: '/roles',
}

function Footer({ frame }: { frame: Frame }) {
  const texts = frameTexts[frame.language]
  const { gdprNotice, accessibility } = frame.links
  return (
    <footer class="foot">
      <div class="container">
        <p>{texts.footer}</p>
        <ul class="foot-links plain-list no-max-width">
          {frame.person && (
            <li>
              <a href="/me/sessions">{texts.sessions}</a>
            </li>
          )}
          <li>
            <a href={gdprNotice}>{texts.gdprNotice}</a>
          </li>
          {accessibility && (
            <li>
              <a href={accessibility}>{texts.accessibility}</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
