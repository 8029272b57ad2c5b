import type { Measurement, Until } from './phase.ts'

/** The first of a phase's measurements, in order, with which it is over; `undefined` where none ends it. */
export function untilMet(until: Until, measurements: readonly Measurement[]): Measurement | undefined {
  switch (until.kind) {
    case 'target':
      return measurements.find(({ value }) => value >= until.value)
    case 'plateau': {
      let best = -Infinity
      let age = 0
      return measurements.find(({ value }) => {
        age += 1
        if (value > best + until.delta) {
          best = value
          age = 0
        }
        return age >= until.patience
      })
    }
  }
}
