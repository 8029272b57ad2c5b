import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** One agent is asked the same question three times: its three rows share their parameters. */
export const sample: CreditProgram = {
  name: 'sample',
  shows: '`sample` and `vote`: one agent asked the same three times',
  designs: [
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Check(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       most = vote(sample 3 of Solve(task))
       return Check(most)
     }`,
  ],
  task: { id: 'sample', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Solve: [{ replies: says({ right: 0.6, wrong: 0.4 }) }],
    Check: [
      { given: 'right', replies: says({ right: 0.8, wrong: 0.2 }) },
      { replies: says({ right: 0.3, wrong: 0.7 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
