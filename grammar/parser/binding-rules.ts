import type { IToken } from 'chevrotain'
import type { BinaryOperator, Expression, Name, NameExpression, Statement } from '../syntax/index.ts'
import {
  Assert, Assign, CloseBrace, Colon, Comma, CompoundAssign, Else, FatArrow, For, If, Match, OpenBrace, Repeat, Return,
  Semicolon, Stop,
} from '../tokens/index.ts'
import { wordsOf } from './entries.ts'
import { ExpressionRules } from './expression-rules.ts'

export const statementWords = wordsOf([If, Match, Repeat, For, Stop, Assert, Return])

/** Values of these kinds are most likely no statement that lacks a name, but no statement at all. */
const strayKinds: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'name_expression', 'number', 'boolean', 'none', 'text', 'missing', 'unary',
])

export abstract class BindingRules extends ExpressionRules {
  /** binding = name [ ":" type ] "=" expr ; */
  protected readonly binding = this.rule('binding', (): Statement => {
    const start = this.mark()
    const name = this.SUBRULE(this.plainName)
    const type = this.OPTION(() => {
      this.CONSUME(Colon)
      return this.SUBRULE(this.type)
    }) ?? null
    const assign = this.CONSUME(Assign)
    const given = this.SUBRULE(this.expression)
    const value = assign.tokenType === CompoundAssign ? this.compound(name, assign, given) : given
    return { kind: 'binding', name, type, value, range: this.rangeFrom(start) }
  })

  /** A value that no name is given to, or that is no name itself: `f(x)`, `a.b = 1`. */
  protected readonly habitBareExpression = this.rule('habitBareExpression', (): Statement => {
    const start = this.mark()
    const first = this.LA(1)
    const isOnItsOwn = this.opensLine(1) || this.seesOne([OpenBrace, FatArrow, Semicolon], 0)
      || (this.sees(CloseBrace, 0) && !this.hasBraceTrouble())
    const value = this.SUBRULE(this.expression)
    const range = this.rangeFrom(start)
    const assigned = this.OPTION(() => {
      this.CONSUME(Assign)
      this.note({ kind: 'field_assignment', range, details: {} })
      return this.SUBRULE2(this.expression)
    })
    if (!this.RECORDING_PHASE && assigned === undefined) {
      if (strayKinds.has(value.kind) || !isOnItsOwn || this.seesOne([OpenBrace, Else])) {
        if (value.kind === 'name_expression' && this.sees(Comma)) this.noteMissing('`=`')
        else this.noteStray(first, 'a statement', statementWords)
        this.fail()
      }
      this.noteBare(value)
    }
    return this.unnamed(start, assigned ?? value)
  })

  /** A value as a statement of its own. */
  protected unnamed(start: number, value: Expression): Statement {
    const range = this.rangeAfter(value, start)
    if (value.kind === 'call') return { kind: 'bare_call', call: value, range }
    const name: Name = { kind: 'name', text: '_', range: { start: range.start, end: range.start } }
    return { kind: 'binding', name, type: null, value, range }
  }

  private noteBare(value: Expression): void {
    const { range } = value
    if (value.kind === 'call') {
      this.note({ kind: 'bare_call', range, details: { call: this.source.slice(range.start, value.callee.range.end) } })
    } else {
      this.note({ kind: 'bare_value', range, details: {} })
    }
  }

  /** `a += b` stands for `a = a + b`. */
  private compound(name: Name, assign: IToken, right: Expression): Expression {
    const left: NameExpression = { kind: 'name_expression', name: name.text, range: name.range }
    const { start } = this.rangeOf(assign)
    const operatorRange = { start, end: start + 1 }
    const operator = assign.image.slice(0, 1) as BinaryOperator
    return { kind: 'binary', operator, operatorRange, left, right, range: this.rangeFrom(name.range.start) }
  }
}
