import { expect, test } from 'vitest'
import { graphExamples } from '../../../../compiler/diagnostics/examples/graph-examples.ts'
import { checkGraphText } from '../../../../compiler/graph-reader/check-graph-text.ts'

const examples = Object.entries(graphExamples).flatMap(([kind, example]) => (example === null ? [] : [{ kind, ...example }]))

test.each(examples)('the example of $kind marks the place that is reported, the only one', ({ wrong }) => {
  const start = wrong.indexOf('«')
  const end = wrong.indexOf('»') - 1
  const { diagnostics } = checkGraphText('main.json', wrong.replaceAll(/[«»]/g, ''))
  expect(diagnostics.map(({ range }) => range)).toEqual([{ start, end }])
})
