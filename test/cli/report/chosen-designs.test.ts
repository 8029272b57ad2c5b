import { expect, test } from 'vitest'
import { chosenDesigns } from '../../../cli/report/chosen-designs.ts'
import { exampleFigures } from '../../trainer/run/example-lines.ts'

const node = (calls: number, meanAdvantage: number, name = 'main/draft') => ({ node: name, calls, meanAdvantage, meanAbsoluteAdvantage: Math.abs(meanAdvantage) })

const step = (at: number, text: string, nodes: readonly ReturnType<typeof node>[] = [], meanScore: number | null = 1, executions = 4) =>
  exampleFigures({ step: at, credit: { text, share: 0.5, executions, meanScore, nodes } })

test('a design of several steps is one, its means weighted by calls and executions', () => {
  const steps = [step(0, 'a', [node(1, 1)], 1, 1), step(1, 'b'), step(2, 'a', [node(3, -1), node(2, 0.5, 'main/check')], 0.5, 3)]
  expect(chosenDesigns(steps)[0]).toEqual({
    text: 'a',
    steps: [1, 3],
    share: 0.5,
    meanScore: 0.625,
    nodes: [
      { node: 'main/draft', calls: 4, meanAdvantage: -0.5, meanAbsoluteAdvantage: 1 },
      { node: 'main/check', calls: 2, meanAdvantage: 0.5, meanAbsoluteAdvantage: 0.5 },
    ],
  })
})

test('the design of most steps comes first, the latest among equals, and twelve are kept', () => {
  expect(chosenDesigns([step(0, 'a'), step(1, 'b'), step(2, 'a'), step(3, 'c')]).map(({ text }) => text)).toEqual(['a', 'c', 'b'])
  expect(chosenDesigns(Array.from({ length: 20 }, (_, at) => step(at, `design ${at}`)))).toHaveLength(12)
  expect(chosenDesigns([exampleFigures(), step(1, 'a', [], null)])).toEqual([{ text: 'a', steps: [2], share: 0.5, meanScore: null, nodes: [] }])
})
