import type { statementsMessages } from '../diagnostics/statements-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const statementsExplanations: ExplanationsOf<typeof statementsMessages> = {
  notAList: {
    title: 'a loop over something that is no list',
    why: 'A loop goes over the items of a list.',
    remedy: 'Take a text apart with `lines`, `split` or `chunks`; count with `range(n)`.',
  },
  boundNeeded: {
    title: 'a loop over a list of any length without `max`',
    why: 'Every loop has a bound, so that the program\'s cost is known before it runs.',
    remedy: 'Write `max n`, or cut the list with `first(list, n)`.',
  },
  readOnlyInEach: {
    title: 'a binding of an outer name inside `each`',
    why: 'The iterations of an `each` are independent and may run at the same time, so they change nothing outside.',
    remedy: '`yield` the value, or write a `for`, which runs in order.',
  },
  notRebindable: {
    title: 'a binding of a `static` parameter or an agent',
    why: 'What is known before the run stays as it is: `static` parameters and agents.',
    remedy: 'Use another name.',
  },
  returnMissing: {
    title: 'a way through a workflow without `return`',
    why: 'A workflow promises a result on every way through it.',
    remedy: 'End every branch with `return`, or write it as the last statement.',
  },
  notAnEnum: {
    title: 'a `match` on something that is no enum',
    why: '`match` goes through the members of an enum.',
    remedy: 'Let the agent return an enum, or write `if … else if … else`.',
  },
  membersMissing: {
    title: 'a `match` that leaves out members',
    why: 'A member without an arm would do nothing, without anybody having decided that.',
    remedy: 'Write an arm for each member, or `else => { … }` for the rest.',
  },
  duplicateArm: {
    title: 'a second arm for a member',
    why: 'Only the first arm for a member can ever be taken.',
    remedy: 'Remove the second, or name the member that was meant.',
  },
}
