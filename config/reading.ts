import { ConfigError } from './config-error.ts'
import { type Env, type EnvName, isSecret } from './env.ts'
import type { Form } from './forms.ts'

/** Reads variables one by one and keeps every complaint, so that they can be told together. */
export class Reading {
  readonly #env: Env
  readonly #complaints: string[] = []

  constructor(env: Env) {
    this.#env = env
  }

  has(name: EnvName): boolean {
    return this.#env[name] !== undefined
  }

  optional<T, F>(name: EnvName, form: Form<T>, fallback: F): T | F {
    const text = this.#env[name]
    if (text === undefined) return fallback
    const value = form.parse(text)
    if (value !== undefined) return value
    this.complain(name, form.expected)
    return fallback
  }

  /** `standIn` keeps the reading going after a complaint; it never leaves this file. */
  required<T>(name: EnvName, form: Form<T>, standIn: T): T {
    if (!this.has(name)) this.complainMissing(name, form)
    return this.optional(name, form, standIn)
  }

  complain(name: EnvName, expected: string): void {
    const value = isSecret(name) ? 'set (value hidden)' : `'${this.#env[name]}'`
    this.#complaints.push(`${name} is ${value}: expected ${expected}`)
  }

  complainMissing(name: EnvName, form: Pick<Form<unknown>, 'expected'>): void {
    this.#complaints.push(`${name} is not set: expected ${form.expected}`)
  }

  refuseIfComplained(): void {
    if (this.#complaints.length > 0) throw new ConfigError(this.#complaints)
  }
}
