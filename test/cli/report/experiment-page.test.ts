import { expect, test } from 'vitest'
import { experimentPage } from '../../../cli/report/experiment-page.ts'
import { exampleResult } from '../../trainer/experiments/example-results.ts'
import { dangers, elementsOf } from './page-elements.ts'

const results = ['stages', 'both'].flatMap((method) => [1, 2].map((seed) => exampleResult(method, [0.6, 0.6], { seed })))

test('shows a table with intervals, and each arm with its seeds behind their mean', () => {
  const elements = elementsOf(experimentPage('mine', results))
  expect(elements.find(({ name, text }) => name === 'tr' && text.startsWith('the arm both'))?.text).toMatch(/20\.0 %\s*60\.0 % \(60, 60\)\s*60\.0 % to 60\.0 %/)
  const figures = elements.filter(({ name }) => name === 'figure')
  expect(figures.map(({ text }) => text.trim().split('\n')[0])).toEqual(['Share of right answers', 'Mean reward of executions', 'Mean cost of an execution, in model requests'])
  const drawn = elements.filter(({ name }) => name === 'polyline').map(({ attributes }) => attributes['class'])
  // No designer has a reward here.
  expect(drawn).toEqual([1, 2, 3].flatMap(() => ['thin s0', 'thin s0', 'curve s0', 'thin s1', 'thin s1', 'curve s1']))
})

test('shows the verdicts of an experiment that is known, and escapes what files hold', () => {
  const page = experimentPage('<script>', [exampleResult('both', [1], { experiment: 'families', title: '<script>alert(1)</script>' })])
  expect(page).toContain('Every design compiles')
  expect(dangers(page)).toEqual([])
  expect(elementsOf(page).some(({ name, text }) => name === 'td' && text === '<script>alert(1)</script>')).toBe(true)
})
