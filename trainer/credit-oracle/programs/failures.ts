import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** Runs that fail score 0 and keep their rows; failing early is cheaper than failing late. */
export const failures: CreditProgram = {
  name: 'failures',
  shows: 'executions that fail: an `assert`, a reply that does not fit, a model that fails',
  designs: [
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Judge(text: string) -> bool { prompt "{{text}}" repairs 0 }
     agent Finish(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       draft = Solve(task)
       assert Judge(draft) else "not good enough"
       return Finish(draft)
     }`,
  ],
  task: { id: 'failures', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Solve: [{ replies: says({ right: 0.5, wrong: 0.5 }) }],
    Judge: [
      { given: 'right', replies: says({ true: 0.6, false: 0.2, nonsense: 0.2 }) },
      { replies: says({ true: 0.5, false: 0.3, nonsense: 0.2 }) },
    ],
    Finish: [
      { given: 'right', failing: 0.1, replies: says({ right: 0.9, wrong: 0.1 }) },
      { failing: 0.1, replies: says({ right: 0.2, wrong: 0.8 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0.1, costPerChoice: 0, rejected: 0 },
}
