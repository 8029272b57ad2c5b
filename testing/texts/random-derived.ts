import type { Random } from 'fast-check'
import type { GrammarExpression } from '../../grammar/export/index.ts'
import { composed, written } from './derived.ts'
import type { Derived } from './derived.ts'
import { charactersOf, wordsOf } from './shortest.ts'
import type { Shortest } from './shortest.ts'

/** Rules inside one another, and rules in all at most; from there on, what ends soonest is taken. */
const deepest = 60
const mostRules = 3_000
/** What has simple options first and rare ones behind them: white space, then comments. */
const mostlySimple: ReadonlySet<string> = new Set(['codeSpace'])

/** In how many of six cases something that may be there again is there again: declarations, statements, what is inside them. */
const oftenIn = (depth: number): number => (depth <= 2 ? 5 : depth <= 10 ? 3 : 1)

/** A text that the grammar derives, at random. It nests less deeply than the parser allows. */
export function randomDerived(shortest: Shortest, random: Random): Derived {
  const below = (count: number): number => random.nextInt(0, Math.max(0, count - 1))
  const rulesLeft = { count: 1 + below(mostRules) }
  const isOpen = (depth: number): boolean => depth < deepest && rulesLeft.count > 0
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('the grammar has something that nothing can be derived from')
    return item
  }
  const again = (depth: number): number => {
    let count = 0
    while (isOpen(depth) && count < 4 && below(6) < oftenIn(depth)) count += 1
    return count
  }
  const optionsOf = (options: readonly GrammarExpression[], depth: number, rule: string): readonly GrammarExpression[] => {
    if (!isOpen(depth)) return shortest.shallow(options)
    return mostlySimple.has(rule) && below(10) > 0 ? options.slice(0, 1) : options
  }
  const derive = (expression: GrammarExpression, depth: number, rule = ''): Derived => {
    switch (expression.kind) {
      case 'rule': {
        const { name } = expression
        if (shortest.grammar.rules.has(name)) rulesLeft.count -= 1
        return composed(expression, [derive(shortest.rule(name), depth + 1, name)])
      }
      case 'sequence':
        return composed(expression, expression.items.map((item) => derive(item, depth)))
      case 'choice':
        return composed(expression, [derive(oneOf(optionsOf(expression.options, depth, rule)), depth)])
      case 'repetition': {
        const { item, minimum, maximum } = expression
        const length = Math.min(minimum + again(depth), maximum ?? Infinity)
        return composed(expression, Array.from({ length }, () => derive(item, depth)))
      }
      case 'characters':
        return written(expression, oneOf(charactersOf(expression)))
      case 'other_word':
        return written(expression, oneOf(wordsOf(expression.than)))
      case 'literal':
      case 'token':
        return shortest.of(expression)
    }
  }
  return derive({ kind: 'rule', name: shortest.grammar.start }, 0)
}
