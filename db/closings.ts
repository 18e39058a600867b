import type { Closing } from '../domain/calendar/calendar.ts'
import type { Tx } from './client.ts'
import { toDay } from './days.ts'

/** The local closing days of units: their own and those of every unit above (R3.1), by unit id. */
export async function closingsOf(tx: Tx, unitIds: string[]): Promise<Map<string, Closing[]>> {
  const rows = await tx.$queryRaw<{ unit_id: string; from_on: Date; to_on: Date }[]>`
    WITH RECURSIVE above AS (
      SELECT id AS unit_id, id, parent_id FROM unit WHERE id = ANY(${unitIds}::uuid[])
      UNION ALL SELECT a.unit_id, u.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id)
    SELECT a.unit_id, c.from_on, c.to_on FROM above a JOIN unit_closing c ON c.unit_id = a.id
    ORDER BY c.from_on, c.to_on`
  const closings = new Map<string, Closing[]>()
  for (const row of rows) {
    const list = closings.get(row.unit_id) ?? []
    list.push({ from: toDay(row.from_on), to: toDay(row.to_on) })
    closings.set(row.unit_id, list)
  }
  return closings
}
