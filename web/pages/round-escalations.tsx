import { type EscalationLine, Escalations } from '../components/escalations.tsx'
import { RoundNav, type RoundReach } from '../components/round-nav.tsx'
import type { RoundStatus } from '../../domain/round/round.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { escalationTexts } from '../texts/escalations.ts'
import { roundTexts } from '../texts/round.ts'
import { roundWords } from '../texts/rounds.ts'

export interface RoundEscalationsView {
  readonly round: RoundReach & { readonly name: string; readonly status: RoundStatus }
  readonly lines: readonly EscalationLine[]
}

/** All that is open and was told further up, the oldest first (R14.5). */
export function roundEscalationsPage(frame: Frame, { round, lines }: RoundEscalationsView): string {
  const open = escalationTexts[frame.language]
  const { followUpTitle, followUpLead } = roundTexts[frame.language]
  const texts = round.status === 'closed' ? { title: followUpTitle, lead: followUpLead } : open
  return renderPage({
    frame,
    section: 'rounds',
    wide: true,
    back: { href: '/rounds', text: roundWords[frame.language].all },
    title: `${texts.title}: ${round.name}`,
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <RoundNav frame={frame} round={round} at="escalations" />
        {lines.length === 0 ? (
          <p class="panel">{roundTexts[frame.language].escalationsNone}</p>
        ) : (
          <Escalations frame={frame} roundId={round.id} lines={lines} />
        )}
      </>
    ),
  })
}
