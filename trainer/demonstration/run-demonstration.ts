import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { countDesigns } from '../../compiler/derivation/index.ts'
import type { BackendChoice } from '../engine/index.ts'
import type { ArmName } from './arms.ts'
import type { ArmResult } from './arm-result.ts'
import type { DemonstrationEvent } from './demonstration-event.ts'
import { designSpecification } from './design-specification.ts'
import type { VoteResult } from './run-arm-process.ts'
import type { DemonstrationSettings } from './settings.ts'
import { spawnArm } from './spawn-arm.ts'
import { startTeam } from './start-team.ts'
import { compiledShareOf, summaryArm } from './summary.ts'
import type { Summary } from './summary.ts'
import { openEngine } from './team.ts'
import { writeTeam } from './team-files.ts'
import { writeWholeFile } from './write-whole-file.ts'

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
}

/** One supervised start, forked into arms of equal training requests, each in a process of its own. */
export async function runDemonstration(options: DemonstrationOptions, tell: (event: DemonstrationEvent) => void): Promise<Summary> {
  const { settings, seed, folder } = options
  const began = performance.now()
  mkdirSync(join(folder, 'start'), { recursive: true })
  mkdirSync(join(folder, 'arms'), { recursive: true })
  const metrics = join(folder, 'metrics.jsonl')
  writeWholeFile(join(folder, 'configuration.json'), `${JSON.stringify({ seed, backend: options.backend, arms: options.arms, settings }, null, 2)}\n`)
  writeWholeFile(metrics, '')
  const record = (event: DemonstrationEvent): void => {
    appendFileSync(metrics, `${JSON.stringify(event)}\n`)
    tell(event)
  }

  const engine = await openEngine(options.backend)
  const notUsed = engine.notUsed.map(({ backend, reason }) => `${backend}: ${reason}`)
  const reachableDesigns = String(countDesigns(designSpecification))
  tell({ kind: 'opened', backend: engine.backend, notUsed, designs: reachableDesigns, folder })
  const start = startTeam(engine, settings, seed)
  for (let next = start.next(); ; next = start.next()) {
    if (next.done === true) {
      writeTeam(join(folder, 'start'), next.value)
      break
    }
    record({ kind: 'started', ...next.value })
    // The thread computes without a pause; a turn of the event loop lets progress and Ctrl-C through.
    await new Promise((resolve) => setImmediate(resolve))
    options.signal.throwIfAborted()
  }

  const results: ArmResult[] = []
  const votes: VoteResult[] = []
  const waiting = [...options.arms]
  // An arm that fails ends the others too: the comparison is lost anyway, and nobody should wait for the rest of it.
  const failure = new AbortController()
  const signal = AbortSignal.any([options.signal, failure.signal])
  const work = async (): Promise<void> => {
    for (let arm = waiting.shift(); arm !== undefined; arm = waiting.shift()) {
      const order = { arm, folder, seed, backend: engine.backend, settings }
      await spawnArm(order, (event) => {
        if (event.kind === 'vote') votes.push(event)
        else record(event)
        if (event.kind === 'arm_finished') results.push(event.result)
      }, signal).catch((fault: unknown) => {
        failure.abort(fault)
        throw fault
      })
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, options.processes) }, work))

  const ordered = options.arms.flatMap((name) => results.filter((result) => result.name === name))
  const all = [...ordered, ...selfConsistency(ordered, votes)]
  const team = ordered.find((result) => result.designs.length > 0)
  const summary: Summary = {
    version: 1,
    seed,
    backend: engine.backend,
    wallSeconds: (performance.now() - began) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    arms: all.map(summaryArm),
    designs: team?.designs ?? [],
    compiledShare: compiledShareOf(ordered),
    reachableDesigns,
    notUsed,
  }
  writeWholeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return summary
}

/** The single agent's executors under the vote whose cost is nearest to the trained team's requests per task. */
function selfConsistency(results: readonly ArmResult[], votes: readonly VoteResult[]): readonly ArmResult[] {
  const [team] = results
  if (team === undefined) return []
  const cost = Math.max(1, Math.round(team.after.requestsPerTask))
  const nearest = votes.toSorted((a, b) => Math.abs(a.size - cost) - Math.abs(b.size - cost))[0]
  return nearest === undefined ? [] : [nearest.result]
}
