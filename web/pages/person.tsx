import type { Instant } from '../../domain/calendar/day.ts'
import { letsInFrom } from '../../domain/people/new-ways-in.ts'
import { EmploymentFacts } from '../components/employment-facts.tsx'
import { type EmploymentOutlook, fullName } from '../employment-view.ts'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { peopleTexts } from '../texts/people.ts'
import { personTexts } from '../texts/person.ts'
import { marksOf } from './people.tsx'

export interface PersonView {
  /** Those the reader is HR of; at least one. */
  readonly employments: readonly [EmploymentOutlook, ...EmploymentOutlook[]]
  /** Others who may be the same human. */
  readonly mayBe: readonly { readonly personId: string; readonly name: string }[]
}

interface Parts {
  frame: Frame
  view: PersonView
}

/** One person with each of their employments, and what HR enters about it by hand. */
export function personPage(frame: Frame, view: PersonView): string {
  const [first] = view.employments
  const marks = marksOf(frame, first)
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/people', text: peopleTexts[frame.language].title },
    title: fullName(first),
    lead: marks.length > 0 && (
      <p>
        {marks.map(({ text, tone }) => (
          <span key={text} class={`mark mark-${tone}`}>
            {text}
          </span>
        ))}
      </p>
    ),
    children: (
      <>
        <Next frame={frame} view={view} />
        {view.employments.map((employment) => (
          <Employment key={employment.employmentId} frame={frame} employment={employment} />
        ))}
        <Contact frame={frame} view={view} />
      </>
    ),
  })
}

/** The one thing that is missing most. */
function Next({ frame, view: { employments, mayBe } }: Parts) {
  const texts = personTexts[frame.language]
  const [first] = employments
  const [other] = mayBe
  const leaderless = employments.find((employment) => lacksLeader(frame, employment))
  if (other)
    return (
      <section class="panel next">
        <h2>{texts.mayBe(other.name)}</h2>
        <p>{texts.mayBeHint}</p>
        <Way href={`/people/${first.personId}/joining/${other.personId}`} text={texts.look} />
      </section>
    )
  if (leaderless)
    return (
      <section class="panel next">
        <h2>{texts.noLeader}</h2>
        <p>{texts.noLeaderHint}</p>
        <Way href={`/employments/${leaderless.employmentId}/leader`} text={texts.chooseLeader} />
      </section>
    )
  if (first.email === null)
    return (
      <section class="panel next">
        <h2>{texts.noMail}</h2>
        <p>{texts.noMailHint}</p>
        <Way href={`/employments/${first.employmentId}/details`} text={texts.enterMail} />
      </section>
    )
  return <p>{texts.nothing}</p>
}

function lacksLeader({ today }: Frame, { leaderName, lastDay, planned }: EmploymentOutlook): boolean {
  const isPlanned = planned.some(({ what, name }) => what === 'leader' && name !== null)
  return leaderName === null && !isPlanned && (lastDay === null || lastDay >= today)
}

function Way({ href, text }: { href: string; text: string }) {
  return (
    <p>
      <a class="button button-primary" href={href}>
        {text}
      </a>
    </p>
  )
}

function Employment({ frame, employment }: { frame: Frame; employment: EmploymentOutlook }) {
  const texts = personTexts[frame.language]
  const { employmentId, number, joinedAt, leads, deputies } = employment
  const letsIn = waitOf(frame, joinedAt)
  const path = `/employments/${employmentId}`
  const ways = [
    { href: `${path}/details`, text: texts.correct },
    { href: `${path}/leader`, text: texts.changeLeader },
    { href: `${path}/leaves`, text: texts.enterLeave },
    { href: `${path}/unit`, text: texts.move },
    { href: `${path}/last-day`, text: texts.setLastDay },
    ...(leads > 0 || deputies.length > 0 ? [{ href: `${path}/deputies`, text: texts.nameDeputy }] : []),
  ]
  return (
    <section class="panel" aria-labelledby={`employment-${number}`}>
      <h2 id={`employment-${number}`}>{texts.employment(number)}</h2>
      {letsIn !== null && <p class="muted">{texts.newNumber(letsIn)}</p>}
      <EmploymentFacts frame={frame} employment={employment} />
      <nav class="filters" aria-label={texts.acts(number)}>
        <ul class="plain-list no-max-width">
          {ways.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  )
}

function Contact({ frame, view }: Parts) {
  const texts = personTexts[frame.language]
  const { personId, email, emailChangedAt, phone, language } = view.employments[0]
  const letsIn = email === null ? null : waitOf(frame, emailChangedAt)
  return (
    <section class="panel" aria-labelledby="contact">
      <h2 id="contact">{texts.contact}</h2>
      <dl class="facts">
        <dt>{texts.mail}</dt>
        <dd>
          {email === null ? texts.none : <a href={`mailto:${email}`}>{email}</a>}
          {letsIn !== null && <p class="muted">{texts.newMail(letsIn)}</p>}
        </dd>
        <dt>{texts.phone}</dt>
        <dd>{phone ?? texts.none}</dd>
        <dt>{texts.language}</dt>
        <dd>{texts.languages[language]}</dd>
      </dl>
      <p>
        <a href={`/people/${personId}/mails`}>{texts.mails}</a>
      </p>
    </section>
  )
}

/** From when an address or number that was changed lets in, as long as that is worth telling. */
function waitOf(frame: Frame, changedAt: Instant | null): string | null {
  if (changedAt === null) return null
  const from = letsInFrom(changedAt)
  return frame.localTime(from).on >= frame.today ? instantText(frame, from) : null
}
