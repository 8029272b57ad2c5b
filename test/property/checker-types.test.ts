import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalTypes, isAssignable, joinTypes, sizeNumber, sizeSum, sizeSymbol, typeText } from '../../compiler/types/index.ts'
import type { Size, Type } from '../../compiler/types/index.ts'
import { parseType } from '../compiler/types/parse-type.ts'
import { propertyRuns } from './property-runs.ts'

const writtenSize: fc.Arbitrary<Size | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 4 }).map(sizeNumber),
  fc.constantFrom('n', 'm').map(sizeSymbol),
)

const anySize: fc.Arbitrary<Size | null> = fc.oneof(
  { weight: 4, arbitrary: writtenSize },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map((more) => sizeSum(sizeSymbol('n'), sizeNumber(more))) },
)

const verdict = parseType('Verdict')
const other = parseType('Other')

/** Types of values; `extra` adds leaves that the language cannot write. */
function valueTypes(size: fc.Arbitrary<Size | null>, extra: readonly Type[]): fc.Arbitrary<Type> {
  const leaf = fc.constantFrom<Type>(
    { kind: 'string' }, { kind: 'int' }, { kind: 'int' }, { kind: 'number' }, { kind: 'bool' },
    { kind: 'parameter', name: 'T' }, { kind: 'parameter', name: 'U' }, verdict, other, ...extra,
  )
  return fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'type' },
      leaf,
      fc.record({ element: tie('type'), size }).map(({ element, size: bound }): Type => ({ kind: 'list', element, size: bound })),
      tie('type').map((inner): Type => (inner.kind === 'optional' || inner.kind === 'none' ? inner : { kind: 'optional', inner })),
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }).chain((names) =>
        fc.tuple(...names.map(() => tie('type'))).map((types): Type => ({
          kind: 'record',
          fields: names.map((name, position) => ({ name, type: types[position] ?? { kind: 'int' } })),
        })),
      ),
    ),
  })).type
}

const writtenType = valueTypes(writtenSize, [])
const anyType = valueTypes(anySize, [{ kind: 'none' }]).filter((type) => typeText(type) !== 'nothing')

const agentType: fc.Arbitrary<Type> = fc
  .record({ parameters: fc.array(anyType, { maxLength: 3 }), result: anyType })
  .map(({ parameters, result }): Type => ({ kind: 'agent', parameters, result }))

/** A type that the given one fits, found by widening it somewhere. */
const wider = (type: Type): fc.Arbitrary<Type> =>
  fc.oneof(anyType, fc.constantFrom(type)).map((candidate) => joinTypes(type, candidate) ?? type)

describe('assignability', () => {
  test('is reflexive', () => {
    fc.assert(fc.property(fc.oneof(anyType, agentType), (type) => isAssignable(type, type)))
  })

  test('is transitive along widenings', () => {
    const chain = anyType.chain((a) => wider(a).chain((b) => wider(b).map((c) => [a, b, c] as const)))
    fc.assert(fc.property(chain, ([a, b, c]) => !(isAssignable(a, b) && isAssignable(b, c)) || isAssignable(a, c)))
  })

  test('is transitive on any three types', () => {
    const three = fc.oneof(fc.tuple(anyType, anyType, anyType), fc.tuple(agentType, agentType, agentType))
    fc.assert(
      fc.property(three, ([a, b, c]) => !(isAssignable(a, b) && isAssignable(b, c)) || isAssignable(a, c)),
      { numRuns: propertyRuns(2000) },
    )
  })
})

describe('the join', () => {
  test('is above both types', () => {
    fc.assert(
      fc.property(anyType, anyType, (left, right) => {
        const joined = joinTypes(left, right)
        return joined === null || (isAssignable(left, joined) && isAssignable(right, joined))
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  test('is below every type that is above both', () => {
    const above = anyType.chain((left) => wider(left).chain((top) => wider(left).map((right) => [left, right, top] as const)))
    fc.assert(
      fc.property(above, ([left, right, top]) => {
        if (!isAssignable(left, top) || !isAssignable(right, top)) return
        const joined = joinTypes(left, right)
        expect(joined).not.toBeNull()
        if (joined !== null) expect(isAssignable(joined, top)).toBe(true)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(anyType, anyType, (left, right) => {
        const joined = joinTypes(left, right)
        const turned = joinTypes(right, left)
        return joined === null || turned === null ? joined === turned : equalTypes(joined, turned)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  test('of a type with itself is that type', () => {
    fc.assert(fc.property(anyType, (type) => equalTypes(joinTypes(type, type) ?? { kind: 'unknown' }, type)))
  })
})

describe('the text of a type', () => {
  test('means the type', () => {
    fc.assert(fc.property(writtenType, (type) => { expect(parseType(typeText(type))).toEqual(type) }), { numRuns: propertyRuns(200) })
  })
})
