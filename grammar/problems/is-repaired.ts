import type { SyntaxProblem, SyntaxProblemKind } from './syntax-problem.ts'

/** After these the tree still says what the author meant, so that what is around them can be checked. */
const repaired: ReadonlySet<SyntaxProblemKind> = new Set<SyntaxProblemKind>([
  'late_import', 'chained_comparison', 'bare_call', 'bare_value', 'misplaced_stop', 'foreign_operator',
  'compound_assignment', 'single_quotes', 'text_prefix', 'hash_comment', 'grouped_digits', 'variable_word',
  'needless_word', 'else_if_word', 'stop_if', 'setting_separator', 'argument_equals', 'field_equals',
  'field_shorthand', 'qualified_arm', 'underscore_arm', 'unbraced_arm', 'result_arrow', 'equals_in_condition',
  'late_spread', 'needless_comma', 'unknown_escape', 'number_too_large', 'misplaced_return',
])

/** Whether the tree is as if the problem were not there. Any other problem damages the declaration it is in. */
export function isRepaired(problem: SyntaxProblem): boolean {
  return repaired.has(problem.kind) || (problem.kind === 'quoted_key' && /^[A-Za-z_]\w*$/.test(problem.details.key))
}
