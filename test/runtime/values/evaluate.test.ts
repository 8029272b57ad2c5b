import { describe, expect, test } from 'vitest'
import type { Pure, PureOperator, Value } from '../../../compiler/index.ts'
import { evaluate, maximumNesting } from '../../../runtime/values/evaluate.ts'
import { Failure } from '../../../runtime/values/failure.ts'
import { Scope } from '../../../runtime/values/scope.ts'
import { builtin, constant, field, text, value } from '../graph-builder.ts'

const evaluated = (pure: Pure, values: { readonly [id: string]: Value } = {}): Value | Failure => {
  const scope = new Scope()
  for (const [id, of] of Object.entries(values)) scope.set(id, of)
  return evaluate(pure, scope)
}

const failing: Pure = { kind: 'index', of: constant([]), index: constant(0) }
const binary = (operator: PureOperator, left: Pure, right: Pure): Pure => ({ kind: 'binary', operator, left, right })

describe('evaluate', () => {
  test.each<[string, Pure, Value]>([
    ['constant', constant('a'), 'a'],
    ['value', value('x'), { name: 'n', inner: { deep: 1 } }],
    ['field', field(field(value('x'), 'inner'), 'deep'), 1],
    ['index', { kind: 'index', of: constant(['a', 'b']), index: constant(1) }, 'b'],
    ['element that is none', { kind: 'index', of: constant([null]), index: constant(0) }, null],
    ['list', { kind: 'list', items: [constant(1), field(value('x'), 'name')] }, [1, 'n']],
    ['record', { kind: 'record', spread: null, fields: [{ name: 'a', value: constant(1) }] }, { a: 1 }],
    [
      'spread',
      { kind: 'record', spread: value('x'), fields: [{ name: 'name', value: constant('m') }] },
      { name: 'm', inner: { deep: 1 } },
    ],
    ['not', { kind: 'not', operand: constant(true) }, false],
    ['negate', { kind: 'negate', operand: constant(2) }, -2],
    ['negate zero', { kind: 'negate', operand: constant(0) }, 0],
    ['and', { kind: 'and', left: constant(true), right: constant(false) }, false],
    ['or', { kind: 'or', left: constant(false), right: constant(true) }, true],
    ['default, needed', { kind: 'default', left: constant(null), right: constant('b') }, 'b'],
    ['binary', binary('-', constant(5), constant(3)), 2],
    ['builtin', builtin('vote', [value('votes')], 'answer'), { answer: 'b', by: 2 }],
    ['text', text('<', value('x'), '>'), '<{"name":"n","inner":{"deep":1}}>'],
  ])('%s', (_, pure, result) => {
    const votes = [
      { answer: 'a', by: 1 },
      { answer: 'b', by: 2 },
      { answer: 'b', by: 3 },
    ]
    expect(evaluated(pure, { x: { name: 'n', inner: { deep: 1 } }, votes })).toStrictEqual(result)
  })

  test.each<[string, Pure, Value]>([
    ['and', { kind: 'and', left: constant(false), right: failing }, false],
    ['or', { kind: 'or', left: constant(true), right: failing }, true],
    ['??', { kind: 'default', left: constant('a'), right: failing }, 'a'],
  ])('%s leaves its right side alone where it is not needed', (_, pure, result) => {
    expect(evaluated(pure)).toBe(result)
  })

  test.each<[string, Pure]>([
    ['index', failing],
    ['negative index', { kind: 'index', of: constant(['a']), index: constant(-1) }],
    ['fractional index', { kind: 'index', of: constant(['a', 'b']), index: constant(0.5) }],
    ['left operand', binary('+', failing, constant(1))],
    ['right operand', binary('+', constant(1), failing)],
    ['right side of and', { kind: 'and', left: constant(true), right: failing }],
    ['right side of or', { kind: 'or', left: constant(false), right: failing }],
    ['right side of ??', { kind: 'default', left: constant(null), right: failing }],
    ['list item', { kind: 'list', items: [failing] }],
    ['record field', { kind: 'record', spread: null, fields: [{ name: 'a', value: failing }] }],
    ['spread', { kind: 'record', spread: failing, fields: [] }],
    ['builtin argument', builtin('len', [failing])],
    ['inserted value', text(failing)],
    ['field of', field(failing, 'a')],
    ['not', { kind: 'not', operand: failing }],
  ])('a failure goes through: %s', (_, pure) => {
    expect(evaluated(pure)).toMatchObject({ code: 'index_out_of_range' })
  })

  test('says which indices there are', () => {
    expect(evaluated({ kind: 'index', of: constant(['a', 'b']), index: constant(2) })).toEqual(
      new Failure('index_out_of_range', 'There is no element 2: the list has the indices 0 to 1.'),
    )
  })

  test.each(['__proto__', 'constructor', 'toString'])('a field called %s is data', (name) => {
    const made = evaluated({ kind: 'record', spread: null, fields: [{ name, value: constant('x') }] })
    expect(evaluated(field(value('r'), name), { r: made as Value })).toBe('x')
    expect(JSON.stringify(made)).toBe(`{"${name}":"x"}`)
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })

  test.each(['__proto__', 'constructor'])('a missing field %s is not found on a prototype', (name) => {
    expect(() => evaluated(field(constant({ a: 1 }), name))).toThrow(/missing field/)
  })

  test('long chains stay off the stack', () => {
    let sum: Pure = constant(0)
    let fields: Pure = value('x')
    for (let i = 0; i < 100_000; i += 1) {
      sum = binary('+', sum, constant(1))
      fields = { kind: 'default', left: fields, right: failing }
    }
    expect(evaluated(sum)).toBe(100_000)
    expect(evaluated(fields, { x: 'a' })).toBe('a')
  })

  test.each<[string, (inner: Pure) => Pure]>([
    ['lists', (inner) => ({ kind: 'list', items: [inner] })],
    ['right operands', (inner) => binary('+', constant(1), inner)],
    ['texts', (inner) => text(inner)],
    [
      'conditional texts',
      (inner) => ({
        kind: 'text',
        parts: [{ kind: 'if', condition: constant(true), then: [{ kind: 'insert', value: inner }], else: [] }],
      }),
    ],
    ['builtins', (inner) => builtin('abs', [inner])],
  ])('nesting too deep is a failure: %s', (_, nest) => {
    let pure = constant(1)
    for (let i = 0; i < 100_000; i += 1) pure = nest(pure)
    expect(evaluated(pure)).toMatchObject({ code: 'nested_too_deeply' })
    let shallow = constant(1)
    for (let i = 0; i < maximumNesting / 2; i += 1) shallow = nest(shallow)
    expect(evaluated(shallow)).not.toBeInstanceOf(Failure)
  })
})
