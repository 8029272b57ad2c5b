import type { Clock } from './clock.ts'

/** Resolves after so many seconds, or as soon as the signal is aborted. */
export function sleep(clock: Clock, seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const finish = (): void => {
      cancel()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = clock.after(seconds, finish)
    signal.addEventListener('abort', finish, { once: true })
  })
}
