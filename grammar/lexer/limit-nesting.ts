import type { IToken, TokenType } from 'chevrotain'
import { startsDeclaration } from '../parser/landmarks.ts'
import type { SyntaxProblem } from '../problems/syntax-problem.ts'
import * as tokens from '../tokens/index.ts'
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
    tokens.Comma, tokens.Colon, tokens.Semicolon, tokens.Assign, tokens.FatArrow, tokens.Match, tokens.Repeat, tokens.For,
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
export function limitNesting(input: IToken[], problems: SyntaxProblem[], skipWord: (token: IToken) => void): IToken[] {
  let levels: Level[] = [{ height: 0, chain: 0, nested: 0 }]
  let result = input
  let declaration = 0
  let cutting = false
  for (let index = 0; index < input.length; index++) {
    const token = input[index]
    const next = input[index + 1]
    if (token === undefined) continue
    if (next !== undefined && startsDeclaration(token, next)) {
      if (cutting || levels.length > 1) levels = [{ height: 0, chain: 0, nested: 0 }]
      cutting = false
      declaration = result === input ? index : result.length
    }
    if (cutting) {
      skipWord(token)
      continue
    }
    if (result !== input) result.push(token)
    if (!isTooDeep(levels, token, input[index - 1])) continue
    problems.push({ kind: 'nested_too_deeply', range: tokenRange(token), details: { limit: String(deepestNesting) } })
    const kept = result === input ? input.slice(0, index + 1) : result
    for (const lost of kept.splice(declaration)) skipWord(lost)
    result = kept
    cutting = true
  }
  return result
}

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
      levels.push({ height: 0, chain: 0, nested: 0 })
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
  if (effect !== 'deepens') levels.push({ height: 0, chain: 0, nested: 0 })
  return levels.length > deepestNesting || level.chain + level.nested > highestTree
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
