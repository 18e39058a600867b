import { randomUUID } from 'node:crypto'
import { toDate } from '../../db/days.ts'
import { teamId } from '../../db/group-feedback.ts'
import { addDays, DAY, day, MINUTE } from '../../domain/calendar/day.ts'
import type { Db } from '../../db/client.ts'
import { type TokenScope, tokenScopes } from '../../domain/permissions.ts'
import type { ActionState, AppointmentState, TalkState } from '../../domain/talk/talk.ts'
import { addOrganisation, type Organisation, type TestPerson } from '../support/organisation.ts'
import { canary, type TextName } from './texts.ts'
import { writeFacts } from './world-facts.ts'

/** How a person stands to Anna, whose talk is asked for; `nobody` has no session. */
const persons = [
  'nobody',
  'employee',
  'colleague',
  'reader',
  'leader',
  'formerLeader',
  'leadersLeader',
  'otherLeader',
  'deputy',
  'formerDeputy',
  'hr',
  'hrAbove',
  'otherHr',
  'council',
  'administrator',
  'breakGlass',
  'left',
] as const

/** Programs with a service token of each scope, by the person they act for; and one that has all. */
export const programs = {
  peopleToken: { of: 'hrAbove', scopes: ['people'] },
  roundsToken: { of: 'hrAbove', scopes: ['rounds'] },
  filingToken: { of: 'hrAbove', scopes: ['filing'] },
  otherHrsToken: { of: 'otherHr', scopes: tokenScopes },
  leftToken: { of: 'left', scopes: tokenScopes },
} as const satisfies Record<string, { of: (typeof persons)[number]; scopes: readonly TokenScope[] }>
export type Program = keyof typeof programs

export type Persona = (typeof persons)[number] | Program
export const personas: readonly Persona[] = [...persons, ...(Object.keys(programs) as Program[])]

export function isProgram(persona: Persona): persona is Program {
  return Object.hasOwn(programs, persona)
}

/** For whom a program acts; everybody else is themselves. */
export function personBehind(persona: Persona): Persona {
  return isProgram(persona) ? programs[persona].of : persona
}

/** One organisation in the middle of a round, written straight into the tables. */
export interface World {
  readonly people: Readonly<Record<Exclude<Persona, 'nobody' | Program>, TestPerson>>
  /** What stands for each name in an address, seen from Anna. */
  readonly ids: Readonly<Record<string, string>>
  /** Everything of its kind, for those who try them all. */
  readonly all: Readonly<Record<string, readonly string[]>>
}

/** What everybody's clock shows. */
export const NOW = Date.UTC(2027, 1, 15, 9)
export const TODAY = day('2027-02-15')
const OPENED = Date.UTC(2026, 10, 2, 9)

