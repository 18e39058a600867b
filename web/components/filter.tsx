import type { ComponentChildren } from 'preact'
import type { Option } from './form.tsx'

interface FilterParts {
  /** The page's own address. */
  readonly action: string
  /** What the form is, for somebody who hears the page. */
  readonly name: string
  readonly button: string
  readonly children: ComponentChildren
}

/** Chooses what a long list shows. */
export function Filter({ action, name, button, children }: FilterParts) {
  return (
    <form method="get" action={action} class="panel filter no-print" aria-label={name}>
      {children}
      <button class="button button-primary" type="submit">
        {button}
      </button>
    </form>
  )
}

interface SearchParts {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Letters without which nothing is looked for. */
  readonly least?: number
}

export function SearchField({ label, hint, value, least = 0 }: SearchParts) {
  return (
    <div class="form-group">
      <label class="form-label" for="search">
        {label}
      </label>
      {hint && (
        <span class="form-hint" id="search-hint">
          {hint}
        </span>
      )}
      <input
        class="form-input"
        type="search"
        id="search"
        name="search"
        minLength={least || undefined}
        maxLength={200}
        required={least > 0}
        value={value}
        aria-describedby={hint && 'search-hint'}
      />
    </div>
  )
}

interface FilterChoiceParts {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string
}

export function FilterChoice({ name, label, options, chosen }: FilterChoiceParts) {
  return (
    <div class="form-group">
      <label class="form-label" for={name}>
        {label}
      </label>
      <select class="form-select" id={name} name={name}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function FilterTick({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div class="form-group-checkbox">
      <input class="form-checkbox" type="checkbox" id={name} name={name} value="true" checked={checked} />
      <label class="form-label" for={name}>
        {label}
      </label>
    </div>
  )
}
