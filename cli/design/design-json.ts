import type { Bounds } from '../../compiler/index.ts'
import type { ScriptSummary } from '../../trainer/evaluation/index.ts'
import type { DesignedCandidate } from './design-candidates.ts'

/** What `mas design --json` prints, version 1. */
export interface DesignJson {
  readonly version: 1
  readonly seed: number
  /** The chosen script and its bounds; `null` where none can be used. */
  readonly script: string | null
  readonly bounds: Bounds | null
  readonly candidates: readonly {
    readonly candidate: number
    readonly usable: boolean
    readonly attempts: readonly { readonly problems: readonly string[]; readonly failure?: { readonly code: string; readonly message: string } }[]
    readonly summary?: ScriptSummary
  }[]
}

export function designJson(candidates: readonly DesignedCandidate[], best: DesignedCandidate | null, seed: number): DesignJson {
  const design = best?.designed.kind === 'designed' ? best.designed.design : null
  return {
    version: 1,
    seed,
    script: design?.script ?? null,
    bounds: design?.graph.bounds ?? null,
    candidates: candidates.map(({ candidate, designed, summary }) => ({
      candidate,
      usable: designed.kind === 'designed',
      attempts: designed.attempts.map(({ judgement, outcome }) => ({
        problems: judgement?.kind === 'problems' ? judgement.problems : [],
        ...(outcome.kind === 'failure' ? { failure: { code: outcome.code, message: outcome.message } } : {}),
      })),
      ...(summary === null ? {} : { summary }),
    })),
  }
}
