import { derivableBuiltins, expressionKinds, specify, statementKinds } from '../../../compiler/derivation/index.ts'
import type { Constructs, DerivationSpecification, Limits } from '../../../compiler/derivation/index.ts'

const preamble = `import { python } from "std/tools"

enum Verdict { correct, wrong }
enum Kind { sum, product, other }

type Solution = { reasoning: string, answer: string, points: number }
type Review = { verdict: Verdict, feedback: string?, sure: bool }

tool lookup(key: string) -> string from "host:lookup" pure

tool store(key: string, value: int) -> bool from "host:store"

agent Planner(task: string) -> string[3] {
  max_tokens 64
}

agent Solver(problem: string, feedback: string?) -> Solution {
  role "Solve."
  tools python
  max_turns 2
}

agent Critic(problem: string, draft: Solution) -> Review {
  repairs 0
}

agent Judge(problem: string, drafts: Solution[3]) -> Solution

agent Router(task: string) -> Kind

agent Rater(text: string) -> number?

agent Writer(task: string, notes: string[]) -> string

workflow twice(task: string) -> string {
  first_try = Writer(task, [task])
  return Writer(first_try, [task])
}
`

/** A space with everything that can be derived, small enough limits to end soon. */
export function richSpecification(limits: Limits, constructs: Partial<Constructs> = {}): DerivationSpecification {
  const specified = specify({
    preamble,
    workflow: 'main(task: string, hint: string?, sizes: int[3]) -> string',
    constructs: {
      statements: statementKinds,
      expressions: expressionKinds,
      builtins: derivableBuiltins,
      integers: [2, 3],
      strings: ['', ', ', '{{}} and {{}}'],
      ...constructs,
    },
    limits,
  })
  if (specified.kind === 'mistakes') throw new Error(JSON.stringify(specified.diagnostics))
  return specified.specification
}
