import type { EvaluationResult } from './evaluation-result.ts'

const outages: ReadonlySet<string> = new Set(['model_connection', 'model_unavailable', 'model_rate_limited', 'model_timeout'])

/** Whether a run failed because a server was away: that says nothing of the script, and is not kept. */
export const isOutage = ({ outcome }: EvaluationResult): boolean => outcome.kind === 'failed' && outages.has(outcome.code)
