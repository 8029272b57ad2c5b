import { specify } from '../../../compiler/derivation/index.ts'
import type { DerivationSpecification, Limits } from '../../../compiler/derivation/index.ts'

const preamble = `agent Answer(expression: string) -> string {
  role "answer"
  max_tokens 8
}

agent Reduce(expression: string) -> string {
  role "reduce"
  max_tokens 24
}
`

/** Two small agents, loops, samples and votes within sixteen calls: what a small designer writes. */
export function arithmeticSpecification(limits: Partial<Limits> = {}): DerivationSpecification {
  const specified = specify({
    preamble,
    workflow: 'main(expression: string) -> string',
    constructs: {
      statements: ['bind', 'copy', 'rebind', 'repeat', 'stop'],
      expressions: ['name', 'call', 'builtin', 'sample', 'present'],
      builtins: ['vote', 'number'],
      integers: [2, 3, 5],
      strings: [],
      bindings: [{ kind: 'list', element: { kind: 'string' }, size: null }],
    },
    limits: { calls: 16, statements: 5, nesting: 1, expressionDepth: 3, ...limits },
  })
  if (specified.kind === 'mistakes') throw new Error(JSON.stringify(specified.diagnostics))
  return specified.specification
}
