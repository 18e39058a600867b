import { createTransport } from 'nodemailer'
import { classifyFailure, type SmtpFailure } from './failure.ts'
import { asNodemailer, type HandOverResult, type MailTransport, type OutgoingMail } from './outgoing.ts'

export interface SmtpServer {
  host: string
  port: number
  /** tls: from the first byte; starttls: required before anything is said; none: only outside production. */
  secure: 'tls' | 'starttls' | 'none'
  user: string | null
  password: string | null
  /** How many mails may be on their way to the server at once. */
  maxConnections: number
}

export interface SmtpPatience {
  /** Milliseconds for the connection and for the server's greeting. */
  connect: number
  /** Milliseconds without a byte from the server. */
  silence: number
}

const defaultPatience: SmtpPatience = { connect: 20_000, silence: 60_000 }

/** Hands mails to an SMTP server over a few connections that are kept open while there is work. */
export function createSmtpTransport(server: SmtpServer, patience = defaultPatience): MailTransport {
  const lines = Array.from({ length: server.maxConnections }, () => createLine(server, patience))
  const free = [...lines]
  const waiting: ((line: Line) => void)[] = []

  function takeLine(): Promise<Line> {
    const line = free.pop()
    return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line)
  }

  function giveBack(line: Line): void {
    const next = waiting.shift()
    if (next === undefined) free.push(line)
    else next(line)
  }

  return {
    connections: server.maxConnections,
    async send(mail) {
      const line = await takeLine()
      try {
        return await line.send(mail)
      } finally {
        giveBack(line)
      }
    },
    async close() {
      for (const line of lines) line.close()
    },
  }
}

interface Line {
  send(mail: OutgoingMail): Promise<HandOverResult>
  close(): void
}

/**
 * One connection with one mail on it at a time, so that nodemailer's own log tells whether the end of *this*
 * mail had been written when the connection broke.
 */
function createLine(server: SmtpServer, patience: SmtpPatience): Line {
  let dataEnded = false
  const heard = (entry: { tnx?: string }) => {
    if (entry.tnx === 'message') dataEnded = true
  }
  const deaf = () => undefined
  const pool = createTransport({
    pool: true,
    maxConnections: 1,
    maxMessages: 500,
    // The pool would otherwise resend by itself after an ambiguous close.
    maxRequeues: 0,
    idleTimeout: 15_000,
    host: server.host,
    port: server.port,
    secure: server.secure === 'tls',
    requireTLS: server.secure === 'starttls',
    ignoreTLS: server.secure === 'none',
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: {
      level: deaf,
      trace: deaf,
      debug: deaf,
      info: heard,
      warn: deaf,
      error: deaf,
      fatal: deaf,
    },
  })
  return {
    async send(mail) {
      dataEnded = false
      try {
        const { response } = await pool.sendMail(asNodemailer(mail))
        return { outcome: 'sent', answer: /^\d{3}/.exec(response)?.[0] ?? '250', server: 'up' }
      } catch (error) {
        return classifyFailure(error as SmtpFailure, dataEnded)
      }
    },
    close() {
      pool.close()
    },
  }
}
