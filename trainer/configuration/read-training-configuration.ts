import { Ajv } from 'ajv'
import { lowestReward } from '../rollout/index.ts'
import { presetSchedule } from '../schedule/index.ts'
import type { Phase, Schedule, SchedulePreset, Trained } from '../schedule/index.ts'
import { configurationProblems } from './configuration-problems.ts'
import { explainProblem } from './explain-problem.ts'
import { modelDefaults, namesModels, withDefaults } from './model-defaults.ts'
import { namesDesignerNetwork, unusedSettings, writesPhases } from './unused-settings.ts'
import { trainingConfigurationSchema } from './training-configuration-schema.ts'
import type { CreditConfiguration, TrainingConfiguration } from './training-configuration.ts'

export type ReadTrainingConfiguration =
  | { readonly kind: 'ok'; readonly configuration: TrainingConfiguration }
  /** One text per mistake, each with its path in the file. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The file once it fits the schema and its defaults have been filled in. */
type FilledConfiguration = Omit<TrainingConfiguration, 'credit' | 'schedule'> & {
  readonly credit: Omit<CreditConfiguration, 'rejected'> & { readonly rejected?: number }
  readonly schedule: {
    readonly preset: SchedulePreset
    readonly stageSteps: number
    readonly phases?: readonly WrittenPhase[]
    readonly repeat: boolean
  }
}

interface WrittenPhase {
  readonly train: Trained
  readonly steps?: number
  readonly until?: {
    readonly kind: 'plateau' | 'target'
    readonly value?: number
    readonly patience?: number
    readonly delta: number
    readonly mostSteps: number
  }
}

const fill = new Ajv({ allErrors: true, verbose: true, useDefaults: true, allowUnionTypes: true }).compile<FilledConfiguration>(
  trainingConfigurationSchema,
)

/**
 * Reads the text of a training configuration; what it leaves out has its default, those for models where it names some or `models` says
 * that there are. Says everything that is wrong at once.
 */
export function readTrainingConfiguration(text: string, { models = false }: { readonly models?: boolean } = {}): ReadTrainingConfiguration {
  let written: unknown
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { kind: 'error', problems: [`it is not valid JSON: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const unused = unusedSettings(written)
  if (models || namesModels(written)) written = withDefaults(written, writesPhases(written) ? { ...modelDefaults, schedule: {} } : modelDefaults)
  const hasDesignerNetwork = namesDesignerNetwork(written)
  if (!fill(written)) return { kind: 'error', problems: [...new Set([...(fill.errors ?? []).map(explainProblem), ...unused])] }
  const phaseProblems = [...unused, ...(written.schedule.phases ?? []).flatMap(problemsOfPhase)]
  if (phaseProblems.length > 0) return { kind: 'error', problems: phaseProblems }
  const configuration = withOneNetwork(complete(written), hasDesignerNetwork)
  const problems = configurationProblems(configuration)
  return problems.length > 0 ? { kind: 'error', problems } : { kind: 'ok', configuration }
}

/** The configuration that leaves everything out. */
export function defaultTrainingConfiguration(): TrainingConfiguration {
  const read = readTrainingConfiguration('{}')
  if (read.kind === 'error') throw new Error(`the defaults are no configuration: ${read.problems.join('; ')}`)
  return read.configuration
}

function complete(filled: FilledConfiguration): TrainingConfiguration {
  const { seed, backend, records, tasks, designs, rollout, credit, schedule, weights, designer, executor, budget, evaluation, frontier, guards } = filled
  const rejected = credit.rejected ?? lowestReward(credit, rollout.mostRequests, designer.network.positions)
  return {
    seed,
    backend,
    records,
    tasks,
    designs,
    rollout,
    credit: { ...credit, rejected },
    schedule: completeSchedule(schedule),
    weights,
    designer,
    executor,
    budget,
    evaluation,
    frontier,
    guards,
  }
}

/** Where one network plays both roles, that of the executors, with positions enough for designs. */
function withOneNetwork(configuration: TrainingConfiguration, hasDesignerNetwork: boolean): TrainingConfiguration {
  const { weights, designer, executor } = configuration
  if (weights === 'separate' || hasDesignerNetwork) return configuration
  const network = { ...executor.network, positions: Math.max(executor.network.positions, designer.network.positions) }
  return { ...configuration, designer: { ...designer, network }, executor: { ...executor, network } }
}

function completeSchedule({ preset, stageSteps, phases, repeat }: FilledConfiguration['schedule']): Schedule {
  return phases === undefined ? presetSchedule(preset, stageSteps) : { phases: phases.map(completePhase), repeat }
}

function completePhase({ train, steps, until }: WrittenPhase): Phase {
  if (until === undefined) return { train, steps: steps ?? 0 }
  const { kind, value = NaN, patience = 0, delta, mostSteps } = until
  return { train, until: kind === 'target' ? { kind, value, mostSteps } : { kind, patience, delta, mostSteps } }
}

function problemsOfPhase({ steps, until }: WrittenPhase, position: number): readonly string[] {
  const where = `schedule.phases[${position}]`
  if ((steps === undefined) === (until === undefined)) return [`${where}: has either "steps" or "until"`]
  const needed = until?.kind === 'target' ? 'value' : 'patience'
  return until !== undefined && until[needed] === undefined ? [`${where}.until: "${needed}" is missing`] : []
}
