import fc from 'fast-check'
import { wellTypedProgram } from '../../testing/index.ts'
import type { ProgramOptions, TestProgram } from '../../testing/index.ts'

/** Every way in which an agent may use requests: repairs, tools, agents as tools; tools with an effect, and without. */
const declarations: ProgramOptions = {
  types: ['enum Kind { sum, product, other }', 'type Solution = { answer: string, points: number }'],
  tools: [
    'lookup(key: string) -> string from "host:lookup" pure',
    'note(key: string) -> string from "host:note"',
    'store(key: string, value: int) -> bool from "host:store"',
  ],
  agents: [
    'Helper(task: string) -> string { max_tokens 7 }',
    'Solver(problem: string, hint: string?) -> Solution { tools lookup, note max_turns 2 repairs 1 max_tokens 64 }',
    'Router(task: string) -> Kind { max_tokens 8 repairs 2 }',
    'Rater(task: string) -> number? { max_tokens 3 repairs 0 }',
    'Lead(task: string) -> string { tools Helper, Solver max_turns 2 max_tokens 5 }',
  ],
  limits: { calls: 80, statements: 5 },
}

/** Any expression, or little else than calls and what puts them in an order. */
export const teamPrograms: fc.Arbitrary<TestProgram> = fc.oneof(
  wellTypedProgram(declarations),
  wellTypedProgram({
    ...declarations,
    workflow: 'main(task: string) -> string',
    constructs: {
      expressions: ['name', 'call', 'builtin', 'sample', 'each', 'otherwise', 'default', 'equal', 'logic', 'member', 'field', 'present'],
      builtins: ['text', 'join', 'vote', 'split'],
      strings: ['', 'a'],
    },
    limits: { calls: 80, statements: 8, nesting: 3 },
  }),
)
