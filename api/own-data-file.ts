import { strToU8, zipSync } from 'fflate'
import type { OwnData } from '../db/own-data.ts'
import type { Day, Instant } from '../domain/calendar/day.ts'
import { formatDay } from '../domain/calendar/format.ts'
import type { Language } from '../domain/language.ts'
import { ownDataCopy } from '../web/pages/own-data-copy.tsx'
import { ownDataTexts } from '../web/texts/own-data.ts'
import type { FileAnswer } from './route.ts'

/** A person's copy as one zip: a page to read, and the same as JSON. */
export function ownDataFile(
  data: OwnData,
  { language, today, now }: { language: Language; today: Day; now: Instant },
): FileAnswer {
  const { fileName } = ownDataTexts[language]
  const bytes = zipSync(
    {
      [`${fileName}.html`]: strToU8(ownDataCopy(language, data, formatDay(today, language))),
      [`${fileName}.json`]: strToU8(JSON.stringify(data, null, 2)),
    },
    { mtime: new Date(now) },
  )
  return { contentType: 'application/zip', fileName: `${fileName}-${today}.zip`, bytes }
}
