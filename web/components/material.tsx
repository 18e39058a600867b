import type { MaterialContent, MaterialQuestion, MaterialSection } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { materialTexts } from '../texts/material.ts'

/** Plain text as HR writes it: a blank line begins a paragraph, '- ' an item of a list. */
export function WrittenText({ text }: { text: string }) {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
  return (
    <>
      {blocks.flatMap((lines, index) =>
        partsOf(lines).map(({ isList, lines: own }, part) => {
          const key = `${index}-${part}`
          if (!isList) return <p key={key}>{own.join(' ')}</p>
          return (
            <ul key={key}>
              {own.map((line) => (
                <li key={line}>{line.replace(/^- /, '')}</li>
              ))}
            </ul>
          )
        }),
      )}
    </>
  )
}

/** Neighbouring lines of one kind. */
function partsOf(lines: readonly string[]): { isList: boolean; lines: string[] }[] {
  const parts: { isList: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const isList = line.startsWith('- ')
    const last = parts.at(-1)
    if (last?.isList === isList) last.lines.push(line)
    else parts.push({ isList, lines: [line] })
  }
  return parts
}

/** A section to read: its text, and its questions as something to talk about. */
export function Section({ section }: { section: MaterialSection }) {
  return (
    <section class="panel">
      <h2>{section.heading}</h2>
      <WrittenText text={section.text} />
      {section.questions.length > 0 && (
        <ul>
          {section.questions.map((question) => (
            <li key={question.id}>
              <Question question={question} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Question({ question }: { question: MaterialQuestion }) {
  return (
    <>
      {question.text}
      {question.help && <span class="muted"> {question.help}</span>}
    </>
  )
}

/** Own files that HR has attached, to be fetched. */
export function Files({
  frame,
  path,
  files,
}: {
  frame: Frame
  /** Of the files, in the api. */
  path: string
  files: MaterialContent['files']
}) {
  const texts = materialTexts[frame.language]
  if (files.length === 0) return null
  return (
    <section class="panel">
      <h2>{texts.files}</h2>
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <FileLink frame={frame} href={`${path}/${id}`} name={name} size={size} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function FileLink({
  frame,
  href,
  name,
  size,
}: {
  frame: Frame
  href: string
  name: string
  /** Bytes. */
  size: number
}) {
  return (
    <>
      <a href={href} download={name}>
        {name}
      </a>{' '}
      <span class="muted">({materialTexts[frame.language].size(Math.max(1, Math.round(size / 1024)))})</span>
    </>
  )
}
