import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Operand extends WithHint {
  readonly operator: string
  readonly actual: string
}

interface Actual extends WithHint {
  readonly actual: string
}

/** MAS32xx: operators, members, indices, insertions. */
export const expressionsMessages = {
  notANumber: errorMessage<Operand>(
    'MAS3201',
    ({ operator, actual }) => `\`${operator}\` takes numbers, and this is \`${actual}\`.`,
    givenHint,
  ),
  plusOnTexts: errorMessage<WithHint>('MAS3202', () => '`+` adds numbers; it does not join texts.', givenHint),
  notAnInteger: errorMessage<Operand>(
    'MAS3203',
    ({ operator, actual }) => `\`${operator}\` takes whole numbers, and this is \`${actual}\`.`,
    givenHint,
  ),
  incomparable: errorMessage<WithHint & { readonly left: string; readonly right: string }>(
    'MAS3204',
    ({ left, right }) => `\`${left}\` and \`${right}\` are never equal: they have no type in common.`,
    givenHint,
  ),
  neverNone: errorMessage<{ readonly actual: string; readonly operator: string }>(
    'MAS3205',
    ({ actual }) => `This is \`${actual}\`, so it is never \`none\`.`,
    ({ operator }) => (operator === '??' ? 'Leave the `??` and its right side out.' : 'Leave the comparison out.'),
  ),
  notABool: errorMessage<Operand>(
    'MAS3206',
    ({ operator, actual }) => `\`${operator}\` takes \`bool\`, and this is \`${actual}\`.`,
    givenHint,
  ),
  noFields: errorMessage<Actual & { readonly field: string }>(
    'MAS3207',
    ({ actual, field }) => `\`${actual}\` has no fields, so it has no \`${field}\`.`,
    givenHint,
  ),
  notIndexable: errorMessage<Actual>('MAS3208', ({ actual }) => `\`${actual}\` is not a list, so it has no items.`, givenHint),
  indexNotInteger: errorMessage<Actual>(
    'MAS3209',
    ({ actual }) => `An index is an \`int\`, counted from 0, and this is \`${actual}\`.`,
    givenHint,
  ),
  spreadNotRecord: errorMessage<Actual>(
    'MAS3210',
    ({ actual }) => `\`...\` takes a record, and this is \`${actual}\`.`,
    givenHint,
  ),
  textCondition: errorMessage<Actual>(
    'MAS3211',
    ({ actual }) => `\`{{#if …}}\` takes a \`bool\` or an optional, and this is \`${actual}\`.`,
    givenHint,
  ),
} as const
