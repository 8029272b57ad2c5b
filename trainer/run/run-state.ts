import type { LoopPoint } from '../training/training-loop.ts'
import type { PreferredDesign } from '../training/preferred-designs.ts'
import type { FrontierEntry } from '../frontier/index.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import type { FileMark } from './lines-file.ts'
import type { EvaluationLine } from './training-event.ts'
import type { ExtensionNames } from './training-extensions.ts'

/** Where a run is. */
export type RunPosition =
  /** In the supervised start of a role, after its step `last`. */
  | { readonly kind: 'start'; readonly role: 'executor' | 'designer'; readonly last: SupervisedProgress | null }
  /** Between two steps. */
  | { readonly kind: 'training'; readonly point: LoopPoint }
  /** Everything is written. */
  | { readonly kind: 'finished'; readonly point: LoopPoint }

/** All that a run knows beside its weights; plain JSON. */
export interface RunState {
  readonly version: 1
  /** What computes: another backend would round otherwise. */
  readonly backend: string
  readonly extensions: ExtensionNames
  readonly position: RunPosition
  readonly evaluations: readonly EvaluationLine[]
  /** Of the latest evaluation. */
  readonly designs: readonly PreferredDesign[]
  /** Designs written in training, and how many of them compiled. */
  readonly written: number
  readonly compiled: number
  /** How much of `metrics.jsonl` belongs to this state. */
  readonly metrics: FileMark
  /** The same of `records.jsonl`; `null` where calls are not kept. */
  readonly records: FileMark | null
  /** The same of `designs.jsonl`; `null` where no frontier is measured. */
  readonly tried: FileMark | null
  /** What has been measured of the frontier. */
  readonly frontier: readonly FrontierEntry[]
}

/** A state with what the learners save; `null` for a role that has none. */
export interface SavedRun {
  readonly state: RunState
  readonly designer: Uint8Array | null
  readonly executor: Uint8Array | null
}

/** Where a run is, in words. */
export function positionText(position: RunPosition): string {
  switch (position.kind) {
    case 'start':
      return `in the supervised start of the ${position.role}, after step ${position.last?.step ?? 0}`
    case 'training':
      return `after ${position.point.step} training steps and ${position.point.requests.toLocaleString('en')} requests`
    case 'finished':
      return 'at its end'
  }
}
