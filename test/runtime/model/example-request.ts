import type { ModelRequest } from '../../../runtime/model/model-client.ts'

/** A plain request for text; tests replace what they are about. */
export function exampleRequest(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    node: 'main/draft',
    agent: { name: 'Writer', policy: 'executor', role: 'You write.', inputs: [], result: { kind: 'string' } },
    messages: [
      { role: 'system', content: 'You write.' },
      { role: 'user', content: 'Write a line.' },
    ],
    output: { kind: 'text' },
    tools: [],
    sampling: { temperature: null, topP: null, maximumTokens: 100, seed: 7 },
    attempt: 1,
    turn: 1,
    ...changes,
  }
}
