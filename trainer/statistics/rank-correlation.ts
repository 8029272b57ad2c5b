import { mean } from './mean.ts'

/**
 * Spearman's rank correlation ρ: Pearson's correlation of the ranks, equal values sharing the mean of theirs (Spearman 1904). In −1 to 1;
 * not a number where the values of one side are all equal: there is no order then. Throws a RangeError where the lengths differ.
 */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) throw new RangeError(`${left.length} and ${right.length} values are no pairs`)
  const [first, second] = [centredRanks(left), centredRanks(right)]
  const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0)
  const deviations = Math.sqrt(product(first, first) * product(second, second))
  return deviations === 0 ? NaN : product(first, second) / deviations
}

/** The ranks less their mean. */
function centredRanks(values: readonly number[]): readonly number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN))
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end] ?? -1] === values[order[start] ?? -1]) end += 1
    for (const position of order.slice(start, end)) ranks[position] = (start + end - 1) / 2
    start = end
  }
  const centre = mean(ranks)
  return ranks.map((rank) => rank - centre)
}
