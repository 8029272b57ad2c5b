// A scorer of one's own: half the score for a result that is off by one. Run it with: node examples/training/own-scorer.ts [FOLDER]
import { functionScorer, readTrainingConfiguration, runTraining } from 'maslang/trainer'

// It sees the typed result of a run that came to one; a run that failed scores 0. `null` says that it cannot judge.
const near = functionScorer('near', (value, { expected }) => {
  if (expected === undefined) return null
  const distance = Math.abs(Number(value) - Number(expected))
  return distance === 0 ? 1 : distance === 1 ? 0.5 : 0
})

const read = readTrainingConfiguration(
  JSON.stringify({
    tasks: { families: { plain: {} }, perStep: 8 },
    rollout: { designs: 2, executions: 2 },
    designer: { network: { width: 16 }, start: { mostSteps: 10 } },
    executor: { network: { width: 16 }, start: { mostSteps: 50 } },
    budget: { requests: 300 },
    evaluation: { tasksPerFamily: 20, repeats: 1 },
  }),
)
if (read.kind === 'error') throw new Error(read.problems.join('\n'))

const folder = process.argv[2] ?? 'runs/own-scorer'
const ended = await runTraining(
  { configuration: read.configuration, folder, resume: true, extensions: { scorer: near } },
  (event) => {
    if (event.kind === 'step') console.log(`step ${event.step + 1}: mean score ${event.score?.toFixed(2) ?? 'none'}`)
  },
)
if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
console.log(`held-out score ${ended.summary.before.success.toFixed(2)} -> ${ended.summary.after.success.toFixed(2)}`)
