import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** A short design and a long one share an agent and differ in what they are worth. */
export const designs: CreditProgram = {
  name: 'designs',
  shows: 'two designs, of 1 and of 2 to 3 calls',
  designs: [
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       return Solve(task)
     }`,
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Judge(text: string) -> bool { prompt "{{text}}" repairs 0 }
     agent Mend(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       draft = Solve(task)
       if Judge(draft) { return draft } else { return Mend(draft) }
     }`,
  ],
  task: { id: 'designs', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Solve: [{ replies: says({ right: 0.3, wrong: 0.7 }) }],
    Judge: [
      { given: 'right', replies: says({ true: 0.9, false: 0.1 }) },
      { replies: says({ true: 0.2, false: 0.8 }) },
    ],
    Mend: [
      { given: 'right', replies: says({ right: 0.6, wrong: 0.4 }) },
      { replies: says({ right: 0.8, wrong: 0.2 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0.05, costPerChoice: 0, rejected: 0 },
}
