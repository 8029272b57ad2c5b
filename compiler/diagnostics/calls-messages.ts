import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Callee {
  readonly callee: string
}

const argumentCount = (most: number): string =>
  most === 0 ? 'no arguments' : most === 1 ? 'one argument' : `at most ${most} arguments`

/** Parameters without names are counted. */
const missingText = (missing: readonly (string | null)[]): string =>
  missing.some((name) => name === null)
    ? `${missing.length} more argument${missing.length === 1 ? '' : 's'}`
    : missing.map((name) => `\`${name ?? ''}\``).join(' and ')

/** MAS31xx: calls and their arguments. */
export const callsMessages = {
  tooManyArguments: errorMessage<Callee & { readonly most: number; readonly usage: string }>(
    'MAS3101',
    ({ callee, most }) => `\`${callee}\` takes ${argumentCount(most)}.`,
    ({ usage }) => `It is called as \`${usage}\`.`,
  ),
  missingArguments: errorMessage<Callee & { readonly missing: readonly (string | null)[]; readonly usage: string }>(
    'MAS3102',
    ({ callee, missing }) => `\`${callee}\` needs ${missingText(missing)}.`,
    ({ usage }) => `It is called as \`${usage}\`.`,
  ),
  unknownArgument: errorMessage<Callee & WithHint & { readonly name: string }>(
    'MAS3103',
    ({ callee, name }) => `\`${callee}\` has no parameter \`${name}\`.`,
    givenHint,
  ),
  argumentTwice: errorMessage<Callee & { readonly name: string }>(
    'MAS3104',
    ({ callee, name }) => `\`${name}\` of \`${callee}\` is given twice.`,
  ),
  positionalAfterNamed: errorMessage(
    'MAS3105',
    () => 'An argument without a name cannot follow one with a name.',
    () => 'Name this one too, or move it to the front.',
  ),
  notCallable: errorMessage<WithHint & { readonly what: string }>(
    'MAS3106',
    ({ what }) => `${what} is not something to call.`,
    givenHint,
  ),
  selectorNotTaken: errorMessage<Callee & WithHint & { readonly field: string }>(
    'MAS3107',
    ({ callee, field }) => `\`${callee}\` takes no \`.${field}\`.`,
    givenHint,
  ),
  selectorNeeded: errorMessage<Callee & { readonly wanted: string; readonly actual: string; readonly example: string | null }>(
    'MAS3108',
    ({ callee, wanted, actual }) => `\`${callee}\` compares ${wanted}, and these are \`${actual}\`.`,
    ({ example }) => (example === null ? null : `Name the field to go by: \`${example}\`.`),
  ),
  argumentName: errorMessage<Callee & { readonly usage: string }>(
    'MAS3109',
    ({ callee }) => `The arguments of \`${callee}\` have no names.`,
    ({ usage }) => `It is called as \`${usage}\`.`,
  ),
  agentExpected: errorMessage<WithHint & { readonly parameter: string; readonly expected: string }>(
    'MAS3110',
    ({ parameter, expected }) => `\`${parameter}\` takes the name of an agent: \`${expected}\`.`,
    givenHint,
  ),
  agentMismatch: errorMessage<{
    readonly parameter: string
    readonly expected: string
    readonly agent: string
    readonly actual: string
  }>(
    'MAS3111',
    ({ parameter, expected, agent, actual }) =>
      `\`${parameter}\` takes \`${expected}\`, and \`${agent}\` is \`${actual}\`.`,
  ),
  workflowNotPassable: errorMessage<{ readonly name: string; readonly has: string }>(
    'MAS3112',
    ({ name, has }) => `\`${name}\` has ${has}, so it cannot stand in for an agent.`,
    ({ name }) => `Write a workflow without them that calls \`${name}\`, and pass that.`,
  ),
  cannotInfer: errorMessage<Callee & { readonly parameter: string }>(
    'MAS3113',
    ({ callee, parameter }) => `These arguments do not say what \`${parameter}\` is in \`${callee}\`.`,
    () => 'Bind the value to a name with a type first: `items: string[] = []`.',
  ),
  callInText: errorMessage<Callee>(
    'MAS3114',
    ({ callee }) => `\`${callee}\` cannot be called inside a text; only builtins can.`,
    ({ callee }) => `Bind it to a name first: \`result = ${callee}(…)\`, then write \`{{result}}\`.`,
  ),
  regionInText: errorMessage<{ readonly what: string }>(
    'MAS3115',
    ({ what }) => `\`${what}\` cannot stand inside a text.`,
    ({ what }) => `Bind it to a name first: \`result = ${what} …\`, then write \`{{result}}\`.`,
  ),
  selectorMismatch: errorMessage<Callee & { readonly wanted: string; readonly field: string; readonly actual: string }>(
    'MAS3116',
    ({ callee, wanted, field, actual }) => `\`${callee}\` compares ${wanted}, and \`.${field}\` is \`${actual}\`.`,
  ),
} as const
