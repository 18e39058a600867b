import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Disk } from '../../journal/disk.ts'
import { realDisk } from '../../journal/disk.ts'
import { filePlan, interrupted } from '../../journal/filing.ts'
import { createFolderGateway, prepareDropFolder } from '../../journal/folder-gateway.ts'
import { createJournalReader } from '../../journal/reader.ts'
import { renderPlanPdf } from '../../journal/plan-pdf.ts'
import { crashingDisk } from './crashing-disk.ts'
import { annasEntry } from './entry-sample.ts'
import { createForgetfulDisk } from './forgetful-disk.ts'
import { annasPlan } from './plan-samples.ts'

const { key } = annasEntry.metadata
const noLimit = new AbortController().signal
const wholeRecord = [`${key}.json`, `${key}.pdf`]

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drop-folder-'))
  await prepareDropFolder(folder)
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
}

describe('a plan in the drop folder', () => {
  test('is a PDF and a description that names title, date, case, classification, access and content', async () => {
    const outcome = await createFolderGateway({ folder }).file(annasEntry, noLimit)
    expect(outcome).toEqual({
      kind: 'done',
      receipt: expect.stringMatching(/^plan-[-0-9a-f]{36}\.pdf \(SHA-256 [0-9a-f]{16}\)$/),
      caseReference: '2027-004711',
    })
    expect(await filesIn(folder)).toEqual(wholeRecord)
    expect(await filesIn(join(folder, '.incoming'))).toEqual([])
    const described: unknown = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'))
    expect(described).toEqual({
      key,
      title: 'Kompetenceudviklingsplan – Anna Bjørnskov Ågård – MUS 22.03.2027',
      date: '2027-03-30',
      caseReference: '2027-004711',
      classification: '81.08.00 Medarbejderudvikling',
      accessGroup: 'Personalesager Søndermarksskolen',
      contentHash: annasPlan.contentHash,
      document: {
        file: `${key}.pdf`,
        format: 'PDF/A-2a',
        bytes: annasEntry.pdf.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  test('can be downloaded again as it was filed, also after the importer has moved it', async () => {
    const pdf = renderPlanPdf(annasPlan, 'da')
    const reader = createJournalReader({ gateway: 'folder', folder })
    expect(await reader.filedPdf(key)).toBeNull()
    await createFolderGateway({ folder }).file({ ...annasEntry, pdf }, noLimit)
    expect(Buffer.from((await reader.filedPdf(key)) ?? [])).toEqual(Buffer.from(pdf))
    await mkdir(join(folder, 'taken'))
    for (const name of wholeRecord) await rename(join(folder, name), join(folder, 'taken', name))
    expect(Buffer.from((await reader.filedPdf(key)) ?? [])).toEqual(Buffer.from(pdf))
  })

  test('is not filed again when the importer has moved it to "taken"', async () => {
    const gateway = createFolderGateway({ folder })
    const first = await gateway.file(annasEntry, noLimit)
    await mkdir(join(folder, 'taken'))
    for (const name of wholeRecord) await rename(join(folder, name), join(folder, 'taken', name))
    expect(await filePlan(gateway, annasEntry, interrupted, noLimit)).toEqual(first)
    expect(await gateway.file(annasEntry, noLimit)).toEqual(first)
    expect(await filesIn(folder)).toEqual([])
  })

  test('is never replaced by another content under the same key', async () => {
    const gateway = createFolderGateway({ folder })
    await gateway.file(annasEntry, noLimit)
    const other = { ...annasEntry, metadata: { ...annasEntry.metadata, contentHash: 'f'.repeat(64) } }
    const refused = { kind: 'not-done', reason: 'other-content' }
    expect(await gateway.file(other, noLimit)).toEqual(refused)
    expect(await filePlan(gateway, other, interrupted, noLimit)).toEqual(refused)
    const kept: unknown = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'))
    expect(kept).toMatchObject({ contentHash: annasPlan.contentHash })
  })

  test('is not filed on a share that is not mounted, and nobody is told that it never was', async () => {
    await rm(join(folder, '.incoming'), { recursive: true })
    const gateway = createFolderGateway({ folder })
    expect(await gateway.file(annasEntry, noLimit)).toEqual({ kind: 'not-done', reason: 'unreachable' })
    expect(await gateway.lookUp(key, noLimit)).toEqual({ kind: 'unavailable' })
    expect(await filesIn(folder)).toEqual([])
  })

  test.each([
    ['ENOSPC', 'no-room'],
    ['EDQUOT', 'no-room'],
    ['EACCES', 'no-access'],
    ['EROFS', 'no-access'],
    ['EIO', 'unreachable'],
  ])('tells HR why it was not filed: %s is %s', async (code, reason) => {
    const disk: Disk = {
      ...realDisk,
      writeNew: () => Promise.reject(Object.assign(new Error('disk'), { code })),
    }
    expect(await createFolderGateway({ folder, disk }).file(annasEntry, noLimit)).toEqual({
      kind: 'not-done',
      reason,
    })
  })
})

describe('exactly one record per plan version', () => {
  test.each(['before', 'half', 'after'] as const)(
    'when the program dies at any step (%s it) and tries again',
    async (when) => {
      await createFolderGateway({ folder }).file(annasEntry, noLimit)
      const undisturbed = await Promise.all(wholeRecord.map((name) => readFile(join(folder, name))))
      let crashes = 0
      for (let crashAt = 1; ; crashAt += 1) {
        for (const name of wholeRecord) await rm(join(folder, name))
        const crashing = crashingDisk(realDisk, crashAt, when)
        const cut = await filePlan(
          createFolderGateway({ folder, disk: crashing.disk }),
          annasEntry,
          null,
          noLimit,
        )
        const retried = await filePlan(createFolderGateway({ folder }), annasEntry, interrupted, noLimit)
        expect(retried.kind).toBe('done')
        expect(await filesIn(folder)).toEqual(wholeRecord)
        expect(await Promise.all(wholeRecord.map((name) => readFile(join(folder, name))))).toEqual(
          undisturbed,
        )
        if (!crashing.hasCrashed()) {
          expect(cut).toEqual(retried)
          break
        }
        expect(cut.kind).not.toBe('done')
        crashes += 1
      }
      // Two writes, two file syncs, two renames, two folder syncs, and the look at the record afterwards.
      expect(crashes).toBe(9)
    },
  )

  test('when the program dies or the power goes at any step, whatever of the unsafe changes survives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.boolean()),
        async (crashAt, luck) => {
          const disk = createForgetfulDisk()
          await prepareDropFolder('/drop', disk)
          const crashing = crashingDisk(disk, crashAt, 'after')
          const first = await createFolderGateway({ folder: '/drop', disk: crashing.disk }).file(
            annasEntry,
            noLimit,
          )
          const isOnlyTheProgram = luck.next().value
          if (!isOnlyTheProgram) disk.losePower(() => luck.next().value)
          const left = disk.files('/drop')
          if (left.has(`${key}.json`)) expect(left.get(`${key}.pdf`)).toEqual(annasEntry.pdf)
          const gateway = createFolderGateway({ folder: '/drop', disk })
          if (first.kind === 'done')
            expect(await gateway.lookUp(key, noLimit)).toMatchObject({ kind: 'found' })
          const second = await filePlan(gateway, annasEntry, interrupted, noLimit)
          expect(second.kind).toBe('done')
          disk.losePower(() => luck.next().value)
          expect([...disk.files('/drop').keys()].sort()).toEqual(wholeRecord)
          expect(disk.files('/drop').get(`${key}.pdf`)).toEqual(annasEntry.pdf)
          expect(await gateway.lookUp(key, noLimit)).toMatchObject({ kind: 'found' })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('when the leftovers of a crashed try hold what people wrote, they go with the next', async () => {
    const crashing = crashingDisk(realDisk, 4, 'after')
    await createFolderGateway({ folder, disk: crashing.disk }).file(annasEntry, noLimit)
    expect(await filesIn(join(folder, '.incoming'))).toHaveLength(2)
    await filePlan(createFolderGateway({ folder }), annasEntry, interrupted, noLimit)
    expect(await filesIn(join(folder, '.incoming'))).toEqual([])
  })

  test('when two file the same plan at once, in any order of their steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const disk = createForgetfulDisk((step) => scheduler.schedule(Promise.resolve(), step))
        const preparing = prepareDropFolder('/drop', disk)
        await scheduler.waitFor(preparing)
        const gateway = createFolderGateway({ folder: '/drop', disk })
        const both = Promise.all([gateway.file(annasEntry, noLimit), gateway.file(annasEntry, noLimit)])
        const [one, other] = await scheduler.waitFor(both)
        expect([one.kind, other.kind]).toEqual(['done', 'done'])
        const retried = filePlan(gateway, annasEntry, interrupted, noLimit)
        expect(await scheduler.waitFor(retried)).toMatchObject({ kind: 'done' })
        expect([...disk.files('/drop').keys()].sort()).toEqual(wholeRecord)
        expect(disk.files('/drop').get(`${key}.pdf`)).toEqual(annasEntry.pdf)
      }),
      { numRuns: 300 },
    )
  })

  test('when ten file the same plan at once on a real disk', async () => {
    const gateway = createFolderGateway({ folder })
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => filePlan(gateway, annasEntry, interrupted, noLimit)),
    )
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']))
    expect(await filesIn(folder)).toEqual(wholeRecord)
    expect(await readFile(join(folder, `${key}.pdf`))).toEqual(Buffer.from(annasEntry.pdf))
  })
})
