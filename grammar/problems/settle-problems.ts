import type { IToken } from 'chevrotain'
import type { TokenProblem } from '../lexer/token-problem.ts'
import { BlockTextClose, BlockTextOpen } from '../tokens/index.ts'
import type { SyntaxProblem } from './syntax-problem.ts'

/** A problem that the parser met, and where the token stands that it met it at. */
export interface ParserProblem {
  readonly problem: SyntaxProblem
  readonly at: number
}

/** At most so many are reported for one file. */
export const mostProblems = 100

/** An error so few tokens after another, on one line, is most likely the same mistake. */
const tokensToTrust = 3

/**
 * Orders the problems of a file and leaves out those that only follow from another one: in the shadow of a problem with
 * the text itself, at the same place, or right behind.
 */
export function settleProblems(
  source: string, tokens: readonly IToken[], fromTokens: readonly TokenProblem[], fromParser: readonly ParserProblem[],
): SyntaxProblem[] {
  if (fromTokens.length === 0 && fromParser.length === 0) return []
  const parsed = fromParser.toSorted((one, other) => one.at - other.at)
  const textual = inTheLight(atTheRealOpening(tokens, fromTokens, parsed)).slice(0, mostProblems)
  const isShadowed = shadowsOf(textual)
  const echoless = withoutEchoes(source, tokens, withoutReservedNames(parsed, fromTokens).filter(({ at }) => !isShadowed(at)))
  const news = [...textual.map(({ problem }) => problem), ...echoless].toSorted(byPlace)
  return news.filter((problem, index) => isNews(source, problem, news[index - 1])).slice(0, mostProblems)
}

/** A quote left out or put in too much is met twice: by the parser, and at the end of the line or at what is no code. */
function isNews(source: string, problem: SyntaxProblem, before: SyntaxProblem | undefined): boolean {
  if (before === undefined) return true
  const isUnclosed = ['unclosed_text', 'unclosed_insertion', 'unexpected_character'].includes(problem.kind)
  const between = source.slice(before.range.start, problem.range.start)
  return between !== '' && !(isUnclosed && before.kind === 'unexpected' && !/[\n\r]/.test(between))
}

/** The problems with the text that are not in the shadow of one before them, in order. */
function inTheLight(problems: readonly TokenProblem[]): TokenProblem[] {
  let shadowEnd = -1
  return problems.toSorted((one, other) => byPlace(one.problem, other.problem)).filter((problem) => {
    if (problem.problem.range.start < shadowEnd) return false
    shadowEnd = problem.shadowEnd
    return true
  })
}

/** Whether a place is in the shadow of one of some problems, which are in order and in nobody's shadow. */
function shadowsOf(problems: readonly TokenProblem[]): (place: number) => boolean {
  return (place) => {
    const before = problems.findLast(({ problem }) => problem.range.start <= place)
    return before !== undefined && place <= before.shadowEnd
  }
}

/** The order that problems are reported in. */
export function byPlace(one: SyntaxProblem, other: SyntaxProblem): number {
  return one.range.start - other.range.start
}

/** A word that cannot be a name is reported where it is declared, not again where it is used. */
function withoutReservedNames(
  problems: readonly ParserProblem[], fromTokens: readonly TokenProblem[],
): readonly ParserProblem[] {
  const words = new Set([...problems, ...fromTokens].flatMap(({ problem }) =>
    problem.kind === 'reserved_word' ? [`\`${problem.details.word}\``] : []))
  return problems.filter(({ problem }) => problem.kind !== 'unexpected' || !words.has(problem.details.found))
}

/** Of the problems at one token, or a few tokens apart on one line, the first. */
function withoutEchoes(source: string, tokens: readonly IToken[], problems: readonly ParserProblem[]): SyntaxProblem[] {
  const result: SyntaxProblem[] = []
  let last: ParserProblem | undefined
  for (const problem of problems) {
    if (last !== undefined && isEcho(source, tokens, last, problem)) continue
    last = problem
    result.push(problem.problem)
  }
  return result
}

function isEcho(source: string, tokens: readonly IToken[], first: ParserProblem, second: ParserProblem): boolean {
  if (first.at === second.at) return true
  const between = source.slice(first.problem.range.start, second.at)
  if (second.problem.kind !== 'unexpected' || /[\n\r]/.test(between)) return false
  return indexAt(tokens, second.at) - indexAt(tokens, first.at) < tokensToTrust
}

/** The index of the first token that starts at an offset or after it. */
function indexAt(tokens: readonly IToken[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.startOffset ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A `"""` left out turns every later text inside out, and only the last one seems to be open. Where the parser missed a
 * text, that one was not opened; where it stumbled right after a text closed, that one should have ended before. Nothing
 * after it is news.
 */
function atTheRealOpening(
  tokens: readonly IToken[], problems: readonly TokenProblem[], parsed: readonly ParserProblem[],
): readonly TokenProblem[] {
  if (!problems.some(({ problem }) => problem.kind === 'unclosed_block_text')) return problems
  for (const { problem, at } of parsed) {
    if (problem.kind === 'unexpected' && problem.details.expected === 'a text') {
      return [...problems.filter((other) => other.problem.range.start < at), { problem, shadowEnd: Infinity }]
    }
    const index = indexAt(tokens, at)
    if (tokens[index - 1]?.tokenType !== BlockTextClose || tokens[index - 1]?.image === '') continue
    const open = tokens.slice(0, index).findLast((token) => token.tokenType === BlockTextOpen)
    if (open === undefined) continue
    const range = { start: open.startOffset, end: open.startOffset + open.image.length }
    const before = problems.filter(({ problem }) => problem.range.start < range.start)
    return [...before, { problem: { kind: 'unclosed_block_text', range, details: {} }, shadowEnd: Infinity }]
  }
  return problems
}
