import { expect, test } from 'vitest'
import { Identifiers } from '../../../compiler/emit/identifiers.ts'
import { learned } from '../../../compiler/emit/learned.ts'
import type { Scope } from '../../../compiler/emit/scope.ts'
import { ValueTypes } from '../../../compiler/emit/value-types.ts'
import type { Pure } from '../../../compiler/index.ts'
import { block, constant, field, graph, value } from '../../runtime/graph-builder.ts'

const scope: Scope = {
  types: new ValueTypes(graph({ body: block([], constant('')) })),
  names: new Identifiers(),
  compared: new Set(),
  variables: new Map([
    ['a', { kind: 'plain', name: 'a', isConstant: true }],
    ['b', { kind: 'plain', name: 'b', isConstant: false }],
    ['c', { kind: 'promised', name: 'cLater', index: null, wanted: 'c' }],
  ]),
  knowledge: new Map(),
}
const isThere = (of: Pure): Pure => ({ kind: 'binary', operator: '!=', left: of, right: constant(null) })

test.each([
  ['a constant', value('a'), [['a', 'native']]],
  ['a field of a constant', field(value('a'), 'x'), [['a/x', 'native']]],
  ['a variable', value('b'), [['b', 'told']]],
  ['a promise', value('c'), [['c', 'told']]],
])('TypeScript sees by itself that something is there of constants alone: %s', (_, of, knowledge) => {
  expect([...learned(scope, isThere(of), true)]).toEqual(knowledge)
})
