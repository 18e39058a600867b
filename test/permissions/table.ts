import type { TokenScope } from '../../domain/permissions.ts'
import { canary } from './texts.ts'
import { isProgram, type Persona, personas } from './world.ts'

/** Who gets an answer at an address; for everybody else there is nothing there. */
export interface Line {
  readonly who: readonly Persona[]
  /** Nobody is asked to sign in first. */
  readonly isOpen?: boolean
  /** Programs with a service token of it get what the person gets for whom they act; all others none. */
  readonly scope?: TokenScope
  /** JSON for the api, fields for a form: something it takes. ':talkId' stands for that id. */
  readonly body?: object
  readonly query?: Readonly<Record<string, string>>
  /** Names in the address that stand for something else here. */
  readonly ids?: Readonly<Record<string, string>>
  /** Words, and who of those who get an answer finds them in it. */
  readonly shows?: Shown
}

type Shown = Readonly<Record<string, readonly Persona[]>>

const anybody = personas
/** Whoever has left does not come in any more. */
const signedIn = personas.filter(
  (persona) => persona !== 'nobody' && persona !== 'left' && !isProgram(persona),
)
/** The two whose talk it is; a deputy stands in for the leader. */
const parties = ['employee', 'leader', 'deputy'] as const
const employee = ['employee'] as const
const leading = ['leader', 'deputy'] as const
/** Pages about a team of one's own, whichever it is. */
const anyLeading = [...leading, 'otherLeader', 'leadersLeader'] as const
const hr = ['hr', 'hrAbove', 'breakGlass'] as const
const hrOfEverything = ['hrAbove'] as const
/** How long everything is kept, and whom to erase (R15.2). */
const governing = ['hrAbove', 'administrator'] as const
/** HR of any unit: pages whose contents depend on whose unit is asked for. */
const anyHr = [...hr, 'otherHr'] as const
/** HR of the unit with the right to open a plan, for a while and with a reason that the two read. */
const breakGlass = ['breakGlass'] as const
/** How far a talk has come, never what is written (R15.1). */
const status = [...parties, 'leadersLeader', ...hr] as const
const aggregates = [...hr, 'council'] as const
const anyAggregates = [...anyHr, 'council'] as const
/** Those the round is about, beside those who follow it. */
const round = [...aggregates, 'employee', 'colleague', 'leader', 'deputy', 'leadersLeader'] as const

function to(who: readonly Persona[], body?: object, query?: Readonly<Record<string, string>>): Line {
  return { who, ...(body && { body }), ...(query && { query }) }
}

/** An answer that is not the same to everybody who gets one. */
function showing(line: Line, shows: Shown): Line {
  return { ...line, shows }
}

/** Programs may ask too. */
function scoped(scope: TokenScope, line: Line): Line {
  return { ...line, scope }
}

/** The same under names that stand for something else. */
function under(ids: Readonly<Record<string, string>>, line: Line): Line {
  return { ...line, ids }
}

const time = { startsAt: '2027-03-15T09:00:00Z', place: 'Kontoret' }
const HASH = 'a'.repeat(64)
const hours = {
  from: '2027-03-01',
  to: '2027-03-05',
  weekdays: [1, 2, 3, 4, 5],
  begin: 540,
  end: 720,
  minutes: 60,
  pause: 0,
}
const typedHours = {
  from: '2027-03-01',
  to: '2027-03-05',
  weekdays: '1,2,3,4,5',
  begin: '09:00',
  end: '12:00',
  minutes: '60',
  pause: '0',
}
const plan = { goals: [], actions: [], notDoing: [], plannedTraining: [], completedTraining: [] }
const newRound = { unitId: ':unitId', year: 2028, talksFrom: '2028-02-01', name: 'MUS 2028' }
const typedRound = {
  unit: ':unitId',
  unitId: ':unitId',
  year: '2028',
  talksFrom: '2028-02-01',
  talksTo: '2028-04-28',
  name: 'MUS 2028',
  kind: 'mus',
  sector: 'municipal',
}
const groupTime = { ...time, talkIds: [':talkId', ':othersTalkId'] }
const typedGroupTime = {
  on: '2027-03-15',
  time: '09:00',
  talkIds: [':talkId', ':othersTalkId'],
  leaderId: ':leaderId',
}
const material = { basedOn: 0, content: { title: 'Vejledning', intro: '', sections: [], files: [] } }

