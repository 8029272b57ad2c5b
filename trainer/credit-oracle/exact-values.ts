import type { PossibleExecution } from './enumerate-executions.ts'

/** What the replies of an execution were worth, given everything that was drawn before them. */
export interface ExactValue {
  /** V: the expected reward before the reply is drawn. */
  readonly before: number
  /** Q: the expected reward once it is drawn. */
  readonly after: number
  /** A = Q − V. */
  readonly advantage: number
}

/** Of each execution, in order, the exact value of each of its draws, in order. */
export function exactValues(executions: readonly PossibleExecution[]): readonly (readonly ExactValue[])[] {
  const worth = new Map<string, { probability: number; reward: number }>()
  for (const { choices, probability, reward } of executions) {
    for (let length = 0; length <= choices.length; length += 1) {
      const prefix = prefixOf(choices, length)
      const sum = worth.get(prefix) ?? { probability: 0, reward: 0 }
      worth.set(prefix, { probability: sum.probability + probability, reward: sum.reward + probability * reward })
    }
  }
  const expected = (choices: readonly number[], length: number): number => {
    const sum = worth.get(prefixOf(choices, length))
    return sum === undefined ? NaN : sum.reward / sum.probability
  }
  return executions.map(({ choices, draws }) =>
    draws.map(({ choice }) => {
      const [before, after] = [expected(choices, choice), expected(choices, choice + 1)]
      return { before, after, advantage: after - before }
    }),
  )
}

const prefixOf = (choices: readonly number[], length: number): string => choices.slice(0, length).join()
