import type { ModelRequest } from '../../runtime/model/model-client.ts'

/** A request as an agent without prompt makes it. */
export const request = (settings: Partial<ModelRequest> = {}): ModelRequest => ({
  node: 'main/draft',
  agent: { name: 'Writer', policy: 'executor', role: null, inputs: [], result: { kind: 'string' } },
  messages: [{ role: 'user', content: 'input:\na' }],
  output: { kind: 'text' },
  tools: [],
  sampling: { temperature: null, topP: null, maximumTokens: 100, seed: 7 },
  attempt: 1,
  turn: 1,
  ...settings,
})
