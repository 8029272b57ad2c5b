import { expect, test } from 'vitest'
import { textValues } from '../../../compiler/graph/index.ts'
import type { PureTextPart } from '../../../compiler/graph/index.ts'
import { value } from '../../runtime/graph-builder.ts'

const insert = (id: string): PureTextPart => ({ kind: 'insert', value: value(id) })

test('what a text evaluates, in its order, and the items that it defines', () => {
  const inner: PureTextPart = { kind: 'each', list: value('e'), item: 'f', body: [insert('f')] }
  const outer: PureTextPart = { kind: 'each', list: value('d'), item: 'i', body: [inner] }
  const parts: readonly PureTextPart[] = [
    { kind: 'chunk', value: 'x' },
    insert('a'),
    { kind: 'if', condition: value('b'), then: [insert('c')], else: [outer] },
    insert('g'),
  ]
  const { operands, items } = textValues(parts)
  expect(operands).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(value))
  expect(items).toEqual(['i', 'f'])
})
