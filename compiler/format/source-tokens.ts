import type { Comment, Lexeme, Range, Text } from '../../grammar/index.ts'
import { blankLine, hardLine, nothing, sequence, space, verbatim } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { blockTextLines, indentedBlockText, insertedExpression, textAtoms } from '../print/index.ts'
import type { Gap, Tokens } from '../print/index.ts'
import { gapsOf, keptLexemes } from './gaps.ts'
import type { Gap as SourceGap, PlacedComment } from './gaps.ts'
import { remarkOf } from './remark-of.ts'

const endOfFile: SourceGap = { comments: [], breaks: 1 }

/** The tokens of a file without syntax errors, as they are written, with its comments where they stand. */
export class SourceTokens implements Tokens {
  private readonly source: string
  private readonly lexemes: readonly Lexeme[]
  private readonly gaps: readonly SourceGap[]
  private next = 0
  /** Comments before the next word or sign that have not been asked for. */
  private comments: readonly PlacedComment[]
  /** Line breaks right before the next word or sign. */
  private breaks: number

  constructor(source: string, lexemes: readonly Lexeme[], comments: readonly Comment[]) {
    this.source = source
    this.lexemes = keptLexemes(lexemes)
    this.gaps = gapsOf(source, this.lexemes, comments)
    const first = this.gaps[0] ?? endOfFile
    this.comments = first.comments
    this.breaks = first.breaks
  }

  word(text: string): Document {
    const lexeme = this.lexemes[this.next]
    if (lexeme?.text !== text) throw new Error(`\`${text}\` is not written at ${lexeme?.range.start ?? this.source.length}`)
    return this.written(text)
  }

  number(): Document {
    return this.written(this.lexemes[this.next]?.text ?? '')
  }

  string({ range }: { readonly range: Range }): Document {
    return this.written(verbatim(this.slice(range)))
  }

  /** One line as it is; more are indented anew, where they say the same then. */
  text(text: Text): Document {
    const slice = this.slice(text.range)
    if (text.form === 'line' || !slice.includes('\n')) return this.written(verbatim(slice))
    const atoms = textAtoms(text.parts, (expression) => {
      const inserted = this.slice(expression.range)
      return inserted.includes('\n') ? insertedExpression(expression) : inserted
    })
    const lines = blockTextLines(atoms)
    return this.written(lines === null ? verbatim(slice) : indentedBlockText(lines))
  }

  comma(): Document {
    const later = this.comments
    const { breaks } = this
    this.advance(',')
    const [first, ...others] = this.comments
    const behind = first === undefined ? [] : [{ ...first, breaks: first.breaks + breaks }, ...others]
    if (first === undefined) this.breaks += breaks
    this.comments = [...later, ...behind]
    return ','
  }

  sees(text: string): boolean {
    return this.lexemes[this.next]?.text === text
  }

  parentheses({ start }: Range): number {
    let count = 0
    for (let lexeme = this.lexemes[this.next]; lexeme?.text === '(' && lexeme.range.start < start; count++) {
      lexeme = this.lexemes[this.next + count + 1]
    }
    return count
  }

  documentation(): Document {
    return nothing
  }

  behind(): Document {
    const isClosed = closingOrComma.has(this.lexemes[this.next]?.text ?? '')
    let count = 0
    while (isClosed && isInline(this.comments[count])) count++
    return sequence(this.take(count).map(({ comment }) => remarkOf(comment, false)))
  }

  restOfLine(beforeDeclaration = false): Document {
    let count = 0
    for (const { comment, breaks } of this.comments) {
      if (breaks > 0 || (beforeDeclaration && comment.kind === 'documentation')) break
      count++
    }
    const next = this.comments[count]
    if (next !== undefined && next.breaks === 0) this.comments = this.comments.with(count, { ...next, breaks: 1 })
    else if ((next?.breaks ?? this.breaks) === 0) return nothing
    const taken = this.take(count)
    return sequence(taken.map(({ comment }, position) => remarkOf(comment, position === taken.length - 1)))
  }

  beforeItem(): Document {
    const taken = this.take(this.comments.length)
    return sequence(
      taken.flatMap(({ comment }, position) => {
        const endsLine = (taken[position + 1]?.breaks ?? this.breaks) > 0
        const remark = remarkOf(comment, endsLine)
        return [remark, remark.endsLine ? hardLine : space]
      }),
    )
  }

  beforeEntry(gap: Gap): Document {
    const taken = this.take(this.comments.length)
    const documents = taken.flatMap(({ comment, breaks }, position) => [
      position === 0 ? gapDocument(gap, breaks) : separation(breaks),
      remarkOf(comment, false),
    ])
    const last = taken.at(-1)
    if (last === undefined) return gapDocument(gap, this.breaks)
    return sequence([...documents, last.comment.kind === 'documentation' ? hardLine : separation(this.breaks)])
  }

  afterLast(gap: Gap): Document {
    return sequence(
      this.take(this.comments.length).flatMap(({ comment, breaks }, position) => [
        breaks === 0 ? nothing : gapDocument(position === 0 ? gap : 'kept', breaks),
        remarkOf(comment, false),
      ]),
    )
  }

  private slice({ start, end }: Range): string {
    return this.source.slice(start, end)
  }

  /** Moves on behind the next word or sign. */
  private advance(text: string): void {
    if (!this.sees(text)) throw new Error(`\`${text}\` is not written next`)
    this.next++
    const gap = this.gaps[this.next] ?? endOfFile
    this.comments = gap.comments
    this.breaks = gap.breaks
  }

  /** The next word or sign, behind the comments that nothing has asked for: the layout knows no better place for them. */
  private written(document: Document): Document {
    const { breaks } = this
    const before = this.take(this.comments.length)
    this.advance(this.lexemes[this.next]?.text ?? '')
    if (before.length === 0) return document
    const remarks = before.flatMap(({ comment }, position) => {
      const endsLine = (before[position + 1]?.breaks ?? breaks) > 0
      return [remarkOf(comment, endsLine), space]
    })
    return sequence([...remarks, document])
  }

  private take(count: number): readonly PlacedComment[] {
    const taken = this.comments.slice(0, count)
    this.comments = this.comments.slice(count)
    return taken
  }
}

const closingOrComma: ReadonlySet<string> = new Set([',', ')', ']', '}', '>'])

const isInline = (placed: PlacedComment | undefined): boolean =>
  placed !== undefined && placed.breaks === 0 && placed.comment.kind === 'block' && !/[\n\r]/.test(placed.comment.text)

const gapDocument = (gap: Gap, breaks: number): Document =>
  gap === 'blank' || (gap === 'kept' && breaks > 1) ? blankLine : hardLine

const separation = (breaks: number): Document => (breaks === 0 ? space : breaks === 1 ? hardLine : blankLine)
