/**
 * The slope of a function at `at` by central differences, one coordinate after the other. Exact to the second order of
 * `step`.
 */
export function finiteDifference(
  compute: (values: Float32Array) => number,
  at: Float32Array,
  step: number,
  coordinates: readonly number[] = Array.from(at.keys()),
): number[] {
  return coordinates.map((coordinate) => {
    const original = at[coordinate] ?? 0
    const moved = at.slice()
    moved[coordinate] = original + step
    const [above, high] = [compute(moved), moved[coordinate] ?? 0]
    moved[coordinate] = original - step
    const [below, low] = [compute(moved), moved[coordinate] ?? 0]
    // The step as float32 has it, not as asked for.
    return (above - below) / (high - low)
  })
}

/** Largest distance between two lists of numbers, relative to the largest number of the first. */
export function relativeError(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  if (expected.length !== actual.length) return Infinity
  let scale = 0
  let largest = 0
  for (let index = 0; index < expected.length; index += 1) {
    scale = Math.max(scale, Math.abs(expected[index] ?? 0))
    const difference = Math.abs((expected[index] ?? 0) - (actual[index] ?? 0))
    largest = difference > largest || Number.isNaN(difference) ? difference : largest
  }
  return largest / scale
}
