/** What a connection may keep prepared: its memory is not for texts that differ by the length of a list alone. */
const MOST = 500
const MOST_VALUES = 40

/**
 * Names for statements that are sent again and again, so that a connection has the database read each once. One sent for
 * the first time has none ('' as the driver wants it): most of what is rare is never sent again.
 */
export function createStatementNames(): (statement: { sql: string; args: readonly unknown[] }) => string {
  const seen = new Set<string>()
  const names = new Map<string, string>()
  return ({ sql, args }) => {
    const name = names.get(sql)
    if (name !== undefined) return name
    if (args.length === 0 || args.length > MOST_VALUES || names.size === MOST) return ''
    if (!seen.has(sql)) {
      // What never came again makes room.
      if (seen.size === MOST) seen.clear()
      seen.add(sql)
      return ''
    }
    const given = `s${names.size}`
    names.set(sql, given)
    return given
  }
}
