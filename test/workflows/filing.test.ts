import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DAY } from '../../domain/calendar/day.ts'
import { defaultPolicy } from '../../domain/policy/policy.ts'
import { createFolderGateway, prepareDropFolder } from '../../journal/folder-gateway.ts'
import type { JournalGateway } from '../../journal/gateway.ts'
import { talkWorkflowId } from '../../workflows/talk/talk.messages.ts'
import type { TestPerson } from '../support/organisation.ts'
import { createStage, type Stage } from '../support/stage.ts'

const places: string[] = []
let stage: Stage
let roundId: string
/** Where the test's plans are filed; each test has a folder of its own. */
let folder: string
let employee: TestPerson
let talkId: string

beforeAll(async () => {
  const gateway: JournalGateway = {
    name: 'folder',
    filedBy: 'service',
    file: (entry, signal) => createFolderGateway({ folder }).file(entry, signal),
    lookUp: (key, signal) => createFolderGateway({ folder }).lookUp(key, signal),
  }
  stage = await createStage({ at: '2038-02-02T09:00:00Z', journaling: 'gateway', gateway })
  roundId = await stage.cast.organisation.addRound({ unitId: stage.cast.school })
  await stage.rounds.start(roundId)
})

beforeEach(async () => {
  const { cast, runMorning, talks, today } = stage
  folder = join(mkdtempSync(join(tmpdir(), 'aarshjul-filing-')), 'personnel-file')
  places.push(folder)
  employee = await cast.organisation.addPerson('Anna', { unitId: cast.school, leader: cast.ben })
  await runMorning()
  talkId = await talks.idOf(roundId, employee)
  await talks.hold(talkId, await today())
})

afterAll(async () => {
  await stage?.close()
  for (const place of places) rmSync(join(place, '..'), { recursive: true, force: true })
})

describe('An agreed plan', () => {
  test('is filed by itself at once, with a receipt', async () => {
    await prepareDropFolder(folder)
    await stage.db.employment.update({
      where: { id: employee.employmentId },
      data: { caseNumber: '2038-004711' },
    })
    const { versionId } = await stage.talks.agree(talkId)
    await settle()
    expect(await entryOf(versionId)).toMatchObject({ status: 'filed', attempts: 1 })
    expect((await entryOf(versionId)).receipt).not.toBe('')
    expect(filed(versionId).sort()).toEqual([`plan-${versionId}.json`, `plan-${versionId}.pdf`])
    const sidecar = JSON.parse(readFileSync(join(folder, `plan-${versionId}.json`), 'utf8')) as object
    expect(sidecar).toMatchObject({
      caseReference: '2038-004711',
      classification: '81.08.00 Medarbejderudvikling',
      accessGroup: 'Personalesager',
    })
    expect((await stage.talks.state(talkId)).filings).toMatchObject([{ versionId, status: 'filed' }])
  })

  test('that could not be filed is told to HR, tried again the next working day, and filed once', async () => {
    const { versionId } = await stage.talks.agree(talkId)
    await settle()
    expect(await entryOf(versionId)).toMatchObject({ status: 'failed', attempts: 1 })
    expect(await toldToHr(versionId)).toBe(1)

    await prepareDropFolder(folder)
    await skipTo(await nextWorkingDay())
    expect(await entryOf(versionId)).toMatchObject({ status: 'filed', attempts: 2 })
    expect(filed(versionId).sort()).toEqual([`plan-${versionId}.json`, `plan-${versionId}.pdf`])
    expect(await toldToHr(versionId)).toBe(1)
  })

  test('that still cannot be filed is tried every working day and told to HR every fifth', async () => {
    const { player, talks, today } = stage
    const { versionId } = await talks.agree(talkId)
    await settle()
    await skipTo(player.calendar.addWorkingDays(await today(), 6))
    expect(await entryOf(versionId)).toMatchObject({ status: 'failed', attempts: 7 })
    expect(await toldToHr(versionId)).toBe(2)
  })

  test('is filed even when the employee has left meanwhile', async () => {
    const { player, talks, tell, today } = stage
    const { versionId } = await talks.agree(talkId)
    await settle()
    const lastDay = await today()
    await tell(employee, 'leaves', lastDay, { lastDay })
    await player.skipTo((await player.now()) + DAY)
    await prepareDropFolder(folder)
    await skipTo(await nextWorkingDay())
    expect(await talks.state(talkId)).toMatchObject({ status: 'left', filings: [{ status: 'filed' }] })
    expect(await entryOf(versionId)).toMatchObject({ status: 'filed' })
  })

  test('that was changed is agreed and filed again, each version once', async () => {
    await prepareDropFolder(folder)
    const first = await stage.talks.agree(talkId)
    await settle()
    const second = await stage.talks.agree(talkId)
    await settle()
    for (const { versionId } of [first, second]) {
      expect(await entryOf(versionId)).toMatchObject({ status: 'filed', attempts: 1 })
      expect(filed(versionId)).toHaveLength(2)
    }
  })
})

describe('A plan that ended as not agreed, in a round that files them', () => {
  test('is filed once both have written a statement, or when the time for them is over', async () => {
    await prepareDropFolder(folder)
    const { cast, player, rounds, talks, today } = stage
    const unitId = await cast.organisation.addUnit('Afdelingen', cast.school)
    const people = [
      await cast.organisation.addPerson('Bo', { unitId, leader: cast.ben }),
      await cast.organisation.addPerson('Eva', { unitId, leader: cast.ben }),
    ]
    const policy = { ...defaultPolicy(await today(), undefined, player.calendar), fileNotAgreed: true }
    const own = await cast.organisation.addRound({ unitId, kind: 'senior', policy })
    await rounds.start(own)
    const [bo = '', eva = ''] = await Promise.all(people.map((person) => talks.idOf(own, person)))
    const ended = async (id: string) => {
      await talks.hold(id, await today())
      const { versionId } = await talks.propose(id, 'leader')
      await talks.act(id, { type: 'end-plan-not-agreed', party: 'employee', stated: true })
      await settle(id)
      return versionId
    }
    const [bos, evas] = [await ended(bo), await ended(eva)]
    expect([(await entryOf(bos)).status, (await entryOf(evas)).status]).toEqual(['pending', 'pending'])
    await talks.act(bo, { type: 'write-statement', party: 'leader' })
    await settle(bo)
    expect([(await entryOf(bos)).status, (await entryOf(evas)).status]).toEqual(['filed', 'pending'])
    await skipTo(player.calendar.addWorkingDays(await today(), 6))
    expect((await entryOf(evas)).status).toBe('filed')
    expect(filed(evas)).toHaveLength(2)
  })
})

/** Filing is nobody's act: it is done once the talk's clock was moved a little. */
async function settle(id = talkId): Promise<void> {
  await stage.temporal.client.forwardPast(talkWorkflowId(id), await stage.clock.now())
}

async function nextWorkingDay(): Promise<string> {
  return stage.player.calendar.addWorkingDays(await stage.today(), 1)
}

function skipTo(on: string): Promise<void> {
  return stage.player.skipTo(Date.parse(`${on}T06:00:00Z`))
}

function entryOf(planVersionId: string) {
  return stage.db.journalEntry.findUniqueOrThrow({ where: { planVersionId } })
}

function toldToHr(versionId: string): Promise<number> {
  return stage.db.notice.count({ where: { subject: versionId, obligation: 'filing-failed', audience: 'hr' } })
}

/** Files in the folder that are about a plan version; another test's plan may be filed there meanwhile. */
function filed(versionId: string): string[] {
  return readdirSync(folder).filter((name) => name.includes(versionId))
}
