import type { syntaxMessages } from '../diagnostics/syntax-messages.ts'
import type { ExplanationsOf } from './explanation.ts'
import { syntaxHabitExplanations } from './syntax-habit-explanations.ts'

export const syntaxExplanations: ExplanationsOf<typeof syntaxMessages> = {
  unexpected_character: {
    title: 'a character that has no meaning here',
    why:
      'Outside of texts a script is made of words, numbers and a few signs. Other characters, such as curly quotes ' +
      'from a word processor, mean nothing.',
    remedy: 'Write texts in straight double quotes, and leave other characters out.',
  },
  unclosed_text: {
    title: 'a one-line text that is not closed on its line',
    why: 'A text in `"…"` ends on the line it begins on, so that a forgotten quote does not swallow the rest of the file.',
    remedy: 'Close the text with `"`, or write a text of several lines in `"""…"""`.',
  },
  unclosed_insertion: {
    title: 'a `{{` that is not closed on its line',
    why: 'What stands in `{{…}}` is an expression, and in a one-line text it ends on that line.',
    remedy: 'Close it with `}}`. Two braces that are meant as such are written `\\{{`.',
  },
  unclosed_block_text: {
    title: 'a `"""` text that is never closed',
    why: 'A text in `"""` goes on over lines until the next `"""`. Without it the rest of the file would be text.',
    remedy: 'Close the text with `"""`.',
  },
  unclosed_comment: {
    title: 'a comment that is never closed',
    why: 'A comment that begins with `/*` goes on until `*/`. Without it the rest of the file would be comment.',
    remedy: 'Close it with `*/`, or write `//` for a comment of one line.',
  },
  unknown_escape: {
    title: 'a backslash that is no escape',
    why:
      'In `"…"` a backslash begins an escape: `\\n`, `\\t`, `\\"`, `\\\\` or `\\u{…}`. Any other is most likely LaTeX or a ' +
      'regular expression.',
    remedy: 'Write the text in `"""…"""`, where a backslash is itself, or double the backslash.',
  },
  unknown_tag: {
    title: 'a block tag other than `{{#if …}}` and `{{#each … as …}}`',
    why: 'A text has two kinds of blocks. Tags of other template languages are not known.',
    remedy: 'Use `{{#if …}}…{{else}}…{{/if}}` or `{{#each … as …}}…{{/each}}`, or bind the text to a name before.',
  },
  stray_tag: {
    title: 'a `{{else}}`, `{{/if}}` or `{{/each}}` without its block',
    why: 'A tag that ends or divides a block needs the tag that begins it, in the same text.',
    remedy: 'Remove the tag, or write the tag that begins its block.',
  },
  unclosed_tag: {
    title: 'a block tag without its end',
    why: 'A block inside a text ends in the same text.',
    remedy: 'Write `{{/if}}` or `{{/each}}` where the block ends.',
  },
  number_too_large: {
    title: 'a number too large to be kept exactly',
    why: 'Numbers are kept as 64-bit floating-point values. A whole number beyond 2^53 would silently become another one.',
    remedy: 'Write a smaller number, or keep it as a text.',
  },
  nested_too_deeply: {
    title: 'nesting, or a chain of operators, that is too deep',
    why: 'Nesting is limited to 64 levels, so that every tool can read every program.',
    remedy: 'Bind inner parts to names.',
  },
  unexpected: {
    title: 'something else than the grammar expects',
    why: 'The grammar expects something else at this place: a word is misspelt, or a sign is missing or too much.',
    remedy: 'Write what the message says is expected. Where a word is nearly right, the hint names the right one.',
  },
  empty_record: {
    title: 'a record without fields',
    why: 'A record without fields would be a value that says nothing.',
    remedy: 'Give it a field. Where there may be nothing, use an optional type and `none`.',
  },
  late_import: {
    title: 'an import after a declaration',
    why: 'What a file needs from others stands at its top, where a reader looks for it.',
    remedy: 'Move the import above all declarations.',
  },
  late_spread: {
    title: 'a spread after a field',
    why: 'A spread gives the fields that the ones after it replace, so it stands first.',
    remedy: 'Write `{ ...record, field: value }`.',
  },
  chained_comparison: {
    title: 'a chained comparison',
    why: '`a < b < c` would compare a truth value with a number.',
    remedy: 'Write `a < b and b < c`.',
  },
  insertion_in_plain_text: {
    title: 'an insertion in a text that must be known before the run',
    why:
      'Model slots, import paths and the sources of tools are known before a program runs, so that it can be checked ' +
      'and bounded.',
    remedy: 'Write the text out, without `{{…}}`.',
  },
  missing_yield: {
    title: 'an `each` without `yield`',
    why: 'Each iteration of an `each` gives one item of the list that it makes, and `yield` says which.',
    remedy: 'End the block with `yield value`. Where nothing is collected, write a `for`.',
  },
  reserved_word: {
    title: 'a reserved word as a name',
    why: 'Words of the grammar cannot be names, only fields of records.',
    remedy: 'Choose another name.',
  },
  misplaced_yield: {
    title: 'a misplaced `yield`',
    why: '`yield` says what one iteration of an `each` gives. It stands once, at the end of the `each`.',
    remedy: 'Bind the value to a name in every branch, and `yield` the name at the end.',
  },
  misplaced_stop: {
    title: 'a misplaced `stop`',
    why: '`stop when` leaves the innermost loop. There has to be one, and an `each` is none: its iterations are independent.',
    remedy: 'Put it into a `repeat` or `for`. To leave out items of an `each`, give an optional and take `present(…)`.',
  },
  misplaced_return: {
    title: 'a misplaced `return`',
    why: 'A workflow has one place where it ends, its last statement, so that its graph shows where results come from.',
    remedy:
      'Put the rest into `else`, so that every branch ends with its `return`. In a loop, bind the value and leave ' +
      'with `stop when`.',
  },
  bare_call: {
    title: 'a call whose result has no name',
    why: 'A call whose result nobody reads is most often a result that was forgotten. It still costs requests.',
    remedy: 'Give the result a name, return it, or write `_ = …` where only the call itself matters.',
  },
  bare_value: {
    title: 'a value that has no name',
    why: 'A value that nobody reads does nothing but cost its calls.',
    remedy: 'Give it a name, or write `_ = …` where only the calls in it matter.',
  },
  ...syntaxHabitExplanations,
}
