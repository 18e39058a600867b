import type { Day, Instant } from '../../domain/calendar/day.ts'
import type { Party } from '../../domain/talk/talk.ts'
import { dayText, spanText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { groupTalkTexts } from '../texts/group-talks.ts'
import { talkTexts } from '../texts/talk.ts'

/** A team talk as one of those it lists meets it: structurally what the api answers. */
export interface GroupTalkOfTalk {
  readonly id: string
  readonly leader: string
  readonly startsAt: Instant
  readonly minutes: number
  readonly place: string | null
  readonly onlineUrl: string | null
  readonly status: 'planned' | 'held' | 'cancelled'
  readonly heldOn: Day | null
  readonly tookPart: boolean | null
}

/** The team talks that list a talk, on that talk's page; nothing where there are none. */
export function GroupTalks({
  frame,
  party,
  groupTalks,
}: {
  frame: Frame
  party: Party
  groupTalks: readonly GroupTalkOfTalk[]
}) {
  const texts = groupTalkTexts[frame.language]
  if (groupTalks.length === 0) return null
  return (
    <section class="panel">
      <h2>{texts.ofTalk.title}</h2>
      {groupTalks.map((groupTalk) => (
        <article class="part" key={groupTalk.id}>
          <p>
            <strong>{spanText(frame, groupTalk.startsAt, groupTalk.minutes)}</strong>{' '}
            <GroupTalkMark frame={frame} status={groupTalk.status} />
            <br />
            {texts.ofTalk.with(groupTalk.leader)}
            {groupTalk.place && `, ${groupTalk.place}`}
          </p>
          {groupTalk.status === 'planned' && groupTalk.onlineUrl && (
            <p>
              <a href={groupTalk.onlineUrl} rel="noopener noreferrer">
                {talkTexts[frame.language].join}
              </a>
            </p>
          )}
          <Outcome frame={frame} party={party} groupTalk={groupTalk} />
        </article>
      ))}
      <p class="muted">{texts.ofTalk.ownRemains(frame.talkName)}</p>
    </section>
  )
}

export function GroupTalkMark({ frame, status }: { frame: Frame; status: GroupTalkOfTalk['status'] }) {
  const { states } = groupTalkTexts[frame.language]
  return <span class={`mark mark-${status === 'held' ? 'good' : 'plain'}`}>{states[status]}</span>
}

function Outcome({
  frame,
  party,
  groupTalk: { heldOn, tookPart },
}: {
  frame: Frame
  party: Party
  groupTalk: GroupTalkOfTalk
}) {
  const texts = groupTalkTexts[frame.language]
  if (heldOn === null || tookPart === null) return null
  const said = party === 'employee' ? texts.ofTalk.you : texts.ofTalk.they
  return (
    <p>
      {texts.heldOn(dayText(frame, heldOn))} {tookPart ? said.tookPart : said.didNot}
    </p>
  )
}
