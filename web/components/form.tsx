import { type ComponentChildren, h } from 'preact'
import { useContext } from 'preact/hooks'
import { fieldId } from '../field-id.ts'
import type { Frame, SentForm } from '../frame.ts'
import { frameTexts } from '../texts/frame.ts'
import { Findings } from './findings.tsx'
import { ComplainedContext, complaintOf, FillingContext, listOf, textOf, useFilling } from './filling.ts'

export interface FormParts {
  readonly frame: Frame
  /** The address it is sent to; also its name: what comes back unsent is filled in again by it. */
  readonly action: string
  /** With files. */
  readonly upload?: boolean
  readonly class?: string
  /** Saved by the script while the person writes: the address that takes the same fields without leaving the page. */
  readonly autosave?: string
  /** Nothing in it must be answered: the page says so once, and not every field. */
  readonly allOptional?: boolean
  readonly children: ComponentChildren
}

/** A form that works without JavaScript, is done once however often it is sent, and never loses what was typed. */
export function Form(parts: FormParts) {
  const { frame, action, upload = false, class: styles, autosave, allOptional = false, children } = parts
  const sent = frame.sent?.action === action ? frame.sent : null
  const texts = frameTexts[frame.language]
  const warnings = sent?.problem?.warnings ?? []
  return (
    <form
      method="post"
      action={action}
      class={styles}
      enctype={upload ? 'multipart/form-data' : undefined}
      data-autosave={autosave}
    >
      <input type="hidden" name="key" value={frame.key} />
      <FillingContext.Provider value={{ frame, sent, allOptional }}>{children}</FillingContext.Provider>
      {warnings.length > 0 && (
        <div class="look-again">
          <Findings frame={frame} warnings={warnings} />
          <div class="form-group-checkbox">
            <input
              class="form-checkbox"
              type="checkbox"
              id={`${fieldId(action)}-despite`}
              name="despiteWarnings"
            />
            <label class="form-label" for={`${fieldId(action)}-despite`}>
              {texts.despite}
            </label>
          </div>
        </div>
      )}
    </form>
  )
}

