import { createHash } from 'node:crypto'
import type { EvaluationHeader } from '../../trainer/evaluation/index.ts'
import type { PreparedEvaluation } from './prepare-evaluation.ts'

/** What the results of an evaluation belong to: the graphs, the tasks, the scorer, the seed and the models. */
export const evaluationHeader = ({ scripts, tasks, scorer, seed, descriptions }: PreparedEvaluation): EvaluationHeader => ({
  scripts: scripts.map(({ name, graph }) => ({ name, hash: hashOf(graph) })),
  tasks: hashOf(tasks),
  scorer: scorer.name,
  seed,
  models: descriptions,
})

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
