/** `npm run backup -- --to <folder>`: copies an embedded installation, running or not, into a new folder below it. */
import { toStartConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { attempt } from './infrastructure/attempt.ts'
import { backUp } from './infrastructure/backup.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given } from './infrastructure/given.ts'

const { to } = given('npm run backup -- --to /mnt/backup', { options: { to: { type: 'string' } } }).values
await attempt(async () => {
  const config = toStartConfig(readEnv())
  if (!to)
    throw new CommandError(
      '--to is not given: expected a folder, best on another disk: npm run backup -- --to /mnt/backup',
    )
  if (config.databaseUrl !== null)
    throw new CommandError(
      'DATABASE_URL names a server of yours: back it up with its own tools (docs/operations.md)',
    )
  const begun = performance.now()
  const { where, bytes } = await backUp(config.dataFolder, to, new Date())
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`Copied ${(bytes / 1_000_000).toFixed(1)} MB to ${where} in ${seconds} s.`)
  console.log('It holds what people wrote: keep it as carefully as the service.')
})
