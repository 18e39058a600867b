import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../domain/calendar/day.ts'
import type { Language } from '../domain/language.ts'
import type { MaterialContent, MaterialName } from '../domain/material/material.ts'
import { materialNames } from '../domain/material/material.ts'
import type { Db } from './client.ts'
import { saveMaterial } from './materials.ts'

/**
 * Gives the installation its default materials (R5.1) where it has none of them yet; what HR has written stays.
 * @param folder prisma/materials, with a folder of JSON files for each language
 * @throws Error on a file that is named after no material
 */
export async function loadDefaultMaterials(db: Db, folder: string, at: Instant): Promise<void> {
  for (const { material, language, content } of await readDefaultMaterials(folder)) {
    await saveMaterial(db, { roundId: null, material, jobGroup: '', language }, content, 0, at)
  }
}

export async function readDefaultMaterials(
  folder: string,
): Promise<{ material: MaterialName; language: Language; content: MaterialContent }[]> {
  const read = (['da', 'en'] as const).map(async (language) => {
    const names = (await readdir(join(folder, language))).sort()
    return Promise.all(
      names.map(async (name) => ({
        material: materialOf(name, folder),
        language,
        content: JSON.parse(await readFile(join(folder, language, name), 'utf8')) as MaterialContent,
      })),
    )
  })
  return (await Promise.all(read)).flat()
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
