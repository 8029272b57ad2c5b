import { errorMessage } from './message.ts'

const measureText = {
  calls: 'model requests',
  tool_calls: 'tool calls',
  tokens: 'completion tokens',
  depth: 'dependent model requests',
} as const

const longestShown = 8

/** `a` calls `b` calls `a`; of a long circle, its beginning and its end. */
function circle(chain: readonly string[], word: 'calls' | 'uses'): string {
  const names = chain.map((name) => `\`${name}\``)
  const shown = names.length <= longestShown ? names : [...names.slice(0, longestShown / 2), '…', ...names.slice(-2)]
  return shown.join(` ${word} `)
}

/** MAS4xxx: what would not stop, not fit, or cost more than its budget. */
export const boundsMessages = {
  recursion: errorMessage<{ readonly chain: readonly string[] }>(
    'MAS4001',
    ({ chain }) => `This call never ends: ${circle(chain, 'calls')}.`,
    () => 'A workflow calls other workflows only; repeat work with `repeat max n { … }`.',
  ),
  agentToolRecursion: errorMessage<{ readonly chain: readonly string[] }>(
    'MAS4002',
    ({ chain }) => `These agents are tools of each other: ${circle(chain, 'uses')}.`,
    () => 'Take one of them out of the `tools` of the other.',
  ),
  tooLarge: errorMessage<{
    readonly name: string
    readonly excess: 'nodes' | 'calls' | 'nesting' | 'expressions'
    readonly maximum: number
  }>(
    'MAS4003',
    ({ name, excess, maximum }) => {
      switch (excess) {
        case 'nodes':
          return `\`${name}\` compiles to a graph of more than ${maximum} nodes.`
        case 'calls':
          return `\`${name}\` comes to more than ${maximum} calls of workflows, with the calls inside them.`
        case 'nesting':
          return `\`${name}\` has calls inside calls more than ${maximum} levels deep.`
        case 'expressions':
          return `\`${name}\` comes to more than ${maximum} expressions, with those of the workflows that it calls.`
      }
    },
    ({ excess }) =>
      excess === 'nesting'
        ? 'Call the inner workflows from fewer levels, or write their statements where they are called.'
        : 'Use loops where the same calls are written out, or call the same workflow fewer times.',
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
      `\`${name}\` may need ${bound} ${measureText[measure]}, over its budget of ${budget}` +
      `${costliest === null ? '' : `; the costliest node is \`${costliest}\` with up to ${cost}`}.`,
    ({ measure, bound }) =>
      `Lower a loop's \`max\`, or \`max_turns\` or \`repairs\` of its agents, or write \`${measure} ${bound}\`.`,
  ),
  beyondCounting: errorMessage<{ readonly name: string; readonly measure: 'calls' | 'tool_calls' | 'tokens' | 'depth' }>(
    'MAS4005',
    ({ name, measure }) =>
      `\`${name}\` may need more ${measureText[measure]} than can be counted (over ${Number.MAX_SAFE_INTEGER}).`,
    () => "Lower a loop's `max`, a `sample` count, or `max_turns` or `max_tokens` of its agents.",
  ),
} as const
