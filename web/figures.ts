import type { Frame } from './frame.ts'

/** A count, or the word for one that is held back because it would tell of too few. */
export function countText(count: number | null, hidden: string): string {
  return count === null ? hidden : String(count)
}

/** '77,8 %' or '77.8%' of a share of one; '–' where there is none. */
export function percentText(frame: Frame, share: number | null): string {
  if (share === null) return '–'
  const tenths = Math.round(share * 1000)
  const text = `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
  return frame.language === 'da' ? `${text.replace('.', ',')} %` : `${text}%`
}
