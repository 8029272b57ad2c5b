import type { BudgetScope, Graph } from '../../compiler/index.ts'
import type { CallContext } from '../agent/call-context.ts'
import type { TaskQueue } from './task-queue.ts'

/** What blocks and nodes need of the run that they belong to. */
export interface Run extends RunServices {
  readonly graph: Graph
}

/** What a run offers its body, whatever form it has. */
export interface RunServices {
  readonly calls: CallContext
  readonly queue: TaskQueue
  /** Ends the run: a budget is exhausted. */
  readonly exceedBudget: (scope: BudgetScope, reason: 'tokens' | 'seconds') => void
  /** A bug showed in asynchronous work. */
  readonly crash: (error: unknown) => void
}
