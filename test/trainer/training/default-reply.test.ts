import { expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { validateValue } from '../../../runtime/index.ts'
import { defaultReply, emptyValue } from '../../../trainer/training/default-reply.ts'
import { exampleRequest } from '../policies/example-request.ts'

const types: readonly (readonly [Type, unknown])[] = [
  [{ kind: 'string' }, ''],
  [{ kind: 'int' }, 0],
  [{ kind: 'number' }, 0],
  [{ kind: 'bool' }, false],
  [{ kind: 'list', element: { kind: 'string' }, size: null }, []],
  [{ kind: 'optional', inner: { kind: 'int' } }, null],
  [{ kind: 'enum', name: 'Kind', id: 'a.mas#Kind', members: ['sum', 'other'] }, 'sum'],
  [
    { kind: 'record', fields: [{ name: 'right', type: { kind: 'bool' } }, { name: 'why', type: { kind: 'optional', inner: { kind: 'string' } } }] },
    { right: false, why: null },
  ],
]

test.each(types)('the empty value of %j is one of it', (type, empty) => {
  expect(emptyValue(type)).toEqual(empty)
  expect(validateValue(type, emptyValue(type)).kind).toBe('ok')
})

test('a declared reply comes before the empty one, and names are own ones', () => {
  const request = exampleRequest({ result: { kind: 'bool' } })
  expect(defaultReply(request, { Answer: true })).toBe(true)
  expect(defaultReply(request, { Other: true })).toBe(false)
  expect(defaultReply({ agent: { ...request.agent, name: 'constructor' } }, {})).toBe(false)
})
