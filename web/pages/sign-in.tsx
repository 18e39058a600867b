import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { signInTexts } from '../texts/sign-in.ts'

/** Where a person asks for a link. */
export function askForLinkPage(frame: Frame): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.title,
    children: (
      <form method="post" action="/sign-in">
        <p>{texts.askFor}</p>
        <div class="form-group">
          <label class="form-label" for="email">
            {texts.email}
          </label>
          <input class="form-input" id="email" name="email" type="email" autocomplete="email" required />
        </div>
        <button class="button button-primary" type="submit">
          {texts.send}
        </button>
      </form>
    ),
  })
}

/** The same page whether the address is known or not. */
export function linkSentPage(frame: Frame): string {
  const texts = signInTexts[frame.language]
  return renderPage({ frame, title: texts.sentTitle, children: <p>{texts.sent}</p> })
}

/** What a link opens: mail scanners open links too, so only the button uses it up. */
export function confirmSignInPage(frame: Frame): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.confirmTitle,
    children: (
      <form method="post">
        <p>{texts.confirm}</p>
        <button class="button button-primary" type="submit">
          {texts.signIn}
        </button>
      </form>
    ),
  })
}

/** A link that was used, is too old, or never was. */
export function linkGonePage(frame: Frame): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.usedTitle,
    children: (
      <>
        <p>{texts.used}</p>
        <p>
          <a href="/sign-in">{texts.again}</a>
        </p>
      </>
    ),
  })
}

export function signedOutPage(frame: Frame): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.outTitle,
    children: (
      <>
        <p>{texts.out}</p>
        <p>
          <a href="/sign-in">{texts.signIn}</a>
        </p>
      </>
    ),
  })
}
