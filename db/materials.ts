import type { Instant } from '../domain/calendar/day.ts'
import { derivedId } from '../domain/derived-id.ts'
import type { Language } from '../domain/language.ts'
import {
  kindsWithOwnTexts,
  type MaterialContent,
  type MaterialKind,
  type MaterialName,
  materialNames,
} from '../domain/material/material.ts'
import { namesOf } from './accesses.ts'
import type { Tx } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { jobGroupOfTalk } from './job-groups.ts'

/** One version of one material; null roundId = the installation's default, which a new round copies from. */
export interface MaterialVersion {
  material: MaterialName
  /** '' = every job group that has none of its own. */
  jobGroup: string
  language: Language
  version: number
  createdAt: Instant
  content: MaterialContent
}

/** A version as HR lists it, with who wrote it; null for what came with the installation or was copied. */
export interface WrittenMaterial extends MaterialVersion {
  by: string | null
}

export interface MaterialKey {
  roundId: string | null
  /** Of the installation's defaults alone; left out = everybody's. */
  kind?: MaterialKind
  material: MaterialName
  jobGroup: string
  language: Language
}

/** The newest version of every material of a round, or of the installation, in the order people meet them. */
export async function newestMaterials(
  db: Tx,
  roundId: string | null,
  kind: MaterialKind = '',
): Promise<WrittenMaterial[]> {
  const rows = await db.material.findMany({
    where: { roundId, kind },
    orderBy: { version: 'desc' },
    distinct: ['material', 'jobGroup', 'language'],
  })
  const place = ({ material }: MaterialVersion) => materialNames.indexOf(material)
  const written = await withNames(db, rows)
  return written.sort(
    (a, b) =>
      place(a) - place(b) || a.jobGroup.localeCompare(b.jobGroup, 'da') || (a.language < b.language ? -1 : 1),
  )
}

/** Every version of one material, newest first. */
export async function materialVersions(db: Tx, key: MaterialKey): Promise<WrittenMaterial[]> {
  return withNames(db, await db.material.findMany({ where: whole(key), orderBy: { version: 'desc' } }))
}

/**
 * Writes the next version of a material; null where somebody else wrote one since `basedOn`, the version it was
 * edited from (0 = there was none).
 */
export async function saveMaterial(
  db: Tx,
  key: MaterialKey,
  content: MaterialContent,
  basedOn: number,
  at: Instant,
  byPersonId: string | null = null,
): Promise<MaterialVersion | null> {
  const newest = await db.material.aggregate({ where: whole(key), _max: { version: true } })
  if ((newest._max.version ?? 0) !== basedOn) return null
  const version = basedOn + 1
  const { count } = await db.material.createMany({
    data: [{ ...row({ ...key, version, content, createdAt: at }), byPersonId }],
    skipDuplicates: true,
  })
  if (count === 0) return null
  const { material, jobGroup, language } = key
  return { material, jobGroup, language, version, createdAt: at, content }
}

/** Gives a new round its own materials: those of the round before it, else the installation's for its kind. */
export async function copyMaterials(
  tx: Tx,
  roundId: string,
  previousRoundId: string | null,
  at: Instant,
): Promise<void> {
  const before = previousRoundId === null ? [] : await newestMaterials(tx, previousRoundId)
  const copied = before.length > 0 ? before : await defaultsFor(tx, roundId)
  await tx.material.createMany({
    data: copied.map((material) => row({ ...material, roundId, version: 1, createdAt: at })),
    skipDuplicates: true,
  })
}

/**
 * A draft that becomes one of another kind gets that kind's texts; what somebody has written for it, and what it took
 * over from the round before it, stays.
 */
export async function changeKindOfMaterials(tx: Tx, roundId: string, at: Instant): Promise<void> {
  const { previousRoundId } = await tx.round.findUniqueOrThrow({ where: { id: roundId } })
  if (previousRoundId !== null) return
  const written = await tx.material.findMany({ where: { roundId, byPersonId: { not: null } } })
  const kept = written.map(({ material }) => material)
  await tx.material.deleteMany({ where: { roundId, material: { notIn: kept } } })
  await copyMaterials(tx, roundId, null, at)
}

