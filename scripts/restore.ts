/** `npm run restore -- --from <folder>`: puts a backup in place of a stopped embedded installation. */
import { toStartConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { attempt } from './infrastructure/attempt.ts'
import { restore } from './infrastructure/backup.ts'
import { CommandError } from './infrastructure/command-error.ts'
import { given } from './infrastructure/given.ts'

const { from } = given('npm run restore -- --from /mnt/backup/aarshjul-…', {
  options: { from: { type: 'string' } },
}).values
await attempt(async () => {
  const config = toStartConfig(readEnv())
  if (!from)
    throw new CommandError(
      '--from is not given: expected the folder of a backup: npm run restore -- --from /mnt/backup/aarshjul-…',
    )
  if (config.databaseUrl !== null)
    throw new CommandError(
      'DATABASE_URL names a server of yours: restore it with its own tools (docs/operations.md)',
    )
  const { madeAt, setAside } = await restore(config.dataFolder, from, new Date(), config.erasuresFolder)
  console.log(`Restored what was there on ${madeAt.toISOString()}.`)
  if (setAside !== null)
    console.log(`What was there until now lies in ${setAside}: delete it when you are content.`)
  console.log(
    'Say npm start: whoever was erased since this copy is erased again, and the talks go on where they stood in it. No mail is sent before npm run reconcile -- --confirm.',
  )
})
