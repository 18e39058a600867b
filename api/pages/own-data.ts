import { ownDataPage } from '../../web/pages/own-data.tsx'
import { definePage } from './page.ts'

export const ownDataPages = [definePage({ path: '/me/data', show: async ({ frame }) => ownDataPage(frame) })]
