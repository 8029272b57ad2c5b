import { describe, expect, test } from 'vitest'
import { readInputText } from '../../../runtime/tasks/index.ts'
import type { Type } from '../../../compiler/index.ts'

const string: Type = { kind: 'string' }
const int: Type = { kind: 'int' }
const list: Type = { kind: 'list', element: int, size: null }
const optional: Type = { kind: 'optional', inner: int }
const kind: Type = { kind: 'enum', name: 'Kind', id: 'Kind', members: ['a', 'b'] }

describe('a text is read by its type', () => {
  test.each([
    [string, ' as "it" is ', ' as "it" is '],
    [string, '12', '12'],
    [kind, 'a', 'a'],
    [int, '-12', -12],
    [int, '-0', 0],
    [optional, '7', 7],
    [{ kind: 'number' }, '1e-3', 0.001],
    [{ kind: 'number' }, '2', 2],
    [{ kind: 'bool' }, 'true', true],
    [list, '[1, 2]', [1, 2]],
    [{ kind: 'record', fields: [] }, '{"a":1}', { a: 1 }],
  ] satisfies readonly (readonly [Type, string, unknown])[])('%j %s', (type, text, value) => {
    expect(readInputText(type, text)).toEqual({ kind: 'ok', value })
  })
})

describe('a text that is no value of the type', () => {
  test.each([
    [int, '1.5', 'must be an int, not "1.5"'],
    [int, '', 'must be an int, not ""'],
    [int, '99999999999999999999', 'must be an int, not "99999999999999999999"'],
    [{ kind: 'number' }, 'Infinity', 'must be a number, not "Infinity"'],
    [{ kind: 'number' }, '1e999', 'must be a number, not "1e999"'],
    [{ kind: 'number' }, '0x10', 'must be a number, not "0x10"'],
    [{ kind: 'bool' }, 'yes', 'must be a bool, true or false, not "yes"'],
  ] satisfies readonly (readonly [Type, string, string])[])('%j %s', (type, text, message) => {
    expect(readInputText(type, text)).toEqual({ kind: 'error', message })
  })

  test('of a list names the type', () => {
    expect(readInputText(list, '[1,')).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(/^must be JSON for int\[\]: /) as string,
    })
  })
})