export async function writeWorld(db: Db): Promise<World> {
  const organisation = await addOrganisation(db)
  const { school, otherSchool, people } = await writePeople(db, organisation)
  const { addRound, addTalk } = organisation
  const { employee, colleague, leader, otherLeader } = people

  const lastRound = await addRound({ unitId: school, status: 'closed', year: 2026, name: 'MUS 2026' })
  const round = await addRound({ unitId: school, status: 'running', previousRoundId: lastRound })
  const otherRound = await addRound({ unitId: otherSchool, status: 'running', name: 'MUS Vester' })
  const draft = await addRound({ unitId: school, name: 'LUS 2027', kind: 'lus' })
  await writeRoundTexts(db, { round, leader })

  const lastTalk = await addTalk(lastRound, OPENED - 365 * 24 * 60 * MINUTE, { employee })
  const lastPlan = await writePlan(db, lastTalk, employee, { text: 'last-plan', journal: 'failed' })
  const state = agreedState()
  const talk = await addTalk(round, OPENED, { employee, to: state })
  const plan = await writePlan(db, talk, employee, { text: 'plan', journal: 'filed' }, state)
  const written = await writeTalk(db, { talk, round, people, state, actionId: plan.actionId })

  const othersTalk = await addTalk(round, OPENED, { employee: colleague })
  await writeSheet(db, othersTalk, { author: 'employee', by: colleague, text: 'colleagues-sheet' })
  const stranger = await organisation.addPerson('Nina', { unitId: otherSchool, leader: otherLeader })
  const strangersTalk = await addTalk(otherRound, OPENED, { employee: stranger })

  await writeOpenings(db, { talk, lastTalk, by: people.breakGlass })
  await writeReturned(db, { talk, round, employee })
  const elsewhere = await writeOtherStates(organisation, { school, otherRound, people })

  const groupTalk = await writeGroupTalk(db, { round, leader, talkIds: [talk, othersTalk] })
  const rest = await writeRest(db, { school, round, talk, people })
  const tokenId = await writeToken(db, people.hr)
  const club = await organisation.addUnit('Klubben', school)
  await writeFacts(db, { talk, round, school, club, employee, at: at.getTime() })
  const ids = {
    talkId: talk,
    roundId: round,
    unitId: school,
    versionId: plan.versionId,
    entryId: lastPlan.entryId,
    actionId: plan.actionId,
    employmentId: employee.employmentId,
    personId: employee.personId,
    withPersonId: colleague.personId,
    groupTalkId: groupTalk,
    ...written,
    ...rest,
    tokenId,
    material: 'guide',
    name: 'guide',
    version: '1',
    language: 'da',
    kind: 'senior',
    draftId: draft,
    hrId: people.hr.employmentId,
    othersTalkId: othersTalk,
    lastTalkId: lastTalk,
    lastRoundId: lastRound,
    lastVersionId: lastPlan.versionId,
    ...elsewhere,
    readerId: people.reader.employmentId,
    leaderId: leader.employmentId,
  }
  return {
    people,
    ids,
    all: {
      talkId: [talk, lastTalk, othersTalk, strangersTalk],
      roundId: [round, lastRound, otherRound, draft],
      unitId: [school, otherSchool, organisation.top],
      versionId: [plan.versionId, lastPlan.versionId],
      personId: [employee, colleague, leader, otherLeader].map(({ personId }) => personId),
      employmentId: [employee, leader, otherLeader].map(({ employmentId }) => employmentId),
    },
  }
}

async function writePeople(db: Db, { top, addUnit, addPerson, grant }: Organisation) {
  const school = await addUnit('Ådalskolen', top)
  const otherSchool = await addUnit('Vesterskolen', top)
  const at = (unitId: string) => (name: string, leader?: TestPerson) =>
    addPerson(name, { unitId, ...(leader && { leader }) })
  const [here, there, above] = [at(school), at(otherSchool), at(top)]
  const leadersLeader = await above('Carl')
  const leader = await here('Ben', leadersLeader)
  const formerLeader = await here('Inger', leadersLeader)
  const left = await addPerson('Leo', {
    unitId: school,
    leader: leadersLeader,
    lastDay: addDays(TODAY, -10),
  })
  const people = {
    employee: await here('Anna', leader),
    colleague: await here('Gerd', leader),
    reader: await there('Sofie', leadersLeader),
    leader,
    formerLeader,
    leadersLeader,
    otherLeader: await there('Otto', leadersLeader),
    deputy: await there('Eva', leadersLeader),
    formerDeputy: await there('Frida', leadersLeader),
    hr: await above('Helle', leadersLeader),
    hrAbove: await above('Dora', leadersLeader),
    otherHr: await there('Hanne', leadersLeader),
    council: await above('Finn', leadersLeader),
    administrator: await above('Asta', leadersLeader),
    breakGlass: await above('Bodil', leadersLeader),
    left,
  }
  await grant(people.hr, 'hr', school)
  await grant(people.hrAbove, 'hr')
  await grant(people.otherHr, 'hr', otherSchool)
  await grant(people.council, 'works-council')
  await grant(people.administrator, 'administrator')
  await grant(people.breakGlass, 'break-glass')
  await grant(people.breakGlass, 'hr', school)
  await grant(left, 'hr')
  await writeLeadership(db, people)
  return { school, otherSchool, people }
}

