import { describe, expect, test } from 'vitest'
import { runPage } from '../../../cli/report/run-page.ts'
import type { MetricsLine } from '../../../trainer/index.ts'
import { directDesign } from '../../../trainer/team/index.ts'
import { exampleEvaluation, exampleShapes, exampleStep } from '../../trainer/run/example-lines.ts'
import { tinyConfiguration } from '../../trainer/run/tiny-configuration.ts'
import { dangers, elementsOf, picturesOf } from './page-elements.ts'

const configuration = tinyConfiguration()

const textsOf = (page: string, name: string): readonly string[] =>
  elementsOf(page).filter((element) => element.name === name).map(({ text }) => text)

const credit = (text: string, meanAdvantage: number) => ({
  text,
  share: 0.5,
  executions: 4,
  meanScore: 0.5,
  nodes: [{ node: 'main/return/Answer', calls: 4, meanAdvantage, meanAbsoluteAdvantage: 0.5 }],
})

const lines: readonly MetricsLine[] = [
  exampleEvaluation(),
  exampleStep({ trained: 'executor', credit: credit(directDesign, 0.5) }),
  exampleStep({ step: 1, trained: 'designer', phase: 1, credit: { ...credit(directDesign, 0), nodes: [] } }),
  exampleStep({ step: 2, trained: 'executor', credit: credit(directDesign, 0) }),
  exampleEvaluation({ step: 3, success: 0.75, interval: [0.5, 1] }),
]

describe('the page of a run', () => {
  test('shows evaluations, curves with their stages, and the credit of nodes in the graph and as numbers', async () => {
    const page = await runPage({ name: 'mine', configuration, lines })
    expect(textsOf(page, 'h1')).toEqual(['Training run mine'])
    expect(textsOf(page, 'tr')[2]).toMatch(/^3\D*0\D*75\.0 %\s*50\.0 % to 100\.0 %/)
    expect(textsOf(page, 'figcaption')).toEqual([
      'Mean reward',
      'Success on held-out tasks, 95 % intervals',
      'Shapes of designs',
      'Validity',
      'Mean length, in tokens',
      'Mean cost, in model requests',
    ])
    const bands = elementsOf(page).filter(({ name }) => name === 'rect')
    expect(bands.slice(0, 3).map(({ attributes }) => attributes['class'])).toEqual(['executor', 'designer', 'executor'])
    expect(elementsOf(page).filter(({ name }) => name === 'polygon')).toHaveLength(Object.keys(exampleShapes).length)
    // Four calls at 0.5 and four at 0, in two of three steps.
    expect(textsOf(page, 'td').slice(-4)).toEqual(['main/return/Answer', '8', '+0.25', '0.50'])
    expect(picturesOf(page)[0]).toContain('>+0.25 |0.50|</text>')
    expect(picturesOf(page)[0]).toContain('fill="#b7d7f0"')
    expect(textsOf(page, 'summary')[0]).toContain('return Answer(expression) – 3 steps, 1 to 3, 50.0 % of the designs there, mean score 50.0 %')
  })

  test('holds what has happened so far, also where that is nothing', async () => {
    const page = await runPage({ name: 'mine', configuration, lines: [] })
    expect(page).toContain('Nothing has been evaluated yet.')
    expect(page).toContain('No design was kept yet.')
    expect(dangers(page)).toEqual([])
  })
})

test('whatever a designer, a task or a folder is called, nothing in the page runs, loads or leaves its place', async () => {
  const planted = '</pre></details></style></title></svg><script>alert(1)</script><img src=x onerror="alert(2)"><!-- " \' -->'
  const agent = `agent A(x: string) -> string { role "${'</text><script>alert(3)</script>'}" }`
  const compiling = `${agent}\nworkflow main(x: string) -> string { script_ = A(x) return script_ }`
  const nodes = [{ node: planted, calls: 1, meanAdvantage: 1, meanAbsoluteAdvantage: 1 }]
  const family = { family: planted, success: 0.5, shapes: exampleShapes }
  const page = await runPage({
    name: planted,
    configuration: { ...configuration, backend: planted as 'cpu' },
    lines: [
      exampleEvaluation({ byFamily: [family] }),
      exampleStep({ credit: { ...credit(`workflow main() { ${planted} }`, 1), nodes } }),
      exampleStep({ step: 1, credit: { ...credit(compiling, 1), nodes } }),
    ],
  })
  expect(dangers(page)).toEqual([])
  expect(textsOf(page, 'h1')).toEqual([`Training run ${planted}`])
  expect(textsOf(page, 'td')).toContain(planted)
  expect(page).toContain('does not compile here')
  expect(picturesOf(page)).toHaveLength(1)
  for (const picture of picturesOf(page)) expect(picture).not.toContain('<script')
})

describe('the page of a run over models', () => {
  const measured = (entry: 'design' | 'vote' | 'other', name: string, requests: number, score: number): MetricsLine => ({
    kind: 'frontier', step: 3, entry, name, score, requests, price: null,
  })

  test('shows what designs are worth beside votes, by their cost', async () => {
    const more = [measured('vote', 'A, vote of 3', 3, 0.5), measured('vote', 'A, once', 1, 0.25), measured('design', 'design 1', 2, 0.75), measured('other', 'B, once', 1, 0.1)]
    const page = await runPage({ name: 'mine', configuration, lines: [...lines, ...more] })
    expect(textsOf(page, 'figcaption')).toContain('Score on held-out tasks, by requests a task')
    const rows = textsOf(page, 'tr').filter((text) => /once|vote of|design 1/.test(text)).map((text) => text.replaceAll(/\s+/g, ' ').trim())
    expect(rows).toHaveLength(4)
    expect(rows[0]).toContain('A, once')
    expect(rows[3]).toContain('A, vote of 3')
    expect(dangers(page)).toEqual([])
  })
})
