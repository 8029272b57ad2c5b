import { join } from 'node:path'
import { writeWholeFile } from '../files/index.ts'
import { designAround, directDesign } from '../team/index.ts'
import { loadEngine, writeCheckpoint } from '../engine/index.ts'
import { executorPolicy } from '../policies/executor-policy.ts'
import { executorVocabulary } from '../policies/executor-vocabulary.ts'
import { randomStream } from '../random/random-stream.ts'
import { exactScorer } from '../scorers/index.ts'
import { defaultSplit, depthFamily, drawTasks } from '../tasks/index.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import { evaluateDesigns } from '../training/evaluate-designs.ts'
import { startExecutor } from '../training/start-executor.ts'
import type { Manifest } from './manifest.ts'

export interface CheckpointTraining {
  /** Where manifest and weights go. */
  readonly folder: string
  readonly seed: number
  readonly steps: number
}

const roles = ['answer', 'reduce']
const characters = '0123456789+-*()'
const heldOutTasks = 500

/** Expressions of up to five operators whose values, on the way too, lie in 0 to 99. */
const family = depthFamily({ values: { minimum: 0, maximum: 20 }, arithmetic: { range: 99 } })

const reducing = designAround(
  'current = expression repeat max 5 { stop when number(current) != none current = Reduce(current) } return current',
)

/** Trains the executor that comes with the package by supervision, and writes what it reaches on held-out expressions. */
export async function trainArithmeticCheckpoint(training: CheckpointTraining, say: (line: string) => void): Promise<void> {
  const loaded = await loadEngine('auto')
  if (loaded.kind === 'unavailable') throw new Error(loaded.reason)
  const vocabulary = executorVocabulary(roles, characters)
  const shape = { vocabulary: vocabulary.table.symbols.length, width: 64, layers: 2, heads: 4, positions: 64, feedForwardMultiple: 8, lookback: 3, restart: vocabulary.reply }
  const network = loaded.engine.createNetwork(shape, training.seed)
  const mix = [{ family, weight: 1 }]
  for (const progress of startExecutor(network, vocabulary, {
    seed: training.seed,
    mix,
    split: defaultSplit,
    batch: 192,
    learningRate: 0.005,
    warmUpSteps: 100,
    interval: 100,
    accuracy: 1,
    mostSteps: training.steps,
    slips: 0,
    accepts: ({ role, inputs }) => role === 'reduce' || (Object.values(inputs).join('').match(/[-+*]/g)?.length ?? 0) <= 1,
  })) {
    if (progress.accuracy !== null) say(`step ${progress.step}, loss ${progress.loss.toFixed(3)}, ${(100 * progress.accuracy).toFixed(1)} % of fresh replies right`)
  }
  const tasks = drawTasks({ mix, split: defaultSplit, side: 'held_out' }, heldOutTasks, randomStream(0, 'checkpoint'))
  const client = executorPolicy({ name: 'executor', network, vocabulary, temperature: 0, perceive: (text) => text })
  const measure = async (text: string): Promise<number> => {
    const parts = { designs: { kind: 'fixed' as const, text }, compiler: new DesignCompiler(), client, scorer: exactScorer }
    return (await evaluateDesigns(tasks, { run: 'checkpoint', seed: 0, repeats: 1 }, parts)).success
  }
  const reduced = await measure(reducing)
  const direct = await measure(directDesign)
  const measured = `${(100 * reduced).toFixed(1)} % of ${tasks.length} held-out expressions by repeated reduction, ${(100 * direct).toFixed(1)} % in one go`
  const signature = { parameters: [{ name: 'expression', type: 'string' }], result: 'string' }
  const manifest: Manifest = {
    version: 1,
    name: 'arithmetic',
    policy: 'executor',
    roles: roles.map((role) => ({ role, ...signature })),
    vocabularyRoles: roles,
    characters,
    temperature: 0,
    weights: 'executor.checkpoint',
    origin: { command: `npm run train:checkpoint -- --seed ${training.seed} --steps ${training.steps}`, seed: training.seed, measured },
  }
  writeWholeFile(join(training.folder, manifest.weights), writeCheckpoint(network.snapshot(), { optimizer: false }))
  writeWholeFile(join(training.folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  say(measured)
}
