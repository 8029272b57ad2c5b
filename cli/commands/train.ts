import { basename, dirname, extname, join, resolve } from 'node:path'
import { backendNames, readTrainingConfiguration, runTraining } from '../../trainer/index.ts'
import type { BackendChoice, TrainingConfiguration, TrainingExtensions } from '../../trainer/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { watchInterruption } from '../run/interruption.ts'
import { readTextFile } from '../run/read-text-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { showTrainingSummary } from '../training/show-training-summary.ts'
import { agentsOfDesigns, arithmeticDomain } from '../../trainer/team/index.ts'
import { taskMixOf } from '../../trainer/configuration/index.ts'
import { modelExecutor } from '../training/model-executor.ts'
import { taskExtensions } from '../training/task-extensions.ts'
import type { TaskExtensions, TaskFlags } from '../training/task-extensions.ts'
import { TrainingView } from '../training/training-view.ts'

export interface TrainOptions extends TaskFlags {
  readonly out?: string
  readonly seed?: number
  readonly backend?: string
  readonly resume?: boolean
  readonly agents?: string
  readonly model?: readonly string[]
  readonly config?: string
  readonly cache?: string
}

/** Trains designer and executors by a configuration file, and leaves a run folder. */
export async function trainCommand(file: string, options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
  const { backend } = options
  if (backend !== undefined && !isBackend(backend)) {
    return complain(terminal, `there is no backend "${backend}": choose auto, ${backendNames.join(', ')}`)
  }
  const text = readTextFile(file)
  if (text.kind === 'error') return complain(terminal, text.message)
  const read = readTrainingConfiguration(text.text, { models: (options.model ?? []).length > 0 || options.config !== undefined })
  if (read.kind === 'error') return complain(terminal, ...read.problems.map((problem) => `${file}: ${problem}`))
  const configuration = withFlags(read.configuration, file, options, terminal.workingFolder)
  const own = await extensionsOf(configuration, file, options, terminal)
  if (own.kind === 'error') return complain(terminal, ...own.problems)
  const folder = options.out ?? join('runs', `${basename(file, extname(file))}-seed-${configuration.seed}`)
  const view = new TrainingView(terminal, configuration)
  const interruption = watchInterruption()
  try {
    const resume = options.resume === true
    const ended = await runTraining({ configuration, folder, resume, signal: interruption.signal, extensions: own.extensions }, (event) => {
      view.show(event)
    })
    view.end()
    switch (ended.kind) {
      case 'finished':
        if (ended.earlier) terminal.err.write(`The run in ${folder} is finished; there is nothing to resume.\n`)
        terminal.out.write(showTrainingSummary(ended.summary, folder))
        return EXIT.ok
      case 'unusable':
        return complain(terminal, ...ended.problems)
      case 'stopped':
        complain(terminal, `training was stopped, ${ended.message}`, `what it had done is in ${folder}`)
        return EXIT.runFailed
      case 'interrupted':
        terminal.err.write(`mas: interrupted; what was trained so far is in ${folder}. To go on, give the same command with --resume.\n`)
        return EXIT.interrupted
    }
  } finally {
    interruption.stop()
  }
}

/** The configuration with what flags say in its place; its files as whole paths, so that the run folder's copy names them too. */
function withFlags(read: TrainingConfiguration, file: string, options: TrainOptions, workingFolder: string): TrainingConfiguration {
  const { backend, seed } = options
  const placed = (flag: string | undefined, setting: string | null): string | null => {
    if (flag !== undefined) return resolve(workingFolder, flag)
    return setting === null ? null : resolve(dirname(resolve(workingFolder, file)), setting)
  }
  return {
    ...read,
    ...(seed === undefined ? {} : { seed }),
    ...(backend === undefined || !isBackend(backend) ? {} : { backend }),
    designs: { ...read.designs, from: placed(options.agents, read.designs.from) },
    executor: { ...read.executor, models: placed(options.config, read.executor.models) },
  }
}

/** The tasks and the scorer that flags name, and the models that answer for the agents where there are some. */
async function extensionsOf(
  configuration: TrainingConfiguration,
  file: string,
  options: TrainOptions,
  terminal: Terminal,
): Promise<TaskExtensions | { readonly kind: 'ok'; readonly extensions: TrainingExtensions }> {
  const { designs, executor, rollout } = configuration
  const flags = options.model ?? []
  const models = flags.length > 0 || executor.models !== null
  if (!models) {
    const unused = [
      ...(designs.from === null ? [] : ['the agents of a file are answered by models: name them with --model SLOT=SPEC, or in executor.models']),
      ...(options.cache === undefined ? [] : ['--cache is for models, and none is named']),
    ]
    if (unused.length > 0) return { kind: 'error', problems: unused }
  }
  if (designs.from !== null && options.tasks === undefined) {
    return { kind: 'error', problems: ['agents of a file need tasks of a file: name them with --tasks'] }
  }
  const own = await taskExtensions(options, configuration, { workingFolder: terminal.workingFolder, models })
  if (own.kind === 'error' || !models) return own
  const domain = own.extensions.domain ?? arithmeticDomain(taskMixOf(configuration), rollout.mostRequests)
  const settings = { flags, configuration: executor.models, beside: designs.from ?? file }
  const cache = options.cache === undefined ? {} : { cache: resolve(terminal.workingFolder, options.cache) }
  const opened = await modelExecutor(agentsOfDesigns(domain.designs), { ...settings, ...cache }, terminal)
  return opened.kind === 'error' ? opened : { kind: 'ok', extensions: { ...own.extensions, executor: opened.executor } }
}

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
