/** A stretch of text that stands in both, only in the later one, or only in the earlier one. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Texts with more words and spaces than these are shown whole, before and after: word for word nobody could read them. */
const MOST_WORDS = 1_500

/** How one text became another, word by word: the longest words in common stay, the rest came or went. */
export function wordChanges(before: string, after: string): Stretch[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  if (old.length > MOST_WORDS || young.length > MOST_WORDS) return joined([removed(before), added(after)])
  const lengths = commonLengths(old, young)
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && old[i] === young[j]) {
      stretches.push({ kind: 'same', text: young[j] ?? '' })
      i += 1
      j += 1
    } else if (j >= young.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      stretches.push(removed(old[i] ?? ''))
      i += 1
    } else {
      stretches.push(added(young[j] ?? ''))
      j += 1
    }
  }
  return joined(stretches)
}

/** Words and the spaces between them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+|\s+/g) ?? []
}

/** How many words the rest of the one and the rest of the other have in common, from each pair of places on. */
function commonLengths(old: readonly string[], young: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row === undefined) continue
      row[j] =
        old[i] === young[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

function added(text: string): Stretch {
  return { kind: 'added', text }
}

function removed(text: string): Stretch {
  return { kind: 'removed', text }
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { kind, text } of stretches) {
    const last = all.at(-1)
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text }
    else if (text !== '') all.push({ kind, text })
  }
  return all
}
