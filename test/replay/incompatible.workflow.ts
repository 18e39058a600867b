import { sleep } from '@temporalio/workflow'

/** A talk that has forgotten everything: no history of the product's fits it. */
export async function talkWorkflow(): Promise<void> {
  await sleep('1 day')
}
