import type { HandOverResult } from './outgoing.ts'

/** What nodemailer tells about a failed attempt. */
export interface SmtpFailure {
  /** Nodemailer's class of failure, such as 'ECONNECTION'. */
  code?: string | undefined
  /** The SMTP command the server was answering. */
  command?: string | undefined
  /** The server's three digits. */
  responseCode?: number | undefined
}

/**
 * What a failed attempt means (R14.5). A server's answer about this recipient or message is this mail's own;
 * an answer about the connection, the login or our sender address is the server's trouble, or ours with it.
 * Without an answer it counts whether the end of the message had been written: then nobody knows.
 */
export function classifyFailure(failure: SmtpFailure, dataEnded: boolean): HandOverResult {
  const { code = 'EUNKNOWN', command, responseCode } = failure
  if (responseCode === undefined) return classifySilence(code, dataEnded)
  const verb = (command ?? 'CONN').split(' ')[0]?.toLowerCase() ?? 'conn'
  const answer = `${responseCode} ${verb}`
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA'
  if (!aboutThisMail || responseCode === 421) return { outcome: 'deferred', answer, server: 'down' }
  // 503: the session was in the wrong state for the command; the message itself was not refused.
  const refused = responseCode >= 500 && responseCode !== 503
  return { outcome: refused ? 'refused' : 'deferred', answer, server: 'up' }
}

function classifySilence(code: string, dataEnded: boolean): HandOverResult {
  const answer = silences[code] ?? 'failed'
  // The address or the message was found impossible before the server was asked.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { outcome: 'refused', answer, server: 'up' }
  return { outcome: dataEnded ? 'unknown' : 'deferred', answer, server: 'down' }
}

const silences: Record<string, string> = {
  ECONNECTION: 'connection closed',
  ETIMEDOUT: 'timed out',
  ESOCKET: 'connection failed',
  EDNS: 'name not found',
  ETLS: 'tls failed',
  EAUTH: 'login failed',
  EPROTOCOL: 'not smtp',
  EENVELOPE: 'address impossible',
  EMESSAGE: 'message impossible',
}
