import { shareRequests } from '../../runtime/model/index.ts'
import { evaluateScripts, summarize } from '../../trainer/evaluation/index.ts'
import type { ScriptSummary } from '../../trainer/evaluation/index.ts'
import { designScript } from '../../trainer/design/index.ts'
import type { DesignAttempt, Designed } from '../../trainer/design/index.ts'
import { retryPolicyOf } from '../run/retry-policy-of.ts'
import { watchReplies } from '../run/watch-replies.ts'
import type { PreparedRuns } from '../run/prepare-runs.ts'
import type { PreparedDesign } from './prepare-design.ts'

export interface DesignedCandidate {
  /** Counts from 1. */
  readonly candidate: number
  readonly designed: Designed
  /** What came of it on the tasks; `null` where it was not compared. */
  readonly summary: ScriptSummary | null
}

export interface DesignSettings {
  readonly candidates: number
  readonly repairs: number
  readonly maximumTokens: number
  readonly signal: AbortSignal
  readonly onAttempt: (attempt: DesignAttempt) => void
}

/** Tasks that the designer is shown. */
const SHOWN_EXAMPLES = 3

/** Has so many scripts written, one after the other: a local server is no faster at several. */
export async function designCandidates(prepared: PreparedDesign, settings: DesignSettings): Promise<readonly DesignedCandidate[]> {
  const candidates: DesignedCandidate[] = []
  const examples = (prepared.comparison?.tasks ?? []).slice(0, SHOWN_EXAMPLES).map(({ input, expected }) => ({ input, expected }))
  for (let candidate = 1; candidate <= settings.candidates && !settings.signal.aborted; candidate += 1) {
    const designed = await designScript({
      task: prepared.task,
      examples,
      requirements: prepared.requirements,
      model: prepared.model.clientFor(null),
      candidate,
      seed: prepared.seed,
      retries: prepared.retries,
      ...settings,
    })
    candidates.push({ candidate, designed, summary: null })
  }
  return candidates
}

/** Runs the candidates that can be used on the tasks, and tells what came of each. */
export async function compareCandidates(
  candidates: readonly DesignedCandidate[],
  runsOf: (candidate: DesignedCandidate) => PreparedRuns | null,
  { comparison, seed }: PreparedDesign,
  { signal, onNote }: { readonly signal: AbortSignal; readonly onNote: (slot: string, note: string) => void },
): Promise<readonly DesignedCandidate[]> {
  if (comparison === null) return candidates
  const limits = candidates.flatMap((candidate) => runsOf(candidate)?.limits ?? [])[0]
  if (limits === undefined) return candidates
  const shareForRun = shareRequests(limits.concurrency)
  const scripts = candidates.flatMap((candidate) => {
    const runs = runsOf(candidate)
    if (runs === null) return []
    const modelsFor = (task: string) => {
      const share = shareForRun()
      return new Map([...runs.models].map(([slot, model]) => [slot, watchReplies(share(model.clientFor(task)), slot, { truncated: new Set() }, onNote)] as const))
    }
    return [{ name: nameOf(candidate), graph: runs.graph, modelsFor, tools: runs.tools }]
  })
  const results = await evaluateScripts({
    scripts,
    tasks: comparison.tasks,
    scorer: comparison.scorer,
    repeat: 1,
    seed,
    concurrency: limits.concurrency,
    limits: { concurrentRequests: limits.concurrency, retries: retryPolicyOf(limits) },
    signal,
    onResult: () => undefined,
  })
  const summaries = summarize(results, scripts.map(({ name }) => name), seed)
  return candidates.map((candidate) => ({
    ...candidate,
    summary: summaries.find(({ script }) => script === nameOf(candidate)) ?? null,
  }))
}

const nameOf = ({ candidate }: DesignedCandidate): string => `candidate ${candidate}`

/** The one with the best score, then with the fewest requests, then the first; `null` where none can be used. */
export function bestCandidate(candidates: readonly DesignedCandidate[]): DesignedCandidate | null {
  const usable = candidates.filter(({ designed }) => designed.kind === 'designed')
  const scoreOf = ({ summary }: DesignedCandidate): number => summary?.score?.estimate ?? 0
  const requestsOf = ({ summary }: DesignedCandidate): number => summary?.requests ?? 0
  return [...usable].sort((left, right) => scoreOf(right) - scoreOf(left) || requestsOf(left) - requestsOf(right))[0] ?? null
}
