import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Named {
  readonly name: string
}

/** MAS33xx: loops, rebinding, `match`, `return`. */
export const statementsMessages = {
  notAList: errorMessage<WithHint & { readonly actual: string }>(
    'MAS3301',
    ({ actual }) => `A loop goes over a list, and this is \`${actual}\`.`,
    givenHint,
  ),
  boundNeeded: errorMessage<{ readonly actual: string; readonly loop: string; readonly list: string }>(
    'MAS3302',
    ({ actual }) => `\`${actual}\` may have any number of items, and every loop has a bound.`,
    ({ loop, list }) => `Write \`${loop} max 8 {\`, or cut the list: \`first(${list}, 8)\`.`,
  ),
  readOnlyInEach: errorMessage<Named>(
    'MAS3303',
    ({ name }) => `\`${name}\` comes from outside this \`each\`, whose iterations are independent: it cannot be bound here.`,
    () => 'Use another name and `yield` it, or write a `for` loop, which runs in order.',
  ),
  notRebindable: errorMessage<Named & { readonly thing: string }>(
    'MAS3304',
    ({ name, thing }) => `\`${name}\` is ${thing}, so it cannot be bound again.`,
    () => 'Use another name.',
  ),
  returnMissing: errorMessage<Named & { readonly result: string }>(
    'MAS3305',
    ({ name, result }) => `\`${name}\` can end here without a \`return\`, and it promises \`${result}\`.`,
    () => 'End the workflow with `return …`, or every branch of its last `if` or `match`.',
  ),
  notAnEnum: errorMessage<WithHint & { readonly actual: string }>(
    'MAS3306',
    ({ actual }) => `\`match\` takes an enum, and this is \`${actual}\`.`,
    givenHint,
  ),
  membersMissing: errorMessage<{ readonly type: string; readonly members: readonly string[] }>(
    'MAS3307',
    ({ members, type }) => `This \`match\` leaves out ${members.map((name) => `\`${name}\``).join(', ')} of \`${type}\`.`,
    ({ members }) => `Add \`${members[0] ?? 'else'} => { … }\`, or \`else => { … }\` for the rest.`,
  ),
  duplicateArm: errorMessage<Named>('MAS3308', ({ name }) => `There is an arm for \`${name}\` already.`),
} as const
