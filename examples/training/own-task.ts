// Tasks of one's own: swap a and b in a text. Run it with: node examples/training/own-task.ts [FOLDER]
import { createDomain, ownFamily, readTrainingConfiguration, runTraining } from 'maslang/trainer'

const swap = (text: string): string => text.replace(/[ab]/g, (letter) => (letter === 'a' ? 'b' : 'a'))

const swapping = ownFamily({
  name: 'swap',
  difficulties: { minimum: 2, maximum: 4 },
  roles: ['swap'],
  generate: (random, difficulty) => {
    const text = Array.from({ length: difficulty }, () => 'abc'.charAt(random.integer(3))).join('')
    return { id: `swap:${text}`, family: 'swap', difficulty, input: { text }, expected: swap(text) }
  },
  // What a perfect agent replies: the supervised start of the executors learns from it.
  reply: (role, { text }) => (role === 'swap' && typeof text === 'string' ? swap(text) : null),
})

const created = createDomain({
  name: 'swap',
  mix: [{ family: swapping, weight: 1 }],
  characters: 'abc',
  agents: `
/// Swaps a and b.
agent Swap(text: string) -> string {
  role "swap"
  max_tokens 8
}`,
  workflow: 'main(text: string) -> string',
  startDesigns: ['return Swap(text)', 'return vote(sample 3 of Swap(text))', 'return Swap(Swap(text))'],
})
if (created.kind === 'problems') throw new Error(created.problems.join('\n'))

const read = readTrainingConfiguration(
  JSON.stringify({
    tasks: { perStep: 8 },
    rollout: { designs: 2, executions: 2, mostRequests: 4 },
    designer: { network: { width: 16 }, start: { mostSteps: 10 } },
    executor: { network: { width: 16 }, start: { mostSteps: 50 } },
    budget: { requests: 300 },
    evaluation: { tasksPerFamily: 20, repeats: 1 },
  }),
)
if (read.kind === 'error') throw new Error(read.problems.join('\n'))

const folder = process.argv[2] ?? 'runs/own-task'
const ended = await runTraining({ configuration: read.configuration, folder, resume: true, extensions: { domain: created.domain } })
if (ended.kind !== 'finished') throw new Error(JSON.stringify(ended))
const { before, after, designs } = ended.summary
console.log(`held-out success ${before.success.toFixed(2)} -> ${after.success.toFixed(2)}`)
console.log(designs[0]?.text)
