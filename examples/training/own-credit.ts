// A credit estimator of one's own: only the last call of an execution is paid. Run it with: node examples/training/own-credit.ts [FOLDER]
import { normalise, readTrainingConfiguration, runTraining } from 'maslang/trainer'
import type { GroupEstimator } from 'maslang/trainer'

const lastCall: GroupEstimator = {
  // It compares executions with each other; kind: 'replay' is for estimators that run them again.
  kind: 'group',
  name: 'last_call',
  // What it compares executions with, so that a group of one stops training instead of teaching nothing.
  compares: 'task',
  // With true, each call says whether it could have had influence on the outcome.
  traced: false,
  // Which call is the last may depend on replies in an optimised graph: rollout.optimise is refused while executors train.
  optimised: false,
  estimate: ({ executions }, normalisation) => {
    const advantages = normalise(
      executions.map(({ reward }) => reward),
      normalisation,
    )
    return executions.map(({ calls }, position) =>
      calls.map((_, index) => (index === calls.length - 1 ? (advantages[position] ?? 0) : 0)),
    )
  },
}

const read = readTrainingConfiguration(
  JSON.stringify({
    tasks: { perStep: 8 },
    rollout: { designs: 2, executions: 4 },
    schedule: { preset: 'frozen_designer' },
    designer: { network: { width: 16 }, start: { mostSteps: 10 } },
    executor: { network: { width: 16 }, start: { mostSteps: 50 } },
    budget: { requests: 400 },
    evaluation: { tasksPerFamily: 20, repeats: 1 },
  }),
)
if (read.kind === 'error') throw new Error(read.problems.join('\n'))

const folder = process.argv[2] ?? 'runs/own-credit'
const extensions = { estimator: lastCall }
const ended = await runTraining({ configuration: read.configuration, folder, resume: true, extensions })
if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
console.log(`held-out success ${ended.summary.before.success.toFixed(2)} -> ${ended.summary.after.success.toFixed(2)}`)
