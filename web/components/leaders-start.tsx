import type { ComponentChildren } from 'preact'
import type { Frame } from '../frame.ts'
import { localOrientationTexts } from '../texts/local-orientation.ts'

/** What a leader considers before a round's talks begin, with the ways to it (§2, R4.1, R4.5). */
export function LeadersStart({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const texts = localOrientationTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.forLeaders}</h2>
      <p>{texts.offers}</p>
      <ul>
        {children}
        <li>
          <a href="/team">{texts.toTeam}</a>
        </li>
      </ul>
    </section>
  )
}
