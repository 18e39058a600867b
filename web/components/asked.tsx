import type { RoundKind } from '../../domain/round/round.ts'
import type { Asked } from '../../domain/talk/asked.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { theTalk } from '../talk-name.ts'
import { askedTexts } from '../texts/asked.ts'
import { homeTexts } from '../texts/home.ts'

export interface AskedView extends Asked {
  readonly talkId: string
  readonly kind: RoundKind
  readonly employee: string
  readonly onBehalfOf: string | null
}

/** Something somebody is asked for: what it is, what happens without an answer, and the way to answer. */
export function AskedItem({ frame, asked }: { frame: Frame; asked: AskedView }) {
  const { title, note } = askedTexts[frame.language]
  const words = {
    employee: asked.employee,
    talk: theTalk(frame, asked.kind),
    about: asked.about,
    time: asked.startsAt === null ? '' : instantText(frame, asked.startsAt),
    answerBy: asked.answerBy === null ? null : instantText(frame, asked.answerBy),
  }
  return (
    <li>
      <a href={hrefOf(asked)}>{title[asked.ask](words)}</a>
      <p>{note[asked.ask](words)}</p>
      {asked.onBehalfOf && <p class="on-behalf">{homeTexts[frame.language].onBehalfOf(asked.onBehalfOf)}</p>}
    </li>
  )
}

function hrefOf({ ask, about, subject, talkId }: AskedView): string {
  const path = `/talks/${talkId}`
  if (ask === 'pick-time') return `${path}#free-times`
  if (ask === 'answer-offer') return `${path}#offers`
  if (ask === 'evaluate') return `${path}/evaluation`
  if (about === 'status-talk') return `${path}#status-talk-${subject}`
  return ask === 'answer-wish' ? `${path}#time` : path
}
