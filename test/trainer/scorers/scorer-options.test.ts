import { expect, test } from 'vitest'
import { readOptionFlag, readScorerOptions, scorerNamed } from '../../../trainer/scorers/index.ts'

test.each([
  ['numeric', { tolerance: 0.1, relativeTolerance: 0.01, field: 'x' }],
  ['code', { asserts: true, partial: false, timeoutSeconds: 1, memoryMegabytes: 64 }],
] as const)('%s takes %j', (scorer, options) => {
  expect(readScorerOptions(scorer, options)).toEqual({ kind: 'ok', options })
})

test.each([
  ['numeric', { tolerence: 1 }, 'the scorer numeric has no option "tolerence". Did you mean "tolerance"?'],
  ['exact', { tolerance: 1 }, 'the scorer exact has no option "tolerance". There is "field".'],
  ['numeric', { tolerance: -1 }, '"tolerance" is a number from 0 to 1e+300'],
  ['numeric', { tolerance: '1' }, '"tolerance" is a number from 0 to 1e+300'],
  ['numeric', { relativeTolerance: NaN }, '"relativeTolerance" is a number from 0 to 1'],
  ['code', { asserts: 'yes' }, '"asserts" is true or false'],
  ['math', { field: '' }, '"field" is a text'],
] as const)('%s refuses %j', (scorer, options, problem) => {
  expect(readScorerOptions(scorer, options)).toEqual({ kind: 'error', problems: [problem] })
})

test.each([
  ['tolerance=0.01', ['tolerance', 0.01]],
  ['tolerance=1e-3', ['tolerance', 0.001]],
  ['tolerance=much', ['tolerance', 'much']],
  ['asserts=true', ['asserts', true]],
  ['asserts=1', ['asserts', '1']],
  ['field=a=b', ['field', 'a=b']],
  ['other=1', ['other', '1']],
  ['tolerance', '"tolerance" is not NAME=VALUE, as in tolerance=0.01'],
])('the flag %j is read as %j', (flag, read) => {
  expect(readOptionFlag(flag)).toEqual(read)
})

test('a scorer with options has another name, whatever their order; equal ones are the same', () => {
  const one = scorerNamed('numeric', { tolerance: 1, field: 'a' })
  expect(one.name).toBe('numeric field=a tolerance=1')
  expect(scorerNamed('numeric', { field: 'a', tolerance: 1 })).toBe(one)
  expect(scorerNamed('numeric').name).toBe('numeric')
})
