/** Every complaint about the environment at once, one line each. */
export class ConfigError extends Error {
  readonly code = 'config-refused'
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    super(`The settings cannot be used:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigError'
    this.complaints = complaints
  }
}
