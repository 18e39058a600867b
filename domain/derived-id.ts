/**
 * A UUID (version 8, RFC 9562) made of its parts alone: the same parts always give the same id, so that rules
 * can name a new row without chance. Not a secret and not a checksum.
 */
export function derivedId(...parts: (string | number)[]): string {
  const text = parts.join('\u0000')
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef].map((seed) => mixed(text, seed))
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-')
}

/** A whole number from 0 up to, not including, `below`, spread evenly over ids. */
export function spread(id: string, below: number): number {
  return mixed(id, 0x9e3779b9) % below
}

function mixed(text: string, seed: number): number {
  let hash = seed | 0
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x85ebca6b)
    hash = (hash << 13) | (hash >>> 19)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
