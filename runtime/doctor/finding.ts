/** What came of one probe. */
export interface Finding {
  readonly name: ProbeName
  /** `unknown`: the probe could not be made, or its answer says nothing. */
  readonly verdict: 'yes' | 'no' | 'unknown'
  /** What was seen, in words. */
  readonly detail: string
}

export const probeNames = [
  'models',
  'answer',
  'usage',
  'temperature',
  'seed',
  'reasoning',
  'json_schema',
  'structured_outputs',
  'vllm_grammar',
  'sglang_grammar',
  'llama_cpp_grammar',
  'tools',
  'stream',
  'log_probabilities',
  'token_ids',
] as const

export type ProbeName = (typeof probeNames)[number]
