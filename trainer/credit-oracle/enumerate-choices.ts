/** Chooses among options by their probabilities, which are above 0 and sum to 1; the answer is a position. */
export type Choose = (probabilities: readonly number[]) => number

/** One way that a procedure can go. */
export interface Outcome<Result> {
  readonly probability: number
  /** The position taken at each choice, in the order in which the choices came. */
  readonly choices: readonly number[]
  readonly result: Result
}

interface Choice {
  readonly probabilities: readonly number[]
  taken: number
}

/**
 * Every way that a procedure can go whose only chance is `choose`, depth first: it is run again for each, taking the choices of the
 * run before up to the last one that has an option left. Probabilities sum to 1.
 *
 * Throws a RangeError where there are more outcomes than `most`, or where the same choices once led to other ones: the procedure then
 * depends on something else than `choose`.
 */
export async function enumerateChoices<Result>(
  procedure: (choose: Choose) => Promise<Result>,
  most = 100_000,
): Promise<readonly Outcome<Result>[]> {
  const outcomes: Outcome<Result>[] = []
  const path: Choice[] = []
  do {
    if (outcomes.length === most) throw new RangeError(`there are more than ${most} outcomes`)
    let next = 0
    const result = await procedure((probabilities) => {
      const known = path[next++]
      if (known === undefined) path.push({ probabilities, taken: 0 })
      else if (known.probabilities.length !== probabilities.length) throw new RangeError('the same choices led to other ones')
      return known?.taken ?? 0
    })
    if (next < path.length) throw new RangeError('the same choices led to fewer ones')
    outcomes.push({ probability: probabilityOf(path), choices: path.map(({ taken }) => taken), result })
    while (path.length > 0 && isLast(path.at(-1))) path.pop()
    const last = path.at(-1)
    if (last !== undefined) last.taken += 1
  } while (path.length > 0)
  return outcomes
}

const isLast = (choice: Choice | undefined): boolean => choice?.taken === (choice?.probabilities.length ?? 0) - 1

const probabilityOf = (path: readonly Choice[]): number =>
  path.reduce((product, { probabilities, taken }) => product * (probabilities[taken] ?? 0), 1)