/** One line for each address the app answers: a route, a page or a form that is missing here fails the suite. */
export const table: Readonly<Record<string, Line>> = {
  'GET /assets/css/dkfds.css': to(anybody),
  'GET /assets/css/aarshjul.css': to(anybody),
  'GET /assets/js/aarshjul.js': to(anybody),
  'GET /health/live': to(anybody),
  'GET /health/ready': to(anybody),
  'GET /api/openapi.json': to(anybody),
  'GET /api/docs': to(anybody),
  'GET /api/docs/start.js': to(anybody),

  'GET /privacy': to(anybody),

  'POST /api/v1/sign-in': to(anybody, { email: 'ingen@by.example' }),
  'POST /api/v1/session': to(anybody, { token: 'x'.repeat(43) }),
  'DELETE /api/v1/session': to(signedIn),
  'GET /sign-in': to(anybody),
  'POST /sign-in': to(anybody, { email: 'ingen@by.example' }),
  'GET /sign-in/:token': to(anybody),
  'POST /sign-in/:token': to(anybody),
  // No provider of that name; where there is one, whoever comes is sent to it.
  'GET /sign-in/with/:provider': { ...to([]), isOpen: true },
  'GET /sign-in/with/:provider/return': { ...to(anybody), isOpen: true },
  'POST /sign-in/with/:provider/sign-out': { ...to([]), isOpen: true },
  'POST /sign-out': to(anybody),
  'POST /language': to(anybody, { language: 'en', path: '/' }),

  'GET /api/v1/me': showing(to(signedIn), {
    'administrator"': ['administrator'],
    'works-council"': ['council'],
    'break-glass"': ['breakGlass'],
  }),
  'PUT /api/v1/me/language': to(signedIn, { language: 'en' }),
  'GET /api/v1/me/kept-sheets': showing(to(signedIn), { [canary('former-leaders-sheet')]: ['formerLeader'] }),
  'DELETE /api/v1/me/kept-sheets/:sheetId': to(['formerLeader']),
  'GET /api/v1/me/data': to(signedIn),
  'GET /api/v1/me/sessions': to(signedIn),
  'DELETE /api/v1/me/sessions/:sessionId': to(employee),
  'DELETE /api/v1/me/sessions': to(signedIn),
  'GET /api/v1/me/shares': to(signedIn),
  'GET /api/v1/me/nudges': to(signedIn),
  'GET /api/v1/team': to(signedIn),
  'POST /api/v1/team/proposed-times': to(leading, { ...hours, talkIds: [':othersTalkId'] }),
  'POST /api/v1/team/free-times': to(leading, { ...hours, roundId: ':roundId', leaderId: ':leaderId' }),
  'GET /api/v1/colleagues': to(signedIn, undefined, { search: 'Sofie' }),

  'GET /api/v1/talks/:talkId': showing(to(status), { [canary('plan')]: parties, [canary('place')]: parties }),
  'GET /api/v1/talks/:talkId/accesses': showing(to(parties), {
    // With whom the employee prepares is theirs alone to know.
    Sofie: employee,
  }),
  'POST /api/v1/talks/:talkId/appointment': to(leading, time),
  'DELETE /api/v1/talks/:talkId/appointment': to(leading),
  'GET /api/v1/talks/:talkId/appointment/calendar': to(parties),
  'POST /api/v1/talks/:talkId/appointment/acceptance': to(employee),
  'POST /api/v1/talks/:talkId/appointment/other-time': to(employee, { wish: 'Hellere torsdag' }),
  'POST /api/v1/talks/:talkId/not-invited': to(employee),
  'POST /api/v1/appointments': to(signedIn, { appointments: [{ talkId: ':talkId', ...time }] }),
  'POST /api/v1/rounds/:roundId/slots': to(leading, {
    leaderEmploymentId: ':leaderId',
    slots: [{ startsAt: '2027-03-16T09:00:00Z', place: '' }],
  }),
  'GET /api/v1/rounds/:roundId/slots': to(signedIn),
  'DELETE /api/v1/slots/:slotId': to(leading),
  'GET /api/v1/talks/:talkId/slots': to(parties),
  'POST /api/v1/talks/:talkId/slot-choice': to(employee, { slotId: ':slotId' }),
  'GET /api/v1/talks/:talkId/topics': to(parties),
  'POST /api/v1/talks/:talkId/topics': to(employee, { text: 'Opgaver' }),
  'DELETE /api/v1/talks/:talkId/topics/:topicId': to(employee),
  'GET /api/v1/talks/:talkId/sheets': showing(to(parties), {
    [canary('sheet')]: employee,
    [canary('leaders-sheet')]: ['leader'],
    [canary('former-leaders-shared-sheet')]: parties,
  }),
  'PUT /api/v1/talks/:talkId/sheets/mine': to(parties, { version: 0, content: {} }),
  'POST /api/v1/talks/:talkId/sheets/mine/sharing': to(parties),
  'PUT /api/v1/talks/:talkId/readiness': to(parties, { ready: true }),
  'POST /api/v1/talks/:talkId/shares': to(employee, { what: 'sheet', withEmploymentId: ':readerId' }),
  'GET /api/v1/shares/:shareId': to(['employee', 'reader']),
  'DELETE /api/v1/shares/:shareId': to(employee),
  'POST /api/v1/talks/:talkId/outcome': to(leading, { outcome: 'held', on: '2027-02-12' }),
  'POST /api/v1/talks/:talkId/outcome/confirmation': to(employee),
  'POST /api/v1/talks/:talkId/outcome/contradiction': to(employee),
  'POST /api/v1/talks/:talkId/postponement': to(hr, { until: null }),
  'POST /api/v1/talks/:talkId/not-held': to(hr, { reason: 'other' }),
  'DELETE /api/v1/talks/:talkId/not-held': to(hr),
  'POST /api/v1/talks/:talkId/exemption': to(hr, { reason: 'lus' }),
  'DELETE /api/v1/talks/:talkId/exemption': to(hr),
  'GET /api/v1/talks/:talkId/plan': to(parties),
  'GET /api/v1/talks/:talkId/since-last': to(parties),
  'PUT /api/v1/talks/:talkId/plan/draft': to(parties, { version: 0, content: {} }),
  'POST /api/v1/talks/:talkId/plan-versions': to(parties, { content: plan }),
  'POST /api/v1/talks/:talkId/plan-versions/:versionId/approval': to(parties, { hash: HASH }),
  'POST /api/v1/talks/:talkId/plan-versions/:versionId/return': to(parties, { comment: 'Mangler en dato' }),
  'POST /api/v1/talks/:talkId/plan/not-agreed': to(parties),
  'PUT /api/v1/talks/:talkId/plan/statement': to(parties, { statement: 'Vi blev ikke enige' }),
  'GET /api/v1/talks/:talkId/plan-versions/:versionId/pdf': to(parties),
  'GET /api/v1/talks/:talkId/plan-versions/:versionId/receipt': to(parties),
  'POST /api/v1/talks/:talkId/plan-versions/:versionId/journal-entry': to(leading, { caseNumber: '27/1' }),
  'GET /api/v1/journal-entries': scoped('filing', showing(to(signedIn), { Anna: hr })),
  'POST /api/v1/journal-entries/:entryId/tries': scoped('filing', to(hr)),
  'POST /api/v1/talks/:talkId/status-talks/:statusTalkId/appointment': to(leading, time),
  'DELETE /api/v1/talks/:talkId/status-talks/:statusTalkId/appointment': to(leading),
  'POST /api/v1/talks/:talkId/status-talks/:statusTalkId/appointment/acceptance': to(employee),
  'POST /api/v1/talks/:talkId/status-talks/:statusTalkId/appointment/other-time': to(employee),
  'POST /api/v1/talks/:talkId/status-talks/:statusTalkId/outcome': to(leading, { on: '2027-02-12' }),
  'POST /api/v1/talks/:talkId/status-talks/:statusTalkId/agreed-away': to(parties),
  'POST /api/v1/actions/:actionId/report': to(employee, { report: 'done' }),
  'GET /api/v1/talks/:talkId/status-talks/:statusTalkId/appointment/calendar': to(parties),
  'GET /api/v1/talks/:talkId/offers/:kind/appointment/calendar': to(parties),
  'POST /api/v1/talks/:talkId/offers': to(leading, { kind: 'senior' }),
  'PUT /api/v1/talks/:talkId/offers/:kind/answer': to(employee, { answer: 'yes' }),
  'POST /api/v1/talks/:talkId/offers/:kind/appointment': to(leading, time),
  'DELETE /api/v1/talks/:talkId/offers/:kind/appointment': to(parties),
  'POST /api/v1/talks/:talkId/offers/:kind/outcome': to(leading, { on: '2027-02-12' }),
  'GET /api/v1/talks/:talkId/evaluation': to(employee),
  'POST /api/v1/talks/:talkId/evaluation': to(employee, {
    answers: { prepared: 3, listened: 3, future: 3, worthwhile: 3 },
  }),
  'GET /api/v1/talks/:talkId/themes': to(leading),
  'PUT /api/v1/talks/:talkId/themes': to(leading, { themes: ['opgaver'] }),
  'GET /api/v1/talks/:talkId/materials': to(status),
  'GET /api/v1/talks/:talkId/material-files/:fileId': to(status),
  'GET /api/v1/talks/:talkId/orientation': to(status),
  'GET /api/v1/talks/:talkId/group-feedback': to([]),
  'GET /api/v1/rounds/:roundId/group-talks': to(leading),
  'GET /api/v1/rounds/:roundId/group-talks/overview': to(hr),
  'POST /api/v1/rounds/:roundId/group-talks': to(leading, groupTime),
  'PUT /api/v1/group-talks/:groupTalkId': to(leading, groupTime),
  'DELETE /api/v1/group-talks/:groupTalkId': to(leading),
  'POST /api/v1/group-talks/:groupTalkId/outcome': to(leading, { heldOn: '2027-02-12', tookPart: [] }),
  // When and where the team meets is for the two; that it does is status.
  'GET /api/v1/talks/:talkId/group-talks': showing(to(status), { [canary('group-place')]: parties }),
  'GET /api/v1/talks/:talkId/notices': to(hr),
  'POST /api/v1/talks/:talkId/plan-openings': to(breakGlass, { reason: 'Tilsyn' }),
  'GET /api/v1/talks/:talkId/opened-plan': to(breakGlass),
  'GET /api/v1/talks/:talkId/plan-openings': to(parties),
  'GET /talks/:talkId/plan-opening': to(breakGlass),
  'POST /talks/:talkId/plan-opening': to(breakGlass, { reason: 'Tilsyn' }),

  'GET /api/v1/rounds': scoped(
    'rounds',
    showing(to(signedIn), {
      'MUS 2026': aggregates,
      'LUS 2027': aggregates,
      'MUS Vester': ['hrAbove', 'otherHr', 'council'],
    }),
  ),
  'POST /api/v1/rounds': to(hr, newRound),
  'GET /api/v1/rounds/:roundId': scoped('rounds', to(round)),
  'PATCH /api/v1/rounds/:roundId': to(hr, { focusText: 'Trivsel' }),
  'DELETE /api/v1/rounds/:roundId': to(hr),
  'GET /api/v1/rounds/:roundId/progress': scoped('rounds', to(hr)),
  'GET /api/v1/rounds/:roundId/roster': to(hr),
  'POST /api/v1/rounds/:roundId/start': to(hr),
  'POST /api/v1/rounds/:roundId/pause': to(hr),
  'DELETE /api/v1/rounds/:roundId/pause': to(hr),
  'POST /api/v1/rounds/:roundId/stop': to(hr, { reason: 'Omlægning' }),
  'POST /api/v1/rounds/:roundId/closing': to(hr),
  'GET /api/v1/rounds/:roundId/unit-pauses': to(hr),
  'GET /api/v1/rounds/:roundId/unit-stops': to(hr),
  'POST /api/v1/rounds/:roundId/units/:unitId/pause': to(hr),
  'DELETE /api/v1/rounds/:roundId/units/:unitId/pause': to(hr),
  'POST /api/v1/rounds/:roundId/units/:unitId/stop': to(hr, { reason: 'Omlægning' }),
  'POST /api/v1/policy-previews': to(hr, { unitId: ':unitId', talksFrom: '2028-02-01' }),
  'GET /api/v1/rounds/:roundId/policies': to(hr),
  'POST /api/v1/rounds/:roundId/policy-previews': to(hr, { overrides: { noticeDays: 8 } }),
  'POST /api/v1/rounds/:roundId/policies': to(hr, { overrides: { noticeDays: 8 } }),
  'GET /api/v1/rounds/:roundId/dry-run': to(hr),
  'GET /api/v1/rounds/:roundId/dry-run.csv': to(hr),
  'GET /api/v1/rounds/:roundId/overview': scoped('rounds', to(aggregates)),
  'GET /api/v1/rounds/:roundId/overview.csv': scoped('rounds', to(aggregates)),
  'GET /api/v1/rounds/:roundId/overview.xlsx': scoped('rounds', to(aggregates)),
  'GET /api/v1/rounds/:roundId/talks': scoped('rounds', to(hr)),
  'GET /api/v1/rounds/:roundId/leaders': to(hr),
  'GET /api/v1/units/:unitId/trend': scoped('rounds', to(aggregates)),
  'GET /api/v1/materials': to(hrOfEverything),
  'GET /api/v1/job-groups': to(signedIn),
  'GET /api/v1/materials/:material/:language': to(hrOfEverything),
  'POST /api/v1/material-files': to(hrOfEverything, undefined, { name: 'skema.pdf' }),
  'GET /api/v1/material-files/:fileId': under({ fileId: 'defaultFileId' }, to(hrOfEverything)),
  'PUT /api/v1/materials/:material/:language': to(hrOfEverything, material),
  'GET /api/v1/rounds/:roundId/materials': to(hr),
  'GET /api/v1/rounds/:roundId/materials/:material/:language': to(hr),
  'PUT /api/v1/rounds/:roundId/materials/:material/:language': to(hr, material),
  'POST /api/v1/rounds/:roundId/material-files': to(hr, undefined, { name: 'skema.pdf' }),
  'GET /api/v1/rounds/:roundId/material-files/:fileId': to(hr),
  'GET /api/v1/rounds/:roundId/local-orientation': to(leading),
  'PUT /api/v1/rounds/:roundId/local-orientation': to(leading, { version: 0, text: 'Velkommen' }),
  'GET /api/v1/rounds/:roundId/group-feedback': to(leading),
  'PUT /api/v1/rounds/:roundId/group-feedback': to(leading, { version: 0, text: 'Tak' }),
  'POST /api/v1/rounds/:roundId/group-feedback/sending': to(leading),
  'GET /api/v1/rounds/:roundId/evaluation-pack': scoped('rounds', to(aggregates)),
  'GET /api/v1/rounds/:roundId/evaluation-pack.csv': scoped('rounds', to(aggregates)),
  'GET /api/v1/rounds/:roundId/evaluation-pack.pdf': scoped('rounds', to(aggregates)),
  'POST /api/v1/rounds/:roundId/evaluation-discussion': to(aggregates, { on: '2027-02-10' }),
  'GET /api/v1/people/:personId/mails': to(['employee', ...hr]),
  'GET /api/v1/mails': showing(to(anyHr), { Anna: hr }),
  'POST /api/v1/mails/:mailId/resending': to(hr),
  'GET /api/v1/mails/printed': showing(to(signedIn), { Gerd: [...leading, ...hr] }),
  'GET /api/v1/rounds/:roundId/escalations': to(hr),
  'GET /api/v1/rounds/:roundId/nudges': to(hr),
  'POST /api/v1/rounds/:roundId/nudges': to(hr, { talkIds: [':talkId'], text: 'Husk din samtale' }),

  'GET /api/v1/units': scoped(
    'people',
    showing(to(signedIn), {
      Ådalskolen: [...aggregates, 'administrator'],
      Vesterskolen: ['hrAbove', 'otherHr', 'council', 'administrator', 'breakGlass'],
    }),
  ),
  'PATCH /api/v1/units/:unitId': to(hr, { trName: 'Tove' }),
  'GET /api/v1/units/:unitId/closings': to(hr),
  'POST /api/v1/units/:unitId/closings': to(hr, { from: '2027-10-18', to: '2027-10-22' }),
  'DELETE /api/v1/units/:unitId/closings/:closingId': to(hr),
  'POST /api/v1/imports': scoped('people', to(hrOfEverything)),
  'GET /api/v1/imports': scoped('people', to(hrOfEverything)),
  'GET /api/v1/imports/:importId': scoped('people', to(hrOfEverything)),
  'PATCH /api/v1/imports/:importId': scoped('people', to(hrOfEverything, { completeFor: null })),
  'POST /api/v1/imports/:importId/commit': scoped('people', to(hrOfEverything)),
  'GET /api/v1/people': scoped('people', showing(to(signedIn), { Anna: hr, Otto: ['hrAbove', 'otherHr'] })),
  'GET /api/v1/people/:personId': to(hr),
  // Whoever names a leader, a deputy or a role finds anybody who is employed.
  'GET /api/v1/employments': to([...anyHr, 'administrator'], undefined, { search: 'Sofie' }),
  'GET /api/v1/employments/:employmentId': to(hr),
  'POST /api/v1/employments': to(hr, {
    number: 'M-ny',
    givenName: 'Nynne',
    familyName: 'Test',
    email: null,
    unitId: ':unitId',
    leaderId: ':leaderId',
    employedFrom: '2027-03-01',
    hoursPerWeek: 37,
  }),
  'PUT /api/v1/employments/:employmentId/leader': to(hr, { leaderId: null }),
  'PUT /api/v1/employments/:employmentId/unit': to(hr, { unitId: ':unitId' }),
  'PUT /api/v1/employments/:employmentId/last-day': to(hr, { lastDay: '2027-12-31' }),
  'PUT /api/v1/employments/:employmentId/details': to(hr, {
    givenName: 'Anna',
    familyName: 'Test',
    email: null,
    phone: null,
    language: 'da',
    title: 'Lærer',
    jobGroup: '',
    hoursPerWeek: 37,
  }),
  'PUT /api/v1/employments/:employmentId/person': to(hr, { sameAs: ':employmentId' }),
  'GET /api/v1/people/:personId/joining/:withPersonId': to(hr),
  'POST /api/v1/people/:personId/joining': to(hr, { withPersonId: ':withPersonId' }),
  'POST /api/v1/employments/:employmentId/leaves': to(hr, { from: '2027-08-01', to: null }),
  'PUT /api/v1/leaves/:leaveId': to(hr, { from: '2027-08-01', to: null }),
  'DELETE /api/v1/leaves/:leaveId': to(hr),
  'GET /api/v1/deputies': showing(to(signedIn), { Eva: ['leader', 'deputy', ...hr] }),
  'POST /api/v1/deputies': to(['leader', ...hr], {
    leaderId: ':leaderId',
    deputyId: ':readerId',
    from: '2027-05-01',
    to: '2027-05-31',
  }),
  'DELETE /api/v1/deputies/:deputyId': to(['leader', ...hr]),
  'GET /api/v1/role-grants': showing(to(signedIn), { Helle: ['administrator'] }),
  'POST /api/v1/role-grants': to(['administrator'], { personId: ':personId', role: 'hr', unitId: ':unitId' }),
  'DELETE /api/v1/role-grants/:roleGrantId': to(['administrator']),
  'GET /api/v1/service-tokens': showing(to([...anyHr, 'administrator']), {
    'Helles system': ['hr', 'administrator'],
  }),
  'POST /api/v1/service-tokens': to(anyHr, { name: 'Lønsystemet', scopes: ['people'] }),
  'DELETE /api/v1/service-tokens/:tokenId': to(['hr', 'administrator']),
  'GET /api/v1/retention': to(governing),
  'PUT /api/v1/retention/:kind': under({ kind: 'mails' }, to(governing, { months: 12 })),
  'POST /api/v1/legal-holds': to(governing, { personId: ':personId', reason: 'Sag' }),
  'DELETE /api/v1/legal-holds/:holdId': to(governing),
  'GET /api/v1/erasures': to(governing, undefined, { number: 'M-1' }),
  'GET /api/v1/people/:personId/erasure': to(governing),
  'POST /api/v1/people/:personId/erasure': to(governing),

  'GET /': showing(to(signedIn), { 'href="/rounds"': anyHr, 'href="/evaluations"': anyAggregates }),
  'GET /rounds': to(signedIn),
  'GET /rounds/new': to(anyHr),
  'GET /rounds/:roundId': to(round),
  'GET /rounds/:roundId/roster': to(hr),
  'GET /rounds/:roundId/dry-run': to(hr),
  'GET /rounds/:roundId/materials': to(hr),
  'GET /rounds/:roundId/materials/:material/:language': to(hr),
  'GET /rounds/:roundId/materials/:material/:language/versions/:version': to(hr),
  'GET /materials': to(anyHr),
  'GET /materials/:material/:language': to(hrOfEverything),
  'GET /materials/:material/:language/versions/:version': to(hrOfEverything),
  'GET /rounds/:roundId/texts': to(hr),
  'GET /rounds/:roundId/rules': to(hr),
  'GET /rounds/:roundId/talks': to(hr),
  'GET /rounds/:roundId/talks/:talkId': to(hr),
  'GET /rounds/:roundId/escalations': to(hr),
  'GET /rounds/:roundId/nudges/new': to(hr),
  'GET /rounds/:roundId/control': to(hr),
  'GET /evaluations': to(anyAggregates),
  'GET /rounds/:roundId/evaluation': to(aggregates),
  'GET /rounds/:roundId/trend': to(aggregates),
  'GET /talks/:talkId': to(status),
  'GET /team': to(signedIn),
  'GET /team/invite': to(signedIn),
  'GET /team/invite/times': to(signedIn),
  'GET /team/invite/sent': to(signedIn),
  'GET /team/slots': to(anyLeading),
  'GET /team/slots/times': to(leading, undefined, { ...typedHours, round: ':roundId', leader: ':leaderId' }),
  'GET /team/orientation': to(anyLeading),
  'GET /team/deputies': to(signedIn),
  'GET /rounds/:roundId/group-talks': to(leading),
  'GET /people': to(anyHr),
  'GET /people/new': to(anyHr),
  'GET /people/:personId': to(hr),
  'GET /people/:personId/joining/:withPersonId': to(hr),
  'GET /people/:personId/mails': to(['employee', ...hr]),
  'GET /people/:personId/erasure': to(governing),
  'GET /employments/:employmentId/details': to(hr),
  'GET /employments/:employmentId/leader': to(hr),
  'GET /employments/:employmentId/unit': to(hr),
  'GET /employments/:employmentId/last-day': to(hr),
  'GET /employments/:employmentId/leaves': to(hr),
  'GET /employments/:employmentId/deputies': to(hr),
  'GET /imports': to(hrOfEverything),
  'GET /imports/:importId': to(hrOfEverything),
  'GET /mails': to(anyHr),
  'GET /units': to(anyHr),
  'GET /filings': to(anyHr),
  'GET /mails/printed': to([...anyLeading, ...anyHr]),
  'GET /roles': to(['administrator']),
  'GET /service-tokens': showing(to([...anyHr, 'administrator']), {
    'Helles system': ['hr', 'administrator'],
  }),
  'GET /retention': to(governing),
  'GET /me/data': to(signedIn),
  'GET /me/sessions': to(signedIn),
  'POST /me/sessions/:sessionId/end': to(employee),
  'POST /me/sessions/end-others': to(signedIn),
  'GET /talks/:talkId/orientation': to(status),
  'GET /talks/:talkId/materials/:name': to(status),
  'GET /talks/:talkId/preparation': to(parties),
  'GET /talks/:talkId/evaluation': to(employee),
  'GET /talks/:talkId/sharing': to(employee),
  'GET /shares/:shareId': to(['employee', 'reader']),
  'GET /me/kept-sheets': to(signedIn),
  'GET /talks/:talkId/plan': to(parties),
  'GET /talks/:talkId/plan/versions/:versionId': to(parties),
  'GET /rounds/:roundId/group-feedback': to(leading),
  'GET /talks/:talkId/group-feedback': to([]),
  'GET /talks/:talkId/plan/draft': to(parties),

  'POST /talks/:talkId/appointment/acceptance': to(employee),
  'POST /talks/:talkId/appointment/other-time': to(employee, { wish: 'Hellere torsdag' }),
  'POST /talks/:talkId/slot-choice': to(employee, { slotId: ':slotId' }),
  'POST /talks/:talkId/not-invited': to(employee),
  'POST /talks/:talkId/topics': to(employee, { text: 'Opgaver' }),
  'POST /talks/:talkId/topics/form-does-not-fit': to(employee, { why: 'Nej' }),
  'POST /talks/:talkId/topics/was-held': to(employee, { heldWhen: 'I tirsdags' }),
  'POST /talks/:talkId/topics/:topicId/removal': to(employee),
  'POST /talks/:talkId/outcome/confirmation': to(employee),
  'POST /talks/:talkId/outcome/contradiction': to(employee),
  'POST /talks/:talkId/offers/:kind/answer': to(employee, { answer: 'yes' }),
  'POST /talks/:talkId/offers/:kind/appointment/cancellation': to(parties),
  'POST /talks/:talkId/actions/:actionId/report': to(employee, { 'report-:actionId': 'done' }),
  'POST /talks/:talkId/status-talks/:statusTalkId/appointment/acceptance': to(employee),
  'POST /talks/:talkId/status-talks/:statusTalkId/appointment/other-time': to(employee),
  'POST /talks/:talkId/status-talks/:statusTalkId/agreed-away': to(parties),
  'POST /talks/:talkId/preparation': to(parties, { version: '0', do: 'save' }),
  'POST /talks/:talkId/preparation/draft': to(parties, { version: '0' }),
  'POST /talks/:talkId/evaluation': to(employee),
  'POST /talks/:talkId/sharing': to(employee, { what: 'sheet', withEmploymentId: ':readerId' }),
  'POST /talks/:talkId/sharing/:shareId/removal': to(employee),
  'POST /me/kept-sheets/:sheetId/removal': to(['formerLeader']),
  'POST /team/invite': to(leading, { talkIds: ':othersTalkId', ...typedHours }),
  // What comes of it is told for each talk: of somebody else's that it does not exist.
  'POST /team/invite/times': to(signedIn, {
    talkIds: ':talkId',
    'on.:talkId': '2027-03-15',
    'time.:talkId': '09:00',
  }),
  'POST /team/slots': to(leading, { ...typedHours, round: ':roundId', leader: ':leaderId' }),
  'POST /team/slots/times': to(leading, {
    times: '2027-03-16T09:00:00Z',
    round: ':roundId',
    leader: ':leaderId',
  }),
  'POST /team/slots/:slotId/withdrawal': to(leading, { round: ':roundId', leader: ':leaderId' }),
  'POST /team/orientation': to(leading, { text: 'Velkommen', round: ':roundId', leader: ':leaderId' }),
  'POST /team/deputies/search': to(signedIn, { search: 'Sofie' }),
  'POST /team/deputies': to(['leader', ...hr], {
    leaderId: ':leaderId',
    deputyId: ':readerId',
    from: '2027-05-01',
    to: '2027-05-31',
  }),
  'POST /team/deputies/:deputyId/end': to(['leader', ...hr]),
  'POST /talks/:talkId/appointment': to(leading, { on: '2027-03-15', time: '09:00' }),
  'POST /talks/:talkId/appointment/cancellation': to(leading),
  'POST /talks/:talkId/outcome': to(leading, { heldOn: '2027-02-12' }),
  'POST /talks/:talkId/outcome/not-held': to(leading),
  'POST /talks/:talkId/themes': to(leading, { themes: 'opgaver' }),
  'POST /talks/:talkId/offers/:kind': to(leading),
  'POST /talks/:talkId/offers/:kind/appointment': to(leading, {
    'on-senior': '2027-03-15',
    'time-senior': '09:00',
  }),
  'POST /talks/:talkId/offers/:kind/outcome': to(leading, { 'heldOn-senior': '2027-02-12' }),
  'POST /talks/:talkId/status-talks/:statusTalkId/appointment': to(leading, {
    'on-:statusTalkId': '2027-03-15',
    'time-:statusTalkId': '09:00',
  }),
  'POST /talks/:talkId/status-talks/:statusTalkId/appointment/cancellation': to(leading),
  'POST /talks/:talkId/status-talks/:statusTalkId/outcome': to(leading, {
    'heldOn-:statusTalkId': '2027-02-12',
  }),
  'POST /talks/:talkId/plan/versions/:versionId/approval': to(parties, { hash: HASH }),
  'POST /talks/:talkId/plan/versions/:versionId/return': to(parties, { comment: 'Mangler en dato' }),
  'POST /talks/:talkId/plan/not-agreed': to(parties),
  'POST /talks/:talkId/plan/statement': to(parties, { statement: 'Vi blev ikke enige' }),
  'POST /talks/:talkId/plan/versions/:versionId/journal-entry': to(leading, { caseNumber: '27/1' }),
  'POST /rounds/:roundId/group-feedback': to(leading, { version: '0', text: 'Tak', leaderId: ':leaderId' }),
  'POST /rounds/:roundId/group-talks': to(leading, typedGroupTime),
  'POST /rounds/:roundId/group-talks/:groupTalkId': to(leading, {
    'on-:groupTalkId': '2027-03-15',
    'time-:groupTalkId': '09:00',
    'talkIds-:groupTalkId': [':talkId', ':othersTalkId'],
    leaderId: ':leaderId',
  }),
  'POST /rounds/:roundId/group-talks/:groupTalkId/cancellation': to(leading, { leaderId: ':leaderId' }),
  'POST /rounds/:roundId/group-talks/:groupTalkId/outcome': to(leading, {
    'heldOn-:groupTalkId': '2027-02-12',
    leaderId: ':leaderId',
  }),
  'POST /talks/:talkId/plan/draft': to(parties, { version: '0', do: 'save' }),
  'POST /people/new': to(hr, {
    number: 'M-ny',
    givenName: 'Nynne',
    familyName: 'Test',
    unitId: ':unitId',
    leaderId: ':leaderId',
    employedFrom: '2027-03-01',
    hoursPerWeek: '37',
  }),
  'POST /people/:personId/joining/:withPersonId': to(hr),
  'POST /people/:personId/mails/:mailId/resending': to(hr),
  'POST /employments/:employmentId/details': to(hr, {
    givenName: 'Anna',
    familyName: 'Test',
    email: '',
    phone: '',
    language: 'da',
    title: 'Lærer',
    jobGroup: '',
    hoursPerWeek: '37',
  }),
  'POST /filings/:entryId/tries': to(hr),
  'POST /units/:unitId/tr': to(hr, { unitId: ':unitId', trName: 'Tove' }),
  'POST /units/:unitId/closings': to(hr, { unitId: ':unitId', from: '2027-10-18', to: '2027-10-22' }),
  'POST /units/:unitId/closings/:closingId/removal': to(hr, { unitId: ':unitId' }),
  'POST /employments/:employmentId/leader': to(hr, { leaderId: ':leaderId', from: '2027-03-01' }),
  'POST /employments/:employmentId/unit': to(hr, { unitId: ':unitId', from: '2027-03-01' }),
  'POST /employments/:employmentId/last-day': to(hr, { lastDay: '2027-12-31' }),
  'POST /employments/:employmentId/last-day/withdrawal': to(hr),
  'POST /employments/:employmentId/leaves': to(hr, { from: '2027-08-01', to: '' }),
  'POST /employments/:employmentId/leaves/:leaveId': to(hr, {
    'from-:leaveId': '2027-08-01',
    'to-:leaveId': '',
  }),
  'POST /employments/:employmentId/leaves/:leaveId/removal': to(hr),
  'POST /employments/:employmentId/deputies': under(
    { employmentId: 'leaderId' },
    to(['leader', ...hr], { deputyId: ':readerId', from: '2027-05-01', to: '2027-05-31' }),
  ),
  'POST /employments/:employmentId/deputies/:deputyId/end': under(
    { employmentId: 'leaderId' },
    to(['leader', ...hr]),
  ),
  'POST /imports': to(hrOfEverything),
  'POST /imports/:importId': to(hrOfEverything, { validFrom: '2027-02-15', completeFor: '' }),
  'POST /imports/:importId/commit': to(hrOfEverything),
  'POST /roles': to(['administrator'], {
    personId: ':personId',
    role: 'hr',
    unitId: ':unitId',
    from: '2027-03-01',
  }),
  'POST /roles/:roleGrantId/end': to(['administrator']),
  'POST /service-tokens': to(anyHr, { name: 'Lønsystemet', scopes: 'people', days: '90' }),
  'POST /service-tokens/:tokenId/revocation': to(['hr', 'administrator']),
  'POST /retention/months': to(governing, { 'mails-months': '12' }),
  'POST /retention/holds/:holdId/end': to(governing),
  'POST /retention/person': to(governing, { number: 'M-1' }),
  'POST /people/:personId/legal-hold': to(governing, { reason: 'Sag' }),
  'POST /people/:personId/erasure': to(governing, { sure: 'true' }),
  'POST /rounds/new/calendar': to(hr, typedRound),
  'POST /rounds/new': to(hr, typedRound),
  'POST /materials/:material/:language': to(hrOfEverything),
  'POST /rounds/:roundId/materials/:material/:language': to(hr),
  'POST /rounds/:roundId/texts': to(hr, { name: 'MUS 2027' }),
  'POST /rounds/:roundId/start': to(hr),
  'POST /rounds/:roundId/deletion': to(hr),
  'POST /rounds/:roundId/rules': to(hr),
  'POST /rounds/:roundId/rules/changes': to(hr),
  'POST /rounds/:roundId/talks/:talkId/postponement': to(hr),
  'POST /rounds/:roundId/talks/:talkId/not-held': to(hr, { notHeldReason: 'other' }),
  'POST /rounds/:roundId/talks/:talkId/not-held-withdrawal': to(hr),
  'POST /rounds/:roundId/talks/:talkId/exemption': to(hr, { exemptReason: 'lus' }),
  'POST /rounds/:roundId/talks/:talkId/exemption-withdrawal': to(hr),
  'POST /rounds/:roundId/nudges/new': to(hr, { talkIds: ':talkId', text: 'Husk din samtale' }),
  'POST /rounds/:roundId/pause': to(hr),
  'POST /rounds/:roundId/resumption': to(hr),
  'POST /rounds/:roundId/stop': to(hr, { reason: 'Omlægning' }),
  'POST /rounds/:roundId/closing': to(hr),
  'POST /rounds/:roundId/units/pause': to(hr, { unitId: ':unitId' }),
  'POST /rounds/:roundId/units/stop': to(hr, { stoppedUnitId: ':unitId', unitReason: 'Omlægning' }),
  'POST /rounds/:roundId/units/resumption': to(hr, { unitId: ':unitId' }),
  'POST /rounds/:roundId/evaluation': to(aggregates, { on: '2027-02-10' }),
}

