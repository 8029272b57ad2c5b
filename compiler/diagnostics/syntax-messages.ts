import type { SyntaxProblemDetails } from '../../grammar/index.ts'
import { foreignWordHint } from './foreign-word-hint.ts'
import { errorMessage } from './message.ts'
import type { Message } from './message.ts'

type Details = SyntaxProblemDetails

type SyntaxMessages = { readonly [Kind in keyof Details]: Message<Details[Kind]> }

function characterHint(character: string): string | null {
  if (/[“”„‟«»]/.test(character)) return 'Texts stand in straight quotes: `"…"`.'
  if (/['‘’‚`]/.test(character)) return 'Texts stand in double quotes: `"…"`.'
  if (character === '|') return 'What may be missing has the type `T?`; one of several words is an `enum`.'
  return character === '$' ? 'A value is inserted into a text with `{{name}}`.' : null
}

/** MAS10xx: what a text is made of. */
const textMessages = {
  unexpected_character: errorMessage<Details['unexpected_character']>(
    'MAS1001',
    ({ character }) => `${character === '`' ? 'A backtick' : `\`${character}\``} has no meaning here.`,
    ({ character }) => characterHint(character),
  ),
  unclosed_text: errorMessage<Details['unclosed_text']>('MAS1002', () => 'This text is not closed on its line.', () =>
    'Close it with `"`; a text of several lines stands in `"""…"""`.',
  ),
  unclosed_insertion: errorMessage<Details['unclosed_insertion']>(
    'MAS1003',
    () => 'This `{{` is not closed on its line.',
    () => 'Close it with `}}`; two braces that are meant as such are written `\\{{`.',
  ),
  unclosed_block_text: errorMessage<Details['unclosed_block_text']>(
    'MAS1004',
    () => 'This text is never closed.',
    () => 'Close it with `"""`.',
  ),
  unclosed_comment: errorMessage<Details['unclosed_comment']>('MAS1005', () => 'This comment is never closed.', () =>
    'Close it with `*/`.',
  ),
  unknown_escape: errorMessage<Details['unknown_escape']>(
    'MAS1006',
    ({ escape }) => `\`${escape}\` is no escape: in \`"…"\` there are \`\\n\`, \`\\t\`, \`\\"\`, \`\\\\\` and \`\\u{…}\`.`,
    () => 'In `"""…"""` a backslash is itself.',
  ),
  unknown_tag: errorMessage<Details['unknown_tag']>(
    'MAS1007',
    ({ tag }) => `There is no \`${tag}\`: the only blocks are \`{{#if …}}\` and \`{{#each … as …}}\`.`,
    ({ tag }) => (/else/.test(tag) ? 'Put another `{{#if …}}…{{/if}}` after `{{else}}`.' : null),
  ),
  stray_tag: errorMessage<Details['stray_tag']>('MAS1008', ({ tag }) => `No block is open that this \`${tag}\` belongs to.`),
  unclosed_tag: errorMessage<Details['unclosed_tag']>(
    'MAS1009',
    ({ tag }) => `This \`${tag}\` has no end.`,
    ({ end }) => `End it with \`${end}\` in the same text.`,
  ),
  number_too_large: errorMessage<Details['number_too_large']>(
    'MAS1010',
    ({ number }) => `\`${number}\` is too large to be kept exactly.`,
    () => `The largest whole number is ${Number.MAX_SAFE_INTEGER}.`,
  ),
  nested_too_deeply: errorMessage<Details['nested_too_deeply']>(
    'MAS1011',
    ({ limit }) => `This is nested more than ${limit} levels deep, or a chain of operators too long.`,
    () => 'Bind parts of it to names.',
  ),
} as const

/** MAS11xx: the order of words and signs. */
const structureMessages = {
  unexpected: errorMessage<Details['unexpected']>(
    'MAS1101',
    ({ expected, found }) => `Expected ${expected}, but found ${found}.`,
    ({ found, expected, nearest }) => (nearest === undefined ? foreignWordHint(found, expected) : `Did you mean \`${nearest}\`?`),
  ),
  empty_record: errorMessage<Details['empty_record']>('MAS1102', () => 'A record has at least one field.', () =>
    'Where there may be nothing, use an optional type and `none`.',
  ),
  late_import: errorMessage<Details['late_import']>('MAS1103', () => 'Imports stand before all declarations.', () =>
    'Move it to the top of the file.',
  ),
  late_spread: errorMessage<Details['late_spread']>('MAS1104', () => 'A spread stands before the fields of a record.', () =>
    'Write `{ ...record, name: value }`.',
  ),
  chained_comparison: errorMessage<Details['chained_comparison']>(
    'MAS1105',
    () => 'Comparisons do not chain.',
    ({ operator }) => `Write \`a ${operator} b and b ${operator} c\`.`,
  ),
  insertion_in_plain_text: errorMessage<Details['insertion_in_plain_text']>(
    'MAS1106',
    () => 'This text has to be known before the program runs: it inserts nothing.',
    () => 'Write it out.',
  ),
  missing_yield: errorMessage<Details['missing_yield']>('MAS1107', () => 'An `each` ends with `yield`.', () =>
    'Say what each iteration gives: `each x in xs { … yield value }`; a `for` gives nothing.',
  ),
  reserved_word: errorMessage<Details['reserved_word']>(
    'MAS1108',
    ({ word }) => `\`${word}\` is a word of the language, so it cannot be a name; only a field can be called that.`,
    ({ word }) => `Choose another one, such as \`${word}_\`.`,
  ),
} as const

const yieldWordings = {
  outside: 'There is no `each` around it that this `yield` is the end of.',
  early: 'A `yield` stands last in its `each`.',
} as const

const yieldRemedies = {
  outside: 'An `each` has one `yield`, at its end, outside of any `if`, `match` or loop: bind the value to a name before.',
  early: 'Move it to the end.',
} as const

const stopWordings = {
  outside: 'There is no loop around it that this `stop` leaves.',
  each: 'A `stop` cannot leave an `each`.',
} as const

const stopRemedies = {
  outside: 'It stands in `repeat` or `for`.',
  each: 'The iterations of an `each` are independent: use `for`, which runs in order.',
} as const

const returnWordings = {
  early: 'A `return` stands last: nothing after it would run.',
  branch: 'A `return` stands last, and statements come after this `if` or `match`.',
  loop: 'A loop cannot `return`.',
  each: 'An `each` cannot `return`.',
} as const

const returnRemedies = {
  early: 'Remove what comes after it.',
  branch: 'Put the rest in `else`, with a `return` of its own.',
  loop: 'Bind the value to a name, leave the loop with `stop when`, and return the name after it.',
  each: 'Give the value with `yield`, and return after the `each`.',
} as const

/** MAS12xx: statements in the wrong place. */
const placementMessages = {
  misplaced_yield: errorMessage<Details['misplaced_yield']>(
    'MAS1201',
    ({ reason }) => yieldWordings[reason],
    ({ reason }) => yieldRemedies[reason],
  ),
  misplaced_stop: errorMessage<Details['misplaced_stop']>(
    'MAS1202',
    ({ reason }) => stopWordings[reason],
    ({ reason }) => stopRemedies[reason],
  ),
  misplaced_return: errorMessage<Details['misplaced_return']>(
    'MAS1203',
    ({ reason }) => returnWordings[reason],
    ({ reason }) => returnRemedies[reason],
  ),
  bare_call: errorMessage<Details['bare_call']>(
    'MAS1204',
    () => 'The result of this call has no name.',
    ({ call }) => `Write \`name = ${call}(…)\`, or \`_ = ${call}(…)\` where only the call itself matters.`,
  ),
  bare_value: errorMessage<Details['bare_value']>('MAS1205', () => 'This value has no name.', () =>
    'Write `name = …`, or `_ = …` where only the calls in it matter.',
  ),
} as const

/** MAS13xx: habits from other languages. */
const habitMessages = {
  foreign_operator: errorMessage<Details['foreign_operator']>(
    'MAS1301',
    ({ found, instead }) => `\`${found}\` is written \`${instead}\`.`,
  ),
  compound_assignment: errorMessage<Details['compound_assignment']>(
    'MAS1302',
    ({ found }) => `There is no \`${found}\`.`,
    ({ operator }) => `Write \`name = name ${operator} …\`.`,
  ),
  single_quotes: errorMessage<Details['single_quotes']>('MAS1303', () => 'Texts stand in double quotes.', () =>
    'Write `"…"`.',
  ),
  text_prefix: errorMessage<Details['text_prefix']>(
    'MAS1304',
    ({ prefix }) => `Texts have no prefix \`${prefix}\`.`,
    () => 'Every text inserts values with `{{name}}`; in `"""…"""` a backslash is itself.',
  ),
  hash_comment: errorMessage<Details['hash_comment']>('MAS1305', () => 'A comment starts with `//`.'),
  grouped_digits: errorMessage<Details['grouped_digits']>(
    'MAS1306',
    () => 'The digits of a number are not grouped.',
    ({ instead }) => `Write \`${instead}\`.`,
  ),
  variable_word: errorMessage<Details['variable_word']>('MAS1307', ({ word }) => `A name is bound without \`${word}\`.`, () =>
    'Write `name = value`.',
  ),
  needless_word: errorMessage<Details['needless_word']>(
    'MAS1308',
    ({ word }) => `There is no \`${word}\`.`,
    ({ word }) => word === 'new'
      ? 'An agent is called by its name: `Agent(input)`.'
      : 'Remove it: what is independent runs at the same time, and what is needed is waited for.',
  ),
  while_loop: errorMessage<Details['while_loop']>('MAS1309', () => 'There is no `while`: every loop has a bound.', () =>
    'Write `repeat max n { stop when not condition … }`.',
  ),
  else_if_word: errorMessage<Details['else_if_word']>('MAS1310', ({ word }) => `\`${word}\` is written \`else if\`.`),
  stop_if: errorMessage<Details['stop_if']>('MAS1311', () => '`stop if` is written `stop when`.'),
  conditional_expression: errorMessage<Details['conditional_expression']>(
    'MAS1312',
    () => 'A condition gives no value.',
    () => 'Bind the name in both branches: `if condition { x = one } else { x = other }`.',
  ),
  setting_separator: errorMessage<Details['setting_separator']>(
    'MAS1313',
    ({ setting, found }) => `There is no \`${found}\` after \`${setting}\`.`,
    ({ setting }) => `Write \`${setting}\` and its value.`,
  ),
  argument_equals: errorMessage<Details['argument_equals']>(
    'MAS1314',
    () => 'An argument is named with `:`.',
    ({ name }) => `Write \`${name}: value\`.`,
  ),
  field_equals: errorMessage<Details['field_equals']>('MAS1315', () => 'A field is given with `:`.', ({ name }) =>
    `Write \`${name}: value\`.`,
  ),
  field_shorthand: errorMessage<Details['field_shorthand']>(
    'MAS1324',
    () => 'A field is given with its value.',
    ({ name }) => `Write \`${name}: ${name}\`.`,
  ),
  field_assignment: errorMessage<Details['field_assignment']>(
    'MAS1316',
    () => 'Only a name can be bound: values never change.',
    () => 'Bind the name to a changed copy: `record = { ...record, field: value }`.',
  ),
  qualified_arm: errorMessage<Details['qualified_arm']>(
    'MAS1317',
    () => 'An arm names the member alone.',
    ({ member }) => `Write \`${member} => { … }\`.`,
  ),
  underscore_arm: errorMessage<Details['underscore_arm']>('MAS1318', () => 'The arm for the rest is `else`.', () =>
    'Write `else => { … }`.',
  ),
  unbraced_arm: errorMessage<Details['unbraced_arm']>('MAS1319', () => 'What an arm does stands in braces.', () =>
    'Write `member => { … }`.',
  ),
  needless_comma: errorMessage<Details['needless_comma']>('MAS1320', () => 'No commas stand between these.', () =>
    'Remove them.',
  ),
  quoted_key: errorMessage<Details['quoted_key']>('MAS1321', () => 'The name of a field has no quotes.', ({ key }) =>
    /^[A-Za-z_]\w*$/.test(key) ? `Write \`${key}: value\`.` : 'It is made of letters, digits and `_`.',
  ),
  result_arrow: errorMessage<Details['result_arrow']>(
    'MAS1322',
    ({ found }) => `The type of the result stands after \`->\`, not \`${found}\`.`,
  ),
  equals_in_condition: errorMessage<Details['equals_in_condition']>(
    'MAS1323',
    () => 'A condition compares with `==`.',
    () => '`=` binds a name.',
  ),
} as const

/** MAS1xxx: what is wrong with a script's text, whatever its names and types mean. */
export const syntaxMessages: SyntaxMessages = { ...textMessages, ...structureMessages, ...placementMessages, ...habitMessages }
