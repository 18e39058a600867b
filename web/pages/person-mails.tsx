import { resendRefusalSentences } from '../../domain/notices/resend-sentences.ts'
import { Form, Submit } from '../components/form.tsx'
import { lastAt, MailAttempts, type MailLine, MailOutcome, MailWhat } from '../components/mail-lines.tsx'
import { instantText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { mailsTexts } from '../texts/mails.ts'
import { personMailsTexts } from '../texts/person-mails.ts'

export interface PersonMailsView {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly mails: readonly MailLine[]
  readonly isOwn: boolean
  /** HR may have a failed mail sent again. */
  readonly isHr: boolean
}

interface Parts {
  readonly frame: Frame
  readonly view: PersonMailsView
}

/** What one person was sent, and what never arrived, with the reason (R14.5). */
export function personMailsPage(frame: Frame, view: PersonMailsView): string {
  const texts = personMailsTexts[frame.language]
  const { name, mails, isOwn, isHr } = view
  return renderPage({
    frame,
    section: isHr ? 'mails' : 'home',
    wide: true,
    back: isHr ? { href: '/mails', text: texts.back } : { href: '/', text: texts.home },
    title: isOwn ? texts.ownTitle : texts.title(name),
    lead: <p>{texts.lead}</p>,
    children: (
      <>
        {isHr && <Next frame={frame} view={view} />}
        {mails.length === 0 ? <p class="panel">{texts.none}</p> : <Log frame={frame} view={view} />}
      </>
    ),
  })
}

function Next({ frame, view: { email, mails } }: Parts) {
  const texts = personMailsTexts[frame.language]
  const failed = mails.filter(({ resending }) => 'way' in resending).length
  if (email === null) {
    return (
      <section class="panel next">
        <h2>{texts.noAddress}</h2>
        <p>{texts.noAddressHint}</p>
        <p class="buttons">
          <a class="button button-primary" href="/mails/printed">
            {texts.toLetters}
          </a>
        </p>
      </section>
    )
  }
  return (
    <section class={`panel next${failed > 0 ? ' late' : ''}`}>
      <h2>{failed > 0 ? texts.failed(failed) : texts.well}</h2>
      <p>
        {texts.address(email)} {failed > 0 ? texts.failedHint : texts.wellHint}
      </p>
    </section>
  )
}

function Log({ frame, view: { personId, mails, isHr } }: Parts) {
  const { columns } = mailsTexts[frame.language]
  return (
    <table class="list cards">
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.when}</th>
          {isHr && <th scope="col">{columns.more}</th>}
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id} id={`mail-${mail.id}`}>
            <th scope="row">
              <MailWhat frame={frame} mail={mail} />
            </th>
            <td data-label={columns.state}>
              <MailOutcome frame={frame} mail={mail} />
            </td>
            <td data-label={columns.when}>
              {instantText(frame, lastAt(mail))}
              <MailAttempts frame={frame} mail={mail} />
            </td>
            {isHr && (
              <td>
                <Again frame={frame} personId={personId} mail={mail} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Only where it makes sense; else why not, for mails that failed. */
function Again({ frame, personId, mail }: { frame: Frame; personId: string; mail: MailLine }) {
  const texts = personMailsTexts[frame.language]
  const { resending } = mail
  if ('refusal' in resending) {
    if (resending.refusal === 'not-failed') return null
    return <span class="muted">{resendRefusalSentences[resending.refusal][frame.language]}</span>
  }
  return (
    <Form frame={frame} action={`/people/${personId}/mails/${mail.id}/resending`}>
      <Submit kind="secondary">
        {resending.way === 'again' ? texts.again : texts.nextDigest}
        <span class="sr-only">: {mail.subject ?? mailsTexts[frame.language].templates[mail.template]}</span>
      </Submit>
    </Form>
  )
}
