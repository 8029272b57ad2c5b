import type { ExecutionOutcome } from './rollout-tree.ts'

/**
 * How often each failure occurs among outcomes, the most frequent first: by the code of a failure, `budget_tokens` and
 * `budget_seconds` for a spent budget, `cancelled` for a run that was given up.
 */
export function failureCounts(outcomes: readonly ExecutionOutcome[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) {
    const code = codeOf(outcome)
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1)))
}

/** Such as `model_bad_reply: 3, timeout: 1`. */
export const failureText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${code}: ${count}`)
    .join(', ')

function codeOf(outcome: ExecutionOutcome): string | null {
  switch (outcome.kind) {
    case 'ok':
      return null
    case 'failed':
      return outcome.code
    case 'stopped':
      return `budget_${outcome.reason}`
    case 'cancelled':
      return 'cancelled'
  }
}
