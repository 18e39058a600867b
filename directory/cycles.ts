/**
 * The members of every circle in a graph where each node names at most one node above it. Nodes that only
 * lead into a circle are not in it.
 */
export function findCycles(above: ReadonlyMap<string, string | null>): Set<string> {
  const circling = new Set<string>()
  const seen = new Set<string>()
  for (const start of above.keys()) {
    const path = new Map<string, number>()
    let node: string | null | undefined = start
    while (node != null && !seen.has(node)) {
      seen.add(node)
      path.set(node, path.size)
      node = above.get(node)
    }
    const entry = node == null ? undefined : path.get(node)
    if (entry === undefined) continue
    for (const [member, position] of path) if (position >= entry) circling.add(member)
  }
  return circling
}
