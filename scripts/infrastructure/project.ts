import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the checkout, found upwards from here: the sources and the compiled form lie at different depths. */
export const projectFolder = folderWith('package.json', import.meta.dirname)

export const migrationsFolder = join(projectFolder, 'prisma', 'migrations')

/** Where programs fetched for this project are kept; may be deleted at any time. */
export const cacheFolder = join(projectFolder, '.cache')

/** The compiled form of a program. Pages are TSX, which Node does not run by itself: api and worker run from dist/. */
export function compiled(path: string): string {
  const file = join(projectFolder, 'dist', path)
  if (!existsSync(file)) throw new Error(`There is no ${file}: expected a build (npm run build)`)
  return file
}

function folderWith(file: string, start: string): string {
  if (existsSync(join(start, file))) return start
  const parent = dirname(start)
  if (parent === start)
    throw new Error(`There is no ${file} above ${import.meta.dirname}: expected to run inside the checkout`)
  return folderWith(file, parent)
}
