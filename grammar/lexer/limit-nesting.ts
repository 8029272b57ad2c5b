import type { IToken, TokenType } from 'chevrotain'
import { startsDeclaration } from '../tokens/landmarks.ts'
import * as tokens from '../tokens/index.ts'
import type { ReportToken } from './token-problem.ts'
import { tokenRange } from './token-range.ts'

/** Brackets, braces, texts and insertions in one another: more, and reading could exhaust the stack. */
const deepestNesting = 64
/** Levels of the tree, where each operator of a chain is one: more, and what walks over the tree could. */
const highestTree = 500

/** What a token does to the depth of the tree. */
type Effect = 'opens' | 'opens_part' | 'opens_section' | 'closes' | 'deepens' | 'separates'

const effects: readonly (readonly [Effect, readonly TokenType[]])[] = [
  ['opens', [tokens.OpenParenthesis, tokens.OpenBracket, tokens.OpenBrace, tokens.LineTextOpen, tokens.BlockTextOpen]],
  ['opens_part', [tokens.InsertOpen]],
  ['opens_section', [tokens.IfTag, tokens.EachTag]],
  ['closes', [
    tokens.CloseParenthesis, tokens.CloseBracket, tokens.CloseBrace, tokens.LineTextClose, tokens.BlockTextClose,
    tokens.InsertClose, tokens.EndIfTag, tokens.EndEachTag,
  ]],
  ['deepens', [
    tokens.Plus, tokens.Minus, tokens.Star, tokens.Slash, tokens.Percent, tokens.Default, tokens.Equal, tokens.NotEqual,
    tokens.Less, tokens.LessEqual, tokens.Greater, tokens.GreaterEqual, tokens.And, tokens.Or, tokens.Not, tokens.Otherwise,
    tokens.Dot, tokens.Question, tokens.Arrow, tokens.Sample, tokens.Else,
  ]],
  ['separates', [
    tokens.Comma, tokens.Semicolon, tokens.Assign, tokens.FatArrow, tokens.Match, tokens.Repeat, tokens.For,
    tokens.Stop, tokens.Assert, tokens.Return, tokens.Yield, tokens.ElseTag,
  ]],
]

const effectOf: readonly (Effect | undefined)[] = effectByIndex()

function effectByIndex(): (Effect | undefined)[] {
  const table: (Effect | undefined)[] = []
  for (const [effect, types] of effects) {
    for (const type of types) {
      for (const index of [type.tokenTypeIdx, ...type.categoryMatches ?? []]) {
        if (index !== undefined) table[index] = effect
      }
    }
  }
  return table
}

/** What has been read inside one pair of brackets. */
interface Level {
  /** Of the tree, over everything read before the last separator. */
  height: number
  /** Operators since then. */
  chain: number
  /** Height of the highest nested level since then. */
  nested: number
}

/** Leaves out the declarations whose tree would be too high to walk over safely, and reports them. */
export function limitNesting(input: IToken[], report: ReportToken, skip: (token: IToken) => void): IToken[] {
  const cuts = new Map<number, number>()
  let levels = [freshLevel()]
  let declaration = 0
  let cutFrom: number | null = null
  let before: IToken | undefined
  let index = 0
  for (const token of input) {
    const next = input[index + 1]
    if (next !== undefined && startsDeclaration(token, next)) {
      if (cutFrom !== null) cuts.set(cutFrom, index)
      cutFrom = null
      declaration = index
      levels = [freshLevel()]
    }
    if (cutFrom === null && isTooDeep(levels, token, before)) {
      cutFrom = declaration
      report({ kind: 'nested_too_deeply', range: tokenRange(token), details: { limit: String(deepestNesting) } })
    }
    before = token
    index++
  }
  if (cutFrom !== null) cuts.set(cutFrom, input.length)
  return cuts.size === 0 ? input : withoutCuts(input, cuts, skip)
}

function withoutCuts(input: readonly IToken[], cuts: ReadonlyMap<number, number>, skip: (token: IToken) => void): IToken[] {
  const result: IToken[] = []
  let cutEnd = 0
  for (const [index, token] of input.entries()) {
    cutEnd = cuts.get(index) ?? cutEnd
    if (index < cutEnd) skip(token)
    else result.push(token)
  }
  return result
}

const freshLevel = (): Level => ({ height: 0, chain: 0, nested: 0 })

function isTooDeep(levels: Level[], token: IToken, before: IToken | undefined): boolean {
  const effect = token.tokenType === tokens.If && before?.tokenType !== tokens.Else ? 'separates' : effectOf[token.tokenTypeIdx]
  const level = levels.at(-1)
  if (effect === undefined || level === undefined) return false
  switch (effect) {
    case 'opens_part':
      separate(level)
      break
    case 'opens_section':
      separate(level)
      levels.push(freshLevel())
      break
    case 'opens':
    case 'deepens':
      level.chain++
      break
    case 'separates':
      separate(level)
      return false
    case 'closes':
      close(levels)
      return false
  }
  if (effect !== 'deepens') levels.push(freshLevel())
  return levels.length - 1 > deepestNesting || level.chain + level.nested > highestTree
}

function separate(level: Level): void {
  level.height = Math.max(level.height, level.chain + level.nested)
  level.chain = 0
  level.nested = 0
}

function close(levels: Level[]): void {
  if (levels.length === 1) return
  const closed = levels.pop()
  const outer = levels.at(-1)
  if (closed === undefined || outer === undefined) return
  separate(closed)
  outer.nested = Math.max(outer.nested, closed.height + 1)
}
