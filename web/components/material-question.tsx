import type { MaterialQuestion } from '../../domain/material/material.ts'
import type { Frame } from '../frame.ts'
import { materialEditorTexts } from '../texts/material-editor.ts'
import { Checkbox, Hidden, Select, Submit, TextField } from './form.tsx'
import { type EditorParts, Moves } from './material-moves.tsx'

/** As the api takes it. */
const LONGEST_TEXT = 10_000
const LONGEST_LINE = 200
const MOST_OPTIONS = 20
/** Empty lines that wait for one more answer. */
const SPARE_OPTIONS = 2

/** One question, folded until it is worked on. */
export function QuestionFields({
  frame,
  action,
  question,
  place,
  at,
}: EditorParts & { readonly question: MaterialQuestion; readonly place: number; readonly at: number }) {
  const texts = materialEditorTexts[frame.language]
  const name = `content.sections.${place}.questions.${at}`
  const isComplainedOf =
    frame.sent?.problem?.fields.some((field) => field.name.startsWith(`${name}.`)) ?? false
  const title = question.text || texts.unwritten
  const anchor = `question-${place}-${at}`
  const section = `section-${place}`
  const isOpen = question.text === '' || isComplainedOf || frame.sent?.entered.opened === anchor
  return (
    <details id={anchor} class="folded" open={isOpen}>
      <summary>
        {title} <span class="muted">({texts.forms[question.form]})</span>
      </summary>
      <Hidden name={`${name}.id`} value={question.id} />
      <Hidden name={`${name}.form`} value={question.form} />
      <Asked frame={frame} name={name} question={question} />
      {question.form === 'scale' && <ScaleFields frame={frame} name={name} question={question} />}
      {question.form === 'choice' && (
        <ChoiceFields frame={frame} action={action} name={name} question={question} anchor={anchor} />
      )}
      <div class="buttons small">
        <Moves
          frame={frame}
          action={action}
          what={`question.${place}.${at}`}
          about={title}
          anchors={{ up: section, down: section, remove: section }}
          isFirst={place === 0 && at === 0}
          isLast={false}
          remove={texts.removeQuestion}
        />
      </div>
    </details>
  )
}

function Asked({ frame, name, question }: { frame: Frame; name: string; question: MaterialQuestion }) {
  const texts = materialEditorTexts[frame.language]
  return (
    <>
      <TextField
        name={`${name}.text`}
        label={texts.question}
        rows={2}
        maxLength={LONGEST_TEXT}
        value={question.text}
      />
      <TextField
        name={`${name}.help`}
        label={texts.help}
        hint={texts.helpHint}
        maxLength={LONGEST_TEXT}
        value={question.help}
      />
    </>
  )
}

type Form<F extends MaterialQuestion['form']> = Extract<MaterialQuestion, { form: F }>

function ScaleFields({ frame, name, question }: { frame: Frame; name: string; question: Form<'scale'> }) {
  const texts = materialEditorTexts[frame.language]
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_none, index) => String(from + index)).map((value) => ({
      value,
      label: value,
    }))
  return (
    <div class="field-row">
      <Select
        name={`${name}.least`}
        label={texts.least}
        options={numbers(0, 9)}
        value={String(question.least)}
      />
      <TextField
        name={`${name}.leastLabel`}
        label={texts.leastLabel}
        value={question.leastLabel}
        maxLength={LONGEST_LINE}
        width="l"
      />
      <Select
        name={`${name}.most`}
        label={texts.most}
        options={numbers(1, 10)}
        value={String(question.most)}
      />
      <TextField
        name={`${name}.mostLabel`}
        label={texts.mostLabel}
        value={question.mostLabel}
        maxLength={LONGEST_LINE}
        width="l"
      />
    </div>
  )
}

function ChoiceFields({
  frame,
  action,
  name,
  question,
  anchor,
}: EditorParts & { readonly name: string; readonly question: Form<'choice'>; readonly anchor: string }) {
  const texts = materialEditorTexts[frame.language]
  const { options, several } = question
  const rows = Math.min(MOST_OPTIONS, options.length + SPARE_OPTIONS)
  return (
    <fieldset class="tight">
      <legend>{texts.options}</legend>
      <p class="form-hint">{texts.optionsHint}</p>
      {Array.from({ length: rows }, (_none, o) => options[o] ?? { id: '', label: '' }).map(
        ({ id, label }, o) => (
          <div key={o}>
            <Hidden name={`${name}.options.${o}.id`} value={id} />
            <TextField
              name={`${name}.options.${o}.label`}
              label={texts.option(o + 1)}
              value={label}
              maxLength={LONGEST_LINE}
              width="xl"
            />
          </div>
        ),
      )}
      <Checkbox name={`${name}.several`} label={texts.several} checked={several} />
      <Submit kind="tertiary" name="do" value={`open.${anchor}`} to={`${action}#${anchor}`}>
        {texts.moreOptions}
      </Submit>
    </fieldset>
  )
}
