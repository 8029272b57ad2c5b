import type { boundsMessages } from '../diagnostics/bounds-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const boundsExplanations: ExplanationsOf<typeof boundsMessages> = {
  recursion: {
    title: 'recursion',
    why: 'Every program stops. Recursion has no bound that could be known before the run.',
    remedy: 'Repeat with `repeat max n { … }`, and call other workflows only.',
  },
  agentToolRecursion: {
    title: 'agents that are tools of each other',
    why: 'A model that may call an agent which may call the first one has no bound.',
    remedy: 'Take one of them out of the `tools` of the other.',
  },
  tooLarge: {
    title: 'a program that comes to too many nodes, calls, levels or expressions',
    why: 'A workflow is inlined where it is called, and the whole graph has to stay small enough to be read and run.',
    remedy: 'Write loops where calls are written out, and call workflows fewer times.',
  },
  overBudget: {
    title: 'a budget of `calls` or `depth` below the bound',
    why: 'A budget is a promise about the cost, and the program could break it.',
    remedy: 'Lower a loop\'s `max`, `max_turns` or `repairs`, or raise the budget.',
  },
  beyondCounting: {
    title: 'a bound too large to be counted',
    why: 'Bounds are exact whole numbers. Beyond 2^53 they no longer are, and no run could pay for them.',
    remedy: 'Lower the bounds of nested loops and samples.',
  },
}
