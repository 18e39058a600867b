import type { Frame } from '../frame.ts'
import { slotTexts } from '../texts/slots.ts'
import { Hidden } from './form.tsx'

/** A team of a round that the person answers for. */
export interface TeamChoice {
  readonly roundId: string
  readonly roundName: string
  readonly leaderId: string
  readonly onBehalfOf: string | null
}

/** Whoever leads in several rounds, or for somebody, chooses which; nothing where there is no choice. */
export function TeamChoices({
  frame,
  path,
  teams,
  chosen,
}: {
  frame: Frame
  path: string
  teams: readonly TeamChoice[]
  chosen: TeamChoice
}) {
  const texts = slotTexts[frame.language]
  if (teams.length < 2) return <p class="muted">{texts.team(chosen.roundName, chosen.onBehalfOf)}</p>
  return (
    <nav class="filters" aria-label={texts.chooseTeam}>
      <ul class="plain-list no-max-width">
        {teams.map((team) => (
          <li key={`${team.roundId} ${team.leaderId}`}>
            <a
              href={`${path}?round=${team.roundId}&leader=${team.leaderId}`}
              aria-current={team === chosen ? 'true' : undefined}
            >
              {texts.team(team.roundName, team.onBehalfOf)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Which team a form is about. */
export function TeamFields({ team }: { team: TeamChoice }) {
  return (
    <>
      <Hidden name="round" value={team.roundId} />
      <Hidden name="leader" value={team.leaderId} />
    </>
  )
}
