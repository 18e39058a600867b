import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  WorkflowClient,
  type WorkflowClientOptions,
  type WorkflowSignalInput,
  type WorkflowStartInput,
  type WorkflowStartUpdateInput,
  type WorkflowStartUpdateOutput,
  type WorkflowUpdateStage,
} from '@temporalio/client'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'
import type { Instant } from '../domain/calendar/day.ts'

/** `reached`: the workflow's clock stands at the target; `ended`: the workflow was over before. */
export type ForwardOutcome = 'reached' | 'ended'

/**
 * A client whose workflows' clocks can be moved forward, never back, on a server started with time skipping. Between
 * two moves a workflow's clock runs as real time does.
 *
 * With a `clock`, every workflow it starts begins at that clock's instant, and a workflow's own clock is brought up to
 * it before each update and signal: the player moves one clock, and whoever acts through this client acts at its time.
 */
export class SkippingClient extends WorkflowClient {
  readonly #clock: (() => Promise<Instant>) | null

  constructor(options: WorkflowClientOptions, clock: (() => Promise<Instant>) | null = null) {
    super(options)
    this.#clock = clock
  }

  /** The workflow's own time; real time while it was never moved. */
  async timeOf(workflowId: string): Promise<Instant> {
    const { workflowExecutionInfo, workflowExtendedInfo } = await this.#describe(workflowId)
    if (workflowExecutionInfo?.closeTime) return tsToMs(workflowExecutionInfo.closeTime)
    const virtual = workflowExtendedInfo?.timeSkippingInfo?.currentTime
    return virtual ? tsToMs(virtual) : Date.now()
  }

  #describe(workflowId: string) {
    return this.workflowService.describeWorkflowExecution({
      namespace: this.options.namespace,
      execution: { workflowId },
    })
  }

  /** Moves the workflow's clock to an instant; one that has passed already moves nothing. */
  forwardTo(workflowId: string, at: Instant): Promise<ForwardOutcome> {
    return this.#move(workflowId, () => at)
  }

  /**
   * Moves the workflow's clock by that many seconds and waits until everything due before then was done. Works across
   * continue-as-new.
   */
  forward(workflowId: string, seconds: number): Promise<ForwardOutcome> {
    return this.#move(workflowId, (now) => now + seconds * 1000)
  }

  /**
   * Moves the workflow's clock a little past an instant, even where it has run past it by itself, and waits until
   * everything that was due or told before is done.
   */
  async forwardPast(workflowId: string, at: Instant): Promise<ForwardOutcome> {
    const outcome = await this.#move(workflowId, (now) => Math.max(now, at) + JUST_PAST)
    if (outcome === 'reached') await this.untilIdle(workflowId)
    return outcome
  }

  /** Waits until the workflow has nothing under way: it sleeps, or it is over. */
  async untilIdle(workflowId: string): Promise<void> {
    // Asking without a pause would take the time of those who are waited for.
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      const { pendingActivities, pendingWorkflowTask } = await this.#describe(workflowId)
      if ((pendingActivities ?? []).length === 0 && !pendingWorkflowTask) return
      await pause(wait)
    }
  }

  /** One move of a workflow's clock at a time: the server lets a newer move replace the one under way. */
  #move(workflowId: string, target: (now: Instant) => Instant): Promise<ForwardOutcome> {
    const before = moves.get(workflowId) ?? Promise.resolve()
    const move = before.then(() => this.#moveTo(workflowId, target))
    // Whether it was done or failed is for whoever asked for it.
    moves.set(workflowId, Promise.allSettled([move]))
    return move
  }

  async #moveTo(workflowId: string, target: (now: Instant) => Instant): Promise<ForwardOutcome> {
    const now = await this.timeOf(workflowId)
    const ahead = target(now) - now
    if (ahead <= 0) return 'reached'
    const move = fastForward(ahead)
    try {
      await this.workflowService.updateWorkflowExecutionOptions({
        namespace: this.options.namespace,
        workflowExecution: { workflowId },
        workflowExecutionOptions: { timeSkippingConfig: move },
        updateMask: { paths: ['time_skipping_config'] },
      })
    } catch (error) {
      if (isNotFound(error) && error.message.includes('already completed')) return 'ended'
      throw error
    }
    return this.#untilForwarded(workflowId, move.fastForwardConfig.id)
  }

  async #untilForwarded(workflowId: string, fastForwardId: string): Promise<ForwardOutcome> {
    for (;;) {
      const { fastForwardPollingResult: result, failedReason } =
        await this.workflowService.pollWorkflowExecutionTimeSkipping({
          namespace: this.options.namespace,
          workflowExecution: { workflowId },
          fastForwardId,
        })
      if (result === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return 'reached'
      if (result === Result.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) continue
      if (failedReason.includes('execution ended')) return 'ended'
      throw new Error(`The clock of workflow ${workflowId} was not moved: ${failedReason}`)
    }
  }

  /** A delayed start with a move of the same length: even the first step of the workflow sees the clock's instant. */
  protected override async createStartWorkflowRequest(input: WorkflowStartInput) {
    const request = await super.createStartWorkflowRequest(input)
    const ahead = this.#clock ? (await this.#clock()) - Date.now() : 0
    if (ahead <= 0) return request
    return { ...request, workflowStartDelay: msToTs(ahead), timeSkippingConfig: fastForward(ahead) }
  }

  protected override async _startUpdateHandler(
    waitForStage: WorkflowUpdateStage,
    input: WorkflowStartUpdateInput,
  ): Promise<WorkflowStartUpdateOutput> {
    await this.#keepUp(input.workflowExecution.workflowId)
    return super._startUpdateHandler(waitForStage, input)
  }

  protected override async _signalWorkflowHandler(input: WorkflowSignalInput): Promise<void> {
    await this.#keepUp(input.workflowExecution.workflowId)
    return super._signalWorkflowHandler(input)
  }

  async #keepUp(workflowId: string | null | undefined): Promise<void> {
    if (!this.#clock || !workflowId) return
    try {
      await this.forwardTo(workflowId, await this.#clock())
    } catch (error) {
      // The update or signal itself then says that there is no such workflow.
      if (!isNotFound(error)) throw error
    }
  }
}

/** The end of the last move of each workflow's clock in this process. */
const moves = new Map<string, Promise<unknown>>()

const Result = proto.temporal.api.enums.v1.FastForwardPollingResult

/** Milliseconds, so that timers that end on an instant have fired. */
const JUST_PAST = 1000

/** Of real time, between two questions whether a workflow is idle. */
const LONGEST_WAIT_MS = 32

/** After so many jumps in one move the server would stop jumping without a word; its own default is 200. */
const MAX_SKIPS = 1_000_000

function fastForward(milliseconds: number) {
  return {
    enabled: true,
    maxSessionSkipCount: MAX_SKIPS,
    fastForwardConfig: { id: randomUUID(), duration: msToTs(Math.ceil(milliseconds)) },
  }
}

/** gRPC's own number. */
const NOT_FOUND = 5

function isNotFound(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === NOT_FOUND
}
