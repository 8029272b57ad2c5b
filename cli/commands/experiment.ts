import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { backendNames, writeWholeFile } from '../../trainer/demonstration/index.ts'
import type { BackendChoice } from '../../trainer/demonstration/index.ts'
import { experiments, experimentTable, runExperiment } from '../../trainer/experiments/index.ts'
import type { Experiment, ExperimentResult } from '../../trainer/experiments/index.ts'
import { complain } from '../complain.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { showExperiment } from '../experiments/show-experiment.ts'
import { eventText } from '../experiments/show-progress.ts'
import { experimentPage } from '../report/experiment-page.ts'
import { interruptible } from '../run/interruption.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ExperimentCommandOptions {
  readonly seeds?: number
  readonly out?: string
  readonly backend?: string
  readonly jobs?: number
  readonly json?: boolean
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
  const count = options.seeds ?? 5
  if (count < 1 || count > mostSeeds) return complain(terminal, `--seeds must be from 1 to ${mostSeeds}`)
  const jobs = options.jobs ?? Math.min(2, availableParallelism())
  if (jobs < 1 || jobs > mostJobs) return complain(terminal, `--jobs must be from 1 to ${mostJobs}`)
  const seeds = Array.from({ length: count }, (_, index) => index + 1)
  const folder = options.out ?? join('runs', `experiment-${name}`)
  const ended = await interruptible((signal) =>
    runExperiment({ experiment, seeds, folder, backend, jobs, signal }, (event) => {
      terminal.err.write(eventText(event, jobs))
    }),
  )
  switch (ended.kind) {
    case 'finished': {
      const summary = summaryOf(experiment, ended.results)
      writeWholeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
      writeWholeFile(join(folder, 'report.html'), experimentPage(name, ended.results))
      terminal.out.write(options.json === true ? `${JSON.stringify(summary)}\n` : showExperiment(experiment, summary, folder))
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
}

/** `summary.json`, and what `--json` writes. */
export type ExperimentSummary = ReturnType<typeof summaryOf>

const summaryOf = (experiment: Experiment, results: readonly ExperimentResult[]) => ({
  version: 2,
  experiment: experiment.name,
  seeds: [...new Set(results.map(({ seed }) => seed))],
  verdicts: experiment.judge(results),
  rows: experimentTable(results),
})

const mostSeeds = 100

const mostJobs = 64

const isBackend = (name: string): name is BackendChoice => name === 'auto' || backendNames.some((known) => known === name)
