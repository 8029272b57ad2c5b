import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** An expert whose model may fail, which is no choice of its policy, and who may reply nonsense, which is one. */
export const otherwise: CreditProgram = {
  name: 'otherwise',
  shows: '`otherwise`: a model that fails, a reply that does not fit, and the agent that stands in',
  designs: [
    `agent Expert(text: string) -> int { prompt "{{text}}" repairs 0 }
     agent Novice(text: string) -> int { prompt "{{text}}" repairs 0 }
     agent Check(text: int) -> int { prompt "{{text}}" repairs 0 }
     workflow main(task: string) -> int {
       answer = Expert(task) otherwise Novice(task)
       return Check(answer)
     }`,
  ],
  task: { id: 'otherwise', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 7 },
  table: {
    Expert: [{ failing: 0.2, replies: says({ 7: 0.5, 8: 0.2, nonsense: 0.3 }) }],
    Novice: [{ replies: says({ 7: 0.4, 8: 0.6 }) }],
    Check: [
      { given: '7', replies: says({ 7: 0.9, 8: 0.1 }) },
      { replies: says({ 7: 0.3, 8: 0.7 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0, costPerChoice: 0, rejected: 0 },
}
