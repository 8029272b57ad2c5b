import { functionScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** The parts of a task are worth half of it each, and have nothing to do with each other. */
export const each: CreditProgram = {
  name: 'each',
  shows: '`each` over independent parts, two calls a part, a graded score',
  designs: [
    `agent Solve(text: string) -> string { prompt "{{text}}" }
     agent Mend(text: string) -> string { prompt "{{text}}" }
     workflow main(parts: string[2]) -> string {
       solved = each part in parts {
         draft = Solve(part)
         yield Mend(draft)
       }
       return join(solved, " ")
     }`,
  ],
  task: { id: 'each', family: 'credit', difficulty: 0, input: { parts: ['one', 'two'] }, expected: 'right right' },
  table: {
    Solve: [
      { given: 'one', replies: says({ right: 0.5, wrong: 0.5 }) },
      { replies: says({ right: 0.3, wrong: 0.7 }) },
    ],
    Mend: [
      { given: 'right', replies: says({ right: 0.9, wrong: 0.1 }) },
      { replies: says({ right: 0.4, wrong: 0.6 }) },
    ],
  },
  scorer: functionScorer('share', (value) => String(value).split('right').length / 2 - 0.5),
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
