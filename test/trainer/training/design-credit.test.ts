import { expect, test } from 'vitest'
import { designCredit } from '../../../trainer/training/design-credit.ts'
import type { CreditedRow } from '../../../trainer/credit/index.ts'
import { recordsOf } from '../../../trainer/rollout/index.ts'
import type { RolloutTree } from '../../../trainer/rollout/index.ts'
import { exampleCall } from '../example-call.ts'
import { exampleDesign, exampleExecution, exampleTree, rejectedDesign } from '../example-tree.ts'

/** The executors' rows, each with the advantage that its node and execution are given. */
const creditedRows = (trees: readonly RolloutTree[], advantage: (node: string, execution: number) => number): readonly CreditedRow[] =>
  recordsOf(trees).map((record) => ({
    record: { ...record, advantages: record.tokens.map(() => advantage(record.node, record.execution ?? 0)) },
    weight: 1,
  }))

const looping = (design: number, execution: number, score: number) =>
  exampleExecution(execution, score, {
    calls: [1, 2].map((round) => exampleCall({ design, execution, node: `main/repeat[${round}]/review` })),
  })

test('the most frequent design, its nodes without the rounds of loops', () => {
  const trees = [
    exampleTree([
      exampleDesign(1, [], { text: 'loop', executions: [looping(1, 1, 1), looping(1, 2, 0)] }),
      exampleDesign(2, [1, 1], { text: 'rare' }),
      exampleDesign(3, [], { text: 'loop', executions: [looping(3, 1, 1), looping(3, 2, 1)] }),
    ]),
  ]
  expect(designCredit(trees, creditedRows(trees, (_, execution) => (execution === 1 ? 1 : -0.5)))).toEqual({
    text: 'loop',
    share: 2 / 3,
    executions: 4,
    meanScore: 0.75,
    nodes: [{ node: 'main/repeat/review', calls: 8, meanAdvantage: 0.25, meanAbsoluteAdvantage: 0.75 }],
  })
})

test('each task stands for itself: the same place in another task is another design', () => {
  const trees = [exampleTree([exampleDesign(1, [1], { text: 'a' })]), exampleTree([exampleDesign(1, [0], { text: 'b' })], { id: 'other' })]
  const rows = creditedRows([trees[0] as RolloutTree], () => 1)
  expect(designCredit(trees, rows)?.nodes).toEqual([{ node: 'main/draft', calls: 1, meanAdvantage: 1, meanAbsoluteAdvantage: 1 }])
})

test('the most frequent design without credit where no executor learned, and nothing where none compiled', () => {
  const trees = [exampleTree([exampleDesign(1, [1]), rejectedDesign(2)])]
  const own = { share: 0.5, executions: 1, meanScore: 1, nodes: [] }
  expect(designCredit(trees, [])).toMatchObject(own)
  expect(designCredit(trees, creditedRows(trees, () => 1).filter(({ record }) => record.execution === null))).toMatchObject(own)
  expect(designCredit([exampleTree([rejectedDesign(1)])], [])).toBeNull()
})

test('a design that is too long to keep is none', () => {
  const trees = [exampleTree([exampleDesign(1, [1], { text: 'x'.repeat(4_001) })])]
  expect(designCredit(trees, creditedRows(trees, () => 1))).toBeNull()
})
