import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** Two nodes call one agent with one text: one distribution, two calls of different worth. */
export const shared: CreditProgram = {
  name: 'shared',
  shows: 'two nodes that share one agent and one prompt',
  designs: [
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Pick(first: string, second: string) -> string { prompt "{{first}} {{second}}" }
     workflow main(task: string) -> string {
       first = Solve(task)
       second = Solve(task)
       return Pick(first, second)
     }`,
  ],
  task: { id: 'shared', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Solve: [{ replies: says({ right: 0.5, wrong: 0.5 }) }],
    Pick: [
      { given: 'right right', replies: says({ right: 0.95, wrong: 0.05 }) },
      { given: 'right wrong', replies: says({ right: 0.8, wrong: 0.2 }) },
      { given: 'wrong right', replies: says({ right: 0.4, wrong: 0.6 }) },
      { replies: says({ right: 0.1, wrong: 0.9 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
