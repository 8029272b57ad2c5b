import type { RunEvent } from '../../events/run-event.ts'

export const TRACE_VERSION = 1

/** The lines of a trace: one that opens it, the events of every run in the order in which they happened, one that ends it. */
export type TraceLine =
  | {
      readonly kind: 'trace'
      readonly version: typeof TRACE_VERSION
      readonly file: string
      readonly workflow: string
      readonly seed: number
      /** Descriptions of the models by slot. */
      readonly models: Readonly<Record<string, string>>
    }
  /** `task` is `null` for a run that was for no task. */
  | (RunEvent & { readonly task: string | null })
  /** Without it the trace is incomplete. */
  | { readonly kind: 'trace_end'; readonly runs: number }

/**
 * A line's text, without the line break. What a policy recorded of a reply for its own training is left out: it may be large,
 * and no JSON.
 */
export function traceLineText(line: TraceLine): string {
  if (line.kind !== 'request_finished' || line.outcome.kind !== 'reply') return JSON.stringify(line)
  return JSON.stringify({ ...line, outcome: { ...line.outcome, reply: { ...line.outcome.reply, record: undefined } } })
}
