/**
 * The process of a mail server that takes every mail: its own, so that neither service nor baseline pays for it. Tells
 * on its channel where it listens, and when asked what it took and when.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** Milliseconds that a round trip takes longer. */
const delay = Number(process.env.ROUND_TRIP_MS ?? 0)

const taken: MailTaken[] = []

/** One mail, noted as it is about to be answered with 250. */
export interface MailTaken {
  readonly at: number
  readonly messageId: string
}

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, answer) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const messageId = /^Message-ID: (.+)$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? ''
      taken.push({ at: Date.now(), messageId })
      answer()
    })
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as AddressInfo
  if (delay === 0) process.send?.({ port })
  else putInBetween(port)
})

process.on('message', (word) => {
  if (word !== 'taken') return
  process.send?.({ taken: taken.splice(0) })
})
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))

/** Half of the delay on the way in, half on the way back. */
function putInBetween(port: number): void {
  const slow = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true })
    passOn(near, far)
    passOn(far, near)
  })
  slow.listen(0, '127.0.0.1', () => process.send?.({ port: (slow.address() as AddressInfo).port }))
}

function passOn(from: Socket, to: Socket): void {
  from.on('data', (chunk) => void setTimeout(() => to.write(chunk), delay / 2))
  from.on('end', () => void setTimeout(() => to.end(), delay / 2))
  from.on('error', () => to.destroy())
}
