import { describe, expect, test } from 'vitest'
import type { PureTextPart, Value } from '../../../compiler/index.ts'
import { evaluateText } from '../../../runtime/values/evaluate-text.ts'
import { Scope } from '../../../runtime/values/scope.ts'
import { maximumTextLength } from '../../../runtime/values/size-limits.ts'
import { constant, value } from '../graph-builder.ts'

const evaluated = (parts: readonly PureTextPart[], values: { readonly [id: string]: Value } = {}) => {
  const scope = new Scope()
  for (const [id, of] of Object.entries(values)) scope.set(id, of)
  return evaluateText(parts, scope, 0)
}

const chunk = (of: string): PureTextPart => ({ kind: 'chunk', value: of })
const insert = (id: string): PureTextPart => ({ kind: 'insert', value: value(id) })

describe('evaluateText', () => {
  test.each<[Value, string]>([
    ['as it is "', 'as it is "'],
    [1.5, '1.5'],
    [true, 'true'],
    [null, ''],
    [['a', null], '["a",null]'],
    [{ a: 'b' }, '{"a":"b"}'],
  ])('inserts %j as %j', (of, text) => {
    expect(evaluated([chunk('['), insert('x'), chunk(']')], { x: of })).toBe(`[${text}]`)
  })

  test.each<[Value, string]>([
    [true, 'yes'],
    [false, 'no'],
    [null, 'no'],
    ['', 'yes'],
    [0, 'yes'],
    [[], 'yes'],
  ])('if: %j gives %s', (condition, text) => {
    expect(evaluated([{ kind: 'if', condition: constant(condition), then: [chunk('yes')], else: [chunk('no')] }])).toBe(text)
  })

  test('each repeats its body, which sees the item and what is outside', () => {
    const body = [insert('item'), insert('end')]
    expect(evaluated([{ kind: 'each', list: value('xs'), item: 'item', body }], { xs: ['a', null, 1], end: ';' })).toBe('a;;1;')
  })

  test('a failure inside an each goes through', () => {
    const bad: PureTextPart = { kind: 'insert', value: { kind: 'index', of: constant([]), index: constant(0) } }
    expect(evaluated([{ kind: 'each', list: constant(['a']), item: 'item', body: [bad] }])).toMatchObject({
      code: 'index_out_of_range',
    })
    expect(evaluated([{ kind: 'each', list: bad.value, item: 'item', body: [] }])).toMatchObject({ code: 'index_out_of_range' })
    expect(evaluated([{ kind: 'if', condition: bad.value, then: [], else: [] }])).toMatchObject({ code: 'index_out_of_range' })
  })

  test('a text that outgrows the limit is a failure', () => {
    const half = 'x'.repeat(maximumTextLength / 2)
    expect(evaluated([insert('half'), insert('half')], { half })).toHaveLength(maximumTextLength)
    expect(evaluated([insert('half'), insert('half'), chunk('x')], { half })).toMatchObject({ code: 'too_large' })
    const each: PureTextPart = { kind: 'each', list: constant(['a', 'b', 'c']), item: 'item', body: [insert('half')] }
    expect(evaluated([each], { half })).toMatchObject({ code: 'too_large' })
  })
})
