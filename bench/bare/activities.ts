import { createTransport } from 'nodemailer'
import pg from 'pg'
import type { BareInput } from './settings.ts'

/** What the bare workflows do: one statement, and a mail to each of the two where there is a server for it. */
export function createBareActivities(databaseUrl: string, smtpPort: number | null) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const mails =
    smtpPort === null
      ? null
      : createTransport({ pool: true, host: '127.0.0.1', port: smtpPort, ignoreTLS: true, maxConnections: 2 })
  async function record({ id, row }: BareInput): Promise<void> {
    await pool.query('INSERT INTO bare_record (id, row, at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', [
      id,
      row,
    ])
  }
  return {
    record,
    async recordAndMail(input: BareInput): Promise<void> {
      await record(input)
      if (mails === null) return
      const { id, row } = input
      await Promise.all(
        ['employee', 'leader'].map((party) =>
          mails.sendMail({
            messageId: `<${id}.${party}@bare.example>`,
            from: 'bare@bare.example',
            to: `${party}.${id}@bare.example`,
            subject: 'Aflyst',
            text: row,
          }),
        ),
      )
    },
  }
}

export type BareActivities = ReturnType<typeof createBareActivities>

/** The one table of the bare program. */
export const bareSchema =
  'CREATE TABLE bare_record (id uuid PRIMARY KEY, row jsonb NOT NULL, at timestamptz NOT NULL)'
