import { ownData } from '../../db/own-data.ts'
import { ownDataFile } from '../own-data-file.ts'
import { defineRoute } from '../route.ts'

export const downloadOwnData = defineRoute({
  method: 'get',
  path: '/me/data',
  summary: 'Gives the person a copy of everything known about them: a page to read and JSON, in one zip.',
  givesFile: 'application/zip',
  handle: async (request) => {
    const { db, person, language } = request
    return ownDataFile(await ownData(db, person.personId, language), request)
  },
})

export const ownDataRoutes = [downloadOwnData]
