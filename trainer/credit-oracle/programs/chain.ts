import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** Each step reads the one before: a slip can be mended, mostly it is not. */
export const chain: CreditProgram = {
  name: 'chain',
  shows: 'three calls, each reading the one before',
  designs: [
    `agent Plan(text: string) -> string { prompt "{{text}}" }
     agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Check(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       plan = Plan(task)
       draft = Solve(plan)
       return Check(draft)
     }`,
  ],
  task: { id: 'chain', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Plan: [{ replies: says({ good: 0.4, bad: 0.6 }) }],
    Solve: [
      { given: 'good', replies: says({ right: 0.7, wrong: 0.3 }) },
      { replies: says({ right: 0.2, wrong: 0.8 }) },
    ],
    Check: [
      { given: 'right', replies: says({ right: 0.9, wrong: 0.1 }) },
      { replies: says({ right: 0.3, wrong: 0.7 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
