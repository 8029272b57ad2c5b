import type { IOrAlt } from 'chevrotain'
import type { Block, Expression, NumberLiteral, Statement } from '../syntax/index.ts'
import {
  Assert, Assign, BlockTextOpen, CloseBrace, Colon, Comma, Else, For, Identifier, LineTextOpen, Max, Repeat, Return, Stop,
  When, While, Yield,
} from '../tokens/index.ts'
import { statementWords } from './binding-rules.ts'
import { BranchRules } from './branch-rules.ts'
import type { EntryKind } from './entries.ts'
import type { Around } from './recovering-parser.ts'

export abstract class StatementRules extends BranchRules {
  private readonly statementEntry: EntryKind = {
    expected: 'a statement',
    words: statementWords,
    enclosed: true,
    opens: (ahead) => this.atStatement(ahead) || this.atValue(ahead),
    leaves: (ahead) => (this.around.else && this.sees(Else, ahead)) || (this.around.arm && this.atArm(ahead)),
    resumes: (ahead) => this.atStatement(ahead) || this.sees(Yield, ahead) || this.atTypedBinding(ahead),
  }

  /** block = "{" { statement } "}" ; */
  protected readonly block = this.rule('block', (around?: Around): Block => {
    const start = this.mark()
    const outer = this.around
    this.open(1)
    this.around = around ?? { ...outer, else: false }
    const statements = this.SUBRULE(this.statements)
    this.MANY(() => {
      const yielded = this.guard(() => this.SUBRULE(this.habitYield), (ahead) => this.endsEntry(this.statementEntry, ahead))
      const others = this.SUBRULE2(this.statements)
      this.ACTION(() => statements.push(...(yielded === null ? [] : [yielded]), ...others))
    })
    this.around = outer
    this.close(1, CloseBrace, '`}`')
    return { kind: 'block', statements, range: this.rangeFrom(start) }
  })

  protected readonly statements = this.rule('statements', (): Statement[] => this.entries(this.statementEntry, this.statement))

  /** `yield` where no `each` takes its value. */
  private readonly habitYield = this.rule('habitYield', (): Statement => {
    const start = this.mark()
    const range = this.rangeOf(this.CONSUME(Yield))
    this.noteMisplacedYield(range, 'outside')
    const value = this.SUBRULE(this.expression)
    return this.unnamed(start, value)
  })

  /** Made once, as are those of other rules that are read often: otherwise each reading would make all of them again. */
  private readonly statementChoices: IOrAlt<Statement>[] = [
    { ALT: () => this.SUBRULE(this.ifStatement) },
    { ALT: () => this.SUBRULE(this.matchStatement) },
    { ALT: () => this.SUBRULE(this.repeatStatement) },
    { ALT: () => this.SUBRULE(this.forStatement) },
    { ALT: () => this.SUBRULE(this.stopStatement) },
    { ALT: () => this.SUBRULE(this.assertStatement) },
    { ALT: () => this.SUBRULE(this.returnStatement) },
    { ALT: () => this.SUBRULE(this.habitWhile) },
    { ALT: () => this.SUBRULE(this.binding), IGNORE_AMBIGUITIES: true },
    { ALT: () => this.SUBRULE(this.habitBareExpression) },
  ]

  /** statement = binding | if | match | repeat | for | stop | assert | return ; */
  protected readonly statement = this.rule('statement', (): Statement =>
    this.OR({ ERR_MSG: 'a statement', DEF: this.statementChoices }))

  /** repeat = "repeat" "max" static_int block ; */
  private readonly repeatStatement = this.rule('repeatStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Repeat)
    this.CONSUME(Max)
    const maximum = this.SUBRULE(this.staticInteger)
    const body = this.SUBRULE(this.block)
    return { kind: 'repeat', maximum, body, range: this.rangeFrom(start) }
  })

  /** `while a { … }` as `repeat max 1 { stop when not a … }`; it was reported with its token. */
  private readonly habitWhile = this.rule('habitWhile', (): Statement => {
    const start = this.mark()
    const word = this.rangeOf(this.CONSUME(While))
    const operand = this.SUBRULE(this.condition)
    const body = this.SUBRULE(this.block)
    return this.ACTION((): Statement => {
      const condition: Expression = { kind: 'unary', operator: 'not', operand, range: operand.range }
      const statements: Statement[] = [{ kind: 'stop', condition, range: operand.range }, ...body.statements]
      const range = this.rangeFrom(start)
      const maximum: NumberLiteral = { kind: 'number_literal', value: 1, integer: true, range: word }
      const inner: Block = { kind: 'block', statements, range: { start: operand.range.start, end: range.end } }
      return { kind: 'repeat', maximum, body: inner, range }
    })
  })

  /** for = "for" iteration block ; */
  private readonly forStatement = this.rule('forStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(For)
    const { item, index, list, maximum } = this.SUBRULE(this.iteration)
    const body = this.SUBRULE(this.block)
    return { kind: 'for', item, index, list, maximum, body, range: this.rangeFrom(start) }
  })

  /** stop = "stop" "when" expr ; */
  private readonly stopStatement = this.rule('stopStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Stop)
    this.CONSUME(When)
    const condition = this.SUBRULE(this.condition)
    return { kind: 'stop', condition, range: this.rangeFrom(start) }
  })

  /** assert = "assert" expr [ "else" text ] ; */
  private readonly assertStatement = this.rule('assertStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Assert)
    const condition = this.SUBRULE(this.condition)
    if (!this.RECORDING_PHASE && this.sees(Comma) && this.seesOne([LineTextOpen, BlockTextOpen], 2)) {
      this.readInstead('`else`')
      return { kind: 'assert', condition, message: this.subrule(0, this.text), range: this.rangeFrom(start) }
    }
    const message = this.OPTION(() => {
      this.CONSUME(Else)
      return this.SUBRULE(this.text)
    }) ?? null
    return { kind: 'assert', condition, message, range: this.rangeFrom(start) }
  })

  /** return = "return" expr ; */
  private readonly returnStatement = this.rule('returnStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Return)
    const value = this.SUBRULE(this.expression)
    return { kind: 'return', value, range: this.rangeFrom(start) }
  })

  /** A line that opens with `name: … =`. */
  private atTypedBinding(ahead: number): boolean {
    if (!this.sees(Identifier, ahead) || !this.sees(Colon, ahead + 1) || !this.opensLine(ahead)) return false
    for (let next = ahead + 2; !this.atEnd(next) && !this.opensLine(next); next++) {
      if (this.sees(Assign, next)) return true
    }
    return false
  }
}
