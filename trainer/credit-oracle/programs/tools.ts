import { exactScorer } from '../../scorers/index.ts'
import type { CreditProgram } from '../credit-program.ts'
import { says } from '../tabular-policy.ts'

/** A chief answers, or asks a helper first: its first turn decides whether there is a second one and a call of the helper. */
export const tools: CreditProgram = {
  name: 'tools',
  shows: 'an agent as a tool of another one, two turns, a cost per request',
  designs: [
    `agent Look(question: string) -> string { prompt "{{question}}" }
     agent Chief(text: string) -> string { prompt "{{text}}" tools Look max_turns 2 }
     agent Check(text: string) -> string { prompt "{{text}}" }
     workflow main(task: string) -> string {
       answer = Chief(task)
       return Check(answer)
     }`,
  ],
  task: { id: 'tools', family: 'credit', difficulty: 0, input: { task: 'go' }, expected: 'right' },
  table: {
    Chief: [
      {
        given: 'go',
        replies: [
          ...says({ right: 0.3, wrong: 0.3 }),
          { kind: 'asks', tool: 'Look', argument: 'question', value: 'what', probability: 0.4 },
        ],
      },
      { given: 'go | right', replies: says({ right: 0.9, wrong: 0.1 }) },
      { replies: says({ right: 0.2, wrong: 0.8 }) },
    ],
    Look: [{ replies: says({ right: 0.7, wrong: 0.3 }) }],
    Check: [
      { given: 'right', replies: says({ right: 0.8, wrong: 0.2 }) },
      { replies: says({ right: 0.1, wrong: 0.9 }) },
    ],
  },
  scorer: exactScorer,
  reward: { costPerRequest: 0.05, costPerChoice: 0, rejected: 0 },
}
