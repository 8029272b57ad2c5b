import type { Design, Execution, RolloutTree } from '../../trainer/rollout/index.ts'
import { exampleCall } from './example-call.ts'
import { agent, exampleGraph, value } from './example-graph.ts'

export function exampleExecution(execution: number, score: number | null, changes: Partial<Execution> = {}): Execution {
  return {
    execution,
    seed: execution,
    outcome: { kind: 'ok', value: '7' },
    score,
    requests: 1,
    calls: [exampleCall({ execution })],
    trace: null,
    exchanges: null,
    ...changes,
  }
}

/** A design that compiles, with one execution for each score. */
export function exampleDesign(design: number, scores: readonly (number | null)[], changes: Partial<Design> = {}): Design {
  return {
    design,
    text: 'workflow main(x: string) -> string { draft = A(x) return draft }',
    compiled: { kind: 'graph', graph: exampleGraph([agent('main/draft', 'draft', [value('x')])], value('draft')) },
    calls: [exampleCall({ design, execution: null, node: 'designer', policy: 'designer' })],
    executions: scores.map((score, index) =>
      exampleExecution(index + 1, score, { calls: [exampleCall({ design, execution: index + 1 })] }),
    ),
    ...changes,
  }
}

export const rejectedDesign = (design: number): Design =>
  exampleDesign(design, [], {
    text: 'workflow',
    compiled: {
      kind: 'rejected',
      diagnostics: [{ code: 'MAS1001', severity: 'error', message: 'no', file: 'a.mas', range: { start: 0, end: 8 } }],
    },
  })

export function exampleTree(designs: readonly Design[], changes: Partial<RolloutTree['task']> = {}): RolloutTree {
  return {
    task: { id: 'depth:3+4', family: 'depth', difficulty: 1, input: { expression: '3+4' }, expected: '7', ...changes },
    designs,
  }
}
