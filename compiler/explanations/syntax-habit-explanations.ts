import type { syntaxMessages } from '../diagnostics/syntax-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

/** Habits from other languages: MAS13xx. */
export const syntaxHabitExplanations = {
  foreign_operator: {
    title: 'an operator of another language: `&&`, `||`, `!`',
    why: 'Logic is written in words, and equality with two signs.',
    remedy: 'Write `and`, `or`, `not`, `==`, `!=` or `=`.',
  },
  compound_assignment: {
    title: '`+=` and its like',
    why: 'A name is bound anew as a whole: there is one way to do it.',
    remedy: 'Write `name = name + value`.',
  },
  single_quotes: {
    title: 'single quotes',
    why: 'Single quotes are frequent in prose, so only double ones open a text.',
    remedy: 'Write `"…"`.',
  },
  text_prefix: {
    title: 'a prefix before a text: `f"…"`',
    why: 'Every text is a template already, and `"""…"""` is raw. A prefix would say nothing.',
    remedy: 'Leave the prefix out, and insert values with `{{name}}`.',
  },
  hash_comment: {
    title: 'a comment with `#`',
    why: '`#` opens block tags in texts. Comments have another sign.',
    remedy: 'Write `// …`.',
  },
  grouped_digits: {
    title: 'grouped digits',
    why: 'Digits stand together.',
    remedy: 'Leave the `_` out.',
  },
  variable_word: {
    title: '`let`, `const`, `var` before a name',
    why: 'Binding a name needs no word before it, the first time or later.',
    remedy: 'Leave the word out: `name = value`.',
  },
  needless_word: {
    title: 'a word that is not needed: `await`, `async`, `new`',
    why: 'Calls are waited for where their results are needed, and agents are called by their names.',
    remedy: 'Leave the word out.',
  },
  while_loop: {
    title: '`while`',
    why: 'Every loop has a bound that is known before the run. A `while` has none.',
    remedy: 'Write `repeat max n { … }` with `stop when` where the condition would end it.',
  },
  else_if_word: {
    title: '`elif` and its like',
    why: 'There is one way to go on after an `if`.',
    remedy: 'Write `else if`.',
  },
  stop_if: {
    title: '`stop if`',
    why: 'A loop is left with `stop when`, which reads as the condition that it is.',
    remedy: 'Write `stop when condition`.',
  },
  conditional_expression: {
    title: '`condition ? a : b`',
    why: '`if` is a statement that decides what is done, and no expression.',
    remedy:
      'Bind the name in both branches: `if condition { x = one } else { x = other }`. For a missing value there is ' +
      '`x ?? y`.',
  },
  setting_separator: {
    title: '`:` or `=` after a setting\'s name',
    why: 'A setting is its name and its value, with nothing between them.',
    remedy: 'Leave the sign out: `role "…"`.',
  },
  argument_equals: {
    title: '`=` after an argument\'s name',
    why: '`=` binds names. Arguments are named like the fields of a record.',
    remedy: 'Write `name: value`.',
  },
  field_equals: {
    title: '`=` after a field\'s name',
    why: '`=` binds names. Fields are given with a colon.',
    remedy: 'Write `name: value`.',
  },
  field_shorthand: {
    title: 'a field without its value',
    why: 'A field always stands with its value, so that a record reads alike everywhere.',
    remedy: 'Write `name: name`.',
  },
  field_assignment: {
    title: 'a binding of a field',
    why:
      'Values never change, so that steps that run at the same time cannot disturb each other. Only a name gets ' +
      'another value.',
    remedy: 'Bind the name to a changed copy: `record = { ...record, field: value }`.',
  },
  qualified_arm: {
    title: '`Kind.member =>`',
    why: 'The enum of a `match` is known from its subject, so an arm names the member alone.',
    remedy: 'Leave the enum and the dot out.',
  },
  underscore_arm: {
    title: '`_ =>`',
    why: '`_` discards a value in a binding. The arm for all other members has a word of its own.',
    remedy: 'Write `else => { … }`.',
  },
  unbraced_arm: {
    title: 'an arm without braces',
    why: 'An arm is a block like any other, so that a second statement does not need another layout.',
    remedy: 'Put braces around it.',
  },
  needless_comma: {
    title: 'commas where none stand',
    why: 'Settings, arms and statements are told apart without commas.',
    remedy: 'Leave the commas out.',
  },
  quoted_key: {
    title: 'quotes around a field\'s name',
    why: 'Fields are names, as in a type. A record is no JSON text.',
    remedy: 'Leave the quotes out.',
  },
  result_arrow: {
    title: 'another arrow than `->`',
    why: 'The type of a result stands after the same arrow everywhere.',
    remedy: 'Write `->`.',
  },
  equals_in_condition: {
    title: '`=` in a condition',
    why: '`=` binds a name, and a condition asks a question.',
    remedy: 'Write `==`.',
  },
} as const satisfies Partial<ExplanationsOf<typeof syntaxMessages>>
