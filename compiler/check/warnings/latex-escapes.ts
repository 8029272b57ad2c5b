import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body, CheckedText } from '../body.ts'
import { chunksOf } from '../walk/chunks-of.ts'

/** LaTeX commands that begin like the escapes `\t` and `\n`. */
const commands: ReadonlySet<string> = new Set([
  'tag', 'tan', 'tanh', 'tau', 'tbinom', 'text', 'textbf', 'textit', 'textrm', 'texttt', 'tfrac', 'therefore', 'theta', 'tilde',
  'times', 'to', 'top', 'triangle', 'nabla', 'ncong', 'ne', 'nearrow', 'neg', 'neq', 'newcommand', 'newline', 'nexists', 'nleq',
  'nmid', 'nolimits', 'nonumber', 'not', 'notin', 'nu',
])

/** An escape, or a `\t` or `\n` with the letters after it; a doubled backslash is skipped as a whole. */
const escapes = /\\(?:([tn][A-Za-z]+)|[^])/g

/** `"\times"` in a one-line text is a tab and `imes`. */
export function warnLatexEscapes({ text }: CheckedText, body: Body): void {
  if (text.form !== 'line') return
  for (const { range } of chunksOf(text.parts)) {
    for (const match of body.source.slice(range.start, range.end).matchAll(escapes)) {
      const [whole, command] = match
      if (command === undefined || !commands.has(command)) continue
      const start = range.start + match.index
      const inserted = command.startsWith('t') ? 'a tab' : 'a line break'
      body.report(warningsMessages.latexEscape, { command, inserted }, { start, end: start + whole.length })
    }
  }
}
