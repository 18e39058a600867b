import type { Language } from '../../domain/language.ts'
import { renderPage } from '../page.tsx'
import { signInTexts } from '../texts/sign-in.ts'

/** Where a person asks for a link. */
export function askForLinkPage(language: Language): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
    title: texts.title,
    children: (
      <form method="post" action="/sign-in">
        <p>{texts.askFor}</p>
        <label for="email">{texts.email}</label>
        <input id="email" name="email" type="email" autocomplete="email" required />
        <button type="submit">{texts.send}</button>
      </form>
    ),
  })
}

/** The same page whether the address is known or not. */
export function linkSentPage(language: Language): string {
  const texts = signInTexts[language]
  return renderPage({ language, title: texts.sentTitle, children: <p>{texts.sent}</p> })
}

/** What a link opens: mail scanners open links too, so only the button uses it up. */
export function confirmSignInPage(language: Language): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
    title: texts.confirmTitle,
    children: (
      <form method="post">
        <p>{texts.confirm}</p>
        <button type="submit">{texts.signIn}</button>
      </form>
    ),
  })
}

/** A link that was used, is too old, or never was. */
export function linkGonePage(language: Language): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
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

/** @param hasMails whether the mails can be looked at here (embedded mode) */
export function signedInPage(language: Language, hasMails: boolean): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
    title: texts.inTitle,
    children: (
      <form method="post" action="/sign-out">
        <p>{texts.in}</p>
        <ul>
          <li>
            <a href="/api/docs">{texts.docs}</a>
          </li>
          {hasMails && (
            <li>
              <a href="/dev/mails">{texts.mails}</a>
            </li>
          )}
        </ul>
        <button type="submit">{texts.signOut}</button>
      </form>
    ),
  })
}

/** What an address that a mail leads to shows as long as its page is not made; the same for whatever stands in it. */
export function pageLaterPage(language: Language, isSignedIn: boolean): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
    title: texts.laterTitle,
    children: (
      <>
        <p>{texts.later}</p>
        <p>
          <a href="/api/docs">{texts.docs}</a>
        </p>
        {!isSignedIn && (
          <p>
            {texts.laterSignedOut} <a href="/sign-in">{texts.signIn}</a>
          </p>
        )}
      </>
    ),
  })
}

export function signedOutPage(language: Language): string {
  const texts = signInTexts[language]
  return renderPage({
    language,
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
