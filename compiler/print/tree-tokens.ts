import type { Declaration, Expression, NumberExpression, NumberLiteral, Range, StringLiteral, Text } from '../../grammar/index.ts'
import { blankLine, hardLine, nothing, onOneLine, sequence, verbatim } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { blockTextLines, indentedBlockText } from './block-text.ts'
import { escaped } from './escaped.ts'
import { expressionDocument } from './expression-document.ts'
import { printNumber } from './print-number.ts'
import { textAtoms } from './text-atoms.ts'
import type { TextAtom } from './text-atoms.ts'
import type { Gap, Tokens } from './tokens.ts'

/** The tokens of a tree that nobody has written yet. */
export class TreeTokens implements Tokens {
  word(text: string): Document {
    return text
  }

  number({ value, integer }: NumberLiteral | NumberExpression): Document {
    return printNumber(value, integer)
  }

  string({ value }: StringLiteral): Document {
    return `"${escaped(value)}"`
  }

  /** In the form it was written in; a `"""` text that this form cannot hold (it has a line of spaces, say) becomes a `"` text. */
  text(text: Text): Document {
    const atoms = textAtoms(text.parts, insertedExpression)
    const lines = text.form === 'block' ? blockTextLines(atoms) : null
    return lines === null ? lineText(atoms) : this.block(lines)
  }

  comma(): Document {
    return ','
  }

  sees(): boolean {
    return false
  }

  parentheses(_range: Range, isNeeded: boolean): number {
    return isNeeded ? 1 : 0
  }

  documentation({ documentation }: Declaration): Document {
    const lines = documentation?.split('\n') ?? []
    return sequence(lines.flatMap((line) => [`/// ${line}`.trimEnd(), hardLine]))
  }

  behind(): Document {
    return nothing
  }

  restOfLine(): Document {
    return nothing
  }

  beforeItem(): Document {
    return nothing
  }

  beforeEntry(gap: Gap): Document {
    return gap === 'blank' ? blankLine : hardLine
  }

  afterLast(): Document {
    return nothing
  }

  protected block(lines: readonly string[]): Document {
    return indentedBlockText(lines)
  }
}

/** Inside of an insertion, where no line starts anew: a text of many lines stands at the edge of the page. */
class InsertedTokens extends TreeTokens {
  protected override block(lines: readonly string[]): Document {
    return verbatim(`"""\n${lines.join('\n')}\n"""`)
  }
}

/** An expression as it stands in a text, on one line. */
export const insertedExpression = (expression: Expression): string =>
  onOneLine(expressionDocument(expression, new InsertedTokens()))

const lineText = (atoms: readonly TextAtom[]): Document =>
  verbatim(`"${atoms.map((atom) => (atom.kind === 'chunk' ? escaped(atom.value) : atom.written)).join('')}"`)
