/** Something with a cost, and a score for each task. */
export interface Costed {
  readonly cost: number
  readonly scores: readonly number[]
}

/**
 * The scores, task by task, of a strategy that mixes two neighbours of a curve at random so that it costs exactly this much on
 * average: a straight line between them. Below the cheapest one it is the cheapest one, which costs more; above the dearest one the
 * dearest. `null` for an empty curve.
 */
export function atEqualCost(curve: readonly Costed[], cost: number): readonly number[] | null {
  const points = curve.toSorted((left, right) => left.cost - right.cost)
  const above = points.find((point) => point.cost >= cost)
  const below = points.findLast((point) => point.cost <= cost)
  if (above === undefined || below === undefined) return (above ?? below)?.scores ?? null
  if (above.cost === below.cost) return below.scores
  const share = (cost - below.cost) / (above.cost - below.cost)
  return below.scores.map((score, task) => (1 - share) * score + share * (above.scores[task] ?? NaN))
}
