import { localOrientationPage } from '../../web/pages/local-orientation.tsx'
import { showLocalOrientation, writeLocalOrientation } from '../routes/local-orientation.ts'
import { ask, defineForm, definePage } from './page.ts'
import { otherVersion, seenVersion } from './seen-version.ts'
import { chosenTeam, teamOfForm, teamQuery } from './team-choice.ts'

const localOrientation = definePage({
  path: '/team/orientation',
  query: teamQuery,
  show: async (request) => {
    const { frame, query } = request
    const { choices, chosen } = await chosenTeam(request, query)
    const paragraph = await ask(request, showLocalOrientation, {
      params: { roundId: chosen.roundId },
      query: { leaderId: chosen.leaderId },
    })
    return localOrientationPage(frame, {
      ...paragraph,
      version: seenVersion(request, paragraph.version),
      conflict: otherVersion(request, paragraph.text),
      teams: choices,
      team: chosen,
    })
  },
})

const writing = defineForm({
  path: '/team/orientation',
  page: localOrientation,
  pageQuery: teamOfForm,
  does: async (request) => {
    const { entered, despiteWarnings } = request
    const { round, leader } = teamOfForm(entered)
    await ask(request, writeLocalOrientation, {
      params: { roundId: round },
      query: { leaderId: leader },
      body: { version: Number(entered.text('version')), text: entered.text('text'), despiteWarnings },
    })
    return { to: `/team/orientation?${new URLSearchParams({ round, leader })}`, notice: 'kept' }
  },
})

export const localOrientationPages = [localOrientation]
export const localOrientationForms = [writing]
