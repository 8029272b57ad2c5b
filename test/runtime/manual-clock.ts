import type { Clock } from '../../runtime/clock/clock.ts'

export interface ManualClock extends Clock {
  /** Lets time pass; timers that are due call back in order. */
  advance(seconds: number): void
  /** Delays that are being waited for, soonest first. */
  pending(): readonly number[]
}

/** Time that passes only when a test says so. */
export function manualClock(start = 1000): ManualClock {
  let now = start
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>()
  const inOrder = () => [...timers].sort((a, b) => a.at - b.at)
  return {
    now: () => now,
    after(seconds, callback) {
      const timer = { at: now + seconds, callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance(seconds) {
      const end = now + seconds
      for (let [next] = inOrder(); next !== undefined && next.at <= end; [next] = inOrder()) {
        timers.delete(next)
        now = next.at
        next.callback()
      }
      now = end
    },
    pending: () => inOrder().map((timer) => timer.at - now),
  }
}
