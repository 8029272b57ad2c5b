// Type-checked under strict and run: a module that `mas compile` wrote, over the installed package.
import type { ModelClient } from 'maslang/runtime'
import { main, type MainInputs } from './plan.ts'

const client: ModelClient = {
  description: 'names its node',
  complete({ node }) {
    const content = node === 'main/steps' ? '{ "value": ["one", "two"] }' : node
    const usage = { promptTokens: 1, completionTokens: 1 }
    return Promise.resolve({ kind: 'reply', reply: { content, toolCalls: [], finish: 'stop', usage } })
  },
}

const inputs: MainInputs = { task: 'a plan' }
const { outcome, usage } = await main(inputs, { models: new Map([['default', client]]), seed: 1 })
const value: string | null = outcome.kind === 'ok' ? outcome.value : null
if (value !== 'main/return/Writer' || usage.requests !== 4) throw new Error(JSON.stringify({ outcome, usage }))
