import { expect, test } from 'vitest'
import { readMetrics } from '../../../trainer/run/read-metrics.ts'
import { exampleEvaluation, exampleStart, exampleStep } from './example-lines.ts'

const credit = {
  text: 'workflow main() -> int { return 1 }',
  share: 0.5,
  executions: 2,
  meanScore: null,
  nodes: [{ node: 'main/draft', calls: 2, meanAdvantage: -0.25, meanAbsoluteAdvantage: 0.5 }],
}

const lines = [exampleStart(1), exampleEvaluation(), exampleStep({ credit })]

const content = lines.map((line) => `${JSON.stringify(line)}\n`).join('')

test('reads every kind of line', () => {
  expect(readMetrics(content)).toEqual({ kind: 'read', lines })
  expect(readMetrics('')).toEqual({ kind: 'read', lines: [] })
})

test('leaves out a line that is being written', () => {
  expect(readMetrics(content.slice(0, -1))).toEqual({ kind: 'read', lines: lines.slice(0, 2) })
})

test.each([
  ['no JSON', 'nothing'],
  ['another kind', '{"kind":"other"}'],
  ['a figure that is none', JSON.stringify({ ...exampleStep(), score: '0.5' })],
  ['a figure that is missing', JSON.stringify({ ...exampleStep(), shapes: undefined })],
  ['a share above 1', JSON.stringify(exampleStep({ compiledShare: 1.5 }))],
  ['credit without nodes', JSON.stringify({ ...exampleStep(), credit: { ...credit, nodes: null } })],
])('names the line that is %s', (_, line) => {
  expect(readMetrics(`${content}${line}\n`)).toEqual({ kind: 'invalid', line: 4 })
})
