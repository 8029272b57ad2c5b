import type { IToken } from 'chevrotain'
import type { BinaryOperator, Expression } from '../syntax/index.ts'
import {
  And, Colon, Default, Dot, Else, Equal, Greater, GreaterEqual, If, Less, LessEqual, Minus, Not, NotEqual, OpenBrace, Or,
  Otherwise, Percent, Plus, Question, Slash, Star,
} from '../tokens/index.ts'
import { tokenGroup } from '../tokens/token-group.ts'
import { PrimaryRules } from './primary-rules.ts'

/** What an expression starts with, where it has been read before the rules that it stands in. */
interface Operand {
  readonly start: number
  readonly value: Expression
}

const signs = tokenGroup([Not, Minus])
const operatorTokens = tokenGroup([
  Or, And, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Plus, Minus, Star, Slash, Percent, Default,
])

/**
 * From the operator that binds least to the one that binds most. Most expressions have no operator: a plain reading takes their
 * operand without going through a rule for each operator, and hands it down through these rules where it meets one.
 */
export abstract class ExpressionRules extends PrimaryRules {
  /** expr = or { "otherwise" or } ; */
  protected readonly expression = this.rule('expression', (): Expression => {
    const start = this.mark()
    const first = this.isPlain() && !signs(this.LA(1)) ? { start, value: this.subrule(0, this.postfix) } : undefined
    let left = first !== undefined && !operatorTokens(this.LA(1))
      ? first.value
      : this.SUBRULE(this.orExpression, { ARGS: [first] })
    this.MANY(() => {
      const operator = this.CONSUME(Otherwise)
      left = this.binary(start, left, 'otherwise', operator, this.SUBRULE2(this.orExpression))
    })
    return this.OPTION({
      GATE: () => (this.sees(Question) && !this.sees(Dot, 2)) || this.atConditional(),
      DEF: () => this.SUBRULE(this.habitConditional, { ARGS: [start] }),
    }) ?? left
  })

  /** The rest of `condition ? one : other` and of `one if condition else other`. */
  private readonly habitConditional = this.rule('habitConditional', (start: number): Expression => {
    this.note({ kind: 'conditional_expression', range: this.placeOfNext(), details: {} })
    this.OR([{ ALT: () => this.CONSUME(Question) }, { ALT: () => this.CONSUME(If) }])
    this.SUBRULE(this.expression)
    if (!this.RECORDING_PHASE && !this.seesOne([Colon, Else])) this.fail()
    this.OR2([{ ALT: () => this.CONSUME(Colon) }, { ALT: () => this.CONSUME(Else) }])
    this.SUBRULE2(this.expression)
    const range = this.rangeFrom(start)
    this.forget(range)
    return { kind: 'missing', range }
  })

