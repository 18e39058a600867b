import { cancellationSignal, heartbeat } from '@temporalio/activity'

/**
 * Between two pieces of bulk work: tells the engine that it goes on, and leaves off where the worker is told to stop or
 * the engine has given this attempt up. It is tried again at once by whoever runs, and goes on from what is done.
 */
export function beat(): void {
  cancellationSignal().throwIfAborted()
  heartbeat()
}