/** Anna was led by Inger until a week ago; Eva acts for Ben now, Frida did last month. */
async function writeLeadership(db: Db, people: Record<string, TestPerson>): Promise<void> {
  const job = (name: string) => people[name]?.employmentId ?? ''
  const weekAgo = addDays(TODAY, -7)
  const ofAnna = { employmentId: job('employee') }
  await db.reportingLine.updateMany({ where: ofAnna, data: { fromOn: toDate(weekAgo) } })
  await db.reportingLine.create({
    data: {
      ...ofAnna,
      leaderId: job('formerLeader'),
      fromOn: toDate(day('2020-01-01')),
      toOn: toDate(addDays(weekAgo, -1)),
    },
  })
  const acts = (deputy: string, from: number, to: number) => ({
    leaderId: job('leader'),
    deputyId: job(deputy),
    fromOn: toDate(addDays(TODAY, from)),
    toOn: toDate(addDays(TODAY, to)),
  })
  await db.deputy.createMany({ data: [acts('deputy', -3, 10), acts('formerDeputy', -40, -20)] })
}

const id = randomUUID
const at = new Date(NOW - 60 * MINUTE)

function agreedState() {
  const appointment: AppointmentState = {
    id: id(),
    startsAt: NOW - 48 * 60 * MINUTE,
    endsAt: NOW - 47 * 60 * MINUTE,
    on: addDays(TODAY, -2),
    invitedOn: addDays(TODAY, -20),
    sequence: 0,
    noticeKept: true,
    accepted: true,
    otherTimeAsked: false,
  }
  const later: AppointmentState = {
    ...appointment,
    id: id(),
    startsAt: NOW + 28 * DAY,
    endsAt: NOW + 28 * DAY + 30 * MINUTE,
    on: addDays(TODAY, 28),
  }
  const action: ActionState = {
    id: id(),
    owner: 'employee',
    dueOn: day('2027-06-01'),
    agreedOn: TODAY,
    status: 'open',
  }
  return {
    status: 'agreed',
    outcome: 'held',
    heldOn: addDays(TODAY, -2),
    heldConfirmed: true,
    obligations: [],
    appointment,
    actions: [action],
    statusTalks: [
      {
        id: id(),
        number: 1,
        dueOn: day('2027-06-15'),
        status: 'open',
        appointment: later,
        calendarSequence: -1,
        agreedAwayBy: [],
      },
    ],
    extras: [
      {
        id: id(),
        kind: 'senior',
        accepted: true,
        appointment: { ...later, id: id() },
        calendarSequence: -1,
        heldOn: null,
      },
    ],
  } satisfies Partial<TalkState>
}

async function writePlan(
  db: Db,
  talkId: string,
  employee: TestPerson,
  { text, journal }: { text: 'plan' | 'last-plan'; journal: 'failed' | 'filed' },
  state?: ReturnType<typeof agreedState>,
) {
  const versionId = id()
  const actionId = state?.actions[0]?.id ?? id()
  const said = canary(text)
  const action = { id: actionId, owner: 'employee', dueOn: '2027-06-01' }
  const content = {
    ...contentOf(text),
    actions: [{ ...action, what: said, support: said, effect: said }],
  }
  const hash = 'a'.repeat(64)
  await db.planVersion.create({
    data: { id: versionId, talkId, number: 1, content, hash, status: 'agreed', createdAt: at },
  })
  await db.planComment.createMany({
    data: (['returned', 'statement'] as const).map((kind) => ({
      planVersionId: versionId,
      kind,
      party: 'leader',
      text: canary(`${text}-comment`),
      at,
    })),
  })
  await db.action.create({
    data: {
      id: actionId,
      employmentId: employee.employmentId,
      talkId,
      planVersionId: versionId,
      position: 0,
      owner: 'employee',
      what: said,
      dueOn: toDate(day('2027-06-01')),
    },
  })
  const entryId = id()
  const filed = journal === 'filed' ? { caseReference: '27/1234', receipt: 'kvittering', filedAt: at } : {}
  await db.journalEntry.create({
    data: {
      id: entryId,
      planVersionId: versionId,
      gateway: 'gateway',
      key: versionId,
      status: journal,
      ...filed,
    },
  })
  return { versionId, actionId, entryId }
}

