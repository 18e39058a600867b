import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { leadsAnybody } from '../../db/leaderships.ts'
import type { Frame, Section } from '../../web/frame.ts'
import type { NoticeCode } from '../../web/texts/notices.ts'
import { administersAnywhere, followsRounds, isHrAnywhere, type Who } from '../../domain/permissions.ts'
import { PRIVACY_PATH } from '../../web/page.tsx'
import { assets } from '../assets.ts'
import { createBegin, type SignedInBegun } from '../begin.ts'
import type { AppContext } from '../context.ts'

/** The frame of a page for somebody who is signed in. */
export async function frameOf(
  context: AppContext,
  { person, today, teams }: SignedInBegun,
  req: Request,
  notice: NoticeCode | null,
): Promise<Frame> {
  const led = await teams()
  const leaders = [...led.teams, ...led.ofOne.map(({ leaderId }) => leaderId)]
  const isLeader = await leadsAnybody(context.db, leaders, today)
  return {
    ...bare(context, req),
    language: person.language,
    today,
    person: { name: person.name },
    sections: sectionsOf(person, isLeader),
    notice,
  }
}

/** The frame of a page for anybody. */
export async function openFrame(context: AppContext, req: Request): Promise<Frame> {
  const { language, today } = await createBegin(context).anybody(req)
  return { ...bare(context, req), language, today }
}

function bare({ config, localTime }: AppContext, req: Request) {
  return {
    talkName: config.talkName,
    employerName: config.employerName,
    person: null,
    sections: [] as readonly Section[],
    path: req.method === 'GET' ? req.originalUrl : null,
    notice: null,
    sent: null,
    key: randomUUID(),
    localTime,
    links: {
      gdprNotice: config.gdprNoticeUrl ?? PRIVACY_PATH,
      accessibility: config.accessibilityStatementUrl,
    },
    assets,
  }
}

/** Several hats are several sections of one service. */
function sectionsOf(who: Who, isLeader: boolean): Section[] {
  const isHr = isHrAnywhere(who)
  return [
    'home',
    ...(isLeader ? (['team'] as const) : []),
    ...(isHr ? (['rounds', 'people', 'materials', 'mails'] as const) : []),
    ...(followsRounds(who) ? (['evaluation'] as const) : []),
    ...(administersAnywhere(who) ? (['roles'] as const) : []),
  ]
}
