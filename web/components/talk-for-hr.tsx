import type { Frame } from '../frame.ts'
import type { TalkView } from '../talk-view.ts'
import { roundTalksTexts } from '../texts/round-talks.ts'

/** The way for HR to what only HR does about a talk: outcomes, and who leads it (R1.5, R6.1). */
export function TalkForHr({ frame, talk }: { frame: Frame; talk: TalkView }) {
  const texts = roundTalksTexts[frame.language].talk
  if (talk.forHr === null) return null
  return (
    <section class="panel">
      <h2>{texts.acts}</h2>
      <p>{texts.actsLead}</p>
      <p class="buttons">
        <a class="button button-primary" href={`/rounds/${talk.round.id}/talks/${talk.id}`}>
          {texts.toActs}
        </a>
        <a class="button button-secondary" href={`/employments/${talk.forHr.employmentId}/leader`}>
          {talk.leader === null ? texts.nameLeader : texts.changeLeader}
        </a>
      </p>
    </section>
  )
}
