import { sizeNumber } from '../../../compiler/index.ts'
import type { Type } from '../../../compiler/index.ts'

/**
 * The one agent that all families have: a task in, its answer out, at most so many tokens long. A design that calls it once is the
 * single agent.
 */
export const answerAgent = (tokens: number): string => `/// Gives the answer in one go.
agent Answer(expression: string) -> string {
  role "answer"
  max_tokens ${tokens}
}
`

export const text: Type = { kind: 'string' }

/** A list of at most so many texts. */
export const texts = (most: number): Type => ({ kind: 'list', element: text, size: sizeNumber(most) })
