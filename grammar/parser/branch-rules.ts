import type { ParserMethod } from 'chevrotain'
import type { Block, Expression, MatchArm, Name, Statement } from '../syntax/index.ts'
import { Assign, CloseBrace, Else, FatArrow, Identifier, If, Match } from '../tokens/index.ts'
import { BindingRules } from './binding-rules.ts'
import type { EntryKind } from './entries.ts'
import type { Around } from './recovering-parser.ts'

/** `if condition { … }` */
interface Branch {
  readonly start: number
  readonly condition: Expression
  readonly then: Block
}

export abstract class BranchRules extends BindingRules {
  protected abstract readonly block: ParserMethod<[around?: Around], Block>
  protected abstract readonly statement: ParserMethod<[], Statement>

  private readonly armEntry: EntryKind = {
    expected: 'the name of a member or `else`',
    words: [],
    enclosed: true,
    opens: (ahead) => this.seesOne([Identifier, Else], ahead),
    resumes: (ahead) => this.atArm(ahead),
  }

  /** if = branch { "else" branch } [ "else" block ] ; branch = "if" expr block ; */
  protected readonly ifStatement = this.rule('ifStatement', (): Statement => {
    const branches = [this.SUBRULE(this.branch)]
    this.MANY(() => {
      this.CONSUME(Else)
      branches.push(this.SUBRULE2(this.branch))
    })
    const otherwise = this.OPTION(() => {
      this.CONSUME2(Else)
      return this.SUBRULE(this.block)
    }) ?? null
    return this.ACTION(() => nested(branches, otherwise))
  })

  private readonly branch = this.rule('branch', (): Branch => {
    const start = this.mark()
    this.CONSUME(If)
    const condition = this.SUBRULE(this.condition)
    return { start, condition, then: this.SUBRULE(this.block, { ARGS: [{ ...this.around, else: true }] }) }
  })

  /** An expression that no `=` can follow: there it is read as `==`. */
  protected readonly condition = this.rule('condition', (): Expression => {
    const start = this.mark()
    const left = this.SUBRULE(this.expression)
    return this.OPTION(() => this.SUBRULE(this.habitEquals, { ARGS: [start, left] })) ?? left
  })

  private readonly habitEquals = this.rule('habitEquals', (start: number, left: Expression): Expression => {
    const operatorRange = this.rangeOf(this.CONSUME(Assign))
    this.note({ kind: 'equals_in_condition', range: operatorRange, details: {} })
    const right = this.SUBRULE(this.expression)
    return { kind: 'binary', operator: '==', operatorRange, left, right, range: this.rangeAfter(left, start) }
  })

  /** match = "match" expr "{" { ( name | "else" ) "=>" block } "}" ; */
  protected readonly matchStatement = this.rule('matchStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Match)
    const subject = this.SUBRULE(this.expression)
    this.open(1)
    const arms = this.entries(this.armEntry, this.arm)
    this.close(1, CloseBrace, '`}`')
    return { kind: 'match', subject, arms, range: this.rangeFrom(start) }
  })

  private readonly arm = this.rule('arm', (): MatchArm => {
    const start = this.mark()
    const member = this.OR([
      { ALT: (): Name | null => this.SUBRULE(this.plainName) },
      {
        ALT: (): Name | null => {
          this.CONSUME(Else)
          return null
        },
      },
    ])
    this.CONSUME(FatArrow)
    const body = this.OR2({
      ERR_MSG: '`{`',
      MAX_LOOKAHEAD: 1,
      DEF: [
        { ALT: (): Block => this.SUBRULE(this.block, { ARGS: [inArm] }), IGNORE_AMBIGUITIES: true },
        { ALT: (): Block => this.SUBRULE(this.habitUnbracedArm, { ARGS: [start] }) },
      ],
    })
    return { kind: 'arm', member, body, range: this.rangeFrom(start) }
  })

  /** `member => statement` */
  private readonly habitUnbracedArm = this.rule('habitUnbracedArm', (armStart: number): Block => {
    const start = this.mark()
    this.note({ kind: 'unbraced_arm', range: this.placeOfNext(), details: {} }, start)
    const { around } = this
    this.around = inArm
    const statement = this.SUBRULE(this.statement)
    this.around = around
    this.skipArmEnd(armStart)
    return { kind: 'block', statements: [statement], range: this.rangeFrom(start) }
  })

  /** The brace that closes an arm on a line of its own, where only the one that opens it was forgotten. */
  private skipArmEnd(armStart: number): void {
    if (this.RECORDING_PHASE || !this.sees(CloseBrace) || this.opensLine(1)) return
    const line = this.source.slice(this.source.lastIndexOf('\n', armStart) + 1, armStart)
    if (line.trim() !== '') return
    if (this.atArm(2) || (this.sees(CloseBrace, 2) && this.opensLine(2))) this.SKIP_TOKEN()
  }
}

const inArm: Around = { else: false, arm: true }

/** `a`, `else b`, `else c` as `if a … else { if b … else { if c … } }`. */
function nested([first, ...others]: readonly Branch[], last: Block | null): Statement {
  if (first === undefined) throw new RangeError('an if has at least one branch')
  const { start, condition, then } = first
  const end = (last ?? others.at(-1)?.then ?? then).range.end
  let otherwise = last
  for (const branch of others.toReversed()) {
    const range = { start: branch.start, end }
    const inner: Statement = { kind: 'if', condition: branch.condition, then: branch.then, otherwise, range }
    otherwise = { kind: 'block', statements: [inner], range }
  }
  return { kind: 'if', condition, then, otherwise, range: { start, end } }
}
