import type { Type, Value } from '../compiler/index.ts'
import { stableHash } from '../runtime/index.ts'

/** Numbers from 0 to below 1 that depend on the parts alone. */
export function seededNumbers(...parts: readonly (string | number)[]): () => number {
  let drawn = 0
  return () => stableHash(...parts, (drawn += 1)) / 2 ** 31
}

const strings = ['a', 'b', '3', 'a, b', 'one\ntwo']
const extremeStrings = ['', ' ', '\u0000', '{{x}}', '"', '\\', '😀'.repeat(20), 'x'.repeat(5_000), '-0', '1e309']
const extremeIntegers = [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
const extremeNumbers = [0, 1e-300, 1e300, -1e300, Number.MAX_SAFE_INTEGER]

/** Some value of a type; `extremes` is how likely each part of it is one at the edge of its type. */
export function seededValue(type: Type, random: () => number, extremes: number): Value {
  const below = (count: number): number => Math.floor(random() * count)
  const isExtreme = random() < extremes
  switch (type.kind) {
    case 'string':
      return pick(isExtreme ? extremeStrings : strings, random)
    case 'int':
      return isExtreme ? pick(extremeIntegers, random) : below(7) - 2
    case 'number':
      return isExtreme ? pick(extremeNumbers, random) : below(13) / 2 - 2
    case 'bool':
      return random() < 0.5
    case 'optional':
      return random() < 0.3 ? null : seededValue(type.inner, random, extremes)
    case 'list': {
      const longest = type.size?.kind === 'number' ? type.size.value : isExtreme ? 40 : 4
      const length = isExtreme ? (random() < 0.5 ? 0 : longest) : below(Math.min(4, longest) + 1)
      return Array.from({ length }, () => seededValue(type.element, random, extremes))
    }
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, seededValue(field.type, random, extremes)]))
    case 'enum':
      return pick(type.members, random)
    case 'none':
      return null
    case 'never':
    case 'agent':
    case 'parameter':
    case 'unknown':
      throw new RangeError(`there are no values of the type ${type.kind}`)
  }
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('there is nothing to pick from')
  return item
}
