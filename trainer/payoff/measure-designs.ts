import type { Graph } from '../../compiler/index.ts'
import { runWorkflow } from '../../runtime/index.ts'
import type { ModelClient } from '../../runtime/index.ts'
import { deriveSeed } from '../random/random-stream.ts'
import { executionOutcome } from '../rollout/index.ts'
import { exactScorer, scoreOutcome } from '../scorers/index.ts'
import { mean } from '../statistics/index.ts'
import type { Task } from '../tasks/index.ts'

/** What executions of a design came to. */
export interface DesignMeasure {
  readonly executions: number
  /** Share of right answers. */
  readonly success: number
  /** Mean model requests of an execution. */
  readonly requests: number
  readonly byDifficulty: ReadonlyMap<number, { readonly success: number; readonly requests: number }>
}

/** Executions that run at the same time: what wait together are sampled as one batch. */
const together = 4_000

/** Executes each design once on each task, with seeds of the tasks: designs meet the same luck. Failures count as wrong. */
export async function measureDesigns(
  designs: readonly Graph[],
  tasks: readonly Task[],
  client: ModelClient,
  seed: number,
): Promise<readonly DesignMeasure[]> {
  const executions = designs.flatMap((graph) => tasks.map((task, position) => ({ graph, task, position })))
  const results: Result[] = []
  for (let start = 0; start < executions.length; start += together) {
    const part = executions.slice(start, start + together)
    results.push(...(await Promise.all(part.map(({ graph, task, position }) => execute(graph, task, client, deriveSeed(seed, 'payoff', position))))))
  }
  return designs.map((_, design) => measureOf(results.slice(design * tasks.length, (design + 1) * tasks.length)))
}

interface Result {
  readonly difficulty: number
  readonly score: number
  readonly requests: number
}

async function execute(graph: Graph, task: Task, client: ModelClient, seed: number): Promise<Result> {
  const slots = new Set(Object.values(graph.agents).map((agent) => agent.model))
  const models = new Map([...slots].map((slot) => [slot, client]))
  const run = runWorkflow({ graph, inputs: task.input, models, seed, events: 'none' })
  const { outcome, usage } = await run.result
  const verdict = await scoreOutcome(exactScorer, task, executionOutcome(outcome))
  return { difficulty: task.difficulty, score: verdict.kind === 'scored' ? verdict.score : 0, requests: usage.requests }
}

function measureOf(results: readonly Result[]): DesignMeasure {
  const difficulties = [...new Set(results.map(({ difficulty }) => difficulty))].sort((a, b) => a - b)
  const of = (part: readonly Result[]) => ({ success: mean(part.map(({ score }) => score)), requests: mean(part.map(({ requests }) => requests)) })
  return {
    executions: results.length,
    ...of(results),
    byDifficulty: new Map(difficulties.map((difficulty) => [difficulty, of(results.filter((result) => result.difficulty === difficulty))])),
  }
}
