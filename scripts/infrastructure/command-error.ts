/** Why a command does not do what it was asked: a sentence for whoever asked, who has no use for where it was thrown. */
export class CommandError extends Error {
  readonly code = 'command-refused'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
  }
}
