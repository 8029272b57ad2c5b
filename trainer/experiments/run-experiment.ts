import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ArmFailure } from '../demonstration/arm-failure.ts'
import type { ArmName } from '../demonstration/arms.ts'
import type { ArmStepEvent, DemonstrationEvent } from '../demonstration/demonstration-event.ts'
import { runArms } from '../demonstration/run-arms.ts'
import type { spawnArm } from '../demonstration/spawn-arm.ts'
import { startTeam } from '../demonstration/start-team.ts'
import { writeTeam } from '../demonstration/team-files.ts'
import { loadEngine } from '../engine/index.ts'
import type { BackendChoice, Engine } from '../engine/index.ts'
import type { Experiment } from './experiment.ts'
import { curveOf } from './curve.ts'
import { findResult, writeResult } from './result-file.ts'
import type { ExperimentResult } from './result-file.ts'

export interface ExperimentOptions {
  readonly experiment: Experiment
  readonly seeds: readonly number[]
  readonly folder: string
  readonly backend: BackendChoice
  readonly processes: number
  readonly signal: AbortSignal
  /** How an arm's process is started; for tests. */
  readonly spawn?: typeof spawnArm
}

export type ExperimentEvent =
  /** Before anything runs: arms with a result, arms to run, and the model requests that those will spend. */
  | { readonly kind: 'planned'; readonly done: number; readonly waiting: number; readonly requests: number }
  | { readonly kind: 'seed'; readonly seed: number }
  | DemonstrationEvent

export type ExperimentEnd =
  | { readonly kind: 'finished'; readonly results: readonly ExperimentResult[] }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'arm_failed'; readonly message: string }
  | { readonly kind: 'interrupted' }

/**
 * Runs every arm of every seed that has no result yet. Arms of one seed fork from one supervised start; each ends in a result file, so
 * that a run that was ended goes on where it was.
 */
export async function runExperiment(options: ExperimentOptions, tell: (event: ExperimentEvent) => void): Promise<ExperimentEnd> {
  const { experiment, seeds, folder, signal } = options
  const found = seeds.flatMap((seed) =>
    experiment.arms.map((arm) => ({ seed, arm, found: findResult(folder, seed, arm, experiment.settings) })),
  )
  const wrong = found.find((entry) => entry.found.kind === 'unusable')
  if (wrong?.found.kind === 'unusable') return { kind: 'unusable', message: wrong.found.message }
  const waiting = found.filter((entry) => entry.found.kind === 'none')
  const requests = waiting.length * experiment.settings.requests
  tell({ kind: 'planned', done: found.length - waiting.length, waiting: waiting.length, requests })
  if (waiting.length > 0) {
    const loaded = await loadEngine(options.backend)
    if (loaded.kind === 'unavailable') {
      return { kind: 'unusable', message: `the ${loaded.backend} backend cannot be used: ${loaded.reason}` }
    }
    try {
      for (const seed of seeds) {
        const arms = waiting.filter((entry) => entry.seed === seed).map(({ arm }) => arm)
        if (arms.length === 0) continue
        tell({ kind: 'seed', seed })
        await runSeed(options, loaded.engine, seed, arms, tell)
      }
    } catch (fault) {
      if (signal.aborted) return { kind: 'interrupted' }
      if (fault instanceof ArmFailure) return { kind: 'arm_failed', message: fault.message }
      if (!(fault instanceof Error && 'code' in fault)) throw fault
      return { kind: 'unusable', message: `the folder ${folder} cannot be written (${String(fault.code)})` }
    }
  }
  return { kind: 'finished', results: resultsOf(options) }
}

async function runSeed(
  options: ExperimentOptions,
  engine: Engine,
  seed: number,
  arms: readonly ArmName[],
  tell: (event: ExperimentEvent) => void,
): Promise<void> {
  const { experiment, folder, processes, signal, spawn } = options
  const { settings } = experiment
  const home = join(folder, `seed-${seed}`)
  await startOnce(engine, options, seed, home, tell)
  const order = { folder: home, seed, backend: engine.backend, settings }
  const steps: ArmStepEvent[] = []
  const keep = (result: ExperimentResult['result'], votes: ExperimentResult['votes']): void => {
    const arm = arms.find((name) => name === result.name)
    if (arm === undefined) return
    const curve = curveOf(steps.filter((step) => step.arm === arm))
    writeResult(folder, arm, { version: 1, seed, backend: engine.backend, settings, result, votes, curve })
  }
  const hear = (event: DemonstrationEvent): void => {
    if (event.kind === 'step') steps.push(event)
    tell(event)
  }
  await runArms({ order, arms, processes, signal, keep, ...(spawn === undefined ? {} : { spawn }) }, hear)
}

/** The supervised start of a seed; one that is there already, from a run that was ended, is used again. */
async function startOnce(
  engine: Engine,
  { experiment, signal }: ExperimentOptions,
  seed: number,
  home: string,
  tell: (event: ExperimentEvent) => void,
): Promise<void> {
  const start = join(home, 'start')
  if (existsSync(join(start, 'executor.checkpoint'))) return
  mkdirSync(start, { recursive: true })
  const steps = startTeam(engine, experiment.settings, seed)
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) return writeTeam(start, next.value)
    tell({ kind: 'started', ...next.value })
    // The thread computes without a pause; a turn of the event loop lets progress and Ctrl-C through.
    await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
  }
}

function resultsOf({ experiment, seeds, folder }: ExperimentOptions): readonly ExperimentResult[] {
  return seeds.flatMap((seed) =>
    experiment.arms.flatMap((arm) => {
      const found = findResult(folder, seed, arm, experiment.settings)
      return found.kind === 'result' ? [found.result] : []
    }),
  )
}
