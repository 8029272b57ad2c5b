import type { CallRecord } from '../../trainer/records/index.ts'

/** A sound row of two tokens; tests replace what they are about. */
export function exampleCall(changes: Partial<CallRecord> = {}): CallRecord {
  return {
    run: 'r1',
    step: 0,
    task: 'depth:3+4',
    design: 1,
    execution: 1,
    node: 'main/draft',
    attempt: 1,
    turn: 1,
    agent: 'Answer',
    policy: 'executor',
    version: 3,
    promptTokens: [1, 2],
    tokens: [3, 4],
    logProbabilities: [-0.5, -0.25],
    masks: null,
    advantages: null,
    sampling: { temperature: 1, topP: null, maximumTokens: 8, seed: 7 },
    truncated: false,
    provenance: 'exact',
    ...changes,
  }
}
