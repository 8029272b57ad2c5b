import type { Expression } from '../model/expression.ts'
import type { RefinedRule } from '../refine/refine-grammar.ts'

/** What a token looks like at one of its ends, as far as white space is concerned. */
export type Edge =
  /** A letter, a digit or `_`. */
  | 'word'
  /** In a text, or behind a `.`: white space there would be text, or is never written. */
  | 'tight'
  | 'other'

/** What an expression may begin and end with. */
export interface Edges {
  /** Whether it may be nothing at all. */
  readonly nullable: boolean
  readonly first: ReadonlySet<Edge>
  readonly last: ReadonlySet<Edge>
}

/** Gives the edges of expressions that name some rules. */
export type EdgesOf = (expression: Expression) => Edges

const nothing: Edges = { nullable: false, first: new Set(), last: new Set() }

/** Works the edges of all rules out, which may derive each other: until nothing is added any more. */
export function edgesIn(rules: ReadonlyMap<string, RefinedRule>): EdgesOf {
  const known = new Map<string, Edges>()
  const edgesOf: EdgesOf = (expression) => edgesFrom(expression, (name) => known.get(name) ?? nothing)
  for (let changed = true; changed;) {
    changed = false
    for (const [name, { expression }] of rules) {
      const edges = edgesOf(expression)
      if (sizeOf(edges) === sizeOf(known.get(name) ?? nothing)) continue
      known.set(name, edges)
      changed = true
    }
  }
  return edgesOf
}

const sizeOf = ({ nullable, first, last }: Edges): number => Number(nullable) + first.size + last.size

function edgesFrom(expression: Expression, ofRule: (name: string) => Edges): Edges {
  const inner = (part: Expression): Edges => edgesFrom(part, ofRule)
  switch (expression.kind) {
    case 'rule':
      return ofRule(expression.name)
    case 'token':
      return ofToken(expression.name)
    case 'literal':
      return ofLiteral(expression.text)
    case 'sequence':
      return ofSequence(expression.items.map(inner))
    case 'choice':
      return expression.options.map(inner).reduce(either, nothing)
    case 'repetition':
      return { ...inner(expression.item), nullable: expression.minimum === 0 || inner(expression.item).nullable }
    case 'characters':
    case 'other_word':
      throw new Error('characters stand in tokens only')
  }
}

function ofSequence(items: readonly Edges[]): Edges {
  const upToSolid = (edges: readonly Edges[]): readonly Edges[] => {
    const solid = edges.findIndex(({ nullable }) => !nullable)
    return solid === -1 ? edges : edges.slice(0, solid + 1)
  }
  return {
    nullable: items.every(({ nullable }) => nullable),
    first: union(upToSolid(items).map(({ first }) => first)),
    last: union(upToSolid(items.toReversed()).map(({ last }) => last)),
  }
}

const either = (one: Edges, other: Edges): Edges => ({
  nullable: one.nullable || other.nullable,
  first: union([one.first, other.first]),
  last: union([one.last, other.last]),
})

export const union = (sets: readonly ReadonlySet<Edge>[]): ReadonlySet<Edge> => new Set(sets.flatMap((set) => [...set]))

const isWordCharacter = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)

function ofLiteral(text: string): Edges {
  const last = text === '.' ? 'tight' : isWordCharacter(text.at(-1)) ? 'word' : 'other'
  return { nullable: false, first: new Set([isWordCharacter(text[0]) ? 'word' : 'other']), last: new Set([last]) }
}

/** The tokens of texts, by their two ends; all others are words and numbers. */
const textEdges: ReadonlyMap<string, readonly [Edge, Edge]> = new Map([
  ['EmptyText', ['other', 'other']],
  ['LineTextOpen', ['other', 'tight']], ['LineTextClose', ['tight', 'other']], ['BraceLineTextClose', ['tight', 'other']],
  ['BlockTextOpen', ['other', 'tight']], ['BlockTextClose', ['tight', 'other']],
  ['TextChunk', ['tight', 'tight']], ['TextBreak', ['tight', 'tight']],
  ['InsertOpen', ['tight', 'other']], ['InsertClose', ['other', 'tight']],
  ['IfTag', ['tight', 'word']], ['EachTag', ['tight', 'word']],
  ['ElseTag', ['tight', 'tight']], ['EndIfTag', ['tight', 'tight']], ['EndEachTag', ['tight', 'tight']],
])

function ofToken(name: string): Edges {
  const [first, last] = textEdges.get(name) ?? ['word', 'word']
  return { nullable: false, first: new Set([first]), last: new Set([last]) }
}
