/** Fails when the bundle of the workflows does not build or brings along what a workflow must not carry. */
import { bundleWorkflows, hasWorkflows } from './bundle-workflows.ts'

// Every cached workflow pays for each byte: a schema library alone makes one 17 times as large. And a date library
// asks the machine for its zone. So the bundle holds the rules, the workflows and the SDK with its own parts.
const allowed =
  /^(?:domain\/|workflows\/|codec\/failure-converter|node_modules\/(?:@temporalio|long|ms|nexus-rpc)\/)/

if (hasWorkflows()) {
  const { code, modules } = await bundleWorkflows()
  const strangers = modules.filter((path) => !allowed.test(path))
  for (const path of strangers)
    console.error(`${path} is in the bundle of the workflows: use \`import type\``)
  if (strangers.length > 0) process.exitCode = 1
  else console.log(`${modules.length} modules, ${Math.round(code.length / 1024)} KiB`)
} else {
  console.log('nothing to bundle yet: there is no workflows/index.ts')
}
