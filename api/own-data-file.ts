import { strToU8, zipSync } from 'fflate'
import type { OwnData } from '../db/own-data.ts'
import type { Instant } from '../domain/calendar/day.ts'
import type { Frame } from '../web/frame.ts'
import { ownDataCopy } from '../web/pages/own-data-copy.tsx'
import { ownDataTexts } from '../web/texts/own-data.ts'
import type { FileAnswer } from './route.ts'

/** A person's copy as one zip: a page to read, and the same as JSON. */
export function ownDataFile(
  data: OwnData,
  request: Pick<Frame, 'language' | 'today' | 'localTime'> & { now: Instant },
): FileAnswer {
  const { language, today, now } = request
  const { fileName } = ownDataTexts[language]
  const bytes = zipSync(
    {
      [`${fileName}.html`]: strToU8(ownDataCopy(request, data)),
      [`${fileName}.json`]: strToU8(JSON.stringify(data, null, 2)),
    },
    { mtime: new Date(now) },
  )
  return { contentType: 'application/zip', fileName: `${fileName}-${today}.zip`, bytes }
}
