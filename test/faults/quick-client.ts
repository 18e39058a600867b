import type { WorkflowStartInput } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { SkippingClient } from '../../scripts/time-skipping.ts'

/** How long the engine waits for a worker that has died, in milliseconds of real time. */
const PATIENCE = 3_000

/** A client whose workflows are given to another worker soon after theirs died: a proof has no ten seconds for each. */
export class QuickClient extends SkippingClient {
  protected override async createStartWorkflowRequest(input: WorkflowStartInput) {
    return { ...(await super.createStartWorkflowRequest(input)), workflowTaskTimeout: msToTs(PATIENCE) }
  }
}
