import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { experiments, outcomePage, readResults } from '../../../../trainer/experiments/index.ts'
import { exampleArm, exampleResult } from '../example-results.ts'

const experiment = {
  name: 'tiny',
  question: 'none',
  arms: [exampleArm('both')],
  judge: () => [{ claim: 'It is so', reached: false, found: 'it is not' }],
}

const page = 'before\n<!-- outcome: written by npm run docs:experiments -->\nold\n<!-- end of outcome -->\nafter\n'

test('an outcome stands between its comments, what is around it stays', () => {
  const written = outcomePage(page, experiment, [exampleResult('both', [0.5, 1])])
  expect(written).toMatch(/^before\n<!-- outcome.*\| It is so \| \*\*no\*\* \| it is not \|.*<!-- end of outcome -->\nafter\n$/s)
  expect(written).not.toContain('old')
  expect(written).toContain('| the arm both | 20.0 % | 75.0 % (')
  expect(outcomePage(written, experiment, [])).toContain('There is no result yet.')
})

test('a page without a place for it is no page of an experiment', () => {
  expect(() => outcomePage('nothing', experiment, [])).toThrow(RangeError)
})

describe('the published outcome', () => {
  test.each(experiments.filter(({ name }) => !name.endsWith('-fast')))('of $name is that of its result files', (published) => {
    const folder = fileURLToPath(new URL(`../../../../docs/experiments/${published.name}`, import.meta.url))
    const read = readResults(folder)
    const text = readFileSync(`${folder}.md`, 'utf8')
    expect(read.kind).toBe('read')
    expect(outcomePage(text, published, read.kind === 'read' ? read.results : [])).toBe(text)
  })
})
