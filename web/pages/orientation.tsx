import type { Day } from '../../domain/calendar/day.ts'
import type { MaterialContent } from '../../domain/material/material.ts'
import type { PolicyDateKey } from '../../domain/policy/policy.ts'
import { Files, Section, WrittenText } from '../components/material.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { materialTexts } from '../texts/material.ts'
import { talkTexts } from '../texts/talk.ts'

export interface OrientationView {
  readonly talkId: string
  /** The leader whose deputy reads it. */
  readonly onBehalfOf: string | null
  /** By when this employee is invited; null once they are. */
  readonly inviteDueOn: Day | null
  readonly roundName: string
  readonly focusText: string
  readonly orientationText: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly committee: string
  readonly guidelinesDiscussed: boolean
  readonly dates: readonly { readonly key: PolicyDateKey; readonly on: Day }[]
  readonly leaderName: string | null
  readonly localText: string
  readonly trName: string
  readonly gdprNoticeUrl: string
  readonly material: { readonly content: MaterialContent } | null
}

/** What everybody is told before the talks begin (R4.1): by when they are invited comes first. */
export function orientationPage(frame: Frame, view: OrientationView): string {
  const texts = materialTexts[frame.language]
  const { talkId, onBehalfOf, material } = view
  return renderPage({
    frame,
    section: 'home',
    title: texts.orientationTitle(view.roundName),
    back: { href: `/talks/${talkId}`, text: texts.toTalk },
    ...(onBehalfOf && { lead: <p class="on-behalf">{talkTexts[frame.language].onBehalfOf(onBehalfOf)}</p> }),
    children: (
      <>
        <Invited frame={frame} view={view} />
        {material && <WrittenText text={material.content.intro} />}
        <WrittenText text={view.orientationText} />
        {view.focusText && (
          <section class="panel">
            <h2>{texts.focus}</h2>
            <WrittenText text={view.focusText} />
          </section>
        )}
        {view.localText && (
          <section class="panel">
            <h2>{texts.fromLeader(view.leaderName ?? texts.yourLeader)}</h2>
            <WrittenText text={view.localText} />
          </section>
        )}
        <Dates frame={frame} view={view} />
        {material?.content.sections.map((section) => (
          <Section key={section.heading} section={section} />
        ))}
        {material && (
          <Files
            frame={frame}
            path={`/api/v1/talks/${talkId}/material-files`}
            files={material.content.files}
          />
        )}
        <About frame={frame} view={view} />
      </>
    ),
  })
}

function Invited({ frame, view }: { frame: Frame; view: OrientationView }) {
  const texts = materialTexts[frame.language]
  const { inviteDueOn, leaderName, talkId } = view
  return (
    <section class="panel next">
      <h2>
        {inviteDueOn === null
          ? texts.alreadyInvited
          : texts.invitedBy(leaderName ?? texts.yourLeader, dayText(frame, inviteDueOn))}
      </h2>
      {inviteDueOn !== null && <p>{texts.invitedIf}</p>}
      <p>
        <a class="button button-primary" href={`/talks/${talkId}`}>
          {texts.toTalkPage}
        </a>
      </p>
    </section>
  )
}

function Dates({ frame, view }: { frame: Frame; view: OrientationView }) {
  const texts = materialTexts[frame.language]
  return (
    <section class="panel">
      <h2>{texts.dates}</h2>
      <dl class="facts">
        {view.dates.map(({ key, on }) => {
          const name = texts.dateNames[key]
          return (
            name && (
              <>
                <dt>{name}</dt>
                <dd>{dayText(frame, on)}</dd>
              </>
            )
          )
        })}
      </dl>
    </section>
  )
}

function About({ frame, view }: { frame: Frame; view: OrientationView }) {
  const texts = materialTexts[frame.language]
  const { trName, committee, guidelinesDiscussed, links, gdprNoticeUrl } = view
  return (
    <>
      {trName && (
        <section class="panel">
          <h2>{texts.tr}</h2>
          <p>{trName}</p>
        </section>
      )}
      {links.length > 0 && (
        <section class="panel">
          <h2>{texts.links}</h2>
          <ul>
            {links.map(({ label, url }) => (
              <li key={url}>
                <a href={url} rel="noopener noreferrer">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="panel">
        <h2>{texts.data}</h2>
        <p>
          <a href={gdprNoticeUrl}>{texts.dataLink}</a>
        </p>
      </section>
      {guidelinesDiscussed && committee && <p class="muted">{texts.committee(committee)}</p>}
    </>
  )
}
