import type { DerivationSpecification } from '../../../compiler/derivation/index.ts'
import type { Type } from '../../../compiler/types/index.ts'

const string: Type = { kind: 'string' }

const preamble = `agent Answer(expression: string) -> string {
  role "answer"
  max_tokens 8
}

agent Reduce(expression: string) -> string {
  role "reduce"
  max_tokens 24
}
`

const agent = (name: string, tokens: number) => ({
  kind: 'agent' as const,
  name,
  parameters: [{ name: 'expression', type: string }],
  result: string,
  bounds: { calls: 1, tool_calls: 0, tokens, depth: 1 },
  ordered: false,
})

/** The shipped space: two small agents, loops, samples and votes within sixteen calls. */
export const arithmeticSpecification: DerivationSpecification = {
  preamble,
  callees: [agent('Answer', 8), agent('Reduce', 24)],
  workflow: { name: 'main', parameters: [{ name: 'expression', type: string }], result: string },
  constructs: {
    statements: ['bind', 'copy', 'rebind', 'repeat', 'stop'],
    expressions: ['name', 'call', 'builtin', 'sample', 'present'],
    builtins: ['vote', 'number'],
    integers: [2, 3, 5],
    strings: [],
    bindings: [string, { kind: 'list', element: string, size: null }],
  },
  limits: { calls: 16, statements: 5, nesting: 1, expressionDepth: 3 },
}
