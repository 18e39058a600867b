import type { TalkAct } from './talk/events.ts'
import type { Party } from './talk/talk.ts'

/** The roles an administrator gives per unit and below (R13.4). */
export const grantedRoles = ['hr', 'works-council', 'administrator', 'break-glass'] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** What a service token may be good for; each route names the one it asks for, or none. */
export const tokenScopes = ['people', 'rounds', 'filing'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** A signed-in person and what they hold on the day of the request. */
export interface Who {
  readonly personId: string
  /** Their own jobs, on that day or ended: talks of an ended one can still be read. */
  readonly employmentIds: readonly string[]
  /** For each granted role, every unit it covers: the unit it was given for and all below. */
  readonly units: Readonly<Record<GrantedRole, ReadonlySet<string>>>
  /** A program asks for them, with a service token. */
  readonly isProgram: boolean
}

/** How a signed-in person stands to one talk on the day of the request. */
export interface Standing {
  /** One of the two whose talk it is; who holds the leader's role that day counts as the leader (R11.2). */
  readonly party: Party | null
  /** The leader whom the person acts for; null for who acts for themselves, also where the post is vacant (R13.2). */
  readonly onBehalfOf: string | null
  readonly isLeadersLeader: boolean
  /** HR of the employee's unit. */
  readonly isHr: boolean
}

export const stranger: Standing = { party: null, onBehalfOf: null, isLeadersLeader: false, isHr: false }

/**
 * Why somebody could read it: as one of the two, as the leader's deputy, as who holds the leader's role over a vacancy,
 * because the employee shared it, or because it was opened with a reason.
 */
export const accessStandings = [
  'employee',
  'leader',
  'deputy',
  'stand-in',
  'colleague',
  'break-glass',
] as const
export type AccessStanding = (typeof accessStandings)[number]

/** What the tables say of a talk and of the person who asks, on the day of the request. */
export interface Relation {
  readonly employeePersonId: string
  /** Today's leader; null while there is none. */
  readonly leaderPersonId: string | null
  /** The person answers for the team today, as its leader or for them. */
  readonly leads: boolean
  /** The same of the leader's own leader. */
  readonly leadsLeader: boolean
  /** The employee's unit; null before their first day. */
  readonly unitId: string | null
}

/** Nobody is HR or a leader of their own talk. A program has its person's roles and is no party to any talk (R15.1). */
export function standingTo(who: Who, relation: Relation): Standing {
  const { employeePersonId, leaderPersonId, leads, leadsLeader, unitId } = relation
  const isOwn = employeePersonId === who.personId
  const isHr = !isOwn && unitId !== null && who.units.hr.has(unitId)
  if (who.isProgram) return { ...stranger, isHr }
  if (isOwn) return { ...stranger, party: 'employee' }
  return {
    party: leads ? 'leader' : null,
    onBehalfOf: leads && leaderPersonId !== who.personId ? leaderPersonId : null,
    isLeadersLeader: leadsLeader,
    isHr,
  }
}

/** That the talk exists, how far it has come and its dates: status, never content (R15.1). */
export function maySeeTalk(standing: Standing): boolean {
  return standing.party !== null || standing.isLeadersLeader || standing.isHr
}

/** Talk content belongs to its two parties only (R15.1). */
export function maySeeContent(standing: Standing): boolean {
  return standing.party !== null
}

/**
 * Break-glass: HR of the employee's unit who were given the right to it may open a plan for a while, with a reason that
 * both parties read (R15.1). Nobody opens what they can read anyway.
 */
export function mayOpenPlan(who: Who, standing: Standing, unitId: string | null): boolean {
  return unitId !== null && standing.party === null && standing.isHr && who.units['break-glass'].has(unitId)
}

/** Where a talk stands in its mails: HR answers for who was reached (R14.5). */
export function maySeeMails(standing: Standing): boolean {
  return standing.isHr
}

export interface SheetOwnership {
  readonly author: Party
  readonly authorPersonId: string
  readonly isShared: boolean
}

/** A sheet is its author's until shared; then both parties read it (R5.3, R5.4). */
export function maySeeSheet(personId: string, standing: Standing, sheet: SheetOwnership): boolean {
  if (sheet.authorPersonId === personId) return true
  return sheet.isShared && maySeeContent(standing)
}

/** A colleague to prepare or follow up with is the employee's to choose (R5.3, R9.2). */
export function mayShareWithColleague(standing: Standing): boolean {
  return standing.party === 'employee'
}

/** Whose something is that is shared, and with whom. */
export interface ShareOwnership {
  readonly employeePersonId: string
  readonly colleaguePersonId: string
}

/** What is shared is read by the colleague it was shared with, and by whoever shared it. */
export function mayReadShare(personId: string, share: ShareOwnership): boolean {
  return [share.employeePersonId, share.colleaguePersonId].includes(personId)
}

export function mayTakeShareBack(personId: string, share: ShareOwnership): boolean {
  return share.employeePersonId === personId
}

/** With whom the employee prepares is theirs alone to read of (R15.1, R15.2). */
export function maySeeSharingAccess(standing: Standing): boolean {
  return standing.party === 'employee'
}

/** Who may do what on a talk; the rules then decide whether it is possible (`refuse`). */
export function mayAct(standing: Standing, act: TalkAct['type']): boolean {
  return actors[act].some((actor) => (actor === 'hr' ? standing.isHr : standing.party === actor))
}

const actors: Readonly<Record<TalkAct['type'], readonly (Party | 'hr')[]>> = {
  'set-appointment': ['leader'],
  'accept-appointment': ['employee'],
  'ask-other-time': ['employee'],
  'cancel-appointment': ['leader'],
  'report-not-invited': ['employee'],
  'mark-ready': ['employee', 'leader'],
  'report-held': ['leader'],
  'report-not-held': ['leader'],
  'confirm-held': ['employee'],
  'contradict-held': ['employee'],
  postpone: ['hr'],
  'set-not-held': ['hr'],
  'withdraw-not-held': ['hr'],
  exempt: ['hr'],
  'withdraw-exemption': ['hr'],
  'propose-plan': ['employee', 'leader'],
  'approve-plan': ['employee', 'leader'],
  'return-plan': ['employee', 'leader'],
  'end-plan-not-agreed': ['employee', 'leader'],
  'write-statement': ['employee', 'leader'],
  'journal-by-hand': ['leader'],
  'retry-filing': ['hr'],
  'set-status-appointment': ['leader'],
  'cancel-status-appointment': ['leader'],
  'report-status-talk-held': ['leader'],
  'agree-status-talk-away': ['employee', 'leader'],
  'report-action': ['employee', 'leader'],
  // Never forced: the employee answers, takes the answer back and calls the time off (R4.5).
  'answer-offer': ['employee'],
  'set-extra-appointment': ['leader'],
  'cancel-extra-appointment': ['employee', 'leader'],
  'report-extra-held': ['leader'],
}

/** Picking a published slot is the employee's way to the leader's act (R4.2). */
export function mayPickSlot(standing: Standing): boolean {
  return standing.party === 'employee'
}

/** Topics and "this form does not fit me" come from the employee (R4.4). */
export function mayWriteTopic(standing: Standing): boolean {
  return standing.party === 'employee'
}

/** A report on an action is its owner's (R9.2). */
export function mayReportAction(standing: Standing, owner: Party): boolean {
  return standing.party === owner
}

/** The leader registers an offer; answering it is an act of the employee's (R4.5). */
export function mayOffer(standing: Standing): boolean {
  return standing.party === 'leader'
}

/** The anonymous evaluation is the employee's (R6.2). */
export function mayEvaluate(standing: Standing): boolean {
  return standing.party === 'employee'
}

/** Themes are tagged by the leader (R10.1). */
export function mayTagThemes(standing: Standing): boolean {
  return standing.party === 'leader'
}

/** HR of the unit opens, changes, pauses and stops its rounds (R1.1, R14). */
export function mayRunRounds(who: Who, unitId: string): boolean {
  return who.units.hr.has(unitId)
}

/** HR imports people and answers for the roster (R13.1). */
export function mayManagePeople(who: Who, unitId: string): boolean {
  return who.units.hr.has(unitId)
}

/** A leader names their own deputy; HR of the leader's unit may do it for them (R13.2). */
export function mayNameDeputy(who: Who, leader: { personId: string; unitId: string }): boolean {
  return leader.personId === who.personId || who.units.hr.has(leader.unitId)
}

/** A deputy reads what the two write: only the leader may make the one who asks their deputy (R15.1). */
export function mayBeNamedDeputy(
  who: Who,
  leader: { personId: string },
  deputy: { personId: string },
): boolean {
  return leader.personId === who.personId || deputy.personId !== who.personId
}

/** Whoever names leaders, with the leaders' employments that they act for or are to. */
export interface NamingLeaders {
  readonly personId: string
  readonly actsFor: ReadonlySet<string>
}

/**
 * A leader reads what an employee wrote, also to the leader before, and so does who acts for them: nobody makes themselves
 * one of the two, by hand or by a file. Somebody else with the role does it (R15.1).
 */
export function mayBeNamedLeader(
  by: NamingLeaders,
  leader: { personId: string; employmentId: string },
): boolean {
  return leader.personId !== by.personId && !by.actsFor.has(leader.employmentId)
}

/** A file may name anybody, so importing is for HR of everything: of every unit at the top (R13.1). */
export function mayImport(who: Who, topUnitIds: readonly string[]): boolean {
  return topUnitIds.length > 0 && topUnitIds.every((unitId) => who.units.hr.has(unitId))
}

/** The installation's default materials are for HR of everything (R5.1). */
export function mayEditDefaults(who: Who, topUnitIds: readonly string[]): boolean {
  return mayImport(who, topUnitIds)
}

/** How long everything is kept, and whom to erase, is for HR or an administrator of everything (R15.2). */
export function mayGovernData(who: Who, topUnitIds: readonly string[]): boolean {
  const { hr, administrator } = who.units
  return topUnitIds.length > 0 && topUnitIds.every((unitId) => hr.has(unitId) || administrator.has(unitId))
}

/** The works council sees aggregates, as HR does (R15.1). */
export function maySeeAggregates(who: Who, unitId: string): boolean {
  return who.units.hr.has(unitId) || who.units['works-council'].has(unitId)
}

/** HR of a unit sees how far its people's talks have come, whoever's round they are in (R11.2, R14.4). */
export function maySeeStatus(who: Who, unitId: string): boolean {
  return who.units.hr.has(unitId)
}

/** Roles are given by an administrator (R13.4). */
export function mayGrantRoles(who: Who, unitId: string): boolean {
  return who.units.administrator.has(unitId)
}

/** Programs call for HR: who is HR of some unit has service tokens, and they are good for no longer than that. */
export function mayHaveTokens(who: Who): boolean {
  return holds(who, 'hr')
}

/** An administrator of everything sees everybody's service tokens, and revokes them. */
export function mayGovernTokens(who: Who, topUnitIds: readonly string[]): boolean {
  return topUnitIds.length > 0 && topUnitIds.every((unitId) => who.units.administrator.has(unitId))
}

export function mayRevokeToken(
  who: Who,
  token: { personId: string },
  topUnitIds: readonly string[],
): boolean {
  return token.personId === who.personId || mayGovernTokens(who, topUnitIds)
}

/** What names no scope is for people alone. */
export function isWithinScopes(scopes: readonly TokenScope[], wanted: TokenScope | null): boolean {
  return wanted !== null && scopes.includes(wanted)
}

/** The units whose people the person is HR of: what their lists are cut to. */
export function unitsAsHr(who: Who): readonly string[] {
  return [...who.units.hr]
}

/** The units whose figures the person sees (R15.1). */
export function unitsToFollow(who: Who): readonly string[] {
  return [...new Set([...who.units.hr, ...who.units['works-council']])]
}

/** The units in which the person gives roles (R13.4). */
export function unitsToAdminister(who: Who): readonly string[] {
  return [...who.units.administrator]
}

/** The units the person holds any role for: what they can choose among. */
export function unitsWithARole(who: Who): readonly string[] {
  return [...new Set(Object.values(who.units).flatMap((units) => [...units]))]
}

/** HR of some unit has HR's pages; what stands on them is asked for unit by unit. */
export function isHrAnywhere(who: Who): boolean {
  return holds(who, 'hr')
}

/** Who gives roles in some unit has the page to do it on; each unit is asked for. */
export function administersAnywhere(who: Who): boolean {
  return holds(who, 'administrator')
}

/** To name a leader, a deputy or who gets a role, HR and administrators find anybody who is employed (R13). */
export function mayFindAnybody(who: Who): boolean {
  return holds(who, 'hr') || holds(who, 'administrator')
}

/** Who sees figures of some unit has the pages that list rounds; which ones is asked for each. */
export function followsRounds(who: Who): boolean {
  return holds(who, 'hr') || holds(who, 'works-council')
}

/** Whether the person holds a role anywhere: what is said of them, never what they may. */
export function holds(who: Who, role: GrantedRole): boolean {
  return who.units[role].size > 0
}

/** Who reaches what is others' shows more than one factor when they sign in (R15.1). */
export function needsStrongSignIn(who: Who): boolean {
  return (['hr', 'administrator', 'break-glass'] as const).some((role) => holds(who, role))
}

export function holdsAny(who: Who): boolean {
  return grantedRoles.some((role) => holds(who, role))
}
