import { choicesSoFar, stepsSoFar } from '../half-program.ts'
import type { HalfProgram } from '../half-program.ts'
import { follow } from './follow.ts'
import type { Wish } from './follow.ts'
import { placedChoices } from './spans.ts'
import type { PlacedChoice } from './spans.ts'

/**
 * Finished programs of the same space that are smaller than the finished one given: with fewer statements, else fewer choices,
 * else smaller numbers. Those with fewer statements come first, each program once; looking for ever smaller ones ends.
 */
export function* smallerDesigns(half: HalfProgram): Generator<HalfProgram> {
  const size = sizeOf(half)
  const seen = new Set<string>()
  for (const { start, wishes } of changes(placedChoices(half))) {
    const other = follow(start, wishes)
    const key = JSON.stringify(choicesSoFar(other).map(({ label }) => label))
    if (seen.has(key) || !isSmaller(sizeOf(other), size)) continue
    seen.add(key)
    yield other
  }
}

type Size = readonly [statements: number, choices: number, numbers: number]

function sizeOf(half: HalfProgram): Size {
  const parts = stepsSoFar(half).map(({ option: { part } }) => part)
  const numbers = parts.map((part) => (part.kind === 'integer' ? part.value : 0))
  return [parts.filter(({ kind }) => kind === 'statement').length, parts.length, numbers.reduce((sum, value) => sum + value, 0)]
}

const isSmaller = (one: Size, other: Size): boolean => {
  const difference = one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
  return difference < 0
}

interface Change {
  readonly start: HalfProgram
  readonly wishes: readonly Wish[]
}

/** What could be tried, the boldest first. */
function* changes(choices: readonly PlacedChoice[]): Generator<Change> {
  const placed = [...choices.entries()]
  const statements = placed.filter(([, { kind }]) => kind === 'statement')
  const values = placed.filter(([, { kind, span }]) => kind === 'expression' && span > 1)
  for (const [, { before }] of statements) yield { start: before, wishes: [] }
  for (const [place, { before, span }] of statements) yield { start: before, wishes: choices.slice(place + span) }
  for (const [place, { before, kind, span }] of values)
    yield { start: before, wishes: [{ kind, span: 1, label: null }, ...choices.slice(place + span)] }
  for (const [place, { before, span }] of values)
    for (const [inner, part] of placed.slice(place + 1, place + span))
      if (part.kind === 'expression')
        yield { start: before, wishes: [...choices.slice(inner, inner + part.span), ...choices.slice(place + span)] }
  for (const [place, { before, kind, label }] of placed) {
    if (kind !== 'integer') continue
    for (const { option } of before.space.machine.steps(before.position))
      if (option.label !== label) yield { start: before, wishes: [{ kind, span: 1, label: option.label }, ...choices.slice(place + 1)] }
  }
}
