import type { Clock } from './clock.ts'

/** The longest delay a timer can hold; longer ones are waited for in steps. */
const longestTimer = 2 ** 31 - 1

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => (performance.timeOrigin + performance.now()) / 1000,
  after(seconds, callback) {
    let remaining = seconds * 1000
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const step = Math.min(remaining, longestTimer)
      remaining -= step
      timer = setTimeout(remaining > 0 ? wait : callback, step)
    }
    wait()
    return () => {
      clearTimeout(timer)
    }
  },
}