/** Fields to look at: they belong to no form, and nothing of them is sent. */
export function FieldsToLookAt({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  return (
    <FillingContext.Provider value={{ frame, sent: null, allOptional: true }}>
      {children}
    </FillingContext.Provider>
  )
}

interface FieldParts {
  /** The input's name: as the api names the place, so that its complaints find the field. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
}

export interface TextFieldParts extends FieldParts {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'date' | 'time' | 'search' | 'file'
  /** Of a file; the form around it has `upload`. No browser gives a chosen file back. */
  readonly accept?: string
  /** Several lines: how many are seen at once. */
  readonly rows?: number
  readonly maxLength?: number
  readonly min?: string
  readonly max?: string
  readonly autocomplete?: string
  /** Without "(optional)": where that is said once for many fields. */
  readonly bare?: boolean
  readonly width?: 'xs' | 's' | 'm' | 'l' | 'xl'
}

/** One text, short or long. */
export function TextField(parts: TextFieldParts) {
  const { name, label, hint, required = false, value = '', type = 'text', rows, maxLength } = parts
  // A day is short wherever it is asked for.
  const width = parts.width ?? (type === 'date' ? 's' : undefined)
  const { sent } = useFilling()
  const entered = textOf(sent?.entered[name], value)
  const shared = { name, required, maxLength, autocomplete: parts.autocomplete, ...describedBy(parts, sent) }
  const styles = `form-input${width ? ` input-width-${width}` : ''}`
  return (
    <Group parts={parts} sent={sent}>
      <label class="form-label" for={fieldId(name)}>
        {label}
        <Optional required={required || parts.bare === true} />
      </label>
      <Hints name={name} hint={hint} sent={sent} />
      {rows === undefined ? (
        h('input', {
          class: styles,
          type,
          value: type === 'file' ? undefined : entered,
          accept: parts.accept,
          min: parts.min,
          max: parts.max,
          ...shared,
        })
      ) : (
        <textarea class={styles} rows={rows} {...shared}>
          {entered}
        </textarea>
      )}
    </Group>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export interface ChoiceParts extends FieldParts {
  readonly options: readonly Option[]
  readonly value?: string
}

/** One of a longer list. */
export function Select(parts: ChoiceParts) {
  const { name, label, hint, options, value = '', required = false } = parts
  const { sent } = useFilling()
  const chosen = textOf(sent?.entered[name], value)
  return (
    <Group parts={parts} sent={sent}>
      <label class="form-label" for={fieldId(name)}>
        {label}
        <Optional required={required} />
      </label>
      <Hints name={name} hint={hint} sent={sent} />
      <select class="form-select" name={name} required={required} {...describedBy(parts, sent)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Group>
  )
}

/** One of a few, all seen at once. */
export function Radios(parts: ChoiceParts) {
  const { sent } = useFilling()
  const chosen = [textOf(sent?.entered[parts.name], parts.value ?? '')]
  return <Picks parts={parts} type="radio" chosen={chosen} sent={sent} />
}

/** Any of a few. */
export function Checkboxes(parts: Omit<ChoiceParts, 'value'> & { readonly values?: readonly string[] }) {
  const { sent } = useFilling()
  const chosen = sent ? listOf(sent.entered[parts.name]) : (parts.values ?? [])
  return <Picks parts={parts} type="checkbox" chosen={chosen} sent={sent} />
}

/** Yes or no. */
export function Checkbox({
  name,
  label,
  checked = false,
}: {
  name: string
  label: string
  checked?: boolean
}) {
  const { sent } = useFilling()
  const isChecked = sent ? sent.entered[name] !== undefined : checked
  const parts = { name, label }
  const tick = (
    <div class="form-group-checkbox">
      <input
        class="form-checkbox"
        type="checkbox"
        name={name}
        value="yes"
        checked={isChecked}
        {...describedBy(parts, sent)}
      />
      <label class="form-label" for={fieldId(name)}>
        {label}
      </label>
    </div>
  )
  if (complaintOf(name, sent) === null) return tick
  return (
    <Group parts={parts} sent={sent}>
      <Hints name={name} hint={undefined} sent={sent} />
      {tick}
    </Group>
  )
}

/** What goes along unseen, such as the version that was read. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  const { sent } = useFilling()
  return <input type="hidden" name={name} value={textOf(sent?.entered[name], String(value))} />
}

export interface SubmitParts {
  readonly children: ComponentChildren
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | 'warning'
  /** Told apart by it where a form has several buttons. */
  readonly name?: string
  readonly value?: string
  /** The form's address with the place of the page to go on at, where the form comes back. */
  readonly to?: string
  /** Sends the chosen file too. */
  readonly upload?: boolean
}

export function Submit({ children, kind = 'primary', name, value, to, upload = false }: SubmitParts) {
  return (
    <button
      class={`button button-${kind}`}
      type="submit"
      name={name}
      value={value}
      formaction={to}
      formenctype={upload ? 'multipart/form-data' : undefined}
    >
      {children}
    </button>
  )
}

function Picks({
  parts,
  type,
  chosen,
  sent,
}: {
  parts: Omit<ChoiceParts, 'value'>
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
  sent: SentForm | null
}) {
  const { name, label, hint, options, required = false } = parts
  return (
    <Group parts={parts} sent={sent}>
      <fieldset {...describedBy(parts, sent)}>
        <legend class="form-label">
          {label}
          <Optional required={required} />
        </legend>
        <Hints name={name} hint={hint} sent={sent} />
        {options.map((option) => {
          const id = `${fieldId(name)}-${fieldId(option.value)}`
          return (
            <div class={`form-group-${type}`} key={option.value}>
              <input
                class={`form-${type}`}
                type={type}
                id={id}
                name={name}
                value={option.value}
                checked={chosen.includes(option.value)}
              />
              <label class="form-label" for={id}>
                {option.label}
              </label>
              {option.hint && <span class="form-hint">{option.hint}</span>}
            </div>
          )
        })}
      </fieldset>
    </Group>
  )
}

function Group({
  parts,
  sent,
  children,
}: {
  parts: FieldParts
  sent: SentForm | null
  children: ComponentChildren
}) {
  const complained = useContext(ComplainedContext)
  const complaint = complaintOf(parts.name, sent)
  if (complaint) complained?.set(parts.name, parts.label)
  return <div class={`form-group${complaint ? ' form-error' : ''}`}>{children}</div>
}

function Optional({ required }: { required: boolean }) {
  const { frame, allOptional } = useFilling()
  return required || allOptional ? null : (
    <span class="optional"> ({frameTexts[frame.language].optional})</span>
  )
}

function Hints({ name, hint, sent }: { name: string; hint: string | undefined; sent: SentForm | null }) {
  const complaint = complaintOf(name, sent)
  return (
    <>
      {hint && (
        <span class="form-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </span>
      )}
      {complaint && (
        <span class="form-error-message" id={`${fieldId(name)}-error`}>
          {complaint}
        </span>
      )}
    </>
  )
}

/** The field's id, and which texts belong to it for somebody who hears the page. */
function describedBy({ name, hint }: FieldParts, sent: SentForm | null) {
  const complaint = complaintOf(name, sent)
  const ids = [hint && `${fieldId(name)}-hint`, complaint && `${fieldId(name)}-error`].filter(Boolean)
  return {
    id: fieldId(name),
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': complaint ? ('true' as const) : undefined,
  }
}
