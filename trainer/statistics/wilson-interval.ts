import type { Interval } from './interval.ts'

/** The 0.975 quantile of the normal distribution: two-sided intervals of 95 %. */
const z95 = 1.959963984540054

/**
 * Wilson's score interval for a proportion (Wilson 1927): with p = k / n, its centre is (p + z²/2n) / (1 + z²/n) and its half
 * width z √(p(1 − p)/n + z²/4n²) / (1 + z²/n). It stays in [0, 1] and is sound for few trials and for 0 or n successes. No trials
 * give the whole of [0, 1].
 */
export function wilsonInterval(successes: number, trials: number, z = z95): Interval {
  if (trials === 0) return { estimate: NaN, lower: 0, upper: 1 }
  const share = successes / trials
  const scale = 1 + z ** 2 / trials
  const centre = (share + z ** 2 / (2 * trials)) / scale
  const half = (z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))) / scale
  // Rounding may leave the ends for 0 or n successes a hair away from where they are.
  return { estimate: share, lower: successes === 0 ? 0 : centre - half, upper: successes === trials ? 1 : centre + half }
}
