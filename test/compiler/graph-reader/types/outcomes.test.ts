import { describe, expect, test } from 'vitest'
import { combined, outcomesOf } from '../../../../compiler/graph-reader/types/outcomes.ts'
import type { Outcomes } from '../../../../compiler/graph-reader/types/outcomes.ts'
import type { Pure, Value } from '../../../../compiler/index.ts'

const constant = (value: Value): Pure => ({ kind: 'constant', value })
const [x, y] = ['x', 'y'].map((id): Pure => ({ kind: 'value', id })) as [Pure, Pure]
const field: Pure = { kind: 'field', of: x, name: 'f' }
const there = (pure: Pure): Pure => ({ kind: 'binary', operator: '!=', left: pure, right: constant(null) })
const missing = (pure: Pure): Pure => ({ kind: 'binary', operator: '==', left: constant(null), right: pure })
const not = (operand: Pure): Pure => ({ kind: 'not', operand })
const and = (left: Pure, right: Pure): Pure => ({ kind: 'and', left, right })
const or = (left: Pure, right: Pure): Pure => ({ kind: 'or', left, right })

describe('what a condition tells', () => {
  test.each<[string, Pure, Outcomes]>([
    ['x != none', there(x), { yes: ['"x"'], no: [] }],
    ['x == none', missing(x), { yes: [], no: ['"x"'] }],
    ['x.f != none', there(field), { yes: ['"x".f'], no: [] }],
    ['x', x, { yes: ['"x"'], no: [] }],
    ['not x == none', not(missing(x)), { yes: ['"x"'], no: [] }],
    ['x and y', and(there(x), there(y)), { yes: ['"x"', '"y"'], no: [] }],
    ['x or y', or(missing(x), missing(y)), { yes: [], no: ['"x"', '"y"'] }],
    ['x or x', or(there(x), and(there(y), there(x))), { yes: ['"x"'], no: [] }],
    ['none != none', there(constant(null)), { yes: null, no: [] }],
    ['none == none', missing(constant(null)), { yes: [], no: null }],
    ['none != none or x', or(there(constant(null)), there(x)), { yes: ['"x"'], no: [] }],
    ['none != none and x', and(there(constant(null)), there(x)), { yes: null, no: [] }],
    ['true', constant(true), { yes: [], no: null }],
    ['false', constant(false), { yes: null, no: [] }],
    ['x < y', { kind: 'binary', operator: '<', left: x, right: y }, { yes: [], no: [] }],
    ['x == y', { kind: 'binary', operator: '==', left: x, right: y }, { yes: [], no: [] }],
  ])('%s', (_, condition, expected) => {
    expect(outcomesOf(condition, new Map())).toEqual(expected)
  })

  test('goes on through values that are conditions', () => {
    const known = new Map([['y', combined('and', { yes: ['"x"'], no: [] }, { yes: [], no: ['"z"'] })]])
    expect(outcomesOf(not(y), known)).toEqual({ yes: [], no: ['"y"', '"x"'] })
  })

  test('keeps ids apart that look like paths', () => {
    const dotted: Pure = { kind: 'value', id: 'x".f' }
    expect(outcomesOf(dotted, new Map()).yes).not.toEqual(outcomesOf(field, new Map()).yes)
  })
})
