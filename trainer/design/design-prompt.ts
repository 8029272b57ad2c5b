import { exportGrammar } from '../../grammar/index.ts'
import type { Message } from '../../runtime/index.ts'
import type { Requirements } from './judge-script.ts'
import { languageCard } from './language-card.ts'

export interface DesignTask {
  /** What the design is for, in words. */
  readonly task: string
  /** A few inputs, with what should come out, as JSON: none is fine. */
  readonly examples: readonly unknown[]
}

/** The messages that ask for a design. A model that is held to the grammar needs not be told it. */
export function designMessages(
  { task, examples }: DesignTask,
  requirements: Requirements,
  options: { readonly withGrammar: boolean },
): readonly Message[] {
  const { signature, budget, tools, declarations = [] } = requirements
  const limits = Object.entries(budget).map(([measure, limit]) => `${limit} ${measure}`)
  const system = [
    'You design teams of language-model agents. You write them in MAS, a typed language that is not Python or TypeScript.',
    ...(options.withGrammar ? [`Its grammar:\n\n${exportGrammar('ebnf').trim()}`] : []),
    languageCard,
    'Tell every agent in its `role` and `prompt` what it is to do. Leave `model` and `policy` out. Use a team only where it helps: a ' +
      'single call is a design too.',
    tools.size === 0
      ? 'There are no tools.'
      : `Tools that can be had: ${[...tools].sort().map((from) => `"${from}"`).join(', ')}. ` +
        '`import { calculator } from "std/tools"` brings the built-in ones.',
    ...(declarations.length === 0 ? [] : [`These are declared so; copy what you use:\n\n${declarations.join('\n').trim()}`]),
    'Answer with the script alone: no explanation, no code fence.',
  ]
  const user = [
    `Write a script for this task:\n${task}`,
    `It must hold \`workflow main${signature.text}\`.`,
    ...(limits.length === 0 ? [] : [`One run may cost at most ${limits.join(', ')}, by the compiler's bounds.`]),
    ...(examples.length === 0 ? [] : [`Examples of what comes in and should come out:\n${examples.map((one) => JSON.stringify(one)).join('\n')}`]),
  ]
  return [
    { role: 'system', content: system.join('\n\n') },
    { role: 'user', content: user.join('\n\n') },
  ]
}

/** Sends a script back with what is wrong with it. */
export const repairRequest = (reply: string, problems: readonly string[]): readonly Message[] => [
  { role: 'assistant', content: reply, toolCalls: [] },
  {
    role: 'user',
    content: `The script cannot be used:\n\n${problems.join('\n')}\n\nWrite the whole script again, put right, and nothing else.`,
  },
]
