import type { RandomStream } from '../random/random-stream.ts'

/** One term of a Shapley value: what a player adds to others. Players are numbered from 0. */
export interface MarginalContribution {
  readonly player: number
  /** Ascending. */
  readonly others: readonly number[]
  readonly weight: number
}

/** Up to so many players, all coalitions are looked at: 2⁶ = 64. */
const mostExactPlayers = 6

/**
 * The terms whose weighted sum is the Shapley value of each player. All coalitions S of the others with weight |S|! (n − |S| −
 * 1)! / n! (Shapley 1953), up to six players; beyond, those of random orders, each order weighing the same (Castro, Gómez and
 * Tejada 2009, an estimate without bias).
 */
export const marginalContributions = (players: number, permutations: number, random: RandomStream): readonly MarginalContribution[] =>
  players <= mostExactPlayers ? allContributions(players) : sampledContributions(players, permutations, random)

function allContributions(players: number): readonly MarginalContribution[] {
  const everyone = Array.from({ length: players }, (_, player) => player)
  return everyone.flatMap((player) =>
    subsetsOf(everyone.filter((other) => other !== player)).map((others) => ({
      player,
      others,
      weight: (factorial(others.length) * factorial(players - others.length - 1)) / factorial(players),
    })),
  )
}

function sampledContributions(players: number, permutations: number, random: RandomStream): readonly MarginalContribution[] {
  const everyone = Array.from({ length: players }, (_, player) => player)
  return Array.from({ length: permutations }, () => random.shuffle(everyone)).flatMap((order) =>
    order.map((player, position) => ({
      player,
      others: order.slice(0, position).toSorted((left, right) => left - right),
      weight: 1 / permutations,
    })),
  )
}

/** Each with its members in the order of the items. */
const subsetsOf = (items: readonly number[]): readonly (readonly number[])[] =>
  items.reduce<readonly (readonly number[])[]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]])

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
