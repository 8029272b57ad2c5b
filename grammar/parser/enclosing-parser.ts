import type { ParserMethod, TokenType } from 'chevrotain'
import {
  Arrow, BlockTextClose, BlockTextOpen, CloseBrace, CloseBracket, CloseParenthesis, Colon, Comma, EachTag, Ellipsis, Else,
  FatArrow, From, Identifier, IfTag, InsertClose, InsertOpen, LineTextClose, LineTextOpen, OpenBrace, OpenBracket,
  OpenParenthesis, Word,
} from '../tokens/index.ts'
import { RecoveringParser } from './recovering-parser.ts'

/** Nothing in brackets reaches beyond these. */
const barriers = [OpenBrace, CloseBrace, Else, InsertClose, LineTextClose, BlockTextClose] as const

/** What stands between brackets, and lists. */
export abstract class EnclosingParser extends RecoveringParser {
  /**
   * Reads the closing token of what stands in parentheses, brackets or braces. What is in its way is reported once and
   * skipped; where it does not come before the next statement or block, it is taken as written.
   */
  protected close(index: number, closing: TokenType, expected: string): void {
    if (this.isCareful() && !this.sees(closing)) {
      if (!this.isConsequence(closing)) this.noteMissing(expected)
      if (closing !== CloseBrace) this.lostBracket = true
      const distance = this.distanceTo(closing)
      if (distance === null) return
      for (let count = 1; count < distance; count++) this.skip()
    }
    this.consume(index, closing)
  }

  private isConsequence(closing: TokenType): boolean {
    if (closing !== CloseBrace) return this.lostBracket
    return this.hasBraceTrouble() && (this.atEnd() || this.atDeclaration() || this.sees(Else) || this.atArm(1))
  }

  private distanceTo(closing: TokenType): number | null {
    if (this.sees(Arrow)) return null
    let texts = 0
    let brackets = 0
    for (let ahead = 1; !this.atEnd(ahead); ahead++) {
      if (texts === 0 && brackets === 0 && this.sees(closing, ahead)) return ahead
      if (this.seesOne([LineTextOpen, BlockTextOpen], ahead)) texts++
      else if (texts > 0 && this.seesOne([LineTextClose, BlockTextClose], ahead)) texts--
      else if (texts === 0 && this.seesOne(barriers, ahead)) return null
      else if (this.seesOne([OpenParenthesis, OpenBracket], ahead)) brackets++
      else if (this.seesOne([CloseParenthesis, CloseBracket], ahead)) brackets--
      if (this.atDeclaration(ahead) || (this.opensLine(ahead) && this.atStatement(ahead)) || this.atArm(ahead)) return null
    }
    return null
  }

  /** Whether an arm of a `match` starts there. */
  protected atArm(ahead: number): boolean {
    return this.sees(FatArrow, ahead + 1) && this.seesOne([Identifier, Else], ahead)
  }

  /**
   * Reads the brace that opens a block. What is in its way on the same line is reported once and skipped; where there is
   * none on the line, it is taken as written, except after `:`, which opens a block of a language that closes none.
   */
  protected open(index: number): void {
    if (this.isCareful() && !this.sees(OpenBrace)) {
      this.noteMissing('`{`')
      let distance = 1
      while (!this.atEnd(distance) && !this.opensLine(distance) && !this.sees(OpenBrace, distance)) distance++
      if (!this.sees(OpenBrace, distance)) {
        if (this.sees(Colon)) this.fail()
        return
      }
      for (let count = 1; count < distance; count++) this.skip()
    }
    this.consume(index, OpenBrace)
  }

  /** Whether a brace opens a block rather than a record, whose first field or `...` would follow. */
  protected seesBlock(): boolean {
    if (this.RECORDING_PHASE || !this.sees(OpenBrace)) return false
    const isField = this.sees(Word, 2) && this.seesOne([Colon, Comma, CloseBrace], 3)
    return !isField && !this.seesOne([Ellipsis, CloseBrace], 2)
  }

  /** Reads the end of an insertion; it is always there, as the tokens have been paired. */
  protected closeInsertion(index: number): void {
    if (this.isCareful() && !this.sees(InsertClose)) {
      this.noteMissing('`}}`')
      for (let depth = 0; !this.atEnd() && (depth > 0 || !this.sees(InsertClose)); this.skip()) {
        if (this.seesOne([InsertOpen, IfTag, EachTag])) depth++
        else if (this.sees(InsertClose)) depth--
      }
    }
    this.consume(index, InsertClose)
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
    while (this.isCareful() && this.forgotComma(starts)) {
      this.noteMissing('`,`')
      items.push(this.subrule(index + 1, item))
      others()
    }
    this.option(index + 1, () => { this.consume(index + 1, Comma) })
    return items
  }

  private forgotComma(starts: readonly TokenType[]): boolean {
    const isImportPath = this.sees(From) && this.seesOne([LineTextOpen, BlockTextOpen], 2)
    return this.seesOne(starts) && !isImportPath && !this.atStatement() && !this.atDeclaration()
  }
}
