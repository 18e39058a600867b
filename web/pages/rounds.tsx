import { type RoundLine, RoundTable } from '../components/round-table.tsx'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { roundsTexts } from '../texts/rounds.ts'

export interface RoundsView {
  readonly rounds: readonly RoundLine[]
  /** HR opens rounds; the works council reads figures. */
  readonly isHr: boolean
}

/** Every round with how far it has come and what to look at (R14.4). */
export function roundsPage(frame: Frame, { rounds, isHr }: RoundsView): string {
  const texts = roundsTexts[frame.language]
  return renderPage({
    frame,
    section: 'rounds',
    title: texts.title,
    wide: true,
    lead: <p>{isHr ? texts.leadHr : texts.leadCouncil}</p>,
    children: (
      <>
        {isHr && (
          <p class="buttons">
            <a class="button button-primary" href="/rounds/new">
              {texts.create}
            </a>
          </p>
        )}
        {rounds.length === 0 ? (
          <p class="panel">{texts.none}</p>
        ) : (
          <RoundTable frame={frame} rounds={rounds} />
        )}
      </>
    ),
  })
}
