import type { Day, Instant } from '../../domain/calendar/day.ts'
import { type TokenScope, tokenScopes } from '../../domain/permissions.ts'
import { Checkboxes, Form, Select, Submit, TextField } from '../components/form.tsx'
import { dayText } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { renderPage } from '../page.tsx'
import { frameTexts } from '../texts/frame.ts'
import { serviceTokenTexts } from '../texts/service-tokens.ts'

export interface ServiceTokensView {
  readonly tokens: readonly ServiceTokenLine[]
  /** The reader may have some of their own. */
  readonly canMake: boolean
  /** The reader sees everybody's. */
  readonly isForAll: boolean
}

interface ServiceTokenLine {
  readonly id: string
  readonly name: string
  readonly personName: string
  readonly isOwn: boolean
  readonly scopes: readonly TokenScope[]
  readonly state: 'valid' | 'unfounded' | 'expired' | 'revoked'
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly lastUsedOn: Day | null
}

/** Days; the api takes any number up to the last. */
const spans = [30, 90, 180, 365] as const
const USUAL_SPAN = 90

/** HR lets other systems in, and shuts them out again (R15.1). */
export function serviceTokensPage(frame: Frame, view: ServiceTokensView): string {
  const texts = serviceTokenTexts[frame.language]
  const { sections } = frameTexts[frame.language]
  const section = view.canMake ? 'people' : 'roles'
  const inUse = view.tokens.filter(({ state }) => state === 'valid' || state === 'unfounded')
  const over = view.tokens.filter((token) => !inUse.includes(token))
  return renderPage({
    frame,
    section,
    back: { href: `/${section}`, text: sections[section] },
    title: texts.title,
    lead: <p>{view.canMake ? texts.lead : texts.leadOfAll}</p>,
    children: (
      <>
        {view.canMake && view.isForAll && <p>{texts.leadOfAll}</p>}
        {view.canMake && <Make frame={frame} />}
        <h2>{texts.list}</h2>
        {inUse.length === 0 && <p class="panel">{texts.none}</p>}
        {inUse.map((token) => (
          <Token key={token.id} frame={frame} token={token} />
        ))}
        {over.length > 0 && (
          <details class="later">
            <summary>{texts.over(over.length)}</summary>
            {over.map((token) => (
              <Token key={token.id} frame={frame} token={token} />
            ))}
          </details>
        )}
      </>
    ),
  })
}

/** The one page that shows a token itself. */
export function serviceTokenMadePage(
  frame: Frame,
  { name, token, expiresAt }: { name: string; token: string; expiresAt: Instant },
): string {
  const texts = serviceTokenTexts[frame.language]
  return renderPage({
    frame,
    section: 'people',
    back: { href: '/service-tokens', text: texts.back },
    title: texts.madeTitle,
    lead: <p>{texts.madeLead}</p>,
    children: (
      <section class="panel next">
        <div class="form-group">
          <label class="form-label" for="token">
            {texts.tokenOf(name)}
          </label>
          <span class="form-hint" id="token-hint">
            {texts.tokenHint}
          </span>
          <input
            class="form-input"
            id="token"
            type="text"
            readonly
            value={token}
            aria-describedby="token-hint"
            autocomplete="off"
            data-copied-whole
          />
        </div>
        <p>{texts.goodUntil(dayText(frame, frame.localTime(expiresAt).on))}</p>
        <p>
          {texts.how} <code>Authorization: Bearer aarshjul_…</code>
        </p>
        <p>
          <a href="/api/docs">{texts.docs}</a>
        </p>
      </section>
    ),
  })
}

function Make({ frame }: { frame: Frame }) {
  const texts = serviceTokenTexts[frame.language]
  return (
    <section class="panel next" aria-labelledby="make">
      <h2 id="make">{texts.make}</h2>
      <Form frame={frame} action="/service-tokens">
        <TextField name="name" label={texts.name} hint={texts.nameHint} maxLength={200} required />
        <Checkboxes
          name="scopes"
          label={texts.scopes}
          required
          options={tokenScopes.map((scope) => ({ value: scope, ...texts.scopeNames[scope] }))}
        />
        <Select
          name="days"
          label={texts.days}
          hint={texts.daysHint}
          required
          value={String(USUAL_SPAN)}
          options={spans.map((days) => ({ value: String(days), label: texts.daysOf(days) }))}
        />
        <Submit>{texts.makeButton}</Submit>
      </Form>
    </section>
  )
}

function Token({ frame, token }: { frame: Frame; token: ServiceTokenLine }) {
  const texts = serviceTokenTexts[frame.language]
  const { name, personName, state, scopes, lastUsedOn } = token
  const dayOf = (at: Instant) => dayText(frame, frame.localTime(at).on)
  const isOver = state === 'expired' || state === 'revoked'
  return (
    <section class="panel">
      <h3>
        {name} <span class={`mark ${marks[state]}`}>{texts.states[state]}</span>
      </h3>
      {state === 'unfounded' && <p>{texts.unfounded(personName)}</p>}
      <dl class="facts">
        {!token.isOwn && (
          <>
            <dt>{texts.by}</dt>
            <dd>{personName}</dd>
          </>
        )}
        <dt>{texts.goodFor}</dt>
        <dd>{scopes.map((scope) => texts.scopeNames[scope].label).join(', ')}</dd>
        <dt>{texts.made}</dt>
        <dd>{dayOf(token.createdAt)}</dd>
        <dt>{texts.until}</dt>
        <dd>{dayOf(token.expiresAt)}</dd>
        <dt>{texts.used}</dt>
        <dd>{lastUsedOn === null ? texts.never : dayText(frame, lastUsedOn)}</dd>
      </dl>
      {!isOver && <Revoke frame={frame} token={token} />}
    </section>
  )
}

const marks = {
  valid: 'mark-good',
  unfounded: 'mark-late',
  expired: 'mark-quiet',
  revoked: 'mark-quiet',
} as const

function Revoke({ frame, token: { id, name } }: { frame: Frame; token: ServiceTokenLine }) {
  const texts = serviceTokenTexts[frame.language]
  const action = `/service-tokens/${id}/revocation`
  return (
    <details open={frame.sent?.action === action}>
      <summary>{texts.revoke}</summary>
      <Form frame={frame} action={action}>
        <p>{texts.revokeHint}</p>
        <button class="button button-warning" type="submit" aria-label={texts.revokeOf(name)}>
          {texts.revokeButton}
        </button>
      </Form>
    </details>
  )
}
