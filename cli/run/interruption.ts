import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

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

/** Does something that is told by a signal when it is interrupted. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const interruption = watchInterruption()
  try {
    return await work(interruption.signal)
  } finally {
    interruption.stop()
  }
}

/** The end of a command that was interrupted while it prepared what it was to do. */
export function interruptedEarly({ err }: Pick<Terminal, 'err'>): ExitCode {
  err.write('interrupted: nothing was asked yet\n')
  return EXIT.interrupted
}
