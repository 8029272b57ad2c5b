import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** Two answers are made side by side, and a router takes one of them: the other was made for nothing. */
export const branches: CreditProgram = {
  name: 'branches',
  shows: '`if` and `match`, whose losing branches leave replies that nobody reads',
  designs: [
    `enum Way { quick, slow }
     agent Route(text: string) -> Way { prompt "{{text}}" repairs 0 }
     agent Quick(text: string) -> string { prompt "{{text}}" }
     agent Retry(text: string) -> string { prompt "{{text}}" }
     agent Slow(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       quick = Quick(task)
       slow = Slow(task)
       if quick == "unsure" { quick = Retry(task) }
       match Route(task) {
         quick => { return quick }
         slow => { return slow }
       }
     }`,
  ],
  task: { id: 'branches', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Route: [{ replies: says({ '"quick"': 0.5, '"slow"': 0.5 }) }],
    Quick: [{ replies: says({ right: 0.4, wrong: 0.3, unsure: 0.3 }) }],
    Retry: [{ replies: says({ right: 0.6, wrong: 0.4 }) }],
    Slow: [{ replies: says({ right: 0.8, wrong: 0.2 }) }],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
