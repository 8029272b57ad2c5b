import { expect, test } from 'vitest'
import { liveValues } from '../../../compiler/emit/live-values.ts'
import { waitedValues } from '../../../compiler/emit/waited-values.ts'
import { graphOf } from '../compile/compile-source.ts'

const bodyOf = (body: string) =>
  graphOf(`agent A(q: string) -> string\nworkflow main(q: string, n: int) -> string { ${body} }`).body

test.each([
  ['what is returned', 'a = A(q) return a', ['A', 'q']],
  ['nothing of what is only bound', 'a = A(q) b = a return q', ['q']],
  ['what a branch hands on, where the name is read', 'if n > 1 { a = A(q) } else { a = q } return a', ['A', 'a', 'n', 'q']],
  ['nothing that a branch hands on to no one', 'b = A(q) if n > 1 { a = b } else { a = q } return q', ['n', 'q']],
  ['what a loop carries, where it is read', 'a = A(q) repeat max 2 { a = A(a) } return a', ['A', 'A.2', 'a', 'a.2', 'q']],
  ['nothing that a loop carries for no one', 'a = A(q) repeat max 2 { a = q } return q', ['q']],
])('values that come to something: %s', (_, body, values) => {
  expect([...liveValues(bodyOf(body)).keys()].sort()).toEqual(values)
})

test('values are counted by the expressions that read them', () => {
  expect(liveValues(bodyOf('a = A(q) b = A(a) return "{{a}}{{b}}"')).get('A')).toBe(2)
})

test('regions wait for what they read, whether or not anything comes of it', () => {
  expect([...waitedValues(bodyOf('a = A(q) repeat max 2 { a = q } return q'))].sort()).toEqual(['A', 'q'])
})