/** All that a plan says beside its actions. */
function contentOf(text: TextName) {
  const said = canary(text)
  return {
    goals: [{ goal: said, workplaceGoal: said }],
    notDoing: [{ what: said, why: said }],
    plannedTraining: [said],
    completedTraining: [said],
  }
}

async function writeSheet(
  db: Db,
  talkId: string,
  sheet: { author: 'employee' | 'leader'; by: TestPerson; text: TextName; isShared?: boolean },
): Promise<string> {
  const { author, by, text, isShared = false } = sheet
  const row = await db.sheet.create({
    data: {
      talkId,
      author,
      authorPersonId: by.personId,
      content: { 'since-last': canary(text) },
      version: 1,
      updatedAt: at,
      sharedAt: isShared ? at : null,
    },
  })
  return row.id
}

/** Last year's plan is open to Bodil now; this year's was until yesterday. */
async function writeOpenings(
  db: Db,
  { talk, lastTalk, by }: { talk: string; lastTalk: string; by: TestPerson },
): Promise<void> {
  const opening = (talkId: string, from: number, until: number) => ({
    talkId,
    byPersonId: by.personId,
    reason: canary('opening-reason'),
    openedAt: new Date(NOW + from * DAY),
    untilAt: new Date(NOW + until * DAY),
  })
  await db.planOpening.createMany({ data: [opening(lastTalk, -0.5, 0.5), opening(talk, -3, -1)] })
}

/** Anna was told that Ben has returned the plan. */
async function writeReturned(
  db: Db,
  { talk, round, employee }: { talk: string; round: string; employee: TestPerson },
): Promise<void> {
  const step = { step: 'told', audience: 'employee', occurrence: 1, position: 0, distance: 0 }
  const about = { subject: talk, talkId: talk, roundId: round, obligation: 'plan-returned' }
  const { id: noticeId } = await db.notice.create({
    data: { ...about, ...step, status: 'sent', whileOpen: false, reminder: false, decidedAt: at },
  })
  const told = { key: 'returned', template: 'notice', data: { noticeId }, status: 'sent' }
  const subjectLine = canary('mail-between-the-two')
  await db.mail.create({ data: { ...told, ...MAIL, personId: employee.personId, subjectLine } })
}

/** Sofie is exempt; Inger's talk, in a round of its own, was held, as Carl says, who leads them both. */
async function writeOtherStates(
  { addRound, addTalk }: Organisation,
  { school, otherRound, people }: { school: string; otherRound: string; people: World['people'] },
): Promise<{ exemptTalkId: string; heldTalkId: string }> {
  const exempt = { status: 'exempt', outcome: 'exempt', outcomeReason: 'lus', exemptByHr: true } as const
  const held = { status: 'held', outcome: 'held', heldOn: addDays(TODAY, -2), heldConfirmed: false } as const
  const leadersRound = await addRound({ unitId: school, status: 'running', name: 'LUS for ledere' })
  return {
    exemptTalkId: await addTalk(otherRound, OPENED, { employee: people.reader, to: exempt }),
    heldTalkId: await addTalk(leadersRound, OPENED, { employee: people.formerLeader, to: held }),
  }
}

interface TalkWorld {
  talk: string
  round: string
  people: World['people']
  state: ReturnType<typeof agreedState>
  actionId: string
}

