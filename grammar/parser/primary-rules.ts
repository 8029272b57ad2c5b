import type { ParserMethod } from 'chevrotain'
import type { Argument, Expression, Name, RecordField, StaticInteger, Statement } from '../syntax/index.ts'
import {
  Assign, BlockTextOpen, CloseBrace, CloseBracket, CloseParenthesis, Colon, Comma, Dot, Each, Ellipsis, False, Identifier,
  In, LineTextOpen, Max, None, Numeric, Of, OpenBrace, OpenBracket, OpenParenthesis, Sample, True, Word, Yield,
} from '../tokens/index.ts'
import { opensLine } from './landmarks.ts'
import { TextRules } from './text-rules.ts'

const primaryStarts = [
  Identifier, Numeric, LineTextOpen, BlockTextOpen, OpenParenthesis, OpenBracket, OpenBrace, True, False, None, Sample, Each,
] as const

/** Where a comma has been forgotten, an operand that starts like this is the next item. */
const itemStarts = [Identifier, Numeric, LineTextOpen, BlockTextOpen, True, False, None, Sample, Each] as const

/** The names that a `for` or `each` goes by. */
export interface Iteration {
  readonly item: Name
  readonly index: Name | null
  readonly list: Expression
  readonly maximum: StaticInteger | null
}

export abstract class PrimaryRules extends TextRules {
  /** Reads statements up to `yield` or the closing brace. */
  protected abstract readonly statements: ParserMethod<[], Statement[]>

  /** postfix = primary { "." name | "[" expr "]" | "(" [ argument { "," argument } [ "," ] ] ")" } ; */
  protected readonly postfix = this.rule('postfix', (): Expression => {
    const start = this.mark()
    let object = this.SUBRULE(this.primary)
    this.MANY(() => {
      object = this.OR([
        {
          ALT: (): Expression => {
            this.CONSUME(Dot)
            const field = this.nameOf(this.CONSUME(Word))
            return { kind: 'member', object, field, range: this.rangeFrom(start) }
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(OpenBracket)
            const index = this.SUBRULE(this.expression)
            this.close(1, CloseBracket, '`]`')
            return { kind: 'index', object, index, range: this.rangeFrom(start) }
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(OpenParenthesis)
            const values = this.items(1, this.argument, itemStarts)
            this.close(1, CloseParenthesis, '`,` or `)`')
            return { kind: 'call', callee: object, arguments: values, range: this.rangeFrom(start) }
          },
        },
      ])
    })
    return object
  })

  /** argument = [ name ":" ] ( expr | "." name ) ; */
  private readonly argument = this.rule('argument', (): Argument => {
    const start = this.mark()
    const name = this.OPTION(() => {
      const token = this.CONSUME(Word)
      this.CONSUME(Colon)
      return this.nameOf(token)
    }) ?? null
    const value = this.OR([
      {
        ALT: (): Argument['value'] => {
          this.CONSUME(Dot)
          return { kind: 'selector', field: this.nameOf(this.CONSUME2(Word)) }
        },
      },
      { ALT: (): Argument['value'] => ({ kind: 'expression', expression: this.SUBRULE(this.expression) }) },
    ])
    return { name, value, range: this.rangeFrom(start) }
  })

  /** primary = literal | text | name | list | record | "(" expr ")" | sample | each ; */
  private readonly primary = this.rule('primary', (): Expression => {
    if (!this.RECORDING_PHASE && !this.atPrimary()) {
      this.noteUnexpected('an expression')
      return { kind: 'missing', range: this.rangeFrom(Infinity) }
    }
    return this.OR([
      {
        ALT: (): Expression => {
          const token = this.CONSUME(Identifier)
          return { kind: 'name_expression', name: token.image, range: this.rangeOf(token) }
        },
      },
      { ALT: (): Expression => this.SUBRULE(this.literal) },
      { ALT: (): Expression => this.SUBRULE(this.text) },
      { ALT: (): Expression => this.SUBRULE(this.list) },
      { ALT: (): Expression => this.SUBRULE(this.record) },
      {
        ALT: (): Expression => {
          this.CONSUME(OpenParenthesis)
          const inner = this.SUBRULE(this.expression)
          this.close(1, CloseParenthesis, '`)`')
          return inner
        },
      },
      { ALT: (): Expression => this.SUBRULE(this.sample) },
      { ALT: (): Expression => this.SUBRULE(this.each) },
    ])
  })

