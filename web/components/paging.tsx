import type { Frame } from '../frame.ts'
import { frameTexts } from '../texts/frame.ts'

interface PagingParts {
  readonly frame: Frame
  /** Lines before those that are shown. */
  readonly before: number
  readonly shown: number
  readonly all: number
  /** The address of the page before and of the one after, for its links. */
  readonly hrefs: { readonly previous: string; readonly next: string }
}

/** Which lines of a long list are shown, and the way to the others. */
export function Paging({ frame, before, shown, all, hrefs }: PagingParts) {
  const texts = frameTexts[frame.language].paging
  const to = before + shown
  return (
    <nav class="buttons no-print" aria-label={texts.name}>
      <span>{texts.part(Math.min(before + 1, to), to, all)}</span>
      {before > 0 && <a href={hrefs.previous}>{texts.previous}</a>}
      {to < all && <a href={hrefs.next}>{texts.next}</a>}
    </nav>
  )
}

/** An address with what was chosen; what is empty or not ticked is left out. */
export function chosenAddress(
  path: string,
  chosen: Readonly<Record<string, string | number | boolean>>,
): string {
  const kept = Object.entries(chosen).filter(([, value]) => value !== '' && value !== false)
  return `${path}?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
}
