import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import type { Instant } from '../../domain/calendar/day.ts'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/**
 * What the server does with a mail: answers a code at a verb, cuts the connection, or takes its time before it lets the
 * mail come or answers its end. Before 'rcpt' it knows of no recipient yet: there a trick is one for everybody.
 */
export type SmtpTrick = Refusing | Cutting | Dawdling

interface Refusing {
  at: 'connect' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'end-of-data'
  code: number
}

interface Cutting {
  cut: 'connect' | 'ehlo' | 'mail' | 'before-data' | 'in-data' | 'after-data'
}

interface Dawdling {
  slowAt: 'data' | 'end-of-data'
  /** Milliseconds. */
  by: number
}

export interface ReceivedMail {
  /** By the clock that the server was started with. */
  at: Instant
  /** The envelope's, not the header's. */
  from: string
  to: string
  email: Email
  raw: string
}

/** What the server calls its side of a connection. */
type Conversation = {
  session: SMTPServerSession
  send(code: number, text: string): void
} & Record<'handler_EHLO' | 'handler_HELO' | 'handler_DATA', (command: Buffer, next: () => void) => void>

/** A real mail server on a port of its own. */
export interface TestSmtp {
  readonly port: number
  /** In the order of arrival; also what arrived before a connection was cut after the data. */
  readonly received: ReceivedMail[]
  /** How often somebody connected, while away too as far as that can be seen: not at all. */
  readonly connections: () => number
  /** From now on every mail to this address, or to 'everybody', meets the trick; null takes mails again. */
  play(address: string, trick: SmtpTrick | null): void
  /** Whether any mail, or anybody who came with one, has met the trick. */
  hasMet(trick: SmtpTrick): boolean
  /** Waits between the end of the data and the answer until the promise is kept: then answers, or cuts the connection. */
  holdAnswers(until: Promise<'answer' | 'cut'>): void
  /** Nobody listens on the port any more. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

/** @param now what tells when a mail came; the machine's clock unless given */
export async function startSmtp(now: () => Instant = Date.now): Promise<TestSmtp> {
  const received: ReceivedMail[] = []
  const tricks = new Map<string, SmtpTrick>()
  const met = new Set<SmtpTrick>()
  const sockets = new Map<string, Socket>()
  let connections = 0
  let held: Promise<'answer' | 'cut'> = Promise.resolve('answer')
  let port = 0
  let server = await listen(0)
  port = (server.server.address() as { port: number }).port

  function trickFor(session: SMTPServerSession): SmtpTrick | undefined {
    const address = session.envelope.rcptTo[0]?.address ?? ''
    return tricks.get('everybody') ?? tricks.get(address)
  }

  /** What the trick has the server answer at this verb; then it has been met. */
  function refusalAt(at: Refusing['at'], trick: SmtpTrick | undefined): Refusing | null {
    if (trick === undefined || !('at' in trick) || trick.at !== at) return null
    met.add(trick)
    return trick
  }

  function isCutAt(at: Cutting['cut'], trick: SmtpTrick | undefined): boolean {
    if (trick === undefined || !('cut' in trick) || trick.cut !== at) return false
    met.add(trick)
    return true
  }

  /** Resolves when the trick lets the server go on from this verb. */
  async function dawdle(at: Dawdling['slowAt'], trick: SmtpTrick | undefined): Promise<void> {
    if (trick === undefined || !('slowAt' in trick) || trick.slowAt !== at) return
    met.add(trick)
    await pause(trick.by)
  }

  function cut(session: SMTPServerSession): void {
    for (const socket of sockets.values()) {
      if (socket.remotePort === session.remotePort) socket.destroy()
    }
  }

  /** Where no recipient is known yet. */
  function meet(
    verb: 'connect' | 'mail',
    session: SMTPServerSession,
    answer: (refused?: Error) => void,
  ): void {
    const trick = tricks.get('everybody')
    if (isCutAt(verb, trick)) return cut(session)
    const refused = refusalAt(verb, trick)
    answer(refused === null ? undefined : refusal(refused.code))
  }

  /** The verbs that the server has no hook for: what it would answer by itself waits for the trick. */
  function hearVerbs(talk: Conversation): void {
    for (const [handler, verb] of [
      ['handler_EHLO', 'ehlo'],
      // What a client says whose EHLO was refused.
      ['handler_HELO', 'ehlo'],
      ['handler_DATA', 'data'],
    ] as const) {
      const answered = talk[handler].bind(talk)
      talk[handler] = (command, next) => {
        const trick = trickFor(talk.session)
        if (verb === 'ehlo' && isCutAt(verb, trick)) return cut(talk.session)
        const refused = refusalAt(verb, trick)
        if (refused === null) {
          if (verb === 'ehlo') return answered(command, next)
          return void dawdle(verb, trick).then(() => answered(command, next))
        }
        talk.send(refused.code, 'refused by the test')
        next()
      }
    }
  }

  async function listen(on: number): Promise<SMTPServer> {
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 1,
      onConnect(session, answer) {
        connections += 1
        for (const one of smtp.connections) if (one.session === session) hearVerbs(one)
        meet('connect', session, answer)
      },
      onMailFrom(_address, session, answer) {
        meet('mail', session, answer)
      },
      onRcptTo(address, session, answer) {
        const trick = tricks.get('everybody') ?? tricks.get(address.address)
        if (isCutAt('before-data', trick)) return cut(session)
        const refused = refusalAt('rcpt', trick)
        answer(refused === null ? undefined : refusal(refused.code))
      },
      onData(stream, session, answer) {
        const trick = trickFor(session)
        if (isCutAt('in-data', trick)) return cut(session)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          void (async () => {
            const refused = refusalAt('end-of-data', trick)
            if (refused !== null) return answer(refusal(refused.code))
            const raw = Buffer.concat(chunks)
            received.push({
              at: now(),
              from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
              to: session.envelope.rcptTo[0]?.address ?? '',
              email: await PostalMime.parse(raw),
              raw: raw.toString('utf8'),
            })
            const end = await held
            if (end === 'cut' || isCutAt('after-data', trick)) return cut(session)
            await dawdle('end-of-data', trick)
            answer()
          })()
        })
      },
    })
    smtp.on('error', () => undefined)
    smtp.server.on('connection', (socket: Socket) => {
      const key = `${socket.remoteAddress}:${socket.remotePort}`
      sockets.set(key, socket)
      socket.once('close', () => sockets.delete(key))
    })
    smtp.listen(on, '127.0.0.1')
    await once(smtp.server, 'listening')
    return smtp
  }

  async function goAway(): Promise<void> {
    for (const socket of sockets.values()) socket.destroy()
    await new Promise<void>((resolve) => server.close(resolve))
  }

  return {
    port,
    received,
    connections: () => connections,
    play(address, trick) {
      if (trick === null) tricks.delete(address)
      else tricks.set(address, trick)
    },
    hasMet: (trick) => met.has(trick),
    holdAnswers(until) {
      held = until
    },
    goAway,
    async comeBack() {
      server = await listen(port)
    },
    stop: goAway,
  }
}

function refusal(code: number): Error {
  return Object.assign(new Error('refused by the test'), { responseCode: code })
}
