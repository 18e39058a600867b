import type { TalkState } from '../domain/talk/talk.ts'
import type { Tx } from './client.ts'

/** A talk of a round with the name of its employee. */
export interface NamedTalkState {
  employmentId: string
  employeeName: string
  state: TalkState
}

const PAGE = 200

/** The open talks of a round as last recorded, page by page. */
export async function* openTalkStates(db: Tx, roundId: string): AsyncGenerator<NamedTalkState> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.talk.findMany({
      where: { roundId, closedAt: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: {
        id: true,
        snapshot: true,
        employmentId: true,
        employment: { select: { person: { select: { givenName: true, familyName: true } } } },
      },
    })
    for (const { employmentId, snapshot, employment } of rows) {
      const { givenName, familyName } = employment.person
      yield {
        employmentId,
        employeeName: `${givenName} ${familyName}`,
        state: snapshot as unknown as TalkState,
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
