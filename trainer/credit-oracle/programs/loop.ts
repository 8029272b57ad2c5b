import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** A reviewer decides how often a draft is mended, and each request costs: numbers of calls differ by what is replied. */
export const loop: CreditProgram = {
  name: 'loop',
  shows: '`repeat` with `stop when`: 2 to 5 calls, one agent called in every round, a cost per request',
  designs: [
    `agent Draft(text: string) -> string { prompt "{{text}}" }
     agent Review(text: string) -> bool { prompt "{{text}}" repairs 0 }
     agent Mend(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       draft = Draft(task)
       repeat max 2 {
         stop when Review(draft)
         draft = Mend(draft)
       }
       return draft
     }`,
  ],
  task: { id: 'loop', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Draft: [{ replies: says({ right: 0.3, wrong: 0.7 }) }],
    Review: [
      { given: 'right', replies: says({ true: 0.8, false: 0.2 }) },
      { replies: says({ true: 0.4, false: 0.6 }) },
    ],
    Mend: [
      { given: 'right', replies: says({ right: 0.7, wrong: 0.3 }) },
      { replies: says({ right: 0.5, wrong: 0.5 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0.05, costPerChoice: 0, rejected: 0 },
}
