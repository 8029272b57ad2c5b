import type { ModelRequest } from '../model/index.ts'

/** A model that thinks before it answers needs room for both. */
export const PROBE_TOKENS = 2048

/** A small request of the doctor's; probes change what they are about. Deterministic where the server lets it be. */
export const probeRequest = (prompt: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({
  node: 'doctor',
  agent: { name: 'Doctor', policy: 'executor', role: null, inputs: [], result: { kind: 'string' } },
  messages: [{ role: 'user', content: prompt }],
  output: { kind: 'text' },
  tools: [],
  sampling: { temperature: null, topP: null, maximumTokens: PROBE_TOKENS, seed: 1 },
  attempt: 1,
  turn: 1,
  ...changes,
})
