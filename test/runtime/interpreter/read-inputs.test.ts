import { expect, test } from 'vitest'
import { readInputs } from '../../../runtime/interpreter/read-inputs.ts'
import { block, constant, graph, int, optional, string } from '../graph-builder.ts'

const of = graph({ parameters: { task: string, count: optional(int) }, body: block([], constant('')) })

test('an optional input may be left out', () => {
  expect(readInputs(of, { task: 'a' })).toEqual({ task: 'a', count: null })
})

test('says everything that does not fit', () => {
  expect(readInputs(of, { count: 'x', extra: 1 })).toMatchObject({
    code: 'bad_input',
    message: [
      'The inputs do not fit the parameters of main.',
      '- task: missing; expected a string',
      '- count: expected a whole number, got "x"',
      '- unknown field "extra"; the fields are task, count',
    ].join('\n'),
  })
})
