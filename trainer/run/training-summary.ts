import type { TrainingConfiguration } from '../configuration/index.ts'
import { frontierSummary } from '../frontier/index.ts'
import type { FrontierSummary } from '../frontier/index.ts'
import type { Measured } from '../training/measured.ts'
import type { PreferredDesign } from '../training/preferred-designs.ts'
import type { LoopPoint } from '../training/training-loop.ts'
import { mostIdleSteps } from '../training/training-loop.ts'
import type { RunState } from './run-state.ts'
import type { EvaluationLine } from './training-event.ts'
import type { ExtensionNames } from './training-extensions.ts'

/** Why a training ended: its requests, its price or its steps are spent, its last phase is over, or its designs no longer call anybody. */
export type TrainingEndReason = 'requests' | 'price' | 'steps' | 'schedule' | 'idle'

/** `summary.json` of a run. It holds no time, so that equal runs have equal ones. */
export interface TrainingSummary {
  readonly version: 1
  readonly seed: number
  readonly backend: string
  /** What an embedding program brought. */
  readonly extensions: ExtensionNames
  readonly steps: number
  /** Training requests. */
  readonly requests: number
  /** What their replies cost, in the unit of the prices; 0 where no price is known. */
  readonly price: number
  readonly ended: TrainingEndReason
  readonly before: Measured
  readonly after: Measured
  /** Share of the designs written in training that compiled; `null` where none was written. */
  readonly compiledShare: number | null
  /** The most frequent designs of the last evaluation, by family and difficulty. */
  readonly designs: readonly PreferredDesign[]
  /** What designs are worth on held-out tasks, beside single agents and votes; `null` where executors learned, or none was asked for. */
  readonly frontier: FrontierSummary | null
}

/** The summary of a run that has come to this point. */
export function summaryOf(configuration: TrainingConfiguration, state: RunState, point: LoopPoint): TrainingSummary {
  const [first, last] = [state.evaluations[0], state.evaluations.at(-1)]
  if (first === undefined || last === undefined) throw new Error('a run that has ended was evaluated')
  return {
    version: 1,
    seed: configuration.seed,
    backend: state.backend,
    extensions: state.extensions,
    steps: point.step,
    requests: point.requests,
    price: point.price,
    ended: reasonOf(configuration, point),
    before: measuredIn(first),
    after: measuredIn(last),
    compiledShare: state.written === 0 ? null : state.compiled / state.written,
    designs: state.designs,
    frontier: state.frontier.length === 0 ? null : frontierSummary(state.frontier, configuration.seed),
  }
}

function reasonOf({ budget }: TrainingConfiguration, { step, requests, price, idle }: LoopPoint): TrainingEndReason {
  if (requests >= budget.requests) return 'requests'
  if (budget.price !== null && price >= budget.price) return 'price'
  if (budget.steps !== null && step >= budget.steps) return 'steps'
  return idle >= mostIdleSteps ? 'idle' : 'schedule'
}

const measuredIn = ({ success, interval, requestsPerTask, byFamily }: EvaluationLine): Measured => ({
  success,
  interval,
  requestsPerTask,
  byFamily,
})
