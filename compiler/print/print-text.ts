import type { Expression, Text } from '../../grammar/index.ts'
import { printBlockText } from './print-block-text.ts'
import { textAtoms } from './text-atoms.ts'
import type { TextAtom } from './text-atoms.ts'

/** Prints an expression on one line. */
export type ExpressionPrinter = (expression: Expression) => string

/**
 * A template in the form it was written in, `depth` levels in; a `"""` text that this form cannot hold (it has a line of
 * spaces, say) becomes a `"` text.
 */
export function printText(text: Text, depth: number, print: ExpressionPrinter): string {
  const atoms = textAtoms(text.parts, print)
  return (text.form === 'block' ? printBlockText(atoms, depth) : null) ?? printLineText(atoms)
}

/** A template on one line, with escapes. */
export const printLineText = (atoms: readonly TextAtom[]): string =>
  `"${atoms.map((atom) => (atom.kind === 'chunk' ? escaped(atom.value) : atom.written)).join('')}"`

const short: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['{{', '\\{{'],
])

/** Plain text with escapes for what cannot stand in a one-line text. */
export const escaped = (value: string): string =>
  value.replace(
    /\{\{|["\\\p{Cc}\u2028\u2029]/gu,
    (found) => short.get(found) ?? `\\u{${found.codePointAt(0)?.toString(16) ?? ''}}`,
  )
