import { errorMessage } from './message.ts'

/** MAS4xxx: what would not stop, not fit, or cost more than its budget. */
export const boundsMessages = {
  recursion: errorMessage<{ readonly chain: readonly string[] }>(
    'MAS4001',
    ({ chain }) => `This call never ends: ${chain.map((name) => `\`${name}\``).join(' calls ')}.`,
    () => 'A workflow calls other workflows only; repeat work with `repeat max n { … }`.',
  ),
  agentToolRecursion: errorMessage<{ readonly chain: readonly string[] }>(
    'MAS4002',
    ({ chain }) => `These agents are tools of each other: ${chain.map((name) => `\`${name}\``).join(' uses ')}.`,
    () => 'Take one of them out of the `tools` of the other.',
  ),
  tooLarge: errorMessage<{ readonly name: string; readonly maximum: number }>(
    'MAS4003',
    ({ name, maximum }) => `\`${name}\` compiles to a graph of more than ${maximum} nodes.`,
    () => 'Use loops where the same calls are written out, or call the same workflow fewer times.',
  ),
  overBudget: errorMessage<{
    readonly name: string
    readonly measure: 'calls' | 'depth'
    readonly budget: number
    readonly bound: number
    readonly costliest: string | null
    readonly cost: number
  }>(
    'MAS4004',
    ({ name, measure, budget, bound, costliest, cost }) =>
      `\`${name}\` may need ${bound} ${measure === 'calls' ? 'model requests' : 'dependent model requests'}, over its budget of ${budget}` +
      `${costliest === null ? '' : `; the costliest node is \`${costliest}\` with up to ${cost}`}.`,
    ({ measure, bound }) => `Lower a loop's \`max\`, or \`max_turns\` or \`repairs\` of its agents, or write \`${measure} ${bound}\`.`,
  ),
} as const
