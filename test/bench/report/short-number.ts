/** Three digits that matter, no exponent. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  if (size >= 100 || size === 0 || !Number.isFinite(value)) {
    return value.toLocaleString('en-US', { maximumFractionDigits: 0, useGrouping: true })
  }
  return Number(value.toPrecision(3)).toString()
}
