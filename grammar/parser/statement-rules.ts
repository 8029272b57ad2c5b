import type { Block, Expression, MatchArm, Name, Statement } from '../syntax/index.ts'
import {
  Assert, Assign, CloseBrace, Colon, Else, FatArrow, For, Identifier, If, Match, Max, OpenBrace, Repeat, Return, Semicolon,
  Stop, When, Yield,
} from '../tokens/index.ts'
import { ExpressionRules } from './expression-rules.ts'

export abstract class StatementRules extends ExpressionRules {
  /** block = "{" { statement } "}" ; */
  protected readonly block = this.rule('block', (): Block => {
    const start = this.mark()
    this.CONSUME(OpenBrace)
    const statements = this.SUBRULE(this.statements)
    this.close(1, CloseBrace, '`}`')
    return { kind: 'block', statements, range: this.rangeFrom(start) }
  })

  protected readonly statements = this.rule('statements', (): Statement[] => {
    const statements: Statement[] = []
    this.settle()
    this.MANY(() => {
      this.OR([
        { ALT: () => { this.CONSUME(Semicolon) } },
        {
          ALT: () => {
            const statement = this.guard(() => this.SUBRULE(this.statement), this.resumes)
            if (statement !== null) statements.push(statement)
          },
        },
      ])
      this.settle()
    })
    return statements
  })

  /** statement = binding | if | match | repeat | for | stop | assert | return ; */
  private readonly statement = this.rule('statement', (): Statement => this.OR([
    { ALT: (): Statement => this.SUBRULE(this.ifStatement) },
    { ALT: (): Statement => this.SUBRULE(this.matchStatement) },
    { ALT: (): Statement => this.SUBRULE(this.repeatStatement) },
    { ALT: (): Statement => this.SUBRULE(this.forStatement) },
    { ALT: (): Statement => this.SUBRULE(this.stopStatement) },
    { ALT: (): Statement => this.SUBRULE(this.assertStatement) },
    { ALT: (): Statement => this.SUBRULE(this.returnStatement) },
    { ALT: (): Statement => this.SUBRULE(this.binding) },
    { ALT: (): Statement => this.SUBRULE(this.habitBareExpression) },
  ]))

  /** binding = name [ ":" type ] "=" expr ; */
  private readonly binding = this.rule('binding', (): Statement => {
    const start = this.mark()
    const name = this.SUBRULE(this.plainName)
    const type = this.OPTION(() => {
      this.CONSUME(Colon)
      return this.SUBRULE(this.type)
    }) ?? null
    this.CONSUME(Assign)
    const value = this.SUBRULE(this.expression)
    return { kind: 'binding', name, type, value, range: this.rangeFrom(start) }
  })

  /** A call, or another value, that no name is given to. */
  private readonly habitBareExpression = this.rule('habitBareExpression', (): Statement => {
    const start = this.mark()
    const value = this.SUBRULE(this.expression)
    if (!this.RECORDING_PHASE && value.kind !== 'call') this.fail('`=`')
    const range = this.rangeFrom(start)
    if (value.kind === 'call') return { kind: 'bare_call', call: value, range }
    const name: Name = { kind: 'name', text: '_', range: { start, end: start } }
    return { kind: 'binding', name, type: null, value, range }
  })

  /** if = branch { "else" branch } [ "else" block ] ; branch = "if" expr block ; */
  private readonly ifStatement = this.rule('ifStatement', (): Statement => {
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
    const condition = this.SUBRULE(this.expression)
    return { start, condition, then: this.SUBRULE(this.block) }
  })

  /** match = "match" expr "{" { ( name | "else" ) "=>" block } "}" ; */
  private readonly matchStatement = this.rule('matchStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Match)
    const subject = this.SUBRULE(this.expression)
    this.CONSUME(OpenBrace)
    const arms: MatchArm[] = []
    this.MANY(() => { arms.push(this.SUBRULE(this.arm)) })
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
    const body = this.SUBRULE(this.block)
    return { kind: 'arm', member, body, range: this.rangeFrom(start) }
  })

  /** repeat = "repeat" "max" static_int block ; */
  private readonly repeatStatement = this.rule('repeatStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Repeat)
    this.CONSUME(Max)
    const maximum = this.SUBRULE(this.staticInteger)
    const body = this.SUBRULE(this.block)
    return { kind: 'repeat', maximum, body, range: this.rangeFrom(start) }
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
    const condition = this.SUBRULE(this.expression)
    return { kind: 'stop', condition, range: this.rangeFrom(start) }
  })

  /** assert = "assert" expr [ "else" text ] ; */
  private readonly assertStatement = this.rule('assertStatement', (): Statement => {
    const start = this.mark()
    this.CONSUME(Assert)
    const condition = this.SUBRULE(this.expression)
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

  private readonly resumes = (ahead: number): boolean =>
    this.sees(CloseBrace, ahead) || this.sees(Semicolon, ahead) || this.sees(Yield, ahead)
    || this.atStatement(ahead) || this.atDeclaration(ahead)

  /** After this a statement, a closing brace, `yield`, a declaration or the end of the file comes next. */
  private settle(): void {
    if (this.RECORDING_PHASE || this.atEnd() || this.resumes(1) || this.sees(Identifier)) return
    this.noteUnexpected('a statement')
    this.skipUntil(this.resumes)
  }
}

interface Branch {
  readonly start: number
  readonly condition: Expression
  readonly then: Block
}

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