/** Anna's talk of the year before: its plan is filed, its round closed. */
const lastYears = (line: Line) => under({ talkId: 'lastTalkId' }, line)
const exempts = (line: Line) => under({ talkId: 'exemptTalkId' }, line)
const heldOne = (line: Line) => under({ talkId: 'heldTalkId' }, line)
/** Sofie of the other school, whom Carl leads. */
const aboutSofie = ['reader', 'leadersLeader', 'otherHr', 'hrAbove'] as const

/** The same addresses in another state, or asked for something else. */
export const cases: readonly { readonly address: string; readonly about: string; readonly line: Line }[] = [
  {
    address: 'POST /api/v1/deputies',
    about: 'who asks would become the deputy',
    line: showing(
      to(['leader', ...hr], {
        leaderId: ':leaderId',
        deputyId: ':hrId',
        from: '2027-05-01',
        to: '2027-05-31',
      }),
      // A deputy reads what the two write: only the leader may choose the one who asks.
      { 'deputy-names-itself': ['hr'] },
    ),
  },
  {
    address: 'PUT /api/v1/employments/:employmentId/leader',
    about: 'who asks would become the leader',
    line: showing(to(hr, { leaderId: ':hrId', from: '2027-03-01' }), { 'leader-names-itself': ['hr'] }),
  },
  {
    address: 'POST /api/v1/employments',
    about: 'who asks would become the leader of somebody new',
    line: showing(
      to(hr, {
        number: 'M-hr',
        givenName: 'Nynne',
        familyName: 'Test',
        email: null,
        unitId: ':unitId',
        leaderId: ':hrId',
        employedFrom: '2027-03-01',
        hoursPerWeek: 37,
      }),
      { 'leader-names-itself': ['hr'] },
    ),
  },
  {
    address: 'GET /api/v1/talks/:talkId/plan',
    about: 'filed, of a round that is closed',
    line: lastYears(showing(to(parties), { [canary('last-plan')]: parties })),
  },
  {
    address: 'GET /api/v1/talks/:talkId',
    about: 'of a round that is closed',
    line: lastYears(to(status)),
  },
  {
    address: 'PUT /api/v1/talks/:talkId/sheets/mine',
    about: 'of a round that is closed',
    line: lastYears(to(parties, { version: 0, content: {} })),
  },
  {
    address: 'POST /api/v1/talks/:talkId/not-held',
    about: 'of a round that is closed',
    line: lastYears(to(hr, { reason: 'other' })),
  },
  {
    address: 'GET /api/v1/talks/:talkId/opened-plan',
    about: 'the plan is open',
    line: lastYears(showing(to(breakGlass), { [canary('last-plan')]: breakGlass })),
  },
  {
    address: 'GET /api/v1/talks/:talkId/opened-plan',
    about: 'the plan was open until yesterday',
    line: showing(to(breakGlass), { [canary('plan')]: [] }),
  },
  {
    address: 'GET /talks/:talkId/plan-opening',
    about: 'the plan is open',
    line: lastYears(to(breakGlass)),
  },
  {
    address: 'GET /api/v1/talks/:talkId/plan-openings',
    about: 'the plan is open',
    line: lastYears(showing(to(parties), { [canary('opening-reason')]: parties })),
  },
  { address: 'GET /api/v1/talks/:talkId', about: 'exempt', line: exempts(to(aboutSofie)) },
  {
    address: 'POST /api/v1/talks/:talkId/appointment',
    about: 'exempt',
    line: exempts(to(['leadersLeader'], time)),
  },
  {
    address: 'DELETE /api/v1/talks/:talkId/exemption',
    about: 'exempt',
    line: exempts(to(['otherHr', 'hrAbove'])),
  },
  {
    address: 'GET /api/v1/talks/:talkId',
    about: 'held',
    line: heldOne(to(['formerLeader', 'leadersLeader', ...hr])),
  },
  {
    address: 'POST /api/v1/talks/:talkId/outcome/confirmation',
    about: 'held',
    line: heldOne(to(['formerLeader'])),
  },
  {
    address: 'POST /api/v1/talks/:talkId/plan-versions',
    about: 'held',
    line: heldOne(to(['formerLeader', 'leadersLeader'], { content: plan })),
  },
  {
    address: 'POST /api/v1/rounds/:roundId/pause',
    about: 'the round is closed',
    line: under({ roundId: 'lastRoundId' }, to(hr)),
  },
  {
    address: 'GET /api/v1/rounds/:roundId/overview',
    about: 'the round is closed',
    line: under({ roundId: 'lastRoundId' }, scoped('rounds', to(aggregates))),
  },
  {
    address: 'GET /api/v1/people',
    about: 'a unit is named',
    line: scoped('people', to(hr, undefined, { unitId: ':unitId' })),
  },
  {
    address: 'GET /api/v1/journal-entries',
    about: 'a unit is named',
    line: scoped('filing', to(hr, undefined, { unitId: ':unitId' })),
  },
  {
    address: 'POST /api/v1/talks/:talkId/outcome',
    about: 'the talk was not held',
    line: to(leading, { outcome: 'not-held' }),
  },
  {
    address: 'GET /api/v1/rounds/:draftId',
    about: 'the round is a draft',
    line: scoped('rounds', to([...hr, 'council'])),
  },
]
