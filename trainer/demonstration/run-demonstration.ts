import { join } from 'node:path'
import { countDesigns } from '../../compiler/derivation/index.ts'
import { loadEngine } from '../engine/index.ts'
import type { BackendChoice } from '../engine/index.ts'
import { ArmFailure } from './arm-failure.ts'
import { peakMemory } from './arm-message.ts'
import type { ArmName } from './arms.ts'
import type { DemonstrationEvent } from './demonstration-event.ts'
import { heldOutLeakage } from './held-out-leakage.ts'
import { runArms } from './run-arms.ts'
import { failureFile, openRunFolder } from './run-folder.ts'
import { selfConsistency, trainedTeam } from './self-consistency.ts'
import type { DemonstrationSettings } from './settings.ts'
import type { spawnArm } from './spawn-arm.ts'
import { startTeam } from './start-team.ts'
import { compiledShareOf, summaryArm } from './summary.ts'
import type { Summary } from './summary.ts'
import { domain } from './team.ts'
import { writeTeam } from './team-files.ts'

export interface DemonstrationOptions {
  readonly settings: DemonstrationSettings
  readonly seed: number
  readonly backend: BackendChoice
  /** The run folder; made where it is missing. */
  readonly folder: string
  readonly arms: readonly ArmName[]
  /** Arms that run at the same time. */
  readonly processes: number
  readonly signal: AbortSignal
  /** How an arm's process is started; for tests. */
  readonly spawn?: typeof spawnArm
}

export type DemonstrationEnd =
  | { readonly kind: 'finished'; readonly summary: Summary }
  /** The folder cannot be written, or the backend asked for does not run here. */
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'arm_failed'; readonly message: string }
  | { readonly kind: 'interrupted' }

/** One supervised start, forked into arms of equal training requests, each in a process of its own. */
export async function runDemonstration(options: DemonstrationOptions, tell: (event: DemonstrationEvent) => void): Promise<DemonstrationEnd> {
  const { settings, seed, backend, arms, processes, signal } = options
  const began = performance.now()
  const loaded = await loadEngine(backend)
  if (loaded.kind === 'unavailable') {
    return { kind: 'unusable', message: `the ${loaded.backend} backend cannot be used: ${loaded.reason}` }
  }
  const { engine } = loaded
  const opened = openRunFolder(options.folder, { seed, backend, arms, settings })
  if (opened.kind === 'unusable') return opened
  const { folder } = opened
  const record = (event: DemonstrationEvent): void => {
    folder.record(event)
    tell(event)
  }

  const notUsed = engine.notUsed.map((entry) => `${entry.backend}: ${entry.reason}`)
  const reachableDesigns = String(countDesigns(domain.designs))
  tell({ kind: 'opened', backend: engine.backend, notUsed, designs: reachableDesigns, folder: folder.path })
  const start = startTeam(engine, settings, seed)
  for (let next = start.next(); ; next = start.next()) {
    if (next.done === true) {
      writeTeam(join(folder.path, 'start'), next.value)
      break
    }
    record({ kind: 'started', ...next.value })
    // The thread computes without a pause; a turn of the event loop lets progress and Ctrl-C through.
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) return { kind: 'interrupted' }
  }

  const order = { folder: folder.path, seed, backend: engine.backend, settings }
  const spawn = options.spawn === undefined ? {} : { spawn: options.spawn }
  try {
    const { results, votes, peakMiB } = await runArms({ order, arms, processes, signal, ...spawn }, record)
    const summary: Summary = {
      version: 1,
      seed,
      backend: engine.backend,
      wallSeconds: (performance.now() - began) / 1000,
      peakMiB: peakMemory() + peakMiB,
      arms: [...results, ...selfConsistency(results, votes)].map(summaryArm),
      designs: trainedTeam(results)?.designs ?? [],
      compiledShare: compiledShareOf(results),
      reachableDesigns,
      leakage: heldOutLeakage(settings),
      notUsed,
    }
    folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`)
    return { kind: 'finished', summary }
  } catch (fault) {
    if (signal.aborted) return { kind: 'interrupted' }
    if (!(fault instanceof ArmFailure)) throw fault
    const file = failureFile(fault.arm)
    folder.write(file, `${fault.message}\n\n${fault.complaints}`)
    return { kind: 'arm_failed', message: `${fault.message}; all that it said is in ${join(folder.path, file)}` }
  }
}
