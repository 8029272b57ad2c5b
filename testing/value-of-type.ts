import fc from 'fast-check'
import type { Type, Value } from '../compiler/index.ts'

/** What is hard on whoever reads it: templates, quotes, JSON, numbers as text, long texts. */
const oddStrings = ['', ' ', '{{x}}', '"', '\\', '```', '{"value": 1}', 'null', '-0', '1e309', 'one\ntwo', '\u0000', 'x'.repeat(5_000)]

/**
 * Values of a type, those at its edges among them: empty and full lists, the greatest whole numbers, texts that look like something else.
 * They shrink to the simplest value of the type. A list without a bound has at most `longest` items, 10 where it is left out.
 *
 * @example
 * const replies = valueOfType(graph.agents.Solver.result)
 *
 * @throws RangeError where the type has no values of its own: an agent, a type parameter.
 */
export function valueOfType(type: Type, { longest = 10 }: { readonly longest?: number } = {}): fc.Arbitrary<Value> {
  const inside = (part: Type): fc.Arbitrary<Value> => valueOfType(part, { longest })
  switch (type.kind) {
    case 'string':
      return fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) }, { weight: 1, arbitrary: fc.constantFrom(...oddStrings) })
    case 'int':
      return fc.oneof(fc.integer({ min: -3, max: 9 }), fc.maxSafeInteger())
    case 'number':
      return fc.oneof(fc.integer({ min: -6, max: 18 }).map((halves) => halves / 2), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'bool':
      return fc.boolean()
    case 'optional':
      return fc.option(inside(type.inner), { nil: null, freq: 3 })
    case 'list':
      return fc.array(inside(type.element), { maxLength: type.size?.kind === 'number' ? type.size.value : longest })
    case 'record':
      return fc.record(Object.fromEntries(type.fields.map((field) => [field.name, inside(field.type)])), { noNullPrototype: true })
    case 'enum':
      return fc.constantFrom(...type.members)
    case 'none':
      return fc.constant(null)
    case 'never':
    case 'agent':
    case 'parameter':
    case 'unknown':
      throw new RangeError(`there are no values of the type ${type.kind}`)
  }
}