/** What the round's kind has of its own stands in the place of everybody's, whatever the job group. */
async function defaultsFor(tx: Tx, roundId: string): Promise<WrittenMaterial[]> {
  const { kind } = await tx.round.findUniqueOrThrow({ where: { id: roundId }, select: { kind: true } })
  const ownKind = kindsWithOwnTexts.find((one) => one === kind)
  const own = ownKind === undefined ? [] : await newestMaterials(tx, null, ownKind)
  const names = new Set(own.map(({ material }) => material))
  return [...own, ...(await newestMaterials(tx, null)).filter(({ material }) => !names.has(material))]
}

/**
 * The versions a talk began with (R5.1), each in its reader's language where there is one: of the talk's job
 * group, else for everybody; one that the group got only later is for talks that begin later. A material written only
 * after the talk began is shown as it was first.
 */
export async function materialsOfTalk(
  db: Tx,
  talkId: string,
  language: Language,
): Promise<MaterialVersion[]> {
  const talk = await db.talk.findUniqueOrThrow({
    where: { id: talkId },
    select: { roundId: true, openedAt: true },
  })
  const jobGroup = await jobGroupOfTalk(db, talkId)
  const rows = await db.material.findMany({
    where: { roundId: talk.roundId, jobGroup: { in: ['', jobGroup] } },
    orderBy: { version: 'asc' },
  })
  const versions = rows.map(versionOf)
  const isBegunWith = (version: MaterialVersion) => version.createdAt <= talk.openedAt.getTime()
  return materialNames.flatMap((material) => {
    const own = versions.filter((version) => version.material === material)
    const atBeginning = own.filter(isBegunWith)
    const known = atBeginning.length > 0 ? atBeginning : own
    const group = known.some((version) => version.jobGroup === jobGroup) ? jobGroup : ''
    const ofGroup = own.filter((version) => version.jobGroup === group)
    const inLanguage = ofGroup.filter((version) => version.language === language)
    const candidates = inLanguage.length > 0 ? inLanguage : ofGroup
    return candidates.findLast(isBegunWith) ?? candidates[0] ?? []
  })
}

function whole({ kind = '', ...key }: MaterialKey) {
  return { ...key, kind }
}

interface StoredMaterial {
  material: string
  jobGroup: string
  language: string
  version: number
  createdAt: Date
  content: Prisma.JsonValue
  byPersonId: string | null
}

async function withNames(db: Tx, rows: readonly StoredMaterial[]): Promise<WrittenMaterial[]> {
  const names = await namesOf(
    db,
    rows.flatMap(({ byPersonId }) => byPersonId ?? []),
  )
  return rows.map((one) => ({ ...versionOf(one), by: names.get(one.byPersonId ?? '') ?? null }))
}

function versionOf(stored: StoredMaterial): MaterialVersion {
  return {
    material: stored.material as MaterialName,
    jobGroup: stored.jobGroup,
    language: stored.language === 'en' ? 'en' : 'da',
    version: stored.version,
    createdAt: stored.createdAt.getTime(),
    content: stored.content as unknown as MaterialContent,
  }
}

/** The id follows from what the row is: the database keeps NULL round ids apart, so its unique index would not. */
function row(
  material: Omit<MaterialVersion, 'createdAt'> & {
    roundId: string | null
    kind?: MaterialKind
    createdAt: Instant
  },
) {
  const { roundId, kind = '', jobGroup, language, version, content, createdAt } = material
  const ofKind = kind === '' ? [] : [kind]
  return {
    id: derivedId('material', roundId ?? '', material.material, jobGroup, language, version, ...ofKind),
    roundId,
    kind,
    material: material.material,
    jobGroup,
    language,
    version,
    content: content as unknown as Prisma.InputJsonValue,
    createdAt: new Date(createdAt),
  }
}
