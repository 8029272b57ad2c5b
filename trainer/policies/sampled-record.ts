import type { LegalTokens, Sample } from '../engine/index.ts'

/** What a policy wrote down when it drew a completion: everything that training on it takes. */
export interface SampledRecord {
  readonly kind: 'sampled'
  readonly policy: string
  /** The version of the weights that drew it. */
  readonly version: number
  readonly promptTokens: readonly number[]
  readonly tokens: readonly number[]
  /** Natural logarithms, under the masks and the temperature in force. */
  readonly logProbabilities: readonly number[]
  readonly masks: readonly LegalTokens[] | null
  readonly temperature: number
  readonly truncated: boolean
  /** `exact`: the ids are those that the network drew. */
  readonly provenance: 'exact'
}

export const sampledRecord = (
  policy: string,
  version: number,
  promptTokens: readonly number[],
  temperature: number,
  sample: Sample,
): SampledRecord => ({
  kind: 'sampled',
  policy,
  version,
  promptTokens,
  tokens: sample.tokens,
  logProbabilities: sample.logProbabilities,
  masks: sample.masks,
  temperature,
  truncated: sample.truncated,
  provenance: 'exact',
})

/** Reads back a record that travelled through the runtime as something unknown. */
export function isSampledRecord(record: unknown): record is SampledRecord {
  return typeof record === 'object' && record !== null && 'kind' in record && record.kind === 'sampled'
}
