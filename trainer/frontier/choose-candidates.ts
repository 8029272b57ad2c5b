import type { DesignTally } from './tally-designs.ts'

export interface CandidateLimits {
  /** So many at most. */
  readonly most: number
  /** Executions that a design needs. */
  readonly leastExecutions: number
  /** Designs that are measured anyway. */
  readonly except: ReadonlySet<string>
}

/**
 * The designs that are worth measuring: those that none beats that costs no more, then those that only they beat, and so on. A design
 * counts by its score less its standard error, so that one that was tried a few times with luck does not stand before one that is known.
 * By cost, the cheapest first.
 */
export function chooseCandidates(
  tallies: readonly DesignTally[],
  { most, leastExecutions, except }: CandidateLimits,
): readonly DesignTally[] {
  let left = tallies.filter(({ text, executions }) => executions >= leastExecutions && !except.has(text))
  const chosen: DesignTally[] = []
  while (left.length > 0 && chosen.length < most) {
    const layer = undominated(left)
    chosen.push(...layer.slice(0, most - chosen.length))
    left = left.filter((tally) => !layer.includes(tally))
  }
  return chosen.toSorted(byCost)
}

const worth = ({ score, error }: DesignTally): number => score - error

const costOf = ({ price, requests }: DesignTally): number => price ?? requests

const byCost = (left: DesignTally, right: DesignTally): number => costOf(left) - costOf(right) || worth(right) - worth(left)

/** Those that none beats at its cost or less, the best one first. */
function undominated(tallies: readonly DesignTally[]): readonly DesignTally[] {
  const kept: DesignTally[] = []
  for (const tally of tallies.toSorted(byCost)) {
    const best = kept.at(-1)
    if (best === undefined || worth(tally) > worth(best)) kept.push(tally)
  }
  return kept.reverse()
}
