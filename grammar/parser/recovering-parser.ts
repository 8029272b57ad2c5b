import { EmbeddedActionsParser, isRecognitionException, tokenMatcher } from 'chevrotain'
import type { IToken, ParserMethod, TokenType } from 'chevrotain'
import type { SyntaxProblem } from '../problems.ts'
import type { Name, Range } from '../syntax/index.ts'
import { CloseBrace, Comma, lexerModes, OpenBrace, Word } from '../tokens/index.ts'
import { expectedMessages } from './expected-messages.ts'
import { describeToken, endOf, startsDeclaration, startsStatement } from './landmarks.ts'

/** Thrown to the nearest `guard`, after the problem has been noted. */
class Unexpected extends Error {}

/** After so many problems the rest of the file is skipped unread: a reader is long since lost. */
const enoughProblems = 100

/**
 * Ranges, problems, and recovery. Inside a rule Chevrotain may insert or delete one token; everything larger is decided
 * here: `guard` catches what went wrong in an item and skips to where the next one starts.
 */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected source = ''
  protected noted: SyntaxProblem[] = []
  private skipped = new Set<string>()

  protected constructor(options: { readonly skipValidations: boolean }) {
    super(lexerModes, {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: 'none',
      errorMessageProvider: expectedMessages,
      skipValidations: options.skipValidations,
    })
  }

  /** A rule whose errors go up to the nearest `guard`. */
  protected rule<Arguments extends unknown[], Result>(
    name: string, production: (...values: Arguments) => Result,
  ): ParserMethod<Arguments, Result> {
    return this.RULE(name, production, { resyncEnabled: false })
  }

  /** Where the next token starts. */
  protected mark(): number {
    return this.LA(1).startOffset
  }

  /** From a mark to the end of the token before; empty, at that end, when nothing was read. */
  protected rangeFrom(start: number): Range {
    const end = endOf(this.LA(0))
    return start <= end ? { start, end } : { start: end, end }
  }

  protected rangeOf(token: IToken): Range {
    if (this.RECORDING_PHASE) return { start: 0, end: 0 }
    return token.isInsertedInRecovery === true
      ? this.rangeFrom(Infinity)
      : { start: token.startOffset, end: token.startOffset + token.image.length }
  }

  protected nameOf(token: IToken): Name {
    return { kind: 'name', text: token.image, range: this.rangeOf(token) }
  }

  protected sees(type: TokenType, ahead = 1): boolean {
    return tokenMatcher(this.LA(ahead), type)
  }

  /** Where a problem with the next token is shown: on the token, or after the one before if the line ends between. */
  protected placeOfNext(): Range {
    const next = this.LA(1)
    const before = endOf(this.LA(0))
    const stands = !Number.isNaN(next.startOffset) && !/[\n\r]/.test(this.source.slice(before, next.startOffset))
    return stands ? this.rangeOf(next) : { start: before, end: before }
  }

  protected note(problem: SyntaxProblem): void {
    if (!this.RECORDING_PHASE) this.noted.push(problem)
  }

  protected noteUnexpected(expected: string): void {
    if (this.RECORDING_PHASE) return
    this.note({ kind: 'unexpected', range: this.placeOfNext(), details: { found: describeToken(this.LA(1)), expected } })
  }

  /** Gives up the item being read. */
  protected fail(expected: string): never {
    this.noteUnexpected(expected)
    throw new Unexpected()
  }

  /** Reads an item; when that fails, skips to the next place where `resumes` holds and gives `null`. */
  protected guard<Result>(item: () => Result, resumes: (ahead: number) => boolean): Result | null {
    if (this.RECORDING_PHASE) return item()
    const start = this.LA(1)
    try {
      return item()
    } catch (error) {
      if (!(error instanceof Unexpected) && !(error instanceof Error && isRecognitionException(error))) throw error
      this.forget(start.startOffset, endOf(this.LA(0)))
      if (this.LA(1) === start) this.skip()
      this.skipUntil(resumes)
      return null
    }
  }

  protected atEnd(ahead = 1): boolean {
    return Number.isNaN(this.LA(ahead).startOffset)
  }

  protected skip(): void {
    this.forgetToken(this.LA(1))
    this.SKIP_TOKEN()
  }

  /** Skips to where `resumes` holds outside of any braces opened on the way, or to the next declaration. */
  protected skipUntil(resumes: (ahead: number) => boolean): void {
    const lost = this.noted.length + this.errors.length >= enoughProblems
    let depth = 0
    while (!this.atEnd()) {
      if (!lost && (this.atDeclaration() || (depth === 0 && resumes(1)))) return
      if (this.sees(OpenBrace)) depth++
      else if (this.sees(CloseBrace) && depth > 0) depth--
      this.skip()
    }
  }

  /** Whether a declaration starts there: no block reaches beyond it, closed or not. */
  protected atDeclaration(ahead = 1): boolean {
    return startsDeclaration(this.LA(ahead), this.LA(ahead + 1))
  }

  protected atStatement(ahead = 1): boolean {
    return startsStatement(this.source, this.LA(ahead - 1), this.LA(ahead), this.LA(ahead + 1))
  }

  /**
   * Reads the closing token of what stands in parentheses, brackets or braces. What is in its way is reported once and
   * skipped; where it does not come before the next statement or block, it is taken as written.
   */
  protected close(index: number, closing: TokenType, expected: string): void {
    if (this.RECORDING_PHASE || this.sees(closing)) {
      this.consume(index, closing)
      return
    }
    this.noteUnexpected(expected)
    const distance = this.distanceTo(closing)
    if (distance === null) return
    for (let count = 1; count < distance; count++) this.skip()
    this.consume(index, closing)
  }

  private distanceTo(closing: TokenType): number | null {
    for (let ahead = 1; !this.atEnd(ahead); ahead++) {
      if (this.sees(closing, ahead)) return ahead
      if (this.sees(OpenBrace, ahead) || this.atDeclaration(ahead) || this.atStatement(ahead)) return null
    }
    return null
  }

  /** `[ item { "," item } [ "," ] ]`; takes the occurrences `index` and `index + 1` of the rule. */
  protected items<Item>(index: number, item: ParserMethod<[], Item>, starts: readonly TokenType[]): Item[] {
    const items: Item[] = []
    this.option(index, () => { this.oneOrMore(index, item, starts, items) })
    return items
  }

  /** `item { "," item } [ "," ]`; where a comma is missing before what starts another item, it is taken as written. */
  protected oneOrMore<Item>(
    index: number, item: ParserMethod<[], Item>, starts: readonly TokenType[], items: Item[] = [],
  ): Item[] {
    const others = (): void => {
      this.many(index, () => {
        this.consume(index, Comma)
        items.push(this.subrule(index + 1, item))
      })
    }
    items.push(this.subrule(index, item))
    others()
    while (!this.RECORDING_PHASE && this.forgotComma(starts)) {
      this.noteUnexpected('`,`')
      items.push(this.subrule(index + 1, item))
      others()
    }
    this.option(index + 1, () => { this.consume(index + 1, Comma) })
    return items
  }

  private forgotComma(starts: readonly TokenType[]): boolean {
    return starts.some((type) => this.sees(type)) && !this.atStatement() && !this.atDeclaration()
  }

  private forget(start: number, end: number): void {
    for (const token of this.input) {
      if (token.startOffset >= start && token.startOffset < end) this.forgetToken(token)
    }
  }

  private forgetToken(token: IToken): void {
    if (tokenMatcher(token, Word)) this.skipped.add(token.image)
  }

  protected startOver(source: string, tokens: IToken[]): void {
    this.source = source
    this.noted = []
    this.skipped = new Set()
    this.input = tokens
  }

  protected get skippedNames(): ReadonlySet<string> {
    return this.skipped
  }
}
