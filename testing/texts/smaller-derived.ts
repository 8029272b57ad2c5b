import { composed } from './derived.ts'
import type { Derived } from './derived.ts'
import type { Shortest } from './shortest.ts'

/** Texts that the grammar derives as well and that are shorter, or as long and simpler, the boldest changes first. */
export function* smallerDerived(shortest: Shortest, derived: Derived): Generator<Derived> {
  const seen = new Set([derived.text])
  for (const other of changed(shortest, derived)) {
    if (seen.has(other.text) || !isSmaller(other.text, derived.text)) continue
    seen.add(other.text)
    yield other
  }
}

const isSmaller = (one: string, other: string): boolean =>
  one.length < other.length || (one.length === other.length && unlikeness(one) < unlikeness(other))

/** How far the characters are from the beginning of their alphabet, `x` and white space from nothing. */
const unlikeness = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[x\s]/.test(character) ? 0 : (character.codePointAt(0) ?? 0)), 0)

/** The changes of the whole, then those of its parts. */
function* changed(shortest: Shortest, derived: Derived): Generator<Derived> {
  yield shortest.of(derived.expression)
  yield* ownChanges(derived)
  for (const [place, part] of derived.parts.entries()) {
    for (const other of changed(shortest, part)) yield composed(derived.expression, derived.parts.with(place, other))
  }
}

/** What a rule derives further inside in place of the whole, and a turn of a repetition left out. */
function* ownChanges(derived: Derived): Generator<Derived> {
  const { expression, parts } = derived
  if (expression.kind === 'rule') yield* inside(parts, expression.name)
  if (expression.kind !== 'repetition' || parts.length <= expression.minimum) return
  for (const place of parts.keys()) yield composed(expression, parts.toSpliced(place, 1))
}

/** The outermost parts that the same rule derives. */
function* inside(parts: readonly Derived[], name: string): Generator<Derived> {
  for (const part of parts) {
    if (part.expression.kind === 'rule' && part.expression.name === name) yield part
    else yield* inside(part.parts, name)
  }
}