  /** or = and { "or" and } ; */
  private readonly orExpression = this.rule('orExpression', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    let left = this.SUBRULE(this.andExpression, { ARGS: [first] })
    this.MANY(() => {
      const operator = this.CONSUME(Or)
      left = this.binary(start, left, 'or', operator, this.SUBRULE2(this.andExpression))
    })
    return left
  })

  /** and = not { "and" not } ; */
  private readonly andExpression = this.rule('andExpression', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    let left = this.SUBRULE(this.notExpression, { ARGS: [first] })
    this.MANY(() => {
      const operator = this.CONSUME(And)
      left = this.binary(start, left, 'and', operator, this.SUBRULE2(this.notExpression))
    })
    return left
  })

  /** not = [ "not" ] comparison ; */
  private readonly notExpression = this.rule('notExpression', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    const operator = first === undefined ? this.OPTION(() => this.CONSUME(Not)) : undefined
    const operand = this.SUBRULE(this.comparison, { ARGS: [first] })
    return operator === undefined ? operand : { kind: 'unary', operator: 'not', operand, range: this.rangeFrom(start) }
  })

  /** comparison = sum [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum ] ; */
  private readonly comparison = this.rule('comparison', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    const left = this.SUBRULE(this.sum, { ARGS: [first] })
    return this.OPTION(() => {
      const operator = this.SUBRULE(this.comparisonOperator)
      const middle = this.mark()
      const right = this.SUBRULE2(this.sum)
      const whole = this.binary(start, left, operatorOf(operator), operator, right)
      return this.OPTION2(() => this.SUBRULE(this.habitChain, { ARGS: [start, whole, middle, right] })) ?? whole
    }) ?? left
  })

  /** The rest of `a < b < c`, read as `a < b and b < c`. */
  private readonly habitChain = this.rule('habitChain', (start: number, whole: Expression, middle: number, right: Expression) => {
    let [chain, last, lastStart] = [whole, right, middle]
    this.AT_LEAST_ONE(() => {
      const operator = this.SUBRULE(this.comparisonOperator)
      this.note({ kind: 'chained_comparison', range: this.rangeOf(operator), details: { operator: operator.image } })
      const nextStart = this.mark()
      const next = this.SUBRULE(this.sum)
      const link = this.binary(lastStart, last, operatorOf(operator), operator, next)
      chain = this.binary(start, chain, 'and', operator, link)
      last = next
      lastStart = nextStart
    })
    return chain
  })

  private readonly comparisonOperator = this.rule('comparisonOperator', (): IToken => this.OR([
    { ALT: () => this.CONSUME(Equal) },
    { ALT: () => this.CONSUME(NotEqual) },
    { ALT: () => this.CONSUME(LessEqual) },
    { ALT: () => this.CONSUME(GreaterEqual) },
    { ALT: () => this.CONSUME(Less) },
    { ALT: () => this.CONSUME(Greater) },
  ]))

  /** sum = product { ( "+" | "-" ) product } ; */
  private readonly sum = this.rule('sum', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    let left = this.SUBRULE(this.product, { ARGS: [first] })
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }])
      left = this.binary(start, left, operatorOf(operator), operator, this.SUBRULE2(this.product))
    })
    return left
  })

  /** product = unary { ( "*" | "/" | "%" ) unary } ; */
  private readonly product = this.rule('product', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    let left = this.SUBRULE(this.unary, { ARGS: [first] })
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(Star) },
        { ALT: () => this.CONSUME(Slash) },
        { ALT: () => this.CONSUME(Percent) },
      ])
      left = this.binary(start, left, operatorOf(operator), operator, this.SUBRULE2(this.unary))
    })
    return left
  })

  /** unary = [ "-" ] default ; */
  private readonly unary = this.rule('unary', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    const operator = first === undefined ? this.OPTION(() => this.CONSUME(Minus)) : undefined
    const operand = this.SUBRULE(this.defaultExpression, { ARGS: [first] })
    return operator === undefined ? operand : { kind: 'unary', operator: '-', operand, range: this.rangeFrom(start) }
  })

  /** default = postfix { "??" postfix } ; */
  private readonly defaultExpression = this.rule('defaultExpression', (first?: Operand): Expression => {
    const start = first?.start ?? this.mark()
    let left = first?.value ?? this.SUBRULE(this.postfix)
    this.MANY(() => {
      const operator = this.CONSUME(Default)
      left = this.binary(start, left, '??', operator, this.SUBRULE2(this.postfix))
    })
    return left
  })

  /** Whether `if` comes on the same line, and `else` before any brace. */
  private atConditional(): boolean {
    if (!this.sees(If)) return false
    for (let ahead = 1; !this.atEnd(ahead) && !this.opensLine(ahead) && !this.sees(OpenBrace, ahead); ahead++) {
      if (this.sees(Else, ahead)) return true
    }
    return false
  }

  private binary(start: number, left: Expression, operator: BinaryOperator, token: IToken, right: Expression): Expression {
    return { kind: 'binary', operator, operatorRange: this.rangeOf(token), left, right, range: this.rangeAfter(left, start) }
  }
}

const operators: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>(
  (['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'] as const).map((operator) => [operator, operator]),
).set('===', '==').set('!==', '!=')

function operatorOf(token: IToken): BinaryOperator {
  return operators.get(token.image) ?? '=='
}
