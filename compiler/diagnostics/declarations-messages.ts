import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Named {
  readonly name: string
}

/** MAS34xx: agents and tools; MAS35xx: the signatures of workflows. */
export const declarationsMessages = {
  settingRange: errorMessage<Named & { readonly rule: string }>('MAS3401', ({ name, rule }) => `\`${name}\` is ${rule}.`),
  turnsWithoutTools: errorMessage<Named>(
    'MAS3402',
    ({ name }) => `\`${name}\` has no tools, so each attempt is a single turn: \`max_turns\` says nothing.`,
    () => 'Remove `max_turns`, or name its `tools`.',
  ),
  copyCycle: errorMessage<Named>('MAS3403', ({ name }) => `\`${name}\` is a copy of itself.`, () =>
    'Start from an agent with a signature: `agent A(task: string) -> string`.',
  ),
  toolSource: errorMessage<WithHint & { readonly source: string }>(
    'MAS3404',
    ({ source }) => `A tool cannot come from \`"${source}"\`.`,
    givenHint,
  ),
  agentParameter: errorMessage<{ readonly owner: string }>(
    'MAS3405',
    ({ owner }) => `Only a workflow takes an agent or a \`static\` number; ${owner} takes values.`,
  ),
  slotName: errorMessage<{ readonly slot: string }>(
    'MAS3406',
    ({ slot }) => `\`"${slot}"\` cannot name a model slot: letters, digits, \`_\`, \`-\` and \`.\` can.`,
    () => 'A slot such as `"large"` is bound to a real model by whoever runs the script.',
  ),
  staticNotInteger: errorMessage<Named & { readonly actual: string }>(
    'MAS3501',
    ({ name, actual }) => `The static parameter \`${name}\` is an \`int\`, not \`${actual}\`.`,
    ({ name }) => `Write \`static ${name}: int\`.`,
  ),
  typeParameterUnused: errorMessage<Named>(
    'MAS3502',
    ({ name }) => `No parameter mentions \`${name}\`, so a call never says what it is.`,
    ({ name }) => `Use \`${name}\` in a parameter's type, or write a type in its place.`,
  ),
  mainParameters: errorMessage<{ readonly has: string }>(
    'MAS3503',
    ({ has }) => `\`main\` is started from outside, so it has no ${has}.`,
    () => 'Give the workflow another name, and call it from `main`.',
  ),
} as const
