import type { ComponentChildren } from 'preact'

export interface AlertParts {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly heading?: string
  /** Gets the focus when the page opens: what went wrong is read first. */
  readonly focus?: boolean
  readonly children: ComponentChildren
}

/** A message in a box, as Det Fælles Designsystem draws it. */
export function Alert({ kind, heading, focus = false, children }: AlertParts) {
  return (
    <div
      class={`alert alert-${kind}`}
      role={kind === 'error' || kind === 'warning' ? 'alert' : undefined}
      {...(focus && { tabIndex: -1, autofocus: true })}
    >
      {heading && <h2 class="alert-heading">{heading}</h2>}
      <div class="alert-text">{children}</div>
    </div>
  )
}
