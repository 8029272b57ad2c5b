const eighths = ' ▁▂▃▄▅▆▇█'

/** Of more values than columns, the means of as many neighbours as it takes; the columns are as even as they can be. */
export function columnsOf(values: readonly (number | null)[], columns: number): readonly (number | null)[] {
  if (values.length <= columns) return values
  return Array.from({ length: columns }, (_, column) => {
    const near = values.slice(Math.floor((column * values.length) / columns), Math.floor(((column + 1) * values.length) / columns))
    const known = near.filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}

/**
 * Values as bars side by side, `rows` lines high, the highest line first; the lowest value of the range is a line's eighth, and a
 * value that is missing a gap.
 */
export function barCurve(
  values: readonly (number | null)[],
  rows: number,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): readonly string[] {
  const steps = rows * 8
  const heights = values.map((value) => {
    if (value === null) return 0
    const share = highest > lowest ? (value - lowest) / (highest - lowest) : 0
    return 1 + Math.round(Math.min(1, Math.max(0, share)) * (steps - 1))
  })
  return Array.from({ length: rows }, (_, row) => {
    const below = (rows - 1 - row) * 8
    return heights.map((height) => eighths[Math.min(8, Math.max(0, height - below))] ?? ' ').join('')
  })
}
