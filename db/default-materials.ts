import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import {
  kindsWithOwnTexts,
  type MaterialContent,
  type MaterialKind,
  type MaterialName,
  materialNames,
} from '../domain/material/material.ts'
import type { Db } from './client.ts'
import { saveMaterial } from './materials.ts'

/**
 * Gives the installation its default materials (R5.1) where it has none of them yet; what HR has written stays.
 * @param folder prisma/materials, with a folder of JSON files for each language, and one for each kind with texts of its own
 * @throws Error on a file that is named after no material
 */
export async function loadDefaultMaterials(db: Db, folder: string, at: Instant): Promise<void> {
  for (const { content, ...key } of await readDefaultMaterials(folder)) {
    await saveMaterial(db, { roundId: null, jobGroup: '', ...key }, content, 0, at)
  }
}

interface DefaultMaterial {
  kind: MaterialKind
  material: MaterialName
  language: Language
  content: MaterialContent
}

export async function readDefaultMaterials(folder: string): Promise<DefaultMaterial[]> {
  const read = (['', ...kindsWithOwnTexts] as const).flatMap((kind) =>
    (['da', 'en'] as const).map((language) => readFolder(join(folder, kind, language), kind, language)),
  )
  return (await Promise.all(read)).flat()
}

async function readFolder(
  folder: string,
  kind: MaterialKind,
  language: Language,
): Promise<DefaultMaterial[]> {
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async (name) => ({
      kind,
      material: materialOf(name, folder),
      language,
      content: JSON.parse(await readFile(join(folder, name), 'utf8')) as MaterialContent,
    })),
  )
}

function materialOf(fileName: string, folder: string): MaterialName {
  const found = materialNames.find((name) => `${name}.json` === fileName)
  if (found === undefined) {
    throw new Error(
      `${folder} has a file '${fileName}': expected one of ${materialNames.map((name) => `${name}.json`).join(', ')}`,
    )
  }
  return found
}
