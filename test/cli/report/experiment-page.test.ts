import { expect, test } from 'vitest'
import { experimentPage } from '../../../cli/report/experiment-page.ts'
import type { ExperimentResult } from '../../../trainer/experiments/index.ts'
import { exampleResult } from '../../trainer/demonstration/example-result.ts'
import { tinySettings } from '../../trainer/training/tiny-team.ts'
import { dangers, elementsOf } from './page-elements.ts'

const curve = [100, 200].map((requests) => ({ requests, executorReward: requests / 1000, designerReward: null, requestsPerExecution: 2 }))

const result = (seed: number, name: 'both' | 'stages', changes: Partial<ExperimentResult> = {}): ExperimentResult => ({
  version: 1,
  seed,
  backend: 'cpu',
  settings: tinySettings,
  result: exampleResult(name),
  votes: [],
  curve,
  ...changes,
})

test('shows a table with intervals, and each arm with its seeds behind their mean', () => {
  const page = experimentPage('mine', [result(1, 'stages'), result(1, 'both'), result(2, 'stages'), result(2, 'both')])
  const elements = elementsOf(page)
  expect(elements.find(({ name, text }) => name === 'tr' && text.startsWith('the arm both'))?.text).toMatch(/20\.0 %\s*60\.0 %\s*60\.0 % to 60\.0 %/)
  const [first] = elements.filter(({ name }) => name === 'figure')
  expect(first?.text).toContain('Mean reward of executions')
  const drawn = elements.filter(({ name }) => name === 'polyline').map(({ attributes }) => attributes['class'])
  // Executors and requests: no designer has a reward here.
  expect(drawn).toEqual([1, 2].flatMap(() => ['thin s0', 'thin s0', 'curve s0', 'thin s1', 'thin s1', 'curve s1']))
})

test('says where results were kept without curves, and escapes what files hold', () => {
  const { curve: kept, ...bare } = result(1, 'both', { result: exampleResult('both', { title: '<script>alert(1)</script>' }) })
  expect(kept).toHaveLength(2)
  const page = experimentPage('<script>', [bare])
  expect(page).toContain('without the curves')
  expect(dangers(page)).toEqual([])
  expect(elementsOf(page).filter(({ name }) => name === 'td')[0]?.text).toBe('<script>alert(1)</script>')
})
