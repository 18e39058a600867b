import type { Instant } from '../../domain/calendar/day.ts'
import { Form, Submit } from '../components/form.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { sessionTexts } from '../texts/sessions.ts'

export interface SessionLine {
  readonly id: string
  readonly device: string
  readonly beganAt: Instant
  readonly seenAt: Instant
  readonly isThis: boolean
}

/** Every browser and program in which the person is signed in, to end what should not be. */
export function sessionsPage(frame: Frame, sessions: readonly SessionLine[]): string {
  const texts = sessionTexts[frame.language]
  return renderPage({
    frame,
    section: 'home',
    title: texts.title,
    back: { href: '/', text: texts.home },
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        <section class="panel">
          <ul class="plain-list no-max-width lines">
            {sessions.map((session) => (
              <Line key={session.id} frame={frame} session={session} />
            ))}
          </ul>
        </section>
        <p>{texts.notYou}</p>
        {sessions.length > 1 && (
          <Form frame={frame} action="/me/sessions/end-others">
            <Submit kind="secondary">{texts.endOthers}</Submit>
          </Form>
        )}
      </>
    ),
  })
}

function Line({ frame, session }: { frame: Frame; session: SessionLine }) {
  const texts = sessionTexts[frame.language]
  const device = session.device || texts.unknownDevice
  return (
    <li>
      <p>
        <strong>{session.isThis ? `${device} (${texts.here})` : device}</strong>
        <br />
        {texts.since(instantText(frame, session.beganAt))}
        <br />
        {texts.lastUsed(instantText(frame, session.seenAt))}
      </p>
      {!session.isThis && (
        <Form frame={frame} action={`/me/sessions/${session.id}/end`}>
          <button class="button button-tertiary" type="submit" aria-label={texts.endOf(device)}>
            {texts.end}
          </button>
        </Form>
      )}
    </li>
  )
}
