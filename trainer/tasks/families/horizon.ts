import type { Span, TaskFamily } from '../task-family.ts'
import { anotherOf } from './another-of.ts'
import { expressionInput } from './arithmetic-family.ts'

export interface HorizonParameters {
  /** How many letters a text has: the difficulty. */
  readonly letters: Span
  /** How many letters there are, and what totals are reduced by: with 4, `a` counts 0, `d` counts 3. */
  readonly modulo: number
  /** How many letters of a text a call reads, the first ones. */
  readonly window: number
}

export const defaultHorizon: HorizonParameters = { letters: { minimum: 5, maximum: 9 }, modulo: 4, window: 3 }

export const horizonLetters = (modulo: number): string => 'abcdefghij'.slice(0, modulo)

/**
 * Texts such as `cadbbac`, whose letters count 0, 1, 2 and so on; the answer is the letter of their total. A call reads the first
 * letters of a text alone, and the total of the rest is anything: so splitting, totals of pieces, and a total of these pay.
 */
export function horizonFamily(given: Partial<HorizonParameters> = {}): TaskFamily {
  const parameters = { ...defaultHorizon, ...given }
  const { letters, modulo, window } = parameters
  const alphabet = horizonLetters(modulo)
  const owns = (text: string): boolean => text.length > 0 && [...text].every((letter) => alphabet.includes(letter))
  const answer = (text: string): string | null =>
    owns(text) ? alphabet.charAt([...text].reduce((sum, letter) => sum + alphabet.indexOf(letter), 0) % modulo) : null
  const piecesOf = (text: string): readonly string[] =>
    Array.from({ length: Math.ceil(text.length / window) }, (_, piece) => text.slice(piece * window, (piece + 1) * window))

  return {
    name: 'horizon',
    parameters,
    difficulties: letters,
    roles: ['answer'],
    generate: (random, difficulty) => {
      const text = Array.from({ length: difficulty }, () => alphabet.charAt(random.integer(modulo))).join('')
      const expected = answer(text) ?? ''
      return { id: `horizon:${text}`, family: 'horizon', difficulty, input: { [expressionInput]: text }, expected }
    },
    owns,
    isTask: (text) => text.length > window,
    reply: (role, inputs) => {
      const text = inputs[expressionInput]
      return role === 'answer' && typeof text === 'string' ? answer(text) : null
    },
    intermediates: ({ input }) => {
      const text = input[expressionInput]
      return typeof text === 'string' && owns(text) ? piecesOf(text) : []
    },
    // Pieces, and totals of several, are short texts of letters: what an agent that reads one window can be asked.
    show: (_task, role, random) => {
      const text = Array.from({ length: 1 + random.integer(window) }, () => alphabet.charAt(random.integer(modulo))).join('')
      const output = answer(text)
      return output === null ? null : { role, inputs: { [expressionInput]: text }, output, isGuess: false }
    },
    slip: (reply, random) => (typeof reply === 'string' ? anotherOf(alphabet, reply, random) : null),
    perceive: (text) => (owns(text) ? text.slice(0, window) : text),
  }
}
