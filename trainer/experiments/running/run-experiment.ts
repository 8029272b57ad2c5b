import { mkdirSync } from 'node:fs'
import { ArmFailure } from '../../demonstration/arm-failure.ts'
import { loadEngine } from '../../engine/index.ts'
import type { BackendChoice } from '../../engine/index.ts'
import type { Experiment, ExperimentArm } from '../experiment.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { findResult, writeResult } from '../results/result-file.ts'
import { spawnGroup } from './spawn-group.ts'
import { startKey } from './start-key.ts'
import type { GroupMessage, GroupOrder } from './train-group.ts'

export interface ExperimentOptions {
  readonly experiment: Experiment
  readonly seeds: readonly number[]
  readonly folder: string
  readonly backend: BackendChoice
  /** Processes that run at the same time. */
  readonly jobs: number
  readonly signal: AbortSignal
  /** How a group's process is started; for tests. */
  readonly spawn?: typeof spawnGroup
}

export type ExperimentEvent =
  /** Before anything runs: arms with a result, arms to run, and the model requests that those will spend. */
  | { readonly kind: 'planned'; readonly done: number; readonly waiting: number; readonly requests: number }
  | (GroupMessage & { readonly seed: number })

export type ExperimentEnd =
  | { readonly kind: 'finished'; readonly results: readonly ExperimentResult[] }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'arm_failed'; readonly message: string }
  | { readonly kind: 'interrupted' }

/**
 * Runs every arm of every seed that has no result yet. Arms of one seed and the same supervised start are one process; each ends in a
 * result file, so that a run that was ended goes on where it was.
 */
export async function runExperiment(options: ExperimentOptions, tell: (event: ExperimentEvent) => void): Promise<ExperimentEnd> {
  const { experiment, seeds, folder, signal } = options
  const found = seeds.flatMap((seed) =>
    experiment.arms.map((arm) => ({ seed, arm, found: findResult(folder, experiment.name, seed, arm) })),
  )
  const wrong = found.find((entry) => entry.found.kind === 'unusable')
  if (wrong?.found.kind === 'unusable') return { kind: 'unusable', message: wrong.found.message }
  const waiting = found.filter((entry) => entry.found.kind === 'none')
  const requests = waiting.reduce((sum, { arm }) => sum + arm.configuration.budget.requests, 0)
  tell({ kind: 'planned', done: found.length - waiting.length, waiting: waiting.length, requests })
  if (waiting.length > 0) {
    const loaded = await loadEngine(options.backend)
    if (loaded.kind === 'unavailable') {
      return { kind: 'unusable', message: `the ${loaded.backend} backend cannot be used: ${loaded.reason}` }
    }
    try {
      mkdirSync(folder, { recursive: true })
      const orders = groupsOf(waiting).map((group) => ({ experiment: experiment.name, backend: loaded.engine.backend, ...group }))
      await runGroups(options, orders, tell)
    } catch (fault) {
      if (signal.aborted) return { kind: 'interrupted' }
      if (fault instanceof ArmFailure) return { kind: 'arm_failed', message: fault.message }
      if (!(fault instanceof Error && 'code' in fault)) throw fault
      return { kind: 'unusable', message: `the folder ${folder} cannot be written (${String(fault.code)})` }
    }
  }
  return { kind: 'finished', results: resultsOf(options) }
}

/** Runs groups in processes of their own. One that fails ends the others too, and rejects once all of them have ended. */
async function runGroups(options: ExperimentOptions, orders: readonly GroupOrder[], tell: (event: ExperimentEvent) => void): Promise<void> {
  const { folder, jobs, spawn = spawnGroup } = options
  const failure = new AbortController()
  const signal = AbortSignal.any([options.signal, failure.signal])
  const waiting = [...orders]
  const work = async (): Promise<void> => {
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      const { seed } = order
      const hear = (message: GroupMessage): void => {
        if (message.kind === 'result') writeResult(folder, message.result)
        tell({ ...message, seed })
      }
      try {
        await spawn(order, hear, signal)
      } catch (fault) {
        failure.abort(fault)
        throw fault
      }
    }
  }
  await Promise.allSettled(Array.from({ length: Math.max(1, jobs) }, work))
  signal.throwIfAborted()
}

interface Group {
  readonly seed: number
  readonly arms: readonly ExperimentArm[]
}

function groupsOf(waiting: readonly { readonly seed: number; readonly arm: ExperimentArm }[]): readonly Group[] {
  const groups = Map.groupBy(waiting, ({ seed, arm }) => `${seed} ${startKey(arm)}`)
  return [...groups.values()].map((group) => ({ seed: group[0]?.seed ?? 0, arms: group.map(({ arm }) => arm) }))
}

function resultsOf({ experiment, seeds, folder }: ExperimentOptions): readonly ExperimentResult[] {
  return seeds.flatMap((seed) =>
    experiment.arms.flatMap((arm) => {
      const found = findResult(folder, experiment.name, seed, arm)
      return found.kind === 'result' ? [found.result] : []
    }),
  )
}