  /** literal = INT | NUMBER | "true" | "false" | "none" ; */
  private readonly literal = this.rule('literal', (): Expression => this.OR([
    { ALT: (): Expression => ({ ...this.SUBRULE(this.number), kind: 'number' }) },
    { ALT: (): Expression => ({ kind: 'boolean', value: true, range: this.rangeOf(this.CONSUME(True)) }) },
    { ALT: (): Expression => ({ kind: 'boolean', value: false, range: this.rangeOf(this.CONSUME(False)) }) },
    { ALT: (): Expression => ({ kind: 'none', range: this.rangeOf(this.CONSUME(None)) }) },
  ]))

  /** list = "[" [ expr { "," expr } [ "," ] ] "]" ; */
  private readonly list = this.rule('list', (): Expression => {
    const start = this.mark()
    this.CONSUME(OpenBracket)
    const items = this.items(1, this.expression, itemStarts)
    this.close(1, CloseBracket, '`,` or `]`')
    return { kind: 'list', items, range: this.rangeFrom(start) }
  })

  /** record = "{" ( "..." expr | field ) { "," field } [ "," ] "}" ; */
  private readonly record = this.rule('record', (): Expression => {
    const start = this.mark()
    this.CONSUME(OpenBrace)
    const fields: RecordField[] = []
    const spread = this.OR([
      {
        ALT: (): Expression | null => {
          this.CONSUME(Ellipsis)
          return this.SUBRULE(this.expression)
        },
      },
      {
        ALT: (): Expression | null => {
          fields.push(this.SUBRULE(this.field))
          return null
        },
      },
    ])
    this.MANY(() => {
      this.CONSUME(Comma)
      fields.push(this.SUBRULE2(this.field))
    })
    this.OPTION(() => { this.CONSUME2(Comma) })
    this.close(1, CloseBrace, '`,` or `}`')
    return { kind: 'record', spread, fields, range: this.rangeFrom(start) }
  })

  /** field = name ":" expr ; */
  private readonly field = this.rule('field', (): RecordField => {
    const name = this.nameOf(this.CONSUME(Word))
    this.CONSUME(Colon)
    return { name, value: this.SUBRULE(this.expression) }
  })

  /** sample = "sample" static_int "of" postfix ; */
  private readonly sample = this.rule('sample', (): Expression => {
    const start = this.mark()
    this.CONSUME(Sample)
    const count = this.SUBRULE(this.staticInteger)
    this.CONSUME(Of)
    const operand = this.SUBRULE(this.postfix)
    return { kind: 'sample', count, operand, range: this.rangeFrom(start) }
  })

  /** each = "each" iteration "{" { statement } "yield" expr "}" ; */
  private readonly each = this.rule('each', (): Expression => {
    const start = this.mark()
    this.CONSUME(Each)
    const { item, index, list, maximum } = this.SUBRULE(this.iteration)
    this.CONSUME(OpenBrace)
    const body = this.SUBRULE(this.statements)
    this.CONSUME(Yield)
    const result = this.SUBRULE(this.expression)
    this.CONSUME(CloseBrace)
    return { kind: 'each', item, index, list, maximum, body, result, range: this.rangeFrom(start) }
  })

  /** iteration = name [ "," name ] "in" expr [ "max" static_int ] ; */
  protected readonly iteration = this.rule('iteration', (): Iteration => {
    const item = this.SUBRULE(this.plainName)
    const index = this.OPTION(() => {
      this.CONSUME(Comma)
      return this.SUBRULE2(this.plainName)
    }) ?? null
    this.CONSUME(In)
    const list = this.SUBRULE(this.expression)
    const maximum = this.OPTION2(() => {
      this.CONSUME(Max)
      return this.SUBRULE(this.staticInteger)
    }) ?? null
    return { item, index, list, maximum }
  })

  /** A name on a new line with `=` after it is the next statement, not the operand that is missing here. */
  private atPrimary(): boolean {
    if (this.sees(Identifier) && this.sees(Assign, 2)) return !opensLine(this.source, this.LA(0), this.LA(1))
    return primaryStarts.some((start) => this.sees(start))
  }
}
