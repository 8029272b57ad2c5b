import { expect, test } from 'vitest'
import { retryPolicyOf } from '../../../cli/run/retry-policy-of.ts'
import { keyInPlan } from '../../../cli/runs/key-in-plan.ts'
import type { RunPlan } from '../../../cli/runs/run-plan.ts'
import { emptyConfiguration } from '../../../runtime/configuration/index.ts'

function plan({ topic = 'rain', graph = '{}', spec = 'openai:m@http://localhost', server = 'https://tools.example/mcp' }): RunPlan {
  const { limits } = emptyConfiguration
  const mcp = { tools: { url: server, keyEnvironment: null, timeoutSeconds: 1 } }
  const found = { configuration: { ...emptyConfiguration, mcp }, file: null, folder: '/', isNamed: true }
  const inputs = { topic }
  return {
    header: { workflow: 'main', graph, graphHash: '', inputs, seed: 1, models: {}, tools: {}, retries: retryPolicyOf(limits) },
    isForTasks: false,
    runs: [{ task: null, inputs }],
    sources: { found, flags: [`default=${spec}`], cache: null, otherSlots: [] },
    limits,
    recordings: {},
  }
}

test.each([
  [{}, null],
  [{ topic: 'it is sk-secret' }, 'an input holds'],
  [{ graph: '{"role":"sk-secret"}' }, 'the script holds'],
  [{ spec: 'openai:m@http://sk-secret' }, 'the name or address of a model or tool holds'],
  [{ server: 'https://me:word@tools.example/mcp' }, 'the address of the server "tools" has a password'],
  [{ server: 'https://tools.example/mcp?api_key=word' }, 'the address of the server "tools" has a password'],
])('%j: %s', (parts, message) => {
  const found = keyInPlan(plan(parts), ['sk-secret'])
  if (message === null) expect(found).toBe(null)
  else expect(found).toContain(message)
})
