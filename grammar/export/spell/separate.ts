import { choice, empty, optional, rule, sequence, type Expression, type Repetition } from '../model/expression.ts'
import type { Region } from '../refine/context.ts'
import { union, type Edge, type EdgesOf } from './edges.ts'

/** The rules of white space: where it may stand, and where it has to. */
export const whiteSpaceRules: Readonly<Record<Region, { readonly optional: string; readonly required: string }>> = {
  code: { optional: 'ws', required: 'gap' },
  line: { optional: 'lineWs', required: 'lineGap' },
  block: { optional: 'blockWs', required: 'blockGap' },
}

type Set = ReadonlySet<Edge>

const isSame = (one: Expression, other: Expression): boolean =>
  one === other || (one.kind === 'rule' && other.kind === 'rule' && one.name === other.name)

/**
 * Puts white space between the tokens of an expression. It is required where what stands before can end in a word and what
 * comes can begin with one, whether it does or not: that asks for a little more than the parser needs (`not (x)`).
 */
export function separate(expression: Expression, region: Region, edgesOf: EdgesOf): Expression {
  const between = (last: Set, first: Set): Expression => {
    if (last.has('tight') || first.has('tight')) return empty
    const rules = whiteSpaceRules[region]
    return rule(last.has('word') && first.has('word') ? rules.required : rules.optional)
  }
  const inside = (part: Expression): Expression => {
    switch (part.kind) {
      case 'sequence':
        return ofSequence(part.items)
      case 'choice':
        return choice(...part.options.map(inside))
      case 'repetition':
        return part.maximum === 1 ? { ...part, item: inside(part.item) } : ofRepetition(part)
      case 'rule':
      case 'token':
      case 'literal':
      case 'characters':
      case 'other_word':
        return part
    }
  }
  /** An item, then others with white space before each. */
  const ofRepetition = (part: Repetition): Expression => {
    const edges = edgesOf(part.item)
    const gap = between(edges.last, edges.first)
    if (gap === empty) return { ...part, item: inside(part.item) }
    const most = part.maximum === null ? null : part.maximum - 1
    const others = { ...part, item: sequence(gap, inside(part.item)), minimum: Math.max(0, part.minimum - 1), maximum: most }
    const all = sequence(inside(part.item), others)
    return part.minimum === 0 ? optional(all) : all
  }
  /** Around the first item that is always there: what may be missing takes the white space next to it along. */
  const ofSequence = (items: readonly Expression[]): Expression => {
    const anchor = items.findIndex((item) => !edgesOf(item).nullable)
    if (anchor === -1) return ofNullables(items)
    const before = items.slice(0, anchor).map((item, index) => {
      const next = union(items.slice(index + 1, anchor + 1).map((other) => edgesOf(other).first))
      return attached(item, (first) => between(edgesOf(item).last, union([next, first])), 'behind')
    })
    const [solid = empty] = items.slice(anchor)
    return sequence(...before, inside(solid), ...after(solid, items.slice(anchor + 1)))
  }
  const after = (solid: Expression, items: readonly Expression[]): readonly Expression[] => {
    let last = edgesOf(solid).last
    return items.map((item) => {
      const edges = edgesOf(item)
      const written = edges.nullable
        ? attached(item, (repeated) => between(union([last, repeated]), edges.first), 'before')
        : sequence(between(last, edges.first), inside(item))
      last = edges.nullable ? union([last, edges.last]) : edges.last
      return written
    })
  }
  /** An item that may be missing, with white space at one side; `gap` is told what else is there where it is repeated. */
  const attached = (item: Expression, gap: (repeated: Set) => Expression, side: 'before' | 'behind'): Expression => {
    if (item.kind !== 'repetition') {
      if (gap(new Set()) === empty) return inside(item)
      throw new Error('what may be missing is a repetition')
    }
    const edges = edgesOf(item.item)
    if (item.maximum === 1 || side === 'behind') {
      const space = gap(item.maximum === 1 ? new Set() : edges.first)
      return { ...item, item: side === 'before' ? sequence(space, inside(item.item)) : sequence(inside(item.item), space) }
    }
    const [first, others] = [gap(new Set()), gap(edges.last)]
    const again: Repetition = { ...item, item: sequence(others, inside(item.item)) }
    if (isSame(first, others)) return again
    const all = sequence(first, inside(item.item), again)
    return item.minimum === 0 ? optional(all) : all
  }
  /** Each item may be the first that is there. */
  const ofNullables = (items: readonly Expression[]): Expression => {
    if (items.every((item) => edgesOf(item).first.has('tight'))) return sequence(...items.map(inside))
    return optional(choice(...items.map((item, index) => {
      const there = item.kind === 'repetition' ? { ...item, minimum: 1 } : item
      return sequence(inside(there), ...after(there, items.slice(index + 1)))
    })))
  }
  return inside(expression)
}