async function writeTalk(db: Db, { talk: talkId, round, people, state, actionId }: TalkWorld) {
  const { employee, leader, formerLeader, reader } = people
  await writeSheet(db, talkId, { author: 'employee', by: employee, text: 'sheet' })
  await writeSheet(db, talkId, { author: 'leader', by: leader, text: 'leaders-sheet' })
  const sheetId = await writeSheet(db, talkId, {
    author: 'leader',
    by: formerLeader,
    text: 'former-leaders-sheet',
  })
  await writeSheet(db, talkId, {
    author: 'leader',
    by: people.left,
    text: 'former-leaders-shared-sheet',
    isShared: true,
  })
  await db.accessEntry.create({
    data: { talkId, personId: reader.personId, what: 'shared-actions', at },
  })
  await db.planDraft.create({
    data: {
      talkId,
      content: { ...contentOf('draft'), actions: [] },
      version: 1,
      updatedAt: at,
    },
  })
  const topic = await db.topic.create({
    data: { talkId, kind: 'topic', text: canary('topic'), createdAt: at },
  })
  await db.topic.create({
    data: { talkId, kind: 'form-does-not-fit', text: canary('topic'), createdAt: at },
  })
  const [statusTalk, extra] = [state.statusTalks[0], state.extras[0]]
  await db.appointment.create({
    data: {
      id: state.appointment.id,
      talkId,
      subject: talkId,
      startsAt: new Date(state.appointment.startsAt),
      minutes: 60,
      place: canary('place'),
      onlineUrl: `https://mode.example/${canary('place')}`,
      wish: canary('wish'),
      status: 'current',
      createdAt: at,
    },
  })
  await db.statusTalk.create({
    data: {
      id: statusTalk?.id ?? '',
      talkId,
      number: 1,
      dueOn: toDate(day('2027-06-15')),
      note: canary('status-note'),
    },
  })
  for (const [of, text] of [
    [statusTalk, 'status-place'],
    [extra, 'extra-place'],
  ] as const)
    await db.appointment.create({
      data: {
        id: of?.appointment?.id ?? '',
        talkId,
        subject: of?.id ?? '',
        startsAt: new Date(of?.appointment?.startsAt ?? NOW),
        minutes: 30,
        place: canary(text),
        onlineUrl: `https://mode.example/${canary(text)}`,
        status: 'current',
        createdAt: at,
      },
    })
  await db.offer.create({
    data: { id: extra?.id ?? '', talkId, kind: 'senior', offeredAt: at, answer: 'yes', answeredAt: at },
  })
  await db.themeTag.create({
    data: { roundId: round, talkId, theme: canary('theme'), byPersonId: leader.personId },
  })
  const share = await db.share.create({
    data: { talkId, withEmploymentId: reader.employmentId, what: 'actions', createdAt: at },
  })
  await db.shareAction.create({ data: { shareId: share.id, actionId } })
  await db.nudge.create({ data: { roundId: round, talkId, text: canary('nudge'), at } })
  return {
    sheetId,
    topicId: topic.id,
    statusTalkId: statusTalk?.id ?? '',
    shareId: share.id,
  }
}

async function writeGroupTalk(
  db: Db,
  { round, leader, talkIds }: { round: string; leader: TestPerson; talkIds: readonly string[] },
): Promise<string> {
  const groupTalk = await db.groupTalk.create({
    data: {
      roundId: round,
      leaderId: leader.employmentId,
      startsAt: new Date(Date.UTC(2027, 2, 8, 9)),
      onDay: toDate(day('2027-03-08')),
      minutes: 120,
      place: canary('group-place'),
      onlineUrl: `https://mode.example/${canary('group-place')}`,
      createdAt: at,
      parts: { create: talkIds.map((talkId) => ({ talkId })) },
    },
  })
  return groupTalk.id
}

async function writeRoundTexts(db: Db, { round, leader }: { round: string; leader: TestPerson }) {
  const ofTeam = { roundId: round, leaderId: leader.employmentId }
  await db.groupFeedback.create({
    data: {
      id: teamId(round, leader.employmentId),
      ...ofTeam,
      text: canary('feedback-draft'),
      status: 'owed',
    },
  })
  const guide = { title: 'Vejledning', intro: '', sections: [], files: [] }
  await db.material.create({
    data: { roundId: round, material: 'guide', language: 'da', version: 1, content: guide, createdAt: at },
  })
  await db.material.create({
    data: { material: 'guide', language: 'da', version: 1, content: guide, createdAt: at },
  })
  await db.localOrientation.create({ data: { ...ofTeam, text: canary('local-orientation'), updatedAt: at } })
}

