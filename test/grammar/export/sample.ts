import type { CharacterSet, Expression } from '../../../grammar/export/model/expression.ts'
import type { CharacterGrammar } from '../../../grammar/export/spell/spell-grammar.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'

/** Rules within rules, and rules in all; from there on, what ends soonest is taken. */
const deepest = 24
const mostRules = 2000

/** Writes texts that a grammar derives, at random from a seed. */
export function sampler({ start, rules, lexemes }: CharacterGrammar): (seed: number) => string {
  const lookUp = (name: string): Expression => {
    const expression = rules.get(name) ?? lexemes.get(name)
    if (expression === undefined) throw new Error(`there is no rule ${name}`)
    return expression
  }
  const heights = heightsOf([...rules, ...lexemes])
  const heightOf = (expression: Expression): number => height(expression, heights)

  return (seed) => {
    const { integer: below } = randomStream(seed, 'sample')
    let written = 0
    const isOpen = (depth: number): boolean => depth < deepest && written < mostRules
    const write = (expression: Expression, depth: number): string => {
      switch (expression.kind) {
        case 'rule':
          written++
          return write(lookUp(expression.name), depth + 1)
        case 'literal':
          return expression.text
        case 'characters':
          return oneOf(expression, below)
        case 'sequence':
          return expression.items.map((item) => write(item, depth)).join('')
        case 'choice': {
          const { options } = expression
          const open = isOpen(depth) ? options : options.filter((option) => heightOf(option) === Math.min(...options.map(heightOf)))
          return write(open[below(open.length)] ?? expression, depth)
        }
        case 'repetition': {
          const more = isOpen(depth) ? below(below(4) + 1) : 0
          const count = Math.min(expression.minimum + more, expression.maximum ?? Infinity)
          return Array.from({ length: count }, () => write(expression.item, depth)).join('')
        }
        case 'other_word': {
          const word = ['x', 'max', 'of', 'role', '_a1', 'iff', 'els', 'B', 'A9', 'when'][below(10)] ?? 'x'
          return expression.than.includes(word) ? 'free_name' : word
        }
        case 'token':
          throw new Error('a spelled grammar has no tokens')
      }
    }
    return write(lookUp(start), 0)
  }
}

/** How many rules deep the shallowest text of each rule is. */
function heightsOf(rules: readonly (readonly [string, Expression])[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  for (let changed = true; changed;) {
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

function height(expression: Expression, heights: ReadonlyMap<string, number>): number {
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

const anything = [...'abcXYZ019 _-+*/.,:;!?"\'\\{}()[]<>#@$%&|=`~\t\né漢😀']

function oneOf({ ranges, negated }: CharacterSet, below: (count: number) => number): string {
  const codes = (text: string): number => text.codePointAt(0) ?? 0
  const isIn = (character: string): boolean =>
    ranges.some(([first, last]) => codes(character) >= codes(first) && codes(character) <= codes(last))
  if (negated) {
    const others = anything.filter((character) => !isIn(character))
    return others[below(others.length)] ?? 'x'
  }
  const [first, last] = ranges[below(ranges.length)] ?? ['x', 'x']
  return String.fromCodePoint(codes(first) + below(codes(last) - codes(first) + 1))
}
