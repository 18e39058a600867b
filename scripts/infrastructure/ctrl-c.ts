/** Does this at the first Ctrl-C, or whatever else is to end the program, and then ends it. npm passes on a second one. */
export function atCtrlC(stop: () => Promise<void> | void): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void Promise.resolve(stop()).finally(() => process.exit(1))
    })
}
