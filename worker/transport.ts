import type { Config } from '../config/config.ts'
import { createOutboxTransport } from '../mail/outbox-folder.ts'
import type { MailTransport } from '../mail/outgoing.ts'
import { createSmtpTransport } from '../mail/smtp-transport.ts'

/** Where the installation's mails go. */
export function createTransport({ sink }: Config['mail']): MailTransport {
  return sink.kind === 'smtp' ? createSmtpTransport(sink.server) : createOutboxTransport(sink.folder)
}
