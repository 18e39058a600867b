import type { ComponentChildren } from 'preact'
import { Alert } from '../components/alert.tsx'
import type { Entered, Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { errorTexts } from '../texts/error.ts'

/** What an address answers that leads nowhere, or where something went wrong. */
export function errorPage(
  frame: Frame,
  sentence: string,
  { code }: { code: string },
  /** What was typed and could not be kept, to be copied. */
  written: readonly string[] = [],
): string {
  const texts = errorTexts[frame.language]
  const { title, way } = texts.known[code] ?? { title: texts.failed, way: { href: '/', text: texts.home } }
  const href = way.href ?? frame.path ?? '/'
  return renderPage({
    frame,
    title,
    children: (
      <>
        <p class="font-lead">{sentence}</p>
        {written.length > 0 && (
          <section class="panel given-back">
            <h2>{texts.written}</h2>
            <p>{texts.copyIt}</p>
            {written.map((text, index) => (
              <blockquote class="written" key={index}>
                {text}
              </blockquote>
            ))}
          </section>
        )}
        <p>
          <a href={href} class={href === '/' ? undefined : 'button button-primary'}>
            {way.text}
          </a>
        </p>
      </>
    ),
  })
}

/** A form that could not be taken, and stands on a page to be sent again. */
export interface ToSendAgain {
  readonly entered: Entered
  /** Where the form goes. */
  readonly action: string
  /** Of the file that was sent along; '' where there was none. No page can give a file back. */
  readonly fileName: string
}

/** The session ran out while somebody was writing: what they wrote stands here until they have signed in again. */
export function expiredPage(frame: Frame, form: ToSendAgain): string {
  const texts = errorTexts[frame.language]
  return renderPage({
    frame,
    title: texts.expired,
    children: (
      <>
        <StillHere frame={frame} form={form}>
          <p>{texts.kept}</p>
        </StillHere>
        <ol>
          <li>
            <a href="/sign-in" target="_blank" rel="noopener">
              {texts.signIn}
            </a>
          </li>
          <li>{texts.thenSend}</li>
        </ol>
        <SendAgain frame={frame} form={form} />
      </>
    ),
  })
}

/** The service could not answer when somebody sent a form: what they sent stands here until it can. */
export function notNowPage(
  frame: Frame,
  problem: { code: string; sentence: string },
  form: ToSendAgain,
): string {
  const texts = errorTexts[frame.language]
  return renderPage({
    frame,
    title: texts.known[problem.code]?.title ?? texts.failed,
    children: (
      <>
        <StillHere frame={frame} form={form}>
          <p>{problem.sentence}</p>
          <p>{texts.maybeKept}</p>
        </StillHere>
        <SendAgain frame={frame} form={form} />
      </>
    ),
  })
}

interface SendAgainParts {
  readonly frame: Frame
  readonly form: ToSendAgain
}

function StillHere({ frame, form, children }: SendAgainParts & { readonly children: ComponentChildren }) {
  const texts = errorTexts[frame.language]
  return (
    <Alert kind="warning">
      {children}
      {form.fileName !== '' && <p>{texts.fileAgain(form.fileName)}</p>}
    </Alert>
  )
}

function SendAgain({ frame, form }: SendAgainParts) {
  const kept = Object.entries(form.entered).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text })),
  )
  return (
    <form method="post" action={form.action}>
      {kept.map(({ name, text }, index) => (
        <input key={index} type="hidden" name={name} value={text} />
      ))}
      <button class="button button-primary" type="submit">
        {errorTexts[frame.language].sendAgain}
      </button>
    </form>
  )
}
