import { EmbeddedActionsParser, tokenMatcher } from 'chevrotain'
import type { IToken, ParserMethod, TokenType } from 'chevrotain'
import type { Name, Range } from '../syntax/index.ts'
import {
  CloseBrace, CloseBracket, CloseParenthesis, Identifier, InsertClose, lexerModes, LineTextClose, OpenBrace, Word,
} from '../tokens/index.ts'
import { expectedMessages } from './expected-messages.ts'
import { endOf, isEnd, opensLine, startsDeclaration, startsStatement } from '../tokens/landmarks.ts'

const brackets = [OpenBrace, CloseBrace, CloseBracket, CloseParenthesis, InsertClose, LineTextClose] as const

/** What every rule needs: where it is in the text, and what comes next. */
export abstract class ReadingParser extends EmbeddedActionsParser {
  protected source = ''
  private plain = false

  protected constructor(options: { readonly skipValidations: boolean }) {
    super(lexerModes, {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: 'none',
      errorMessageProvider: expectedMessages,
      skipValidations: options.skipValidations,
    })
    this.recoverInCarefulReadingsOnly()
  }

  /**
   * Where a repetition ends in something unexpected, Chevrotain looks for a way on by the rules that it is in. A plain reading
   * takes shortcuts past rules, so that there is none to be found. The method has no types, and no other switch.
   */
  private recoverInCarefulReadingsOnly(): void {
    const name = 'shouldInRepetitionRecoveryBeTried'
    const isTried: unknown = Reflect.get(this, name)
    if (typeof isTried !== 'function') throw new Error(`Chevrotain has no ${name} any more`)
    Reflect.set(this, name, (...values: readonly unknown[]): unknown => !this.plain && (Reflect.apply(isTried, this, values) as unknown))
  }

  /**
   * Whether the file is read as if nothing were wrong with it. The first problem ends such a reading; a careful one then reads
   * the whole file again, with all that it takes to go on after problems.
   */
  protected isPlain(): boolean {
    return this.plain && !this.RECORDING_PHASE
  }

  /** Whether the grammar is neither read as data nor a file read plainly: what only helps after a problem is done then. */
  protected isCareful(): boolean {
    return !this.plain && !this.RECORDING_PHASE
  }

  /** A name cannot be made up. */
  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return !this.plain && type !== Identifier && type !== Word
  }

  /** A bracket always means something, and so does what ends a line. */
  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return !this.plain && !this.seesOne(brackets) && !this.opensLine(2)
  }

  /** Gets ready for another file. */
  protected startOver(source: string, tokens: IToken[], plain: boolean): void {
    this.source = source
    this.plain = plain
    this.input = tokens
  }

  /** A rule whose errors go up to the nearest guard. It has to have the name of the property that it is put in. */
  protected rule<Arguments extends unknown[], Result>(
    name: string, production: (...values: Arguments) => Result,
  ): ParserMethod<Arguments, Result> {
    return this.RULE(name, production, { resyncEnabled: false })
  }

  /** Where the next token starts; `Infinity` at the end of the file. */
  protected mark(): number {
    return isEnd(this.LA(1)) ? Infinity : this.LA(1).startOffset
  }

  /** From a mark to the end of the token before; empty, at that end, when nothing was read. */
  protected rangeFrom(start: number): Range {
    const end = endOf(this.LA(0))
    return start <= end ? { start, end } : { start: end, end }
  }

  /** Like `rangeFrom`, for what begins with a node that may be missing: that one stands after the token before. */
  protected rangeAfter(first: { readonly range: Range }, start: number): Range {
    return this.RECORDING_PHASE ? this.nowhere() : this.rangeFrom(Math.min(start, first.range.start))
  }

  /** Where the next token stands, as far as it is not on another line: then after the token before. */
  protected placeOfNext(): Range {
    const next = this.LA(1)
    return isEnd(next) || this.opensLine(1) ? this.nowhere() : this.rangeOf(next)
  }

  /** Of no width, after the token before. */
  protected nowhere(): Range {
    return this.rangeFrom(Infinity)
  }

  protected rangeOf(token: IToken): Range {
    if (this.RECORDING_PHASE || token.isInsertedInRecovery === true) return this.nowhere()
    return { start: token.startOffset, end: token.startOffset + token.image.length }
  }

  protected nameOf(token: IToken): Name {
    return { kind: 'name', text: token.image, range: this.rangeOf(token) }
  }

  protected sees(type: TokenType, ahead = 1): boolean {
    return tokenMatcher(this.LA(ahead), type)
  }

  protected seesOne(types: readonly TokenType[], ahead = 1): boolean {
    const token = this.LA(ahead)
    return types.some((type) => tokenMatcher(token, type))
  }

  protected atEnd(ahead = 1): boolean {
    return isEnd(this.LA(ahead))
  }

  /** Whether the token that far ahead is the first on its line. */
  protected opensLine(ahead: number): boolean {
    return opensLine(this.source, this.LA(ahead - 1), this.LA(ahead))
  }

  /** Whether a declaration starts there: no block reaches beyond it, closed or not. */
  protected atDeclaration(ahead = 1): boolean {
    return startsDeclaration(this.LA(ahead), this.LA(ahead + 1))
  }

  protected atStatement(ahead = 1): boolean {
    return startsStatement(this.source, this.LA(ahead - 1), this.LA(ahead), this.LA(ahead + 1))
  }
}
