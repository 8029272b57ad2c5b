import type { ArmMessage } from './arm-message.ts'
import type { ArmName } from './arms.ts'
import type { ArmResult } from './arm-result.ts'
import type { DemonstrationEvent } from './demonstration-event.ts'
import type { ArmOrder, VoteResult } from './run-arm-process.ts'
import { spawnArm } from './spawn-arm.ts'

export interface ArmsRun {
  /** What every arm is ordered, beside its name. */
  readonly order: Omit<ArmOrder, 'arm'>
  readonly arms: readonly ArmName[]
  /** Arms that run at the same time. */
  readonly processes: number
  readonly signal: AbortSignal
  readonly spawn?: typeof spawnArm
}

export interface ArmsEnd {
  /** In the order of the arms. */
  readonly results: readonly ArmResult[]
  readonly votes: readonly VoteResult[]
  /** The most memory that arms running at the same time can have had: the sum of the largest peaks, one per process. */
  readonly peakMiB: number
}

/** Runs arms in processes of their own. One that fails ends the others too, and rejects once all of them have ended. */
export async function runArms(run: ArmsRun, tell: (event: DemonstrationEvent) => void): Promise<ArmsEnd> {
  const results: ArmResult[] = []
  const votes: VoteResult[] = []
  const peaks: number[] = []
  const hear = (message: ArmMessage): void => {
    if (message.kind === 'ended') return void peaks.push(message.peakMiB)
    if (message.kind === 'vote') return void votes.push(message)
    if (message.kind === 'arm_finished') results.push(message.result)
    tell(message)
  }
  // The comparison is lost with the first arm that fails: nobody should wait for the rest of it.
  const failure = new AbortController()
  const signal = AbortSignal.any([run.signal, failure.signal])
  const waiting = [...run.arms]
  const work = async (): Promise<void> => {
    for (let arm = waiting.shift(); arm !== undefined; arm = waiting.shift()) {
      try {
        await (run.spawn ?? spawnArm)({ ...run.order, arm }, hear, signal)
      } catch (fault) {
        failure.abort(fault)
        throw fault
      }
    }
  }
  const processes = Math.max(1, run.processes)
  await Promise.allSettled(Array.from({ length: processes }, work))
  signal.throwIfAborted()
  return {
    results: run.arms.flatMap((name) => results.filter((result) => result.name === name)),
    votes,
    peakMiB: peaks.toSorted((a, b) => b - a).slice(0, processes).reduce((sum, peak) => sum + peak, 0),
  }
}
