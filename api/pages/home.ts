import { topUnits } from '../../db/units.ts'
import { followsRounds, isHrAnywhere, mayGovernData } from '../../domain/permissions.ts'
import type { RoundStatus } from '../../domain/round/round.ts'
import { homePage } from '../../web/pages/home.tsx'
import { hasDevMails } from '../dev-mails.ts'
import { showMe } from '../routes/me.ts'
import { listUnfiled } from '../routes/journal-entries.ts'
import { listOwnNudges } from '../routes/nudges.ts'
import { showTalk } from '../routes/talks.ts'
import { ask, definePage } from './page.ts'
import { roundLines } from './round-lines.ts'

/** Talks whose year is not over; the first few are shown whole. */
const MOST_CURRENT = 2

export const home = definePage({
  path: '/',
  show: async (request) => {
    const me = await ask(request, showMe)
    const live = me.myTalks.filter(({ isClosed }) => !isClosed)
    const shown = live.slice(0, MOST_CURRENT)
    const current = await Promise.all(
      shown.map(({ id: talkId }) => ask(request, showTalk, { params: { talkId } })),
    )
    return homePage(request.frame, {
      owed: me.owed,
      asked: me.asked,
      escalated: me.escalated,
      unfiled: isHrAnywhere(request.person)
        ? (await ask(request, listUnfiled, { query: { pageSize: 1 } })).total
        : 0,
      current,
      alsoLive: live.slice(MOST_CURRENT),
      earlier: me.myTalks.filter(({ isClosed }) => isClosed),
      team: me.myTeam,
      rounds: followsRounds(request.person) ? (await roundLines(request)).filter(isUnderWay) : [],
      fromHr: await ask(request, listOwnNudges),
      kept: me.keptSheets,
      shared: me.sharedWithMe.map(({ id, employee }) => ({ id, by: employee, href: `/shares/${id}` })),
      governsData: mayGovernData(request.person, await topUnits(request.db)),
      hasDevMails: hasDevMails(request.config),
    })
  },
})

function isUnderWay({ status }: { status: RoundStatus }): boolean {
  return status !== 'closed' && status !== 'stopped'
}

export const homePages = [home]
