import type { IOrAlt } from 'chevrotain'
import type { Argument, Expression, Name, RecordField } from '../syntax/index.ts'
import {
  Assign, BlockTextOpen, CloseBrace, CloseBracket, CloseParenthesis, Colon, Comma, Dot, Each, Ellipsis, Else, False,
  Identifier, If, LineTextOpen, Match, None, Not, Numeric, OpenBrace, OpenBracket, OpenParenthesis, Return, Sample, True,
  Word, Yield,
} from '../tokens/index.ts'
import { IterationRules } from './iteration-rules.ts'

/** What starts an expression and nothing else: neither an operator nor a bracket that could go on with the one before. */
const valueStarts = [Identifier, Numeric, LineTextOpen, BlockTextOpen, True, False, None, Sample, Each] as const
/** A brace after one of these opens a record, whatever it holds. */
const beforeRecord = [Assign, Colon, Comma, OpenBracket, OpenParenthesis, Return, Yield] as const
const primaryStarts = [...valueStarts, OpenParenthesis, OpenBracket, OpenBrace] as const

export abstract class PrimaryRules extends IterationRules {
  /** postfix = primary { "." name | "[" expr "]" | "(" [ argument { "," argument } [ "," ] ] ")" } ; */
  protected readonly postfix = this.rule('postfix', (): Expression => {
    const start = this.mark()
    let object = this.SUBRULE(this.primary)
    this.MANY(() => {
      object = this.OR([
        {
          ALT: (): Expression => {
            this.CONSUME(Dot)
            if (!this.RECORDING_PHASE && this.opensLine(1) && this.atStatement()) {
              this.noteMissing('a name')
              return object
            }
            const field = this.nameOf(this.CONSUME(Word))
            return { kind: 'member', object, field, range: this.rangeAfter(object, start) }
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(OpenBracket)
            const index = this.SUBRULE(this.expression)
            this.close(1, CloseBracket, '`]`')
            return { kind: 'index', object, index, range: this.rangeAfter(object, start) }
          },
        },
        {
          ALT: (): Expression => {
            this.CONSUME(OpenParenthesis)
            const values = this.items(1, this.argument, valueStarts)
            this.close(1, CloseParenthesis, '`,` or `)`')
            return { kind: 'call', callee: object, arguments: values, range: this.rangeAfter(object, start) }
          },
        },
      ])
    })
    return object
  })

  /** argument = [ name ":" ] ( expr | "." name ) ; */
  private readonly argument = this.rule('argument', (): Argument => {
    const start = this.mark()
    const name = this.habitualName() ?? this.OPTION(() => {
      const token = this.CONSUME(Word)
      this.CONSUME(Colon)
      return this.nameOf(token)
    }) ?? null
    // Asked for here, so that a missing expression is noticed where expressions are read.
    const value = !this.RECORDING_PHASE && !this.sees(Dot) ? this.givenExpression() : this.OR([
      {
        ALT: (): Argument['value'] => {
          this.CONSUME(Dot)
          return { kind: 'selector', field: this.nameOf(this.CONSUME2(Word)) }
        },
      },
      { ALT: () => this.givenExpression() },
    ])
    return { name, value, range: this.rangeFrom(start) }
  })

  private givenExpression(): Argument['value'] {
    return { kind: 'expression', expression: this.SUBRULE(this.expression) }
  }

  private readonly primaryChoices: IOrAlt<Expression>[] = [
    {
      ALT: () => {
        const token = this.CONSUME(Identifier)
        return { kind: 'name_expression', name: token.image, range: this.rangeOf(token) }
      },
    },
    { ALT: () => this.SUBRULE(this.literal) },
    { ALT: () => this.SUBRULE(this.text) },
    { ALT: () => this.SUBRULE(this.list) },
    { ALT: () => this.SUBRULE(this.record) },
    {
      ALT: () => {
        this.CONSUME(OpenParenthesis)
        const inner = this.SUBRULE(this.expression)
        this.close(1, CloseParenthesis, '`)`')
        return inner
      },
    },
    { ALT: () => this.SUBRULE(this.sample) },
    { ALT: () => this.SUBRULE(this.each) },
  ]

  /** primary = literal | text | name | list | record | "(" expr ")" | sample | each ; */
  private readonly primary = this.rule('primary', (): Expression => {
    if (this.isCareful() && !this.atPrimary()) {
      return this.atStatementAsValue() ? this.statementAsValue() : this.noExpression()
    }
    return this.OR(this.primaryChoices)
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
    const items = this.items(1, this.expression, valueStarts)
    this.close(1, CloseBracket, '`,` or `]`')
    return { kind: 'list', items, range: this.rangeFrom(start) }
  })

