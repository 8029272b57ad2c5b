import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Mismatch extends WithHint {
  readonly name: string
  readonly expected: string
  readonly actual: string
}

/** MAS30xx: what fits where. */
export const typesMessages = {
  bindingMismatch: errorMessage<Mismatch>(
    'MAS3001',
    ({ name, expected, actual }) => `\`${name}\` holds \`${expected}\`, and this is \`${actual}\`.`,
    givenHint,
  ),
  returnMismatch: errorMessage<Mismatch>(
    'MAS3002',
    ({ name, expected, actual }) => `\`${name}\` returns \`${expected}\`, and this is \`${actual}\`.`,
    givenHint,
  ),
  argumentMismatch: errorMessage<Mismatch>(
    'MAS3003',
    ({ name, expected, actual }) => `\`${name}\` takes ${expected}, and this is \`${actual}\`.`,
    givenHint,
  ),
  notACondition: errorMessage<WithHint & { readonly actual: string }>(
    'MAS3004',
    ({ actual }) => `A condition is a \`bool\`, and this is \`${actual}\`.`,
    givenHint,
  ),
  noCommonType: errorMessage<WithHint & { readonly left: string; readonly right: string }>(
    'MAS3005',
    ({ left, right }) => `\`${left}\` and \`${right}\` have no type in common.`,
    givenHint,
  ),
  annotationNeeded: errorMessage<{ readonly name: string; readonly actual: string }>(
    'MAS3006',
    ({ name, actual }) => `\`${actual}\` alone does not say what \`${name}\` holds.`,
    ({ name, actual }) =>
      `Write its type, such as \`${name}: ${actual.includes('none') ? actual.replaceAll(/\bnone\b/g, 'string?') : 'string[]'} = …\`.`,
  ),
  annotationDiffers: errorMessage<{ readonly name: string; readonly type: string }>(
    'MAS3007',
    ({ name, type }) => `\`${name}\` holds \`${type}\` already; its type cannot change.`,
    ({ name }) => `Leave the type out, or use another name than \`${name}\`.`,
  ),
  recursiveType: errorMessage<{ readonly name: string }>(
    'MAS3008',
    ({ name }) => `The type \`${name}\` contains itself.`,
    () => 'Values are finite trees of fixed shape: name the inner levels, or keep a list beside them.',
  ),
  notPositive: errorMessage<{ readonly what: string }>('MAS3009', ({ what }) => `${what} is a whole number of at least 1.`),
  notStatic: errorMessage<WithHint & { readonly what: string }>(
    'MAS3010',
    ({ what }) => `${what} is not known before the program runs: a number or a \`static\` parameter stands here.`,
    givenHint,
  ),
  typeTooLarge: errorMessage<{ readonly limit: number }>(
    'MAS3012',
    ({ limit }) => `This type has more than ${limit} parts.`,
    () => 'Leave levels out: a type that holds another one twice doubles it.',
  ),
  agentTypeHere: errorMessage(
    'MAS3011',
    () => 'An agent type stands only as the type of a workflow parameter.',
    () => 'Take the agent as a parameter of its own: `solve: agent(string) -> string`.',
  ),
} as const
