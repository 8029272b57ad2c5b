import { isRecognitionException, tokenMatcher } from 'chevrotain'
import type { IToken, ParserMethod } from 'chevrotain'
import type { Range } from '../syntax/index.ts'
import { CloseBrace, Comma, Else, If, OpenBrace, Semicolon, Word } from '../tokens/index.ts'
import type { EntryKind } from './entries.ts'
import { endOf, isEnd } from '../tokens/landmarks.ts'
import { NotPlain, ReportingParser } from './reporting-parser.ts'

/** Thrown to the nearest guard, after the problem has been noted. */
class Unexpected extends Error {}

/** What a block is part of, as far as it matters when its closing brace is missing. */
export interface Around {
  /** Whether it is a branch that `else` can follow. */
  readonly else: boolean
  /** Whether it is in an arm of a `match`, so that another arm can follow. */
  readonly arm: boolean
}

const inTheOpen: Around = { else: false, arm: false }

/**
 * Skipping. Inside a rule Chevrotain may insert or delete one token; everything larger is decided here: a guard catches
 * what went wrong in an entry and skips to where the next one starts.
 */
export abstract class RecoveringParser extends ReportingParser {
  private skipped = new Set<string>()
  /** Whether an `if` has been given up: its `else` is no news then. */
  private lostIf = false
  /** Whether a closing bracket of this entry has been reported missing: others that are missing too are no news then. */
  protected lostBracket = false
  protected around = inTheOpen

  protected override startOver(source: string, tokens: IToken[], plain: boolean): void {
    super.startOver(source, tokens, plain)
    this.skipped = new Set()
    this.lostIf = false
    this.lostBracket = false
    this.around = inTheOpen
  }

  /** Gives up the entry being read. */
  protected fail(): never {
    throw this.isCareful() ? new Unexpected() : new NotPlain()
  }

  /** The words in what has been skipped. */
  protected namesSkipped(): ReadonlySet<string> {
    return this.skipped
  }

  /** Reads an item; when that fails, skips to where `resumes` holds next and gives `null`. */
  protected guard<Result>(item: () => Result, resumes: (ahead: number) => boolean): Result | null {
    if (!this.isCareful()) return item()
    const first = this.LA(1)
    const start = this.mark()
    const { around } = this
    this.lostBracket = false
    try {
      return item()
    } catch (error) {
      if (!(error instanceof Unexpected) && !(error instanceof Error && isRecognitionException(error))) throw error
      this.takeErrors()
      this.around = around
      if (first.tokenType === If) this.lostIf = true
      const depth = this.forget({ start, end: endOf(this.LA(0)) })
      if (depth > 0) this.expectBraceTrouble()
      if (this.LA(1) === first) this.skip()
      this.skipUntil(resumes, depth)
      return null
    }
  }

  /** `{ entry | ";" }`; what is no entry is reported and skipped. Takes the first occurrence of everything in its rule. */
  protected entries<Entry>(kind: EntryKind, entry: ParserMethod<[], Entry>): Entry[] {
    const entries: Entry[] = []
    let hasComma = false
    this.settle(kind)
    this.MANY({
      GATE: () => kind.leaves?.(1) !== true,
      DEF: () => {
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
      },
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
    if (!this.isCareful() || this.atEnd()) return
    if (this.isLost()) {
      this.skipUntil(() => false)
      return
    }
    if (this.endsEntry(kind, 1) || kind.opens(1)) return
    if (this.sees(Else) && this.lostIf) this.lostIf = false
    else this.noteStray(this.LA(1), kind.expected, kind.words)
    if (this.sees(Else)) this.expectBraceTrouble()
    this.skipUntil((ahead) => this.endsEntry(kind, ahead))
  }

  protected endsEntry(kind: EntryKind, ahead: number): boolean {
    return (kind.enclosed && this.sees(CloseBrace, ahead)) || this.sees(Semicolon, ahead)
      || this.atDeclaration(ahead) || kind.resumes(ahead) || kind.leaves?.(ahead) === true
  }

  protected skip(): void {
    this.skipWord(this.LA(1))
    this.SKIP_TOKEN()
  }

  private skipWord(token: IToken): void {
    if (tokenMatcher(token, Word) && /^\w/.test(token.image)) this.skipped.add(token.image)
  }

  /** Takes what has been read as skipped, and gives the number of braces that are open in it. */
  protected forget({ start, end }: Range): number {
    let depth = 0
    for (let back = 0; !isEnd(this.LA(-back)) && this.LA(-back).startOffset >= start; back++) {
      const token = this.LA(-back)
      if (token.startOffset >= end) continue
      this.skipWord(token)
      if (tokenMatcher(token, OpenBrace)) depth++
      else if (tokenMatcher(token, CloseBrace)) depth--
    }
    return Math.max(depth, 0)
  }

  /** Skips to where `resumes` holds outside of any braces that are open or opened on the way, or to the next declaration. */
  protected skipUntil(resumes: (ahead: number) => boolean, open = 0): void {
    const isLost = this.isLost()
    let depth = open
    while (!this.atEnd()) {
      if (!isLost && (this.atDeclaration() || (depth === 0 && resumes(1)))) return
      if (this.sees(OpenBrace)) depth++
      else if (this.sees(CloseBrace) && depth > 0) depth--
      this.skip()
    }
  }
}
