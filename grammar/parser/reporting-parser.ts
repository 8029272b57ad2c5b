import { tokenMatcher, type IToken } from 'chevrotain'
import { nearestWord } from '../problems/nearest-word.ts'
import type { ParserProblem } from '../problems/settle-problems.ts'
import type { SyntaxProblem } from '../problems/syntax-problem.ts'
import type { Range } from '../syntax/index.ts'
import { Identifier } from '../tokens/index.ts'
import { describeToken, endOf, isEnd, opensLine } from '../tokens/landmarks.ts'
import { ReadingParser } from './reading-parser.ts'

/** After so many problems, some of which are left out later, a reader is long since lost. */
const enoughProblems = 200

/** Thrown out of a plain reading that met a problem. */
export class NotPlain extends Error {}

/** Keeps the problems of a file, Chevrotain's and ours, in the order that they are met in. */
export abstract class ReportingParser extends ReadingParser {
  private noted: ParserProblem[] = []
  private errorsTaken = 0
  private braceTrouble = false

  protected override startOver(source: string, tokens: IToken[], plain: boolean): void {
    super.startOver(source, tokens, plain)
    this.noted = []
    this.errorsTaken = 0
    this.forgetBraces()
  }

  protected note(problem: SyntaxProblem, at = problem.range.start): void {
    if (this.RECORDING_PHASE) return
    this.takeErrors()
    this.keep({ problem, at })
  }

  /** Notes that something is missing before the next token. */
  protected noteMissing(expected: string): void {
    if (this.RECORDING_PHASE) return
    const found = describeToken(this.LA(1))
    this.note({ kind: 'unexpected', range: this.placeOfNext(), details: { found, expected } }, this.placeOf(this.LA(1)))
  }

  /** Notes that a token is not what can stand there; `words` are those that it may be a misspelling of. */
  protected noteStray(token: IToken, expected: string, words: readonly string[]): void {
    if (this.RECORDING_PHASE) return
    const nearest = tokenMatcher(token, Identifier) ? nearestWord(token.image, words) : undefined
    const details = { found: describeToken(token), expected, ...(nearest === undefined ? {} : { nearest }) }
    this.note({ kind: 'unexpected', range: this.rangeOf(token), details }, this.placeOf(token))
  }

  /** Reports the next token and reads it as another one. */
  protected readInstead(expected: string): void {
    this.noteMissing(expected)
    this.SKIP_TOKEN()
  }

  /** Takes over the errors that Chevrotain has met since, so that all are in the order that they were met in. */
  protected takeErrors(): void {
    for (const error of this.errors.slice(this.errorsTaken)) {
      this.errorsTaken++
      const { token, message: expected } = error
      const before = 'previousToken' in error ? error.previousToken as IToken : this.LA(0)
      const end = endOf(before)
      const range = isEnd(token) || opensLine(this.source, before, token) ? { start: end, end } : this.rangeOf(token)
      const details = { found: describeToken(token), expected }
      this.keep({ problem: { kind: 'unexpected', range, details }, at: this.placeOf(token) })
    }
  }

  private keep(found: ParserProblem): void {
    if (this.isPlain()) throw new NotPlain()
    const { problem } = found
    this.noted.push(found)
    if (problem.kind === 'unexpected' && /`[{}]`/.test(problem.details.found + problem.details.expected)) this.braceTrouble = true
  }

  /** Takes back the last problem if it is about a certain place. */
  protected withdraw({ start, end }: Range): void {
    const last = this.noted.at(-1)?.problem.range
    if (last?.start === start && last.end === end) this.noted.pop()
  }

  /**
   * Whether a brace has been reported since the declaration began: if its braces do not come out even in the end, that is
   * why.
   */
  protected hasBraceTrouble(): boolean {
    this.takeErrors()
    return this.braceTrouble
  }

  /** For when braces have been skipped without their partners. */
  protected expectBraceTrouble(): void {
    this.braceTrouble = true
  }

  protected forgetBraces(): void {
    this.braceTrouble = false
  }

  /** The problems of this file so far. */
  protected problemsFound(): readonly ParserProblem[] {
    this.takeErrors()
    return this.noted
  }

  /** Whether so much is wrong that the rest of the file is skipped unread. */
  protected isLost(): boolean {
    return this.noted.length >= enoughProblems
  }

  private placeOf(token: IToken): number {
    return isEnd(token) ? this.source.length : token.startOffset
  }
}
