import type { Clock } from './clock.ts'

export type TimedOutcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'timeout' }

/**
 * Runs `work` with a signal that is aborted with the outer one, or after so many seconds. `work` is expected to end soon
 * after its signal is aborted.
 */
export async function withTimeout<T>(
  clock: Pick<Clock, 'after'>,
  seconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<TimedOutcome<T>> {
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
  }
  let timedOut = false
  if (outer.aborted) abort()
  else outer.addEventListener('abort', abort, { once: true })
  const cancel = clock.after(seconds, () => {
    timedOut = true
    abort()
  })
  try {
    const value = await work(controller.signal)
    return timedOut && !outer.aborted ? { kind: 'timeout' } : { kind: 'done', value }
  } finally {
    cancel()
    outer.removeEventListener('abort', abort)
  }
}
