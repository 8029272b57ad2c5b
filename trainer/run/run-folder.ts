import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readTrainingConfiguration } from '../configuration/index.ts'
import type { TrainingConfiguration } from '../configuration/index.ts'
import { writeWholeFile } from '../files/index.ts'
import type { SavedRun } from './run-state.ts'
import { readState } from './state-file.ts'

/** The files of a run's folder. */
export const runFiles = {
  configuration: 'configuration.json',
  metrics: 'metrics.jsonl',
  records: 'records.jsonl',
  events: join('tensorboard', 'events.out.tfevents.mas'),
  tried: 'designs.jsonl',
  state: join('checkpoints', 'run.state'),
  designer: join('checkpoints', 'designer.checkpoint'),
  executor: join('checkpoints', 'executor.checkpoint'),
  summary: 'summary.json',
} as const

/** What a folder holds of a run. */
export type FoundRun =
  | { readonly kind: 'none' }
  /** `saved` is `null` where the run was ended before it had written its first state: nothing is lost with it. */
  | { readonly kind: 'run'; readonly configuration: TrainingConfiguration; readonly saved: SavedRun | null }
  /** There is a run, and it cannot be resumed. */
  | { readonly kind: 'damaged'; readonly message: string }

/** Looks for a run. Throws what the file system throws, apart from files that are missing. */
export function findRun(folder: string): FoundRun {
  const path = (name: keyof typeof runFiles): string => join(folder, runFiles[name])
  if (!Object.values(runFiles).some((name) => existsSync(join(folder, name)))) return { kind: 'none' }
  if (!existsSync(path('configuration'))) return { kind: 'damaged', message: `${path('configuration')} is missing` }
  const read = readTrainingConfiguration(readFileSync(path('configuration'), 'utf8'))
  if (read.kind === 'error') {
    return { kind: 'damaged', message: `${path('configuration')} cannot be used: ${read.problems.join('; ')}` }
  }
  const { configuration } = read
  if (!existsSync(path('state'))) {
    const hasBegun = existsSync(path('metrics')) && readFileSync(path('metrics')).length > 0
    return hasBegun ? { kind: 'damaged', message: `${path('state')} is missing` } : { kind: 'run', configuration, saved: null }
  }
  const state = readState(readFileSync(path('state')))
  if (state.kind === 'invalid') return { kind: 'damaged', message: `${path('state')} is damaged: ${state.message}` }
  return { kind: 'run', configuration, saved: state.saved }
}

export function makeRunFolder(folder: string): void {
  mkdirSync(join(folder, dirname(runFiles.state)), { recursive: true })
}

export function writeConfiguration(folder: string, configuration: TrainingConfiguration): void {
  writeWholeFile(join(folder, runFiles.configuration), `${JSON.stringify(configuration, null, 2)}\n`)
}
