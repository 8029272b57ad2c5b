import { expect, test } from 'vitest'
import { agentCalls, calmExpressions, groundOf, statementsOf } from '../../../testing/mistakes/ground.ts'

const text = `agent A(x: string) -> string?
agent B = A { temperature 1 }
workflow main(x: string) -> string {
  y = A(x)
  if y != none { z = each w in [B(x), y] { v = w yield v } } else { z = [y] }
  return "{{z}}"
}
`
const ground = groundOf({ text, workflow: 'main' })

test('a ground has the statements of all blocks, those of an each among them', () => {
  expect(statementsOf(ground).map(({ kind, range }) => `${kind} ${text.slice(range.start, range.start + 1)}`)).toEqual([
    'binding y', 'if i', 'binding z', 'binding z', 'return r', 'binding v',
  ])
})

test('what is compared with none is not calm', () => {
  const names = calmExpressions(ground).flatMap((one) => (one.kind === 'name_expression' ? [one.name] : []))
  expect(names.filter((name) => name === 'y')).toHaveLength(2)
  expect(calmExpressions(ground).some(({ kind }) => kind === 'none')).toBe(false)
})

test('calls are of agents with parameters of their own', () => {
  expect(agentCalls(ground).map(({ name, parameters }) => [name, parameters.map((one) => one.name.text)])).toEqual([['A', ['x']]])
})

test('a program without the workflow is no ground', () => {
  expect(() => groundOf({ text, workflow: 'other' })).toThrow(/no workflow other/)
})
