/** How many talks of a group were tagged with a theme. */
export interface ThemeCount {
  theme: string
  talks: number
}

/** The themes of a group of talks, the most frequent first (R10.1). */
export function themeCounts(talks: readonly { themes: readonly string[] }[]): ThemeCount[] {
  const counts = new Map<string, number>()
  for (const theme of talks.flatMap((talk) => [...new Set(talk.themes)]))
    counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return [...counts]
    .map(([theme, count]) => ({ theme, talks: count }))
    .sort((a, b) => b.talks - a.talks || (a.theme < b.theme ? -1 : 1))
}
