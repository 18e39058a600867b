/**
 * The members of every circle in a graph where each node names at most one node above it. Nodes that only
 * lead into a circle are not in it.
 */
export function findCycles(above: ReadonlyMap<string, string | null>): Set<string> {
  const circling = new Set<string>()
  /** Where the walk began on which a node was come to. */
  const startOf = new Map<string, string>()
  for (const start of above.keys()) {
    let node: string | null | undefined = start
    while (node != null && !startOf.has(node)) {
      startOf.set(node, start)
      node = above.get(node)
    }
    // A walk that has come to its own way goes round from there.
    if (node == null || startOf.get(node) !== start) continue
    for (; node != null && !circling.has(node); node = above.get(node)) circling.add(node)
  }
  return circling
}
