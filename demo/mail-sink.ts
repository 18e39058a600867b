import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Instant } from '../domain/calendar/day.ts'

/** One mail as a real mail server took it. */
export interface ReceivedMail {
  /** The player's clock when it arrived. */
  at: Instant
  /** The envelope's recipient. */
  to: string
  mail: Email
  /** As it was sent, to be kept as a file. */
  raw: Buffer
}

export interface MailSink {
  readonly port: number
  readonly received: ReceivedMail[]
  stop(): Promise<void>
}

/** A real SMTP server on the loopback that keeps every mail it takes. */
export async function startMailSink(now: () => Promise<Instant>): Promise<MailSink> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        void keep(Buffer.concat(chunks), to).finally(done)
      })
    },
  })

  async function keep(raw: Buffer, to: string[]): Promise<void> {
    const mail = await PostalMime.parse(raw)
    const at = await now()
    for (const address of to) received.push({ at, to: address, mail, raw })
  }

  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject)
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
  return { port, received, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
