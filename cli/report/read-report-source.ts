import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { readMetrics, readTrainingConfiguration, runFiles } from '../../trainer/index.ts'
import { readResults } from '../../trainer/experiments/index.ts'
import type { ExperimentResult } from '../../trainer/experiments/index.ts'
import { readTextFile, reasonOf } from '../run/read-text-file.ts'
import type { ReportedRun } from './run-page.ts'

/** What a report can be made of. */
export type ReportSource =
  | { readonly kind: 'run'; readonly run: ReportedRun }
  | { readonly kind: 'experiment'; readonly name: string; readonly results: readonly ExperimentResult[] }
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The folder of a training run, or that of an experiment. */
export function readReportSource(folder: string): ReportSource {
  try {
    if (!statSync(folder).isDirectory()) return error(`${folder} is not a folder`)
    const name = basename(resolve(folder))
    const read = readResults(folder)
    if (read.kind === 'unusable') return error(read.message)
    if (read.results.length > 0) return { kind: 'experiment', name, results: read.results }
    if (existsSync(join(folder, runFiles.metrics))) return readRun(folder, name)
    return error(`${folder} holds no training run and no results of an experiment`)
  } catch (problem) {
    return error(`${folder} ${reasonOf(problem)}`)
  }
}

function readRun(folder: string, name: string): ReportSource {
  const [configurationPath, metricsPath] = [join(folder, runFiles.configuration), join(folder, runFiles.metrics)]
  const [configurationText, metricsText] = [readTextFile(configurationPath), readTextFile(metricsPath)]
  if (configurationText.kind === 'error') return error(configurationText.message)
  if (metricsText.kind === 'error') return error(metricsText.message)
  const read = readTrainingConfiguration(configurationText.text)
  if (read.kind === 'error') return error(...read.problems.map((problem) => `${configurationPath}: ${problem}`))
  const metrics = readMetrics(metricsText.text)
  if (metrics.kind === 'invalid') return error(`${metricsPath}, line ${metrics.line}: no line of metrics of this version`)
  return { kind: 'run', run: { name, configuration: read.configuration, lines: metrics.lines } }
}

const error = (...problems: readonly string[]): ReportSource => ({ kind: 'error', problems })
