import type { ProgramOptions } from '../../testing/index.ts'

/** Declarations with every way in which an agent may use requests: repairs, tools, agents as tools, other agents as arguments. */
export const teamOptions: ProgramOptions = {
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
    'Lead(task: string) -> string { tools Helper, lookup max_turns 2 max_tokens 5 }',
  ],
  limits: { calls: 60, statements: 5 },
}
