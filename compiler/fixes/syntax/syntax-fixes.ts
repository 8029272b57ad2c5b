import type { SyntaxProblemKind } from '../../../grammar/index.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { between, insertion, replacing, withBlanksAfter, withBlanksBefore } from '../edits.ts'
import { chainedComparison } from './chained-comparison.ts'
import { compoundAssignment } from './compound-assignment.ts'
import { curlyQuotes, singleQuotes, textPrefix } from './double-quotes.ts'
import { foreignOperator } from './foreign-operator.ts'
import { lateImport } from './late-import.ts'
import { namelessValue } from './nameless-value.ts'
import { rawText } from './raw-text.ts'
import type { SyntaxFix, SyntaxPlace } from './syntax-fix.ts'
import { unbracedArm } from './unbraced-arm.ts'

/** `let x`, `await f(x)`: the word and the blanks behind it are left out. */
const withoutWord = ({ range, source, details: { word } }: SyntaxPlace<'variable_word' | 'needless_word'>): Fix =>
  replacing(withBlanksAfter(source, range), '', `Leave \`${word}\` out`)

/** `name = value` as `name: value`. */
const colon = ({ range, source, details: { name } }: SyntaxPlace<'argument_equals' | 'field_equals'>): Fix =>
  replacing(withBlanksBefore(source, range), /\s/.test(source[range.end] ?? '') ? ':' : ': ', `Write \`${name}: …\``)

const fixes: { readonly [Kind in SyntaxProblemKind]?: SyntaxFix<Kind> } = {
  unexpected_character: curlyQuotes,
  unknown_escape: rawText,
  unexpected: ({ range, details: { nearest } }) => (nearest === undefined ? null : replacing(range, nearest)),
  late_import: lateImport,
  chained_comparison: chainedComparison,
  bare_call: namelessValue,
  bare_value: namelessValue,
  foreign_operator: foreignOperator,
  compound_assignment: compoundAssignment,
  single_quotes: singleQuotes,
  text_prefix: textPrefix,
  hash_comment: ({ range }) => replacing(range, '//'),
  grouped_digits: ({ range, details: { instead } }) => replacing(range, instead),
  variable_word: withoutWord,
  needless_word: withoutWord,
  else_if_word: ({ range }) => replacing(range, 'else if'),
  stop_if: ({ range }) => replacing(range, 'when'),
  setting_separator: ({ range, source, details: { found } }) => {
    const whole = withBlanksBefore(source, range)
    return replacing(whole, /\s/.test(source[whole.end] ?? '') ? '' : ' ', `Leave the \`${found}\` out`)
  },
  argument_equals: colon,
  field_equals: colon,
  field_shorthand: ({ range, details: { name } }) => ({
    title: `Write \`${name}: ${name}\``,
    edits: [insertion(range.end, `: ${name}`)],
  }),
  qualified_arm: ({ range, details: { member } }) => replacing(range, member),
  underscore_arm: ({ range }) => replacing(range, 'else'),
  unbraced_arm: unbracedArm,
  needless_comma: ({ range, source }) => replacing(range, /\w/.test(source[range.end] ?? '') ? ' ' : '', 'Leave the comma out'),
  quoted_key: ({ range, details: { key } }) => (/^[A-Za-z_]\w*$/.test(key) ? replacing(range, key) : null),
  result_arrow: ({ range, source }) => replacing(range, between(source, range, '->')),
  equals_in_condition: ({ range }) => replacing(range, '=='),
}

/** The repair of a syntax problem; `null` where there is none that is certain. */
export function fixSyntax<Kind extends SyntaxProblemKind>(kind: Kind, place: SyntaxPlace<Kind>): Fix | null {
  const fix: SyntaxFix<Kind> | undefined = fixes[kind]
  return fix?.(place) ?? null
}
