import { EXIT } from '../exit-code.ts'

/** Turns the first Ctrl-C (or a request to end) into a signal; the second ends the process at once. */
export function watchInterruption(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController()
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const name of signals) process.on(name, interrupt)
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of signals) process.off(name, interrupt)
    },
  }
}
