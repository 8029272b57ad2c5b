import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import type { Type } from '../../compiler/index.ts'

const string: Type = { kind: 'string' }

export const reduceAgent = `/// Carries out one operation: "(3+5)*2-7" becomes "8*2-7".
agent Reduce(expression: string) -> string {
  role "reduce"
  max_tokens 24
}
`

/** The agents of `examples/arithmetic.mas`: every design begins with them. */
const preamble = `/// Gives the value of an expression in one go.
agent Answer(expression: string) -> string {
  role "answer"
  max_tokens 8
}

${reduceAgent}`

const agent = (name: string, tokens: number) => ({
  kind: 'agent' as const,
  name,
  parameters: [{ name: 'expression', type: string }],
  result: string,
  bounds: { calls: 1, tool_calls: 0, tokens, depth: 1 },
  ordered: false,
})

/** What a designer of arithmetic may write: calls, loops, samples and votes, within this many model requests. */
export const arithmeticDesigns = (calls: number): DerivationSpecification => ({
  preamble,
  callees: [agent('Answer', 8), agent('Reduce', 24)],
  workflow: { name: 'main', parameters: [{ name: 'expression', type: string }], result: string },
  constructs: {
    statements: ['bind', 'copy', 'rebind', 'repeat', 'stop'],
    expressions: ['name', 'call', 'builtin', 'sample', 'present'],
    builtins: ['vote', 'number'],
    integers: [2, 3, 5],
    strings: [],
    bindings: [string],
  },
  limits: { calls, statements: 5, nesting: 1, expressionDepth: 3, unread: 1, namesakes: 1 },
})

/** A whole script around the statements of a workflow. */
export const designAround = (statements: string): string =>
  `${preamble}\nworkflow main(expression: string) -> string {\n  ${statements}\n}\n`

/** The one call that every comparison starts from. */
export const directDesign = designAround('return Answer(expression)')

/** Self-consistency (arXiv 2203.11171): n answers, the most common one. */
export const votedDesign = (n: number): string => (n <= 1 ? directDesign : designAround(`return vote(sample ${n} of Answer(expression))`))

/**
 * What the supervised start of the designer imitates, each as often, whatever the task: common shapes, right and wrong ones. Which of
 * them suits which task is left to be learned.
 */
export const expressionBodies: readonly string[] = [
  'return Answer(expression)',
  'return Reduce(expression)',
  'return Answer(Reduce(expression))',
  'return vote(sample 3 of Answer(expression))',
  'return vote(sample 5 of Answer(expression))',
  ...[2, 3, 5].map((n) => loopOf(n, 'Reduce(current)')),
  ...[2, 3, 5].map((n) => loopOf(n, 'vote(sample 3 of Reduce(current))')),
  'current = expression repeat max 2 { current = Reduce(current) } return Answer(current)',
]

export const startDesigns: readonly string[] = expressionBodies.map(designAround)

/** A step again and again until the text is a number. */
export function loopOf(maximum: number, step: string): string {
  return `current = expression repeat max ${maximum} { stop when number(current) != none current = ${step} } return current`
}
