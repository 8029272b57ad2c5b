import { openBindings } from '../run/prepare-runs.ts'
import type { PrepareContext, PrepareRuns } from '../run/prepare-runs.ts'
import { runNotes } from '../run/run-notes.ts'
import { graphOf } from './read-run-plan.ts'
import type { RunPlan } from './run-plan.ts'

/** Everything that the runs of a plan need: models and tools as they were chosen, keys from the environment of now. */
export async function restoreRuns(plan: RunPlan, context: PrepareContext): Promise<PrepareRuns> {
  const { header, runs, isForTasks, sources, limits } = plan
  const graph = graphOf(header)
  const opened = await openBindings(graph, sources, context)
  if (opened.kind === 'error') return opened
  const { models, tools, people, secrets, close } = opened
  const notes = await runNotes(graph, sources)
  const { seed } = header
  const prepared = { graph, runs, models, tools, people, secrets, close, notes, seed, limits, isForTasks, sources }
  return { kind: 'ok', prepared }
}
