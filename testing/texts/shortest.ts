import type { CharacterGrammar, CharacterSet, GrammarExpression } from '../../grammar/export/index.ts'
import { composed, written } from './derived.ts'
import type { Derived } from './derived.ts'

/** A grammar, with what is the least that each of its expressions derives. */
export class Shortest {
  readonly grammar: CharacterGrammar
  readonly #heights: ReadonlyMap<string, number>

  constructor(grammar: CharacterGrammar) {
    this.grammar = grammar
    this.#heights = heightsOf([...grammar.rules, ...grammar.lexemes])
  }

  /** What a rule or a lexeme stands for. */
  rule(name: string): GrammarExpression {
    const expression = this.grammar.rules.get(name) ?? this.grammar.lexemes.get(name)
    if (expression === undefined) throw new Error(`the grammar has no rule ${name}`)
    return expression
  }

  /** The options that end after the fewest rules inside one another. */
  shallow(options: readonly GrammarExpression[]): readonly GrammarExpression[] {
    const heights = options.map((option) => height(option, this.#heights))
    return options.filter((_, place) => heights[place] === Math.min(...heights))
  }

  /** The least that an expression derives, always the same. */
  of(expression: GrammarExpression): Derived {
    switch (expression.kind) {
      case 'rule':
        return composed(expression, [this.of(this.rule(expression.name))])
      case 'sequence':
        return composed(expression, expression.items.map((item) => this.of(item)))
      case 'choice':
        return composed(expression, this.shallow(expression.options).slice(0, 1).map((option) => this.of(option)))
      case 'repetition':
        return composed(expression, Array.from({ length: expression.minimum }, () => this.of(expression.item)))
      case 'literal':
        return written(expression, expression.text)
      case 'characters':
        return written(expression, charactersOf(expression)[0] ?? '')
      case 'other_word':
        return written(expression, wordsOf(expression.than)[0] ?? '')
      case 'token':
        throw new Error('a grammar over characters has no tokens')
    }
  }
}

/** How many rules inside one another the shallowest text of each rule takes. */
function heightsOf(rules: readonly (readonly [string, GrammarExpression])[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  for (let changed = true; changed; ) {
    changed = false
    for (const [name, expression] of rules) {
      const found = height(expression, heights) + 1
      if (found < (heights.get(name) ?? Infinity)) {
        heights.set(name, found)
        changed = true
      }
    }
  }
  return heights
}

function height(expression: GrammarExpression, heights: ReadonlyMap<string, number>): number {
  switch (expression.kind) {
    case 'rule':
      return heights.get(expression.name) ?? Infinity
    case 'sequence':
      return Math.max(0, ...expression.items.map((item) => height(item, heights)))
    case 'choice':
      return Math.min(...expression.options.map((option) => height(option, heights)))
    case 'repetition':
      return expression.minimum === 0 ? 0 : height(expression.item, heights)
    case 'literal':
    case 'characters':
    case 'other_word':
    case 'token':
      return 0
  }
}

const anyCharacters = [...'aXZ019 _-+*/.,:;!?"\'\\{}()[]<>#@$%&|=`~\t\né漢😀']
const anyWords = ['x', 'max', 'of', 'role', '_a1', 'iff', 'els', 'B', 'A9', 'when', 'if', 'match', 'free_name']

/** Some of the characters of a set, the simplest first: the ends of its ranges, or what is in none of them. */
export function charactersOf({ ranges, negated }: CharacterSet): readonly string[] {
  if (!negated) return [...new Set(ranges.flat())]
  const codeOf = (character: string): number => character.codePointAt(0) ?? 0
  return anyCharacters.filter((one) =>
    ranges.every(([first, last]) => codeOf(one) < codeOf(first) || codeOf(one) > codeOf(last)),
  )
}

/** Some words that are none of those, the simplest first. */
export const wordsOf = (than: readonly string[]): readonly string[] => anyWords.filter((word) => !than.includes(word))
