import type { ParserMethod } from 'chevrotain'
import type { EachExpression, Expression, Name, Range, StaticInteger, Statement } from '../syntax/index.ts'
import { Assign, CloseBrace, Colon, Comma, Each, From, Identifier, In, Max, Of, Sample, Yield } from '../tokens/index.ts'
import { TextRules } from './text-rules.ts'

/** The names that a `for` or `each` goes by. */
export interface Iteration {
  readonly item: Name
  readonly index: Name | null
  readonly list: Expression
  readonly maximum: StaticInteger | null
}

/** An `each` that has been read up to where its `yield` stands. */
interface OpenEach {
  readonly start: number
  readonly body: readonly Statement[]
  /** Whether no misplaced `yield` has been reported in it. */
  readonly isMissed: boolean
}

export abstract class IterationRules extends TextRules {
  /** Reads statements up to `yield` or the closing brace. */
  protected abstract readonly statements: ParserMethod<[], Statement[]>
  protected abstract readonly postfix: ParserMethod<[], Expression>
  private misplacedYields = 0

  /** sample = "sample" static_int "of" postfix ; */
  protected readonly sample = this.rule('sample', (): Expression => {
    const start = this.mark()
    this.CONSUME(Sample)
    const count = this.SUBRULE(this.staticInteger)
    this.CONSUME(Of)
    const operand = this.SUBRULE(this.postfix)
    return { kind: 'sample', count, operand, range: this.rangeFrom(start) }
  })

  /** each = "each" iteration "{" { statement } "yield" expr "}" ; */
  protected readonly each = this.rule('each', (): EachExpression => {
    const start = this.mark()
    this.CONSUME(Each)
    const { item, index, list, maximum } = this.SUBRULE(this.iteration)
    this.open(1)
    const before = this.misplacedYields
    const { around } = this
    this.around = { ...around, else: false }
    const body = this.SUBRULE(this.statements)
    this.around = around
    const result = this.SUBRULE(this.yielded, { ARGS: [{ start, body, isMissed: this.misplacedYields === before }] })
    this.close(1, CloseBrace, '`}`')
    return { kind: 'each', item, index, list, maximum, body, result, range: this.rangeFrom(start) }
  })

  /** iteration = name [ "," name ] "in" expr [ "max" static_int ] ; */
  protected readonly iteration = this.rule('iteration', (): Iteration => {
    const item = this.SUBRULE(this.declaredName)
    const index = this.OPTION(() => {
      this.CONSUME(Comma)
      return this.SUBRULE2(this.declaredName)
    }) ?? null
    if (this.isCareful() && this.seesOne([Of, From, Colon, Assign])) this.readInstead('`in`')
    else this.CONSUME(In)
    const list = this.SUBRULE(this.expression)
    const maximum = this.OPTION2(() => {
      this.CONSUME(Max)
      return this.SUBRULE(this.staticInteger)
    }) ?? null
    return { item, index, list, maximum }
  })

  /** "yield" expr */
  private readonly yielded = this.rule('yielded', (each: OpenEach): Expression => {
    if (!this.RECORDING_PHASE && !this.sees(Yield)) return this.withoutYield(each)
    const word = this.rangeOf(this.CONSUME(Yield))
    const value = this.SUBRULE(this.expression)
    if (!this.RECORDING_PHASE && this.continues()) {
      if (this.isOnOneLine(each.start) && this.opensLine(1)) return value
      this.noteMisplacedYield(word, 'early')
      this.skipUntil((ahead) => this.sees(CloseBrace, ahead))
    }
    return value
  })

  /** A value at the end was meant to be yielded; a `yield` inside a branch has been reported as misplaced. */
  private withoutYield({ body, isMissed }: OpenEach): Expression {
    const last = body.at(-1)
    const value = last?.kind === 'bare_call' ? last.call : last?.kind === 'binding' && last.name.text === '_' ? last.value : null
    if (isMissed) {
      if (value !== null) this.withdraw(value.range)
      this.note({ kind: 'missing_yield', range: value?.range ?? this.placeOfNext(), details: {} })
    }
    return { kind: 'missing', range: this.nowhere() }
  }

  /** Whether all since a place stands on one line, so that what comes on the next one is no part of it. */
  private isOnOneLine(start: number): boolean {
    return !/[\n\r]/.test(this.source.slice(start, this.nowhere().end))
  }

  protected noExpression(): Expression {
    this.noteMissing('an expression')
    return { kind: 'missing', range: this.nowhere() }
  }

  protected noteMisplacedYield(range: Range, reason: 'outside' | 'early'): void {
    this.note({ kind: 'misplaced_yield', range, details: { reason } })
    this.misplacedYields++
  }

  /** Whether statements come after `yield`, or another one. */
  private continues(): boolean {
    return this.sees(Yield) || this.atStatement() || (this.sees(Identifier) && (this.sees(Assign, 2) || this.sees(Colon, 2)))
  }
}
