import type { MaterialContent, MaterialName } from '../../domain/material/material.ts'
import { Files, Section, WrittenText } from '../components/material.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { materialTexts } from '../texts/material.ts'
import { talkTexts } from '../texts/talk.ts'

export interface MaterialPageView {
  readonly talkId: string
  /** The leader whose deputy reads it. */
  readonly onBehalfOf: string | null
  readonly name: MaterialName
  readonly content: MaterialContent
  /** Other materials of the same talk. */
  readonly others: readonly MaterialName[]
  /** Which section the two begin with; null = as written. */
  readonly start: number | null
}

/** One material to read, to lay on the table, or to print. */
export function materialPage(frame: Frame, view: MaterialPageView): string {
  const texts = materialTexts[frame.language]
  const { talkId, onBehalfOf, name, content } = view
  const isConversation = name === 'conversation-guide'
  return renderPage({
    frame,
    section: 'home',
    wide: isConversation,
    title: content.title,
    back: { href: `/talks/${talkId}`, text: texts.toTalk },
    lead: (
      <>
        {onBehalfOf && <p class="on-behalf">{talkTexts[frame.language].onBehalfOf(onBehalfOf)}</p>}
        <WrittenText text={content.intro} />
      </>
    ),
    children: (
      <>
        {isConversation ? <Conversation frame={frame} view={view} /> : <Sections content={content} />}
        <Files frame={frame} path={`/api/v1/talks/${talkId}/material-files`} files={content.files} />
        <Others frame={frame} view={view} />
        <p class="muted no-print">{isConversation ? texts.printA3 : texts.print}</p>
      </>
    ),
  })
}

function Sections({ content }: { content: MaterialContent }) {
  return (
    <>
      {content.sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
    </>
  )
}

/** The first section says what the two expect; then comes the dimension they choose (R5.2). */
function Conversation({ frame, view }: { frame: Frame; view: MaterialPageView }) {
  const texts = materialTexts[frame.language]
  const { talkId, content, start } = view
  const dimensions = dimensionsOf(content)
  const path = `/talks/${talkId}/materials/conversation-guide`
  const chosen = start === null || !dimensions.includes(start) ? null : content.sections[start]
  const [first, ...rest] = content.sections
  const ordered = [first, chosen, ...rest.filter((section) => section !== chosen)]
  return (
    <>
      {dimensions.length > 1 && (
        <nav class="panel next no-print" aria-labelledby="begin">
          <h2 id="begin">{texts.begin}</h2>
          <p>{chosen ? texts.beganWith(chosen.heading) : texts.beginWith}</p>
          <ul class="plain-list no-max-width buttons">
            {dimensions.map((index) => (
              <li key={index}>
                <a
                  class="button button-secondary"
                  href={`${path}?start=${index}`}
                  aria-current={index === start ? 'true' : undefined}
                >
                  {content.sections[index]?.heading}
                </a>
              </li>
            ))}
          </ul>
          {chosen && (
            <p>
              <a href={path}>{texts.asWritten}</a>
            </p>
          )}
        </nav>
      )}
      <div class="print-a3 columns">
        {ordered.map((section) => section && <Section key={section.heading} section={section} />)}
      </div>
      <p class="muted">{texts.payNote}</p>
    </>
  )
}

/** Those of which the two choose one to begin with: each has its own words and several questions. */
function dimensionsOf({ sections }: MaterialContent): number[] {
  return sections.flatMap(({ text, questions }, index) =>
    index > 0 && text !== '' && questions.length > 1 ? [index] : [],
  )
}

function Others({ frame, view }: { frame: Frame; view: MaterialPageView }) {
  const texts = materialTexts[frame.language]
  if (view.others.length === 0) return null
  return (
    <nav class="no-print" aria-labelledby="others">
      <h2 id="others">{texts.others}</h2>
      <ul>
        {view.others.map((name) => (
          <li key={name}>
            <a href={`/talks/${view.talkId}/materials/${name}`}>{texts.names[name]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
