import type { Range } from '../syntax/index.ts'

/** What each kind of problem says about itself; the sentence around it is the compiler's. */
export interface SyntaxProblemDetails {
  // What the text is made of.
  readonly unexpected_character: { readonly character: string }
  readonly unclosed_text: Nothing
  readonly unclosed_insertion: Nothing
  readonly unclosed_block_text: Nothing
  readonly unclosed_comment: Nothing
  readonly unknown_escape: { readonly escape: string }
  readonly unknown_tag: { readonly tag: string }
  readonly stray_tag: { readonly tag: string }
  readonly unclosed_tag: { readonly tag: string; readonly end: string }
  readonly number_too_large: { readonly number: string }
  readonly nested_too_deeply: { readonly limit: string }

  // What it says.
  readonly unexpected: { readonly found: string; readonly expected: string; readonly nearest?: string }
  readonly empty_record: Nothing
  readonly late_import: Nothing
  readonly late_spread: Nothing
  readonly chained_comparison: { readonly operator: string }
  readonly insertion_in_plain_text: Nothing
  readonly missing_yield: Nothing
  readonly reserved_word: { readonly word: string }

  // Statements in the wrong place.
  readonly misplaced_yield: { readonly reason: 'outside' | 'early' }
  readonly misplaced_stop: { readonly reason: 'outside' | 'each' }
  readonly misplaced_return: { readonly reason: 'early' | 'branch' | 'loop' | 'each' }
  readonly bare_call: { readonly call: string }
  readonly bare_value: Nothing

  // Habits from other languages.
  readonly foreign_operator: { readonly found: string; readonly instead: string }
  readonly compound_assignment: { readonly found: string; readonly operator: string }
  readonly single_quotes: Nothing
  readonly text_prefix: { readonly prefix: string }
  readonly hash_comment: Nothing
  readonly grouped_digits: { readonly found: string; readonly instead: string }
  readonly variable_word: { readonly word: string }
  readonly needless_word: { readonly word: string }
  readonly while_loop: Nothing
  readonly else_if_word: { readonly word: string }
  readonly stop_if: Nothing
  readonly conditional_expression: Nothing
  readonly setting_separator: { readonly setting: string; readonly found: string }
  readonly argument_equals: { readonly name: string }
  readonly field_equals: { readonly name: string }
  readonly field_shorthand: { readonly name: string }
  readonly field_assignment: Nothing
  readonly qualified_arm: { readonly enum: string; readonly member: string }
  readonly underscore_arm: Nothing
  readonly unbraced_arm: Nothing
  readonly needless_comma: Nothing
  readonly quoted_key: { readonly key: string }
  readonly result_arrow: { readonly found: string }
  readonly equals_in_condition: Nothing
}

type Nothing = Readonly<Record<never, never>>

export type SyntaxProblemKind = keyof SyntaxProblemDetails

export type SyntaxProblem = {
  readonly [Kind in SyntaxProblemKind]: {
    readonly kind: Kind
    readonly range: Range
    readonly details: SyntaxProblemDetails[Kind]
  }
}[SyntaxProblemKind]
