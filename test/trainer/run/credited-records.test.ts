import { expect, test } from 'vitest'
import { recordsOf } from '../../../trainer/rollout/index.ts'
import { creditedRecords } from '../../../trainer/run/credited-records.ts'
import { exampleCall } from '../example-call.ts'
import { exampleDesign, exampleExecution, exampleTree } from '../example-tree.ts'

const trees = [exampleTree([exampleDesign(1, [1, 0]), exampleDesign(2, [1])])]

test('records have the advantages that were learned from, and none where nothing was', () => {
  const learned = recordsOf(trees).filter(({ policy }) => policy === 'executor')
  const credited = learned.map((record, position) => ({ record: { ...record, advantages: [position, position] }, weight: 1 }))
  const records = creditedRecords({ trees, credited })
  expect(records.map(({ policy, advantages }) => [policy, advantages])).toEqual([
    ['designer', null],
    ['executor', [0, 0]],
    ['executor', [1, 1]],
    ['designer', null],
    ['executor', [2, 2]],
  ])
})

test('a number that is none is named, in the records of a frozen policy too', () => {
  const calls = [exampleCall({ execution: 1, logProbabilities: [NaN, 0] })]
  const wrong = [exampleTree([exampleDesign(1, [], { executions: [exampleExecution(1, 1, { calls })] })])]
  expect(() => creditedRecords({ trees: wrong, credited: [] })).toThrow(/depth:3\+4 \/ design 1 \/ execution 1 \/ main\/draft/)
})
