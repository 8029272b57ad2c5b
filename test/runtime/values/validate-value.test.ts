import { describe, expect, test } from 'vitest'
import type { Type, Value } from '../../../compiler/index.ts'
import { validateValue } from '../../../runtime/values/validate-value.ts'
import { bool, enumeration, int, list, number, optional, record, string } from '../graph-builder.ts'

const verdict = enumeration('Verdict', 'correct', 'wrong')
const step = record({ title: string, note: optional(string) })
const plan = record({ steps: list(step, 2), done: bool })

describe('validateValue', () => {
  test.each<[string, Type, unknown, Value]>([
    ['string', string, 'a', 'a'],
    ['int', int, 3.0, 3],
    ['negative zero', int, -0, 0],
    ['number', number, 0.5, 0.5],
    ['int as number', number, 2, 2],
    ['bool', bool, false, false],
    ['none', { kind: 'none' }, null, null],
    ['enum', verdict, 'wrong', 'wrong'],
    ['optional', optional(string), null, null],
    ['optional that is there', optional(string), 'a', 'a'],
    ['optional that is missing', optional(string), undefined, null],
    ['list', list(int), [1, 2], [1, 2]],
    ['list of nothing', list({ kind: 'never' }), [], []],
    ['full list', list(int, 2), [1, 2], [1, 2]],
    ['record', plan, { done: true, steps: [{ title: 'a' }] }, { steps: [{ title: 'a', note: null }], done: true }],
  ])('accepts %s', (_, type, data, value) => {
    const validated = validateValue(type, data)
    expect(validated).toStrictEqual({ kind: 'ok', value })
  })

  test('fields come in the order of the type', () => {
    const validated = validateValue(plan, { done: true, steps: [] })
    expect(JSON.stringify(validated)).toContain('{"steps":[],"done":true}')
  })

  test.each<[string, Type, unknown, string, string]>([
    ['string', string, 5, '', 'expected a string, got 5'],
    ['int', int, 1.5, '', 'expected a whole number, got 1.5'],
    ['int as text', int, '1', '', 'expected a whole number, got "1"'],
    ['int that loses digits', int, 2 ** 53, '', 'expected a whole number, got 9007199254740992'],
    ['number', number, 'a', '', 'expected a number, got "a"'],
    ['infinite number', number, Number.POSITIVE_INFINITY, '', 'expected a number, got Infinity'],
    ['not a number', number, Number.NaN, '', 'expected a number, got NaN'],
    ['bool', bool, 'true', '', 'expected true or false, got "true"'],
    ['none', { kind: 'none' }, 0, '', 'expected null, got 0'],
    ['enum', verdict, 'right', '', 'expected one of "correct", "wrong", got "right"'],
    ['enum by prototype', verdict, 'toString', '', 'expected one of "correct", "wrong", got "toString"'],
    ['optional', optional(int), 'a', '', 'expected a whole number, got "a"'],
    ['list', list(int), { 0: 1 }, '', 'expected a list, got an object'],
    ['nothing', list({ kind: 'never' }), [1], '[0]', 'expected nothing, got 1'],
    ['list that is too long', list(int, 2), [1, 2, 3], '', 'expected a list of at most 2, got 3 elements'],
    ['list item', list(int), [1, null], '[1]', 'expected a whole number, got null'],
    ['hole', list(int), Array(1), '[0]', 'expected a whole number, got nothing'],
    ['record', plan, [], '', 'expected an object with steps, done, got a list'],
    ['missing field', step, {}, 'title', 'missing; expected a string'],
    ['inherited field', record({ constructor: string }), {}, 'constructor', 'missing; expected a string'],
    ['unknown field', step, { title: 'a', extra: 1 }, '', 'unknown field "extra"; the fields are title, note'],
    ['deep inside', plan, { done: true, steps: [{ title: 'a', note: 1 }] }, 'steps[0].note', 'expected a string, got 1'],
    ['long text', int, 'x'.repeat(50), '', `expected a whole number, got "${'x'.repeat(40)}"…`],
  ])('rejects %s', (_, type, data, path, message) => {
    expect(validateValue(type, data)).toEqual({ kind: 'invalid', problems: [{ path, message }] })
  })

  test('reports several problems, but not endlessly many', () => {
    expect(validateValue(record({ a: int, b: int }), { a: 'x', b: 'y' })).toMatchObject({
      problems: [{ path: 'a' }, { path: 'b' }],
    })
    const many = validateValue(
      list(int),
      Array.from({ length: 1000 }, () => 'x'),
    )
    expect(many.kind === 'invalid' && many.problems.length).toBe(5)
    const unknown = validateValue(record({}), Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, i])))
    expect(unknown).toMatchObject({ problems: [{ message: 'unknown field "f0", "f1", "f2" and 997 more; there are no fields' }] })
  })

  test('data as deep as it likes does not overflow the stack', () => {
    const data: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))
    expect(validateValue(list(list(int)), data)).toMatchObject({ kind: 'invalid', problems: [{ path: '[0][0]' }] })
    expect(validateValue(record({ a: int }), { a: 1, deep: data })).toMatchObject({ kind: 'invalid' })
  })

  test('data that contains itself is read as far as the type goes', () => {
    const data: { a: number; self?: unknown } = { a: 1 }
    data.self = data
    expect(validateValue(record({ a: int }), data)).toMatchObject({ kind: 'invalid' })
  })

  test('fields named like parts of a prototype are data', () => {
    const type: Type = {
      kind: 'record',
      fields: [
        { name: '__proto__', type: string },
        { name: 'constructor', type: int },
      ],
    }
    const data: unknown = JSON.parse('{"__proto__":"a","constructor":1}')
    const validated = validateValue(type, data)
    expect(JSON.stringify(validated)).toBe('{"kind":"ok","value":{"__proto__":"a","constructor":1}}')
    expect(validateValue(record({ a: int }), JSON.parse('{"a":1,"__proto__":{"b":1}}'))).toMatchObject({
      problems: [{ message: 'unknown field "__proto__"; the fields are a' }],
    })
  })

  test('the value is a copy', () => {
    const data = { title: 'a', note: null }
    const validated = validateValue(step, data)
    expect(validated.kind === 'ok' && validated.value).not.toBe(data)
  })

  test.each<Type>([{ kind: 'unknown' }, { kind: 'parameter', name: 'T' }])('there are no values of the type $kind', (type) => {
    expect(() => validateValue(type, 1)).toThrow(type.kind)
  })
})
