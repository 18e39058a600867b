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
          <a href={way.href} class={way.href === '/' ? undefined : 'button button-primary'}>
            {way.text}
          </a>
        </p>
      </>
    ),
  })
}

export interface ExpiredView {
  readonly entered: Entered
  /** Where the form goes. */
  readonly action: string
  /** Of the file that was sent along; '' where there was none. No page can give a file back. */
  readonly fileName: string
}

/** The session ran out while somebody was writing: what they wrote stands here until they have signed in again. */
export function expiredPage(frame: Frame, { entered, action, fileName }: ExpiredView): string {
  const texts = errorTexts[frame.language]
  const kept = Object.entries(entered).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text })),
  )
  return renderPage({
    frame,
    title: texts.expired,
    children: (
      <>
        <Alert kind="warning">
          <p>{texts.kept}</p>
          {fileName !== '' && <p>{texts.fileAgain(fileName)}</p>}
        </Alert>
        <ol>
          <li>
            <a href="/sign-in" target="_blank" rel="noopener">
              {texts.signIn}
            </a>
          </li>
          <li>{texts.thenSend}</li>
        </ol>
        <form method="post" action={action}>
          {kept.map(({ name, text }, index) => (
            <input key={index} type="hidden" name={name} value={text} />
          ))}
          <button class="button button-primary" type="submit">
            {texts.sendAgain}
          </button>
        </form>
      </>
    ),
  })
}
