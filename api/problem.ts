import type { Language } from '../domain/language.ts'
import type { TokenScope } from '../domain/permissions.ts'

/** One wrong place in what was sent. */
export interface FieldProblem {
  /** Such as 'body.startsAt'. */
  readonly place: string
  readonly value: unknown
  readonly expected: string
  readonly sentence: string
}

export type Sentences = Readonly<Record<Language, string>>

/** Why a request was not done: thrown anywhere in a route, answered in one place (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly sentences: Sentences
  /** Further members of the problem document, such as both versions of a conflict. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    sentences: Sentences,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.sentences = sentences
    this.more = more
  }
}

/** Not there, or not yours: the answer does not tell which. */
export function notFound(): Problem {
  return new Problem(404, 'not-found', {
    da: 'Det findes ikke, eller du har ikke adgang til det.',
    en: 'It does not exist, or you have no access to it.',
  })
}

/** The rules say no (409), with the reason's code and its sentence. */
export function refused(
  code: string,
  sentences: Sentences,
  more: Readonly<Record<string, unknown>> = {},
): Problem {
  return new Problem(409, code, sentences, more)
}

/** What was sent cannot be read (422). */
export function wrongInput(fields: readonly FieldProblem[]): Problem {
  return new Problem(
    422,
    'wrong-input',
    { da: 'Noget af det indtastede kan ikke bruges.', en: 'Something of what was entered cannot be used.' },
    { fields },
  )
}

export function keyReused(): Problem {
  return new Problem(422, 'idempotency-key-reused', {
    da: 'Nøglen er allerede brugt til en anden anmodning. Send igen med en ny nøgle.',
    en: 'The key was already used for another request. Send it again with a new key.',
  })
}

/** Whether it was done is not known yet: the same request with the same key may be sent again. */
export function notConfirmed(): Problem {
  return new Problem(503, 'not-confirmed', {
    da: 'Vi kan ikke bekræfte det endnu. Prøv igen om lidt; det bliver kun gjort én gang.',
    en: 'We cannot confirm it yet. Try again in a moment; it will be done only once.',
  })
}

export function isNotConfirmed(error: unknown): boolean {
  return error instanceof Problem && error.code === 'not-confirmed'
}

/** The database has no room or does not answer. Whether it was done may not be known: as for `notConfirmed`. */
export function notNow(): Problem {
  return new Problem(503, 'not-now', {
    da: 'Årshjulet kan ikke svare lige nu. Vent lidt, og prøv igen.',
    en: 'Årshjulet cannot answer just now. Wait a little and try again.',
  })
}

export function tooMany(): Problem {
  return new Problem(429, 'too-many-requests', {
    da: 'Der er kommet for mange forsøg. Vent lidt, og prøv igen.',
    en: 'There were too many attempts. Wait a little and try again.',
  })
}

export function signedOut(): Problem {
  return new Problem(401, 'signed-out', { da: 'Du skal logge ind.', en: 'You need to sign in.' })
}

/** Unknown, expired, revoked, or good for nothing because of its maker: the answer does not tell which. */
export function invalidToken(): Problem {
  return new Problem(401, 'invalid-token', {
    da: 'Adgangsnøglen gælder ikke.',
    en: 'The service token is not valid.',
  })
}

/** @param scope null = nothing that a program does */
export function outsideScope(scope: TokenScope | null): Problem {
  if (scope === null)
    return new Problem(403, 'insufficient-scope', {
      da: 'Det kan en adgangsnøgle ikke bruges til. Det kræver en person, der er logget ind.',
      en: 'A service token cannot be used for this. It takes a person who is signed in.',
    })
  return new Problem(403, 'insufficient-scope', {
    da: `Adgangsnøglen gælder ikke for det her. Lav en, der gælder for »${scope}«.`,
    en: `The service token is not good for this. Make one with the scope “${scope}”.`,
  })
}

/** Asked for under a name that is not this service's. */
export function wrongHost(): Problem {
  return new Problem(421, 'wrong-host', {
    da: 'Årshjulet har ikke det navn. Åbn den adresse, der står i PUBLIC_URL.',
    en: 'Årshjulet does not go by that name. Open the address in PUBLIC_URL.',
  })
}

export function wrongOrigin(): Problem {
  return new Problem(403, 'wrong-origin', {
    da: 'Anmodningen kom fra en anden side end Årshjulet.',
    en: 'The request came from another site than Årshjulet.',
  })
}
