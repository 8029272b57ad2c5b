import type { Bounds } from '../../compiler/index.ts'
import type { DesignAttempt } from '../../trainer/design/index.ts'
import { printable } from '../terminal/printable.ts'

/** What came of an attempt, in a line, and under it what is wrong. */
export function attemptLine({ candidate, attempt, outcome, judgement }: DesignAttempt): string {
  const heading = `candidate ${candidate}, attempt ${attempt}:`
  if (outcome.kind === 'failure') return `${heading} ${outcome.code}: ${printable(outcome.message)}`
  if (judgement === null) return `${heading} no script`
  if (judgement.kind === 'fits') return `${heading} a script that can be used`
  return [heading, ...judgement.problems.flatMap((problem) => problem.split('\n')).map((line) => `  ${printable(line)}`)].join('\n')
}

export const boundsLine = ({ calls, tool_calls: toolCalls, tokens, depth }: Bounds): string =>
  `at most ${calls} requests, ${toolCalls} tool calls, ${tokens} tokens, depth ${depth}`

/** An attempt as a line of a trace, with what was asked, what came back, and what is wrong with it. */
export interface AttemptTraceLine {
  readonly kind: 'design_attempt'
  readonly candidate: number
  readonly attempt: number
  readonly request: DesignAttempt['request']
  readonly outcome: DesignAttempt['outcome']
  readonly problems: readonly string[]
}

export const traceLineOfAttempt = ({ candidate, attempt, request, outcome, judgement }: DesignAttempt): AttemptTraceLine => ({
  kind: 'design_attempt',
  candidate,
  attempt,
  request,
  outcome,
  problems: judgement?.kind === 'problems' ? judgement.problems : [],
})
