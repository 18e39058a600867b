/**
 * What a worker loads once for all of its workflows, before there is any: the rules, which keep nothing but what follows
 * from their arguments. Everything else is loaded anew for each workflow.
 */
export * as round from '../domain/round/decide.ts'
export * as talk from '../domain/talk/decide.ts'

/**
 * The engine's library takes a stack trace of every promise that a workflow makes, and looks each line of it up in the
 * source map: with the ten lines of an ordinary trace that was two fifths of a worker's time. The innermost ones say
 * where an error came from.
 */
Error.stackTraceLimit = 3
