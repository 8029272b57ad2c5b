import type { ModelRequest } from '../model/index.ts'

/** A small request of the doctor's; probes change what they are about. Deterministic where the server lets it be. */
export const probeRequest = (prompt: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({
  node: 'doctor',
  agent: { name: 'Doctor', policy: 'executor', role: null, inputs: [], result: { kind: 'string' } },
  messages: [{ role: 'user', content: prompt }],
  output: { kind: 'text' },
  tools: [],
  sampling: { temperature: null, topP: null, maximumTokens: 256, seed: 1 },
  attempt: 1,
  turn: 1,
  ...changes,
})
