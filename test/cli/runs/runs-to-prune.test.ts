import { expect, test } from 'vitest'
import type { RunSummary } from '../../../cli/runs/run-summary.ts'
import type { RunPlan } from '../../../cli/runs/run-plan.ts'
import { runsToPrune } from '../../../cli/runs/runs-to-prune.ts'
import type { PruneRules } from '../../../cli/runs/runs-to-prune.ts'

type State = Extract<RunSummary, { kind: 'run' }>['state']

const run = (id: string, state: State, touched: number): RunSummary => ({
  kind: 'run',
  id,
  state,
  // Nothing of it decides.
  plan: {} as RunPlan,
  executions: [],
  touched,
})

const runs: readonly RunSummary[] = [
  run('running', 'running', 99),
  run('new', 'succeeded', 90),
  run('begun', 'unfinished', 60),
  run('asks', 'waiting', 55),
  run('failed', 'failed', 50),
  run('old', 'succeeded', 10),
  { kind: 'unreadable', id: 'odd', message: '' },
]

test.each<[PruneRules, readonly string[]]>([
  [{ olderThan: 30 }, ['failed', 'old']],
  [{ olderThan: 30, unfinished: true }, ['begun', 'asks', 'failed', 'old']],
  [{ keep: 1 }, ['failed', 'old']],
  [{ keep: 1, unfinished: true }, ['begun', 'asks', 'failed', 'old']],
  [{ keep: 0 }, ['new', 'failed', 'old']],
  [{ keep: 2, olderThan: 5 }, ['old']],
  [{ keep: 0, olderThan: 60 }, ['old']],
])('%j', (rules, ids) => {
  expect(runsToPrune(runs, rules, 100).map(({ id }) => id)).toEqual(ids)
})
