import type { Day } from '../domain/calendar/day.ts'
import type { PlanContent } from '../domain/plan/content.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { TalkAct } from '../domain/talk/events.ts'
import type { TalkState } from '../domain/talk/talk.ts'
import { talkWord } from '../domain/talk/talk-word.ts'
import { compiled } from '../domain/talk/turn.ts'
import { actedFor } from './acted-for.ts'
import type { Tx } from './client.ts'
import { toDate, toDay } from './days.ts'

/** What the PDF says of the installation. */
export interface PlanInstallation {
  readonly employer: string
  /** What the yearly talk is called here; other kinds have names of their own (R12). */
  readonly kindName: string
}

/** What the PDF of a plan version is made of, with names as they were agreed (R8.1). */
export async function planDocumentOf(tx: Tx, versionId: string, installation: PlanInstallation) {
  const version = await tx.planVersion.findFirstOrThrow({
    where: { id: versionId },
    include: {
      approvals: true,
      comments: { where: { kind: 'statement' }, orderBy: { at: 'desc' } },
      talk: { include: { employment: { include: { person: true } } } },
    },
  })
  const { talk } = version
  const state = talk.snapshot as unknown as TalkState
  const dayOf = (at: Date) => compiled(state.calendar).dayOf(at.getTime())
  const heldOn = talk.heldOn === null ? dayOf(version.createdAt) : toDay(talk.heldOn)
  const concludedOn = dayOf(await concludedAt(tx, version))
  const names = await placeOf(tx, talk.employmentId, concludedOn)
  const employeeName = fullName(talk.employment.person)
  const content = version.content as unknown as PlanContent
  const approvedFor = await actedFor(tx, version.talkId)
  const approvalBy = async (party: 'employee' | 'leader') => {
    const approval = version.approvals.find(
      (candidate) => candidate.party === party && candidate.voidedAt === null,
    )
    const person = approval?.byPersonId
      ? await tx.person.findUnique({ where: { id: approval.byPersonId } })
      : null
    const name = person ? fullName(person) : party === 'employee' ? employeeName : names.leader
    const leaderId = approval ? approvedFor(approval) : null
    const leader = leaderId && (await tx.person.findUnique({ where: { id: leaderId } }))
    return {
      name,
      onBehalfOf: leader ? fullName(leader) : null,
      on: approval ? dayOf(approval.at) : concludedOn,
    }
  }
  const agreement =
    version.status === 'not-agreed'
      ? endedWithout(version.comments, concludedOn)
      : {
          kind: 'agreed' as const,
          employee: await approvalBy('employee'),
          leader: await approvalBy('leader'),
        }
  return {
    ...content,
    employer: installation.employer,
    kindName: talkWord(talk.kind as RoundKind, installation.kindName, 'da'),
    unit: names.unit,
    employeeName,
    leaderName: names.leader,
    heldOn,
    version: version.number ?? 1,
    contentHash: version.hash,
    agreement,
  }
}

/**
 * When this version itself came to its end, whatever became of later ones: its last approval, or the act that ended it
 * without agreement (R7.4).
 */
async function concludedAt(
  tx: Tx,
  version: {
    talkId: string
    status: string
    createdAt: Date
    approvals: { at: Date; voidedAt: Date | null }[]
  },
): Promise<Date> {
  const { talkId, createdAt, approvals } = version
  if (version.status === 'not-agreed') {
    const event: TalkAct['type'] = 'end-plan-not-agreed'
    const ended = await tx.auditEntry.findFirst({
      where: { subject: talkId, event, at: { gte: createdAt } },
      orderBy: { id: 'asc' },
    })
    return ended?.at ?? createdAt
  }
  const given = approvals.filter(({ voidedAt }) => voidedAt === null).map(({ at }) => at.getTime())
  return given.length === 0 ? createdAt : new Date(Math.max(...given))
}

function endedWithout(statements: { party: string; text: string }[], endedOn: Day) {
  const by = (party: string) => statements.find((statement) => statement.party === party)?.text ?? ''
  return {
    kind: 'not-agreed' as const,
    endedOn,
    employeeStatement: by('employee'),
    leaderStatement: by('leader'),
  }
}

/** The unit and leader of an employment on a day; empty where there is none. */
async function placeOf(tx: Tx, employmentId: string, on: Day): Promise<{ unit: string; leader: string }> {
  const active = { fromOn: { lte: toDate(on) }, OR: [{ toOn: null }, { toOn: { gte: toDate(on) } }] }
  const membership = await tx.unitMembership.findFirst({
    where: { employmentId, ...active },
    include: { unit: true },
  })
  const line = await tx.reportingLine.findFirst({
    where: { employmentId, ...active },
    include: { leader: { include: { person: true } } },
  })
  return { unit: membership?.unit.name ?? '', leader: line ? fullName(line.leader.person) : '' }
}

function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`.trim()
}
