import { describe, test } from 'vitest'
import { expectProblem } from '../edited.ts'
import type { Edits } from '../edited.ts'
import { nodes } from '../mixed-graph.ts'

describe('budgets', () => {
  test.each<[Edits, string, string | RegExp]>([
    [{ '/budgets/0/tokens': null }, '/budgets/0', 'This budget limits nothing. Give it `tokens` or `seconds`.'],
    [{ [`${nodes}/0/budgets`]: [1] }, `${nodes}/0/budgets`, 'The graph has no budget 1. Its budgets have the positions 0 to 0.'],
    [{ [`${nodes}/0/budgets`]: [0, 0] }, `${nodes}/0/budgets`, 'The budgets of a node stand in ascending order, each once.'],
    [
      { [`${nodes}/3/body/nodes/0/budgets`]: [] },
      `${nodes}/3/body/nodes/0/budgets`,
      'A node is on account of the budgets of the region around it. They begin with `[0]`.',
    ],
  ])('%j', expectProblem)
})
