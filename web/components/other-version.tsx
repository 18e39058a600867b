import type { ComponentChildren } from 'preact'
import type { Frame } from '../frame.ts'
import { otherVersionTexts } from '../texts/other-version.ts'

/** What was saved from another place while this was being written; what was typed stands in the form below. */
export function OtherVersion({
  frame,
  href,
  children,
}: {
  frame: Frame
  /** The page as it is opened anew: with the saved version alone. */
  href: string
  children: ComponentChildren
}) {
  const texts = otherVersionTexts[frame.language]
  return (
    <section class="panel look-again">
      <h2>{texts.title}</h2>
      <p>{texts.hint}</p>
      {children}
      <p>
        <a href={href}>{texts.useStored}</a>
      </p>
    </section>
  )
}
