import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { backendNames, writeWholeFile } from '../../trainer/demonstration/index.ts'
import type { BackendChoice } from '../../trainer/demonstration/index.ts'
import { experimentTable, experiments, runExperiment } from '../../trainer/experiments/index.ts'
import { complain } from '../complain.ts'
import { DemonstrationView } from '../demonstration/demonstration-view.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { experimentPage } from '../report/experiment-page.ts'
import { planText, showExperiment } from '../experiments/show-experiment.ts'
import { watchInterruption } from '../run/interruption.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ExperimentCommandOptions {
  readonly seeds?: number
  readonly out?: string
  readonly backend?: string
}

/** Runs what an experiment has no result for yet, and shows the results of all its seeds; without a name, lists experiments. */
export async function experimentCommand(name: string | undefined, options: ExperimentCommandOptions, terminal: Terminal): Promise<ExitCode> {
  if (name === undefined) {
    for (const known of experiments) terminal.out.write(`${known.name}: ${known.question}.\n`)
    return EXIT.ok
  }
  const experiment = experiments.find((known) => known.name === name)
  if (experiment === undefined) {
    return complain(terminal, `there is no experiment "${name}": choose among ${experiments.map((known) => known.name).join(', ')}`)
  }
  const backend = options.backend ?? 'auto'
  if (!isBackend(backend)) return complain(terminal, `there is no backend "${backend}": choose auto, ${backendNames.join(', ')}`)
  const count = options.seeds ?? 3
  if (count < 1 || count > mostSeeds) return complain(terminal, `--seeds must be from 1 to ${mostSeeds}`)
  const seeds = Array.from({ length: count }, (_, index) => index + 1)
  const folder = options.out ?? join('runs', `experiment-${name}`)
  const processes = Math.min(2, availableParallelism())
  const interruption = watchInterruption()
  let view: DemonstrationView | null = null
  try {
    const ended = await runExperiment({ experiment, seeds, folder, backend, processes, signal: interruption.signal }, (event) => {
      switch (event.kind) {
        case 'planned':
          terminal.err.write(planText(event, processes))
          return
        case 'seed':
          view?.end()
          terminal.err.write(`seed ${event.seed}\n`)
          view = new DemonstrationView(terminal, experiment.settings, experiment.arms)
          return
        default:
          view?.show(event)
      }
    })
    switch (ended.kind) {
      case 'finished': {
        const rows = experimentTable(ended.results)
        const summary = { version: 1, experiment: name, seeds, settings: experiment.settings, rows }
        writeWholeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
        writeWholeFile(join(folder, 'report.html'), experimentPage(name, ended.results))
        terminal.out.write(showExperiment(experiment, seeds, rows, folder))
        return EXIT.ok
      }
      case 'unusable':
        return complain(terminal, ended.message)
      case 'arm_failed':
        complain(terminal, `${ended.message}; the same command runs what has no result yet`)
        return EXIT.runFailed
      case 'interrupted':
        terminal.err.write(`mas: interrupted; results so far are in ${join(folder, 'results')}. The same command goes on.\n`)
        return EXIT.interrupted
    }
  } finally {
    interruption.stop()
  }
}

const mostSeeds = 100

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
