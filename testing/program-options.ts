import { derivableBuiltins, expressionKinds, specify, statementKinds } from '../compiler/derivation/index.ts'
import type { Constructs, DerivationSpecification, Limits } from '../compiler/derivation/index.ts'

/** What programs may use and cost. Everything has a default: small programs of every construct over three agents and two tools. */
export interface ProgramOptions {
  /** Types, enums and imports as they are written: `enum Kind { sum, other }`. */
  readonly types?: readonly string[]
  /** Agents without the word `agent`: `Solver(problem: string) -> string { max_tokens 64 }`. */
  readonly agents?: readonly string[]
  /** Tools without the word `tool`: `lookup(key: string) -> string from "host:lookup" pure`. */
  readonly tools?: readonly string[]
  /** The workflow without the word `workflow`, up to its body. */
  readonly workflow?: string
  readonly constructs?: Partial<Constructs>
  /** Bounds of a whole program; those left out are the default's: 20 calls, 4 statements, blocks 2 deep, expressions 2 deep. */
  readonly limits?: Partial<Limits>
}

const defaults = {
  types: ['enum Kind { sum, product, other }', 'type Solution = { reasoning: string, answer: string, points: number }'],
  agents: [
    'Solver(problem: string, hint: string?) -> Solution { max_tokens 64 }',
    'Router(task: string) -> Kind { max_tokens 8 repairs 0 }',
    'Writer(task: string, notes: string[]) -> string { max_tokens 64 }',
  ],
  tools: [
    'lookup(key: string) -> string from "host:lookup" pure',
    'store(key: string, value: int) -> bool from "host:store"',
  ],
  workflow: 'main(task: string, hint: string?, sizes: int[3]) -> string',
  constructs: {
    statements: statementKinds,
    expressions: expressionKinds,
    builtins: derivableBuiltins,
    integers: [2, 3],
    strings: ['', ', ', '{{}} and {{}}'],
  },
  limits: { calls: 20, statements: 4, nesting: 2, expressionDepth: 2 },
}

/** The space of the options. Throws a `RangeError` with the compiler's findings where the declarations do not compile. */
export function specificationOf(options: ProgramOptions): DerivationSpecification {
  const ownDeclarations = options.types !== undefined || options.agents !== undefined || options.tools !== undefined
  const { types, agents, tools } = ownDeclarations ? { types: [], agents: [], tools: [], ...options } : defaults
  const specified = specify({
    preamble: [...types, ...tools.map((tool) => `tool ${tool}`), ...agents.map((agent) => `agent ${agent}`)].join('\n\n'),
    workflow: options.workflow ?? defaults.workflow,
    constructs: { ...defaults.constructs, ...options.constructs },
    limits: { ...defaults.limits, ...options.limits },
  })
  if (specified.kind === 'specification') return specified.specification
  throw new RangeError(specified.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'))
}
