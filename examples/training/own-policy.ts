// Policies of one's own: a designer that is frozen, and an executor that brings its own learner, a table of preferences trained by
// REINFORCE. Run it with: node examples/training/own-policy.ts [FOLDER]
import type { ModelClient } from 'maslang/runtime'
import { randomStream, readTrainingConfiguration, runTraining } from 'maslang/trainer'
import type { Learner, OwnDesigner, SampledRecord } from 'maslang/trainer'

const replies = ['0', '1', '2', '3', '4']
/** For each of five results the preference for each reply; a text is known by its digits, whatever stands before them. */
let table = replies.map(() => replies.map(() => 0))
let version = 0

const probabilities = (row: number): readonly number[] => {
  const weights = (table[row] ?? []).map(Math.exp)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

const client: ModelClient = {
  description: 'a table of preferences',
  complete: ({ agent, sampling }) => {
    const digits = String(agent.inputs[0]?.value).match(/\d/g) ?? []
    const row = digits.reduce((sum, digit) => sum + Number(digit), 0) % replies.length
    const chances = probabilities(row)
    // All randomness comes from the seed of the request: a resumed run draws the same.
    let left = randomStream(sampling.seed, 'table').next()
    const drawn = chances.findIndex((chance) => (left -= chance) < 0)
    const token = drawn === -1 ? replies.length - 1 : drawn
    const record: SampledRecord = {
      kind: 'sampled', policy: 'executor', version, promptTokens: [row], tokens: [token], masks: null, temperature: 1,
      logProbabilities: [Math.log(chances[token] ?? 1)], truncated: false, provenance: 'exact',
    }
    const usage = { promptTokens: 1, completionTokens: 1 }
    return Promise.resolve({ kind: 'reply', reply: { content: replies[token] ?? '', toolCalls: [], finish: 'stop', usage, record } })
  },
}

const learner: Learner = {
  name: 'executor',
  get version() {
    return version
  },
  train: (rows) => {
    let loss = 0
    for (const { record, weight } of rows) {
      const [row = 0, token = 0, advantage = 0] = [record.promptTokens[0], record.tokens[0], record.advantages?.[0]]
      const chances = probabilities(row)
      loss -= weight * advantage * Math.log(chances[token] ?? 1)
      const step = (value: number, index: number) => value + 5 * weight * advantage * ((index === token ? 1 : 0) - (chances[index] ?? 0))
      table = table.map((values, index) => (index === row ? values.map(step) : values))
    }
    version += 1
    return [{ loss }]
  },
  save: () => new TextEncoder().encode(JSON.stringify({ table, version })),
  restore: (saved) => {
    ;({ table, version } = JSON.parse(new TextDecoder().decode(saved)) as { table: number[][]; version: number })
    return null
  },
  weights: () => new TextEncoder().encode(JSON.stringify(table)),
}

const script = `agent Answer(expression: string) -> string {
  role "answer"
}
workflow main(expression: string) -> string {
  return Answer(expression)
}`
const designer: OwnDesigner = { name: 'one_call', propose: (requests) => requests.map(() => ({ text: script })), learner: null }

const read = readTrainingConfiguration(
  JSON.stringify({
    tasks: { families: { plain: { symbols: ['+'] } }, perStep: 10 },
    rollout: { designs: 1, executions: 8 },
    schedule: { preset: 'frozen_designer' },
    budget: { requests: 4000 },
  }),
)
if (read.kind === 'error') throw new Error(read.problems.join('\n'))

const folder = process.argv[2] ?? 'runs/own-policy'
const extensions = { designer, executor: { name: 'table', client, learner } }
const ended = await runTraining({ configuration: read.configuration, folder, resume: true, extensions })
if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
console.log(`held-out success ${ended.summary.before.success.toFixed(2)} -> ${ended.summary.after.success.toFixed(2)}`)
