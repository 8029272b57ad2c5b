import { EmbeddedActionsParser, isRecognitionException, tokenMatcher } from 'chevrotain'
import type { IToken, ParserMethod, TokenType } from 'chevrotain'
import { nearestWord } from '../problems/nearest-word.ts'
import type { ParserProblem } from '../problems/settle-problems.ts'
import type { SyntaxProblem } from '../problems/syntax-problem.ts'
import type { Name, Range } from '../syntax/index.ts'
import { CloseBrace, Colon, Comma, Else, Identifier, If, lexerModes, OpenBrace, Semicolon, Word } from '../tokens/index.ts'
import type { EntryKind } from './entries.ts'
import { expectedMessages } from './expected-messages.ts'
import { describeToken, endOf, isEnd, opensLine, startsDeclaration, startsStatement } from './landmarks.ts'

/** Thrown to the nearest `guard`, after the problem has been noted. */
class Unexpected extends Error {}

/** After so many problems the rest of the file is skipped unread: a reader is long since lost. */
const enoughProblems = 100

/**
 * Ranges, problems, and recovery. Inside a rule Chevrotain may insert or delete one token; everything larger is decided
 * here: `guard` catches what went wrong in an entry and skips to where the next one starts.
 */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected source = ''
  private noted: ParserProblem[] = []
  private errorsTaken = 0
  private skipped = new Set<string>()
  /** Whether an `if` has been given up: its `else` is no news then. */
  private lostIf = false

  protected constructor(options: { readonly skipValidations: boolean }) {
    super(lexerModes, {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: 'none',
      errorMessageProvider: expectedMessages,
      skipValidations: options.skipValidations,
    })
  }

  /** Gets ready for another file. */
  protected startOver(source: string, tokens: IToken[]): void {
    this.source = source
    this.noted = []
    this.errorsTaken = 0
    this.lostIf = false
    this.skipped = new Set()
    this.input = tokens
  }

  /** A rule whose errors go up to the nearest `guard`. It has to have the name of the property that it is put in. */
  protected rule<Arguments extends unknown[], Result>(
    name: string, production: (...values: Arguments) => Result,
  ): ParserMethod<Arguments, Result> {
    return this.RULE(name, production, { resyncEnabled: false })
  }

  /** Where the next token starts; `Infinity` at the end of the file. */
  protected mark(): number {
    return placeOf(this.LA(1))
  }

  /** From a mark to the end of the token before; empty, at that end, when nothing was read. */
  protected rangeFrom(start: number): Range {
    const end = endOf(this.LA(0))
    return start <= end ? { start, end } : { start: end, end }
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

  protected note(problem: SyntaxProblem, at = problem.range.start): void {
    if (this.RECORDING_PHASE) return
    this.takeErrors()
    this.noted.push({ problem, at })
  }

  /** Notes that something is missing before the next token. */
  protected noteMissing(expected: string): void {
    if (this.RECORDING_PHASE) return
    const found = describeToken(this.LA(1))
    this.note({ kind: 'unexpected', range: this.placeOfNext(), details: { found, expected } }, placeOf(this.LA(1)))
  }

  /** Notes that a token is not what can stand there; `words` are those that it may be a misspelling of. */
  protected noteStray(token: IToken, expected: string, words: readonly string[]): void {
    if (this.RECORDING_PHASE) return
    const nearest = tokenMatcher(token, Identifier) ? nearestWord(token.image, words) : undefined
    const details = { found: describeToken(token), expected, ...(nearest === undefined ? {} : { nearest }) }
    this.note({ kind: 'unexpected', range: this.rangeOf(token), details }, placeOf(token))
  }

  /** Reports the next token and reads it as another one. */
  protected readInstead(expected: string): void {
    this.noteMissing(expected)
    this.SKIP_TOKEN()
  }

  /** Gives up the entry being read. */
  protected fail(): never {
    throw new Unexpected()
  }

  /** Takes over the errors that Chevrotain has met since, so that all are in the order that they were met in. */
  private takeErrors(): void {
    for (const error of this.errors.slice(this.errorsTaken)) {
      this.errorsTaken++
      const { token, message: expected } = error
      const before = 'previousToken' in error ? error.previousToken as IToken : this.LA(0)
      const end = endOf(before)
      const range = isEnd(token) || opensLine(this.source, before, token) ? { start: end, end } : this.rangeOf(token)
      const details = { found: describeToken(token), expected }
      this.noted.push({ problem: { kind: 'unexpected', range, details }, at: placeOf(token) })
    }
  }

  /** Where the next token stands, as far as it is not on another line: then after the token before. */
  protected placeOfNext(): Range {
    const next = this.LA(1)
    return isEnd(next) || this.opensLine(1) ? this.nowhere() : this.rangeOf(next)
  }

  /** The problems of this file so far. */
  protected problemsFound(): readonly ParserProblem[] {
    this.takeErrors()
    return this.noted
  }

  protected namesSkipped(): ReadonlySet<string> {
    return this.skipped
  }

  /** Reads an item; when that fails, skips to where `resumes` holds next and gives `null`. */
  protected guard<Result>(item: () => Result, resumes: (ahead: number) => boolean): Result | null {
    if (this.RECORDING_PHASE) return item()
    const start = this.LA(1)
    try {
      return item()
    } catch (error) {
      if (!(error instanceof Unexpected) && !(error instanceof Error && isRecognitionException(error))) throw error
      this.takeErrors()
      if (start.tokenType === If) this.lostIf = true
      this.forget({ start: placeOf(start), end: endOf(this.LA(0)) })
      if (this.LA(1) === start) this.skip()
      this.skipUntil(resumes)
      return null
    }
  }

  /** `{ entry | ";" }`; what is no entry is reported and skipped. Takes the first occurrence of everything in its rule. */
  protected entries<Entry>(kind: EntryKind, entry: ParserMethod<[], Entry>): Entry[] {
    const entries: Entry[] = []
    let hasComma = false
    this.settle(kind)
    this.MANY(() => {
      this.OR([
        { ALT: () => { this.CONSUME(Semicolon) } },
        {
          ALT: () => {
            const read = this.guard(() => this.SUBRULE(entry), (ahead) => this.endsEntry(kind, ahead))
            if (read !== null) entries.push(read)
            hasComma = this.skipComma(hasComma)
          },
        },
      ])
      this.settle(kind)
    })
    return entries
  }

  /** Commas between entries are a habit; the first of a list is reported. */
  private skipComma(reported: boolean): boolean {
    if (this.RECORDING_PHASE || !this.sees(Comma)) return reported
    if (!reported) this.note({ kind: 'needless_comma', range: this.rangeOf(this.LA(1)), details: {} })
    this.SKIP_TOKEN()
    return true
  }

  /** After this an entry, a closing brace, a declaration or the end of the file comes next. */
  protected settle(kind: EntryKind): void {
    if (this.RECORDING_PHASE || this.atEnd() || this.endsEntry(kind, 1) || kind.opens(1)) return
    if (this.sees(Else) && this.lostIf) this.lostIf = false
    else this.noteStray(this.LA(1), kind.expected, kind.words)
    this.skipUntil((ahead) => this.endsEntry(kind, ahead))
  }

  private endsEntry(kind: EntryKind, ahead: number): boolean {
    return (kind.enclosed && this.sees(CloseBrace, ahead)) || this.sees(Semicolon, ahead)
      || this.atDeclaration(ahead) || kind.resumes(ahead)
  }

  protected skip(): void {
    this.skipWord(this.LA(1))
    this.SKIP_TOKEN()
  }

  private skipWord(token: IToken): void {
    if (tokenMatcher(token, Word)) this.skipped.add(token.image)
  }

  /** Takes what has been read as skipped. */
  protected forget({ start, end }: Range): void {
    for (let back = 0; !isEnd(this.LA(-back)) && this.LA(-back).startOffset >= start; back++) {
      if (this.LA(-back).startOffset < end) this.skipWord(this.LA(-back))
    }
  }

  /** Skips to where `resumes` holds outside of any braces opened on the way, or to the next declaration. */
  protected skipUntil(resumes: (ahead: number) => boolean): void {
    const lost = this.noted.length >= enoughProblems
    let depth = 0
    while (!this.atEnd()) {
      if (!lost && (this.atDeclaration() || (depth === 0 && resumes(1)))) return
      if (this.sees(OpenBrace)) depth++
      else if (this.sees(CloseBrace) && depth > 0) depth--
      this.skip()
    }
  }

  /**
   * Reads the closing token of what stands in parentheses, brackets or braces. What is in its way is reported once and
   * skipped; where it does not come before the next statement or block, it is taken as written.
   */
  protected close(index: number, closing: TokenType, expected: string): void {
    if (!this.RECORDING_PHASE && !this.sees(closing)) {
      this.noteMissing(expected)
      const distance = this.distanceTo(closing)
      if (distance === null) return
      for (let count = 1; count < distance; count++) this.skip()
    }
    this.consume(index, closing)
  }

  private distanceTo(closing: TokenType): number | null {
    for (let ahead = 1; !this.atEnd(ahead); ahead++) {
      if (this.sees(closing, ahead)) return ahead
      if (this.seesOne([OpenBrace, CloseBrace], ahead) || this.atDeclaration(ahead)) return null
      if (this.opensLine(ahead) && this.atStatement(ahead)) return null
    }
    return null
  }

  /**
   * Reads the brace that opens a block. What is in its way on the same line is reported once and skipped; where there is
   * none on the line, it is taken as written, except after `:`, which opens a block of a language that closes none.
   */
  protected open(index: number): void {
    if (!this.RECORDING_PHASE && !this.sees(OpenBrace)) {
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
      this.noteMissing('`,`')
      items.push(this.subrule(index + 1, item))
      others()
    }
    this.option(index + 1, () => { this.consume(index + 1, Comma) })
    return items
  }

  private forgotComma(starts: readonly TokenType[]): boolean {
    return this.seesOne(starts) && !this.atStatement() && !this.atDeclaration()
  }
}

function placeOf(token: IToken): number {
  return isEnd(token) ? Infinity : token.startOffset
}