  /** record = "{" ( "..." expr | field ) { "," field } [ "," ] "}" ; */
  private readonly record = this.rule('record', (): Expression => {
    const start = this.mark()
    this.CONSUME(OpenBrace)
    if (!this.RECORDING_PHASE && this.sees(CloseBrace)) return this.emptyRecord(start)
    const fields: RecordField[] = []
    let spread = this.OR({
      ERR_MSG: 'a field',
      DEF: [
        { ALT: (): Expression | null => this.SUBRULE(this.spread) },
        {
          ALT: (): Expression | null => {
            fields.push(this.SUBRULE(this.field))
            return null
          },
        },
      ],
    })
    this.MANY(() => {
      this.CONSUME(Comma)
      this.OR2([
        { ALT: () => { fields.push(this.SUBRULE2(this.field)) } },
        { ALT: () => { spread = this.SUBRULE(this.habitSpread) } },
      ])
    })
    this.OPTION(() => { this.CONSUME2(Comma) })
    this.close(1, CloseBrace, '`,` or `}`')
    return { kind: 'record', spread, fields, range: this.rangeFrom(start) }
  })

  private readonly spread = this.rule('spread', (): Expression => {
    this.CONSUME(Ellipsis)
    return this.SUBRULE(this.expression)
  })

  /** A spread behind a field. */
  private readonly habitSpread = this.rule('habitSpread', (): Expression => {
    this.note({ kind: 'late_spread', range: this.placeOfNext(), details: {} })
    return this.SUBRULE(this.spread)
  })

  /** field = name ":" expr ; */
  private readonly field = this.rule('field', (): RecordField => {
    const name = this.nameOf(this.CONSUME(Word))
    if (this.isCareful() && this.seesOne([Comma, CloseBrace])) return this.shorthand(name)
    if (this.isCareful() && this.sees(Assign)) this.replaceEquals('field_equals', name)
    else this.CONSUME(Colon)
    return { name, value: this.SUBRULE(this.expression) }
  })

  /** Whether `if` or `match`, an expression and a brace come on the same line. */
  private atStatementAsValue(): boolean {
    if (!this.seesOne([If, Match]) || !this.seesOne([...primaryStarts, Not], 2)) return false
    for (let ahead = 1; !this.atEnd(ahead) && !this.opensLine(ahead); ahead++) {
      if (this.sees(OpenBrace, ahead)) return true
    }
    return false
  }

  /** `x = if a { b } else { c }`: all of it is skipped. */
  private statementAsValue(): Expression {
    const start = this.mark()
    this.note({ kind: 'conditional_expression', range: this.placeOfNext(), details: {} })
    do {
      this.skipUntil((ahead) => this.sees(OpenBrace, ahead))
      this.skip()
      this.skipUntil((ahead) => this.sees(CloseBrace, ahead))
      if (this.sees(CloseBrace)) this.skip()
    } while (this.sees(Else))
    return { kind: 'missing', range: this.rangeFrom(start) }
  }

  private emptyRecord(start: number): Expression {
    this.close(1, CloseBrace, '`}`')
    const range = this.rangeFrom(start)
    this.note({ kind: 'empty_record', range, details: {} })
    return { kind: 'record', spread: null, fields: [], range }
  }

  /** `{ name }` for `{ name: name }`. */
  private shorthand(name: Name): RecordField {
    this.note({ kind: 'field_shorthand', range: name.range, details: { name: name.text } })
    return { name, value: { kind: 'name_expression', name: name.text, range: name.range } }
  }

  /** `name = value` as an argument. */
  private habitualName(): Name | null {
    if (this.RECORDING_PHASE || !this.sees(Word) || !this.sees(Assign, 2)) return null
    const name = this.nameOf(this.LA(1))
    this.SKIP_TOKEN()
    this.replaceEquals('argument_equals', name)
    return name
  }

  private replaceEquals(kind: 'argument_equals' | 'field_equals', name: Name): void {
    this.note({ kind, range: this.placeOfNext(), details: { name: name.text } })
    this.SKIP_TOKEN()
  }

  /** Whether an expression can start there, apart from signs. */
  protected atValue(ahead: number): boolean {
    return this.seesOne(valueStarts, ahead)
  }

  /** A name on a new line with `=` after it is the next statement, not the operand that is missing here. */
  private atPrimary(): boolean {
    if (this.seesBlock() && !this.seesOne(beforeRecord, 0)) return false
    return this.seesOne(primaryStarts) && !(this.sees(Identifier) && this.sees(Assign, 2) && this.opensLine(1))
  }
}
