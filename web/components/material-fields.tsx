import type { MaterialContent, MaterialSection } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { materialEditorTexts } from '../texts/material-editor.ts'
import { Hidden, Select, Submit, TextField } from './form.tsx'
import { type EditorParts, Moves } from './material-moves.tsx'
import { QuestionFields } from './material-question.tsx'

/** As the api takes it. */
const LONGEST_TEXT = 10_000
const LONGEST_LINE = 200
const MOST_QUESTIONS = 40

interface SectionParts extends EditorParts {
  readonly section: MaterialSection
  readonly place: number
  /** How many there are. */
  readonly of: number
  readonly hasPhases: boolean
}

/** One section with its questions, each folded until it is worked on. */
export function SectionFields(parts: SectionParts) {
  const { frame, action, section, place } = parts
  const texts = materialEditorTexts[frame.language]
  const title = section.heading || texts.sectionTitle(place + 1)
  return (
    <details class="panel section" id={`section-${place}`} open={isWorkedOn(parts)}>
      <summary>
        <h2>{title}</h2> <span class="muted">{texts.questionsIn(section.questions.length)}</span>
      </summary>
      <SectionHead {...parts} />
      {section.questions.length > 0 && <h3 class="apart">{texts.questions}</h3>}
      {section.questions.map((question, at) => (
        <QuestionFields
          key={question.id}
          frame={frame}
          action={action}
          question={question}
          place={place}
          at={at}
        />
      ))}
      {section.questions.length < MOST_QUESTIONS && <AddQuestion {...parts} />}
      <SectionMoves {...parts} title={title} />
    </details>
  )
}

/** New, complained of, or what was pressed last was in it. */
function isWorkedOn({ frame, section, place }: SectionParts): boolean {
  const isNew = section.heading === '' && section.text === '' && section.questions.length === 0
  const isUnwritten = section.questions.some(({ text }) => text === '')
  const complaints = frame.sent?.problem?.fields ?? []
  const isComplainedOf = complaints.some(({ name }) => name.startsWith(`content.sections.${place}.`))
  const { opened } = frame.sent?.entered ?? {}
  const isOpened =
    opened === `section-${place}` || (typeof opened === 'string' && opened.startsWith(`question-${place}-`))
  return isNew || isUnwritten || isComplainedOf || isOpened
}

function SectionHead({ frame, section, place, hasPhases }: SectionParts) {
  const texts = materialEditorTexts[frame.language]
  const name = `content.sections.${place}`
  const phases = (['past', 'now', 'future'] as const).map((value) => ({ value, label: texts.phases[value] }))
  return (
    <>
      <TextField
        name={`${name}.heading`}
        label={texts.heading}
        value={section.heading}
        maxLength={LONGEST_LINE}
      />
      {hasPhases ? (
        <Select
          name={`${name}.phase`}
          label={texts.phase}
          value={section.phase ?? ''}
          options={[{ value: '', label: texts.phaseNone }, ...phases]}
        />
      ) : (
        <Hidden name={`${name}.phase`} value={section.phase ?? ''} />
      )}
      <TextField
        name={`${name}.text`}
        label={texts.text}
        hint={texts.textHint}
        rows={linesFor(section.text)}
        maxLength={LONGEST_TEXT}
        value={section.text}
      />
    </>
  )
}

/** Room for what stands there, within reason. */
function linesFor(text: string): number {
  return Math.min(12, Math.max(3, text.split('\n').length + 1))
}

function AddQuestion({ frame, action, section, place }: SectionParts) {
  const texts = materialEditorTexts[frame.language]
  return (
    <div class="buttons small">
      <span>{texts.addQuestion}</span>
      {(['text', 'scale', 'choice'] as const).map((form) => (
        <Submit
          key={form}
          kind="secondary"
          name="do"
          value={`add.${form}.${place}`}
          to={`${action}#question-${place}-${section.questions.length}`}
        >
          {texts.add[form]}
        </Submit>
      ))}
    </div>
  )
}

function SectionMoves({ frame, action, place, of, title }: SectionParts & { readonly title: string }) {
  return (
    <div class="buttons small part">
      <Moves
        frame={frame}
        action={action}
        what={`section.${place}`}
        about={title}
        anchors={{ up: `section-${place - 1}`, down: `section-${place + 1}`, remove: 'sections' }}
        isFirst={place === 0}
        isLast={place === of - 1}
        remove={materialEditorTexts[frame.language].removeSection}
      />
    </div>
  )
}

/** What stands before the first section. */
export function HeadFields({ frame, content }: { frame: Frame; content: MaterialContent }) {
  const texts = materialEditorTexts[frame.language]
  return (
    <section class="panel">
      <TextField
        name="content.title"
        label={texts.contentTitle}
        value={content.title}
        maxLength={LONGEST_LINE}
      />
      <TextField
        name="content.intro"
        label={texts.intro}
        hint={texts.introHint}
        rows={4}
        maxLength={LONGEST_TEXT}
        value={content.intro}
      />
    </section>
  )
}
