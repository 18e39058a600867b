import { noteReadingAbout } from '../../db/accesses.ts'
import { ownData } from '../../db/own-data.ts'
import { ownDataFile } from '../own-data-file.ts'
import { defineRoute } from '../route.ts'

export const downloadOwnData = defineRoute({
  method: 'get',
  path: '/me/data',
  summary: 'Gives the person a copy of everything known about them: a page to read and JSON, in one zip.',
  givesFile: 'application/zip',
  handle: async (request) => {
    const { db, person, now } = request
    const { personId } = person
    await noteReadingAbout(db, { personId, what: 'own-data', byPersonId: personId, at: now })
    return ownDataFile(await ownData(db, personId), request)
  },
})

export const ownDataRoutes = [downloadOwnData]