const MAIL = { lane: 'single', notBeforeAt: at, createdAt: at, endedAt: at }

async function writeRest(
  db: Db,
  { school, round, talk, people }: { school: string; round: string; talk: string; people: World['people'] },
) {
  const days = { fromOn: toDate(day('2027-07-01')), toOn: toDate(day('2027-07-31')) }
  const closing = await db.unitClosing.create({ data: { unitId: school, ...days } })
  const leave = await db.leave.create({ data: { employmentId: people.employee.employmentId, ...days } })
  const slot = await db.slot.create({
    data: {
      roundId: round,
      leaderId: people.leader.employmentId,
      startsAt: new Date(Date.UTC(2027, 2, 1, 9)),
      minutes: 60,
      place: canary('slot-place'),
      onlineUrl: `https://mode.example/${canary('slot-place')}`,
    },
  })
  const attached = (roundId: string | null) =>
    db.materialFile.create({
      data: {
        roundId,
        name: 'skema.pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.from('%PDF-'),
        createdAt: at,
      },
    })
  const [file, defaultFile] = [await attached(round), await attached(null)]
  const run = await db.importRun.create({
    data: {
      status: 'committed',
      fileName: 'ansatte.csv',
      fileHash: 'b'.repeat(64),
      validFrom: toDate(TODAY),
      createdAt: at,
      committedAt: at,
      preview: { kind: 'people', counts: {}, leftOut: [] },
    },
  })
  await writeMails(db, talk, people)
  await db.person.update({ where: { id: people.colleague.personId }, data: { email: null } })
  const failed = await db.mail.findUniqueOrThrow({ where: { key: 'failed' } })
  const hold = await db.legalHold.create({
    data: { personId: people.employee.personId, reason: canary('hold-reason'), placedAt: at },
  })
  const deputy = await db.deputy.findFirstOrThrow({ where: { deputyId: people.deputy.employmentId } })
  const grant = await db.roleGrant.findFirstOrThrow({ where: { personId: people.hr.personId } })
  return {
    closingId: closing.id,
    leaveId: leave.id,
    slotId: slot.id,
    fileId: file.id,
    defaultFileId: defaultFile.id,
    importId: run.id,
    mailId: failed.id,
    holdId: hold.id,
    deputyId: deputy.id,
    roleGrantId: grant.id,
  }
}

/** Anna got mails; Gerd has no address, and gets letters. */
async function writeMails(db: Db, talkId: string, { employee, colleague }: World['people']): Promise<void> {
  const offer = await db.offer.findFirstOrThrow({ where: { talkId } })
  const { personId } = employee
  const printed = (text: TextName, template: string, data = {}) => ({
    key: text,
    template,
    personId: colleague.personId,
    status: 'printed',
    data: { ...data, print: { content: { title: canary(text), blocks: [], footer: '' }, language: 'da' } },
    ...MAIL,
  })
  await db.mail.createMany({
    data: [
      {
        key: 'failed',
        template: 'digest',
        personId,
        status: 'refused',
        subjectLine: canary('mail-subject'),
        ...MAIL,
      },
      {
        key: 'offered',
        template: 'calendar',
        personId,
        status: 'refused',
        subjectLine: canary('mail-of-an-offer'),
        data: { talkId, subject: offer.id },
        ...MAIL,
      },
      printed('letter', 'digest'),
      printed('letter-of-a-time', 'calendar', { subject: talkId, talkId }),
    ],
  })
}

/** One of HR's own, to be listed and revoked. */
async function writeToken(db: Db, maker: TestPerson): Promise<string> {
  const token = await db.serviceToken.create({
    data: {
      tokenHash: 'c'.repeat(64),
      personId: maker.personId,
      name: `Helles system ${canary('token-name')}`,
      scopes: ['people'],
      createdAt: at,
      expiresAt: new Date(NOW + 90 * 24 * 60 * MINUTE),
    },
  })
  return token.id
}
