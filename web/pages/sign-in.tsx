import { NEW_WAY_IN_WAIT_DAYS } from '../../domain/people/new-ways-in.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { signInTexts } from '../texts/sign-in.ts'

export interface WaysIn {
  readonly hasLinks: boolean
  /** The workplace's sign-in services. */
  readonly providers: readonly { readonly id: string; readonly name: string }[]
}

/** Where a person begins: the workplace's own sign-in, or a link by mail. */
export function signInPage(frame: Frame, { hasLinks, providers }: WaysIn): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.title,
    children: (
      <>
        {providers.map(({ id, name }) => (
          <p key={id}>
            <a class="button button-primary" href={`/sign-in/with/${encodeURIComponent(id)}`}>
              {texts.signInWith(name)}
            </a>
          </p>
        ))}
        {hasLinks && providers.length > 0 && <h2>{texts.orLink}</h2>}
        {hasLinks && <AskForLink frame={frame} isOnlyWay={providers.length === 0} />}
      </>
    ),
  })
}

function AskForLink({ frame, isOnlyWay }: { frame: Frame; isOnlyWay: boolean }) {
  const texts = signInTexts[frame.language]
  return (
    <form method="post" action="/sign-in">
      <p>{texts.askFor}</p>
      <div class="form-group">
        <label class="form-label" for="email">
          {texts.email}
        </label>
        <input class="form-input" id="email" name="email" type="email" autocomplete="email" required />
      </div>
      <button class={`button ${isOnlyWay ? 'button-primary' : 'button-secondary'}`} type="submit">
        {texts.send}
      </button>
    </form>
  )
}

/** Somebody came back from the workplace's sign-in and is not let in. */
export function notLetInPage(frame: Frame, why: 'failed' | 'unknown-person' | 'too-weak'): string {
  const texts = signInTexts[frame.language]
  const isMaybeNew = why === 'unknown-person'
  return tryAgainPage(frame, texts.notLetIn[why], isMaybeNew && texts.notLetInYet(NEW_WAY_IN_WAIT_DAYS))
}

/** Why somebody was not signed in, and the way back to where signing in begins. */
export function tryAgainPage(frame: Frame, sentence: string, more: string | false = false): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.notLetInTitle,
    children: (
      <>
        <p class="font-lead">{sentence}</p>
        {more && <p>{more}</p>}
        <p>
          <a href="/sign-in">{texts.tryAgain}</a>
        </p>
      </>
    ),
  })
}

/** The same page whether the address is known or not. */
export function linkSentPage(frame: Frame, code: string): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.sentTitle,
    children: (
      <>
        <p>{texts.sent}</p>
        <p>{texts.elsewhere}</p>
        <p class="sign-in-code">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
        <p class="muted">{texts.sentNoneYet(NEW_WAY_IN_WAIT_DAYS)}</p>
      </>
    ),
  })
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

/** A link that another browser asked for: the code that stands there shows that both are the same person's. */
export function codePage(frame: Frame, isWrong: boolean): string {
  const texts = signInTexts[frame.language]
  const wrong = isWrong && texts.wrongCode
  return renderPage({
    frame,
    title: texts.confirmTitle,
    children: (
      <form method="post">
        <p>{texts.askedElsewhere}</p>
        <div class={wrong ? 'form-group form-error' : 'form-group'}>
          <label class="form-label" for="code">
            {texts.code}
          </label>
          {wrong && (
            <span class="form-error-message" id="code-error">
              {wrong}
            </span>
          )}
          <input
            class="form-input input-width-s"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'code-error' : undefined}
            required
          />
        </div>
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

/** @param alsoAt where to sign out of the workplace's own sign-in too; null where there is nothing of the kind */
export function signedOutPage(frame: Frame, alsoAt: string | null): string {
  const texts = signInTexts[frame.language]
  return renderPage({
    frame,
    title: texts.outTitle,
    children: (
      <>
        <p>{texts.out}</p>
        {alsoAt && (
          <p>
            {texts.stillInAtWork} <a href={alsoAt}>{texts.outAtWork}</a>
          </p>
        )}
        <p>
          <a href="/sign-in">{texts.signIn}</a>
        </p>
      </>
    ),
  })
}
