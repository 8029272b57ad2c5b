import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomDesign, startDerivation } from '../../compiler/derivation/index.ts'
import { specificationOf } from '../../testing/program-options.ts'
import { testProgram } from '../../testing/test-program.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'

const specification = specificationOf({ workflow: 'other(task: string) -> string' })

test('a program names its workflow, and is shown as its text', () => {
  const program = testProgram(randomDesign(specification, randomNumbers(1)))
  expect(program.workflow).toBe('other')
  expect(program.text).toContain('workflow other(task: string) -> string {')
  expect(fc.stringify(program)).toBe(`\n${program.text}`)
  expect(Object.keys(program)).toEqual(['text', 'workflow'])
})

test('an unfinished program is a bug', () => {
  expect(() => testProgram(startDerivation(specification))).toThrow(/not finished/)
})
