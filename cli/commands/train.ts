import { basename, extname, join } from 'node:path'
import { backendNames, readTrainingConfiguration, runTraining } from '../../trainer/index.ts'
import type { BackendChoice, TrainingConfiguration } from '../../trainer/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { watchInterruption } from '../run/interruption.ts'
import { readTextFile } from '../run/read-text-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { showTrainingSummary } from '../training/show-training-summary.ts'
import { taskExtensions } from '../training/task-extensions.ts'
import type { TaskFlags } from '../training/task-extensions.ts'
import { TrainingView } from '../training/training-view.ts'

export interface TrainOptions extends TaskFlags {
  readonly out?: string
  readonly seed?: number
  readonly backend?: string
  readonly resume?: boolean
}

/** Trains designer and executors by a configuration file, and leaves a run folder. */
export async function trainCommand(file: string, options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
  const { backend } = options
  if (backend !== undefined && !isBackend(backend)) {
    return complain(terminal, `there is no backend "${backend}": choose auto, ${backendNames.join(', ')}`)
  }
  const text = readTextFile(file)
  if (text.kind === 'error') return complain(terminal, text.message)
  const read = readTrainingConfiguration(text.text)
  if (read.kind === 'error') return complain(terminal, ...read.problems.map((problem) => `${file}: ${problem}`))
  const configuration: TrainingConfiguration = {
    ...read.configuration,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(backend === undefined ? {} : { backend }),
  }
  const own = await taskExtensions(options, configuration, terminal.workingFolder)
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

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
